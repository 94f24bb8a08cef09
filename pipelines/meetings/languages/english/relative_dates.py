"""How English says a date from the day of publication: `yesterday`, `on Monday`, `next week`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings.languages.english.dates import (
    MONTH,
    MONTH_WORDS,
    PART,
    PART_WORDS,
    read_month,
    read_part,
    read_time,
)
from pipelines.meetings.rule import Reader, Rule
from pipelines.meetings.said import Relative

_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}
_AWAY = {
    "this": 0, "the": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "last": -1,
    "past": -1, "previous": -1,
}  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS_BY_NAME = {name.capitalize(): number for number, name in enumerate(_WEEKDAYS)}
_WEEKDAY = r"(?-i:(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))"
_LONGEST = {"and": 3}
"""Days from the first to the last of a meeting that is told by its weekdays, by what joins them."""
_WEEK = 6
_CLAUSE = 200
"""Characters before a weekday in which its verb stands."""
_CLAUSE_START = re.compile(
    r"(?<![A-Z])[.;]\s|\n|\b(?:after|since|following|that|which|who|where|when|as)\b"
)
_SAID = re.compile(
    r"\b(?:said|told \w+|announced|confirmed)(?: (?:here|late|early|on|in a statement))*\s?\Z"
)
_TO_COME = re.compile(
    r"\b(?:will|shall|to be|(?:set|due|scheduled|expected|is|are|plans?|ready) to|due|scheduled|"
    r"slated)\b"
)
_OVER = re.compile(
    r"\b(?:was|were|has been|met|held|opened|closed|concluded|ended|began|started|attended|"
    r"took (?:place|part)|convened|gathered|kicked off|wrapped up|adopted|signed|chaired|hosted|"
    r"arrived|called|urged|agreed|left|led|joined|addressed|condemned|expressed)\b"
)
_TIME = r"(?:\s(?P<time>morning|afternoon|evening|night))?"
_NO_DATE = (
    rf"(?!(?:\s(?:morning|afternoon|evening|night))?,?\s\(?(?:{MONTH}\s\d|\d{{1,2}}\s{MONTH}))"
)


def _away(match: re.Match[str]) -> int:
    return _AWAY[match["away"].lower()]


def _read_day(match: re.Match[str]) -> Relative:
    word = match["which"].lower()
    time = "evening" if word == "tonight" else read_time(match["time"])
    return Relative("day", _DAYS[word], time_of_day=time)


def _read_weekday(match: re.Match[str]) -> Relative:
    weekday = _WEEKDAYS.index(match["weekday"].lower())
    away = (match["away"] or match["week"] or "").lower()
    time = read_time(match["time"])
    if match["week"]:
        return Relative("week", _AWAY[away], weekday=weekday, time_of_day=time)
    count = _AWAY[away] if away else _read_tense(match)
    return Relative("day", count, weekday=weekday, time_of_day=time)


def _read_weekdays(match: re.Match[str]) -> Relative | None:
    first, last = (_WEEKDAYS.index(match[name].lower()) for name in ("weekday", "until"))
    if not 0 < (last - first) % 7 <= _LONGEST.get(match["join"].lower(), _WEEK):
        return None
    count = _AWAY[match["away"].lower()] if match["away"] else _read_tense(match)
    return Relative("day", count, weekday=first, last=last)


def _read_tense(match: re.Match[str]) -> int:
    """1 for a weekday to come, -1 for one that is over, by the verb before it; 0 without one."""
    text = match.string[max(0, match.start() - _CLAUSE) : match.start()]
    clause = _CLAUSE_START.split(text)[-1]
    if _SAID.search(clause):
        return -1
    if _TO_COME.search(clause):
        return 1
    return -1 if _OVER.search(clause) else 0


def _read_month_of_year(match: re.Match[str]) -> Relative:
    month = read_month(match["month"])
    return Relative("year", _away(match), month=month, part=read_part(match))


def _rule(
    way: str,
    pattern: str,
    read: Reader,
    examples: Mapping[str, object],
    opens: frozenset[str],
    cues: frozenset[str] = frozenset(),
) -> Rule:
    return Rule(
        name=f"en.date.{way}",
        field="starts",
        pattern=re.compile(pattern, re.IGNORECASE),
        read=read,
        cues=cues,
        opens=opens,
        examples=examples,
    )


TODAY = _rule(
    "today",
    rf"\b(?P<which>today|yesterday|tomorrow|tonight|this(?=\s(?:morning|afternoon|evening))|"
    rf"last(?=\snight)){_TIME}\b(?!['’]s\s(?:world|youth|challenges|era|society)){_NO_DATE}",
    _read_day,
    {
        "The Prime Minister announced today that": Relative("day", 0),
        "concluded in Hanoi yesterday.": Relative("day", -1),
        "opened here this morning": Relative("day", 0, time_of_day="morning"),
        "signed yesterday afternoon": Relative("day", -1, time_of_day="afternoon"),
        "begins tomorrow": Relative("day", 1),
        "in today's world": None,
        "today, 27 October": None,
    },
    frozenset("today yesterday tomorrow tonight this last".split()),
)

WEEKDAY = _rule(
    "weekday",
    rf"\b(?:(?P<away>this|next|last|coming)\s)?{_WEEKDAY}{_TIME}"
    rf"(?:\s(?P<week>this|next|last)\sweek)?\b{_NO_DATE}",
    _read_weekday,
    {
        "officials leave on Monday to discuss": Relative("day", 0, weekday=0),
        "officials will leave on Monday to discuss": Relative("day", 1, weekday=0),
        "held a special meeting Wednesday morning": Relative(
            "day", -1, weekday=2, time_of_day="morning"
        ),
        "will meet again, the ministry said on Thursday": Relative("day", -1, weekday=3),
        "will open on Tuesday next week": Relative("week", 1, weekday=1),
        "last Friday": Relative("day", -1, weekday=4),
        "on Tuesday, January 24": None,
        "on Monday evening, September 5": None,
        "in the Dewan Rakyat Monday (July 25)": None,
    },
    frozenset({*_WEEKDAYS, *_AWAY}),
    frozenset(_WEEKDAYS),
)

WEEKDAYS = _rule(
    "weekday-to-weekday",
    rf"\b(?:(?P<away>this|next|last|coming)\s)?{_WEEKDAY}\s?(?P<join>-|–|to|and|through|until|till)\s?"
    rf"(?P<until>{'|'.join(_WEEKDAYS)})\b{_NO_DATE}",
    _read_weekdays,
    {
        "will gather in Cebu on Thursday and Friday": Relative("day", 1, weekday=3, last=4),
        "met from Sunday to Tuesday": Relative("day", -1, weekday=6, last=1),
        "was held from Monday to Friday": Relative("day", -1, weekday=0, last=4),
        "open on Monday and Friday": None,
    },
    frozenset({*_WEEKDAYS, *_AWAY}),
    frozenset(_WEEKDAYS),
)

WEEK = _rule(
    "week",
    r"\b(?P<away>this|next|last|coming|following|past)\sweek\b(?!['’]?s?\s?-?long)",
    lambda match: Relative("week", _away(match)),
    {
        "ministers meet in Manila next week": Relative("week", 1),
        "earlier this week": Relative("week", 0),
        "this week-long event": None,
        "a week ago": None,
    },
    frozenset(_AWAY),
    frozenset({"week"}),
)

WEEKEND = _rule(
    "weekend",
    r"\b(?P<away>this|next|last|the|coming)\sweekend\b",
    lambda match: Relative("week", _away(match), weekday=5),
    {"leaders gather in Cebu this weekend": Relative("week", 0, weekday=5), "weekends": None},
    frozenset(_AWAY),
    frozenset({"weekend"}),
)

MONTH_AWAY = _rule(
    "month-away",
    r"(?<!\w)(?=[A-Za-z])" + PART + r"\b(?P<away>this|next|last|coming)\smonth\b",
    lambda match: Relative("month", _away(match), part=read_part(match)),
    {
        "will meet next month": Relative("month", 1),
        "early next month": Relative("month", 1, part="early"),
        "for six months": None,
    },
    PART_WORDS | _AWAY.keys(),
    frozenset({"month"}),
)

MONTH_OF_YEAR = _rule(
    "month-of-year",
    rf"(?<!\w)(?=[A-Za-z]){PART}\b(?P<month>{MONTH})(?:\sof)?\s(?P<away>this|next|last)\syear\b",
    _read_month_of_year,
    {
        "in November last year": Relative("year", -1, month=11),
        "at the end of October this year": Relative("year", 0, month=10, part="late"),
        "in November 2020": None,
    },
    PART_WORDS | MONTH_WORDS,
    frozenset({"year"}),
)

YEAR_AWAY = _rule(
    "year-away",
    r"(?<![a-z]\sof\s)\b(?P<away>this|next|last)\syear\b(?!['’]s)",
    lambda match: Relative("year", _away(match)),
    {
        "Laos will take the chair next year": Relative("year", 1),
        "two years ago": None,
        "this year's meeting will be chaired": None,
    },
    frozenset(_AWAY),
    frozenset({"year"}),
)

RELATIVE = (TODAY, WEEKDAY, WEEKDAYS, WEEK, WEEKEND, MONTH_AWAY, MONTH_OF_YEAR, YEAR_AWAY)
