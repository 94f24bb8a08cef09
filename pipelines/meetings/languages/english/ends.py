"""How English says till when a meeting that has begun goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings.languages.english.dates import MONTH, read_month
from pipelines.meetings.languages.english.relative_dates import WEEKDAYS_BY_NAME
from pipelines.meetings.rule import Rule
from pipelines.meetings.said import Length, Partial, Relative, Said, read_point

_VERB = (
    r"(?:runs?|ran|running|lasts?|lasted|lasting|continues?|continued|goes on|going on|will run|"
    r"will last|concludes?|will conclude|will end|ends|will close|closes|will wrap up)"
)
_HELD = (
    r"(?:attending|be held|being held|held|gather(?:ed|ing)?|meeting|opened|place|sessions?|"
    r"scheduled|slated|set|under ?way|summits?|conference|assembly|forum|retreat|event)"
)
_MONTH_DAY = rf"(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?![\d%:])"
_DAY_MONTH = rf"(?P<first>\d{{1,2}})\s(?P<after>{MONTH})"
_WEEKDAY = rf"(?-i:(?P<weekday>{'|'.join(WEEKDAYS_BY_NAME)}))"
_WHEN = rf"(?:(?:[A-Z][a-z]+day,?\s)?\(?(?:{_MONTH_DAY}|{_DAY_MONTH})|{_WEEKDAY})\b"


def _read_end(match: re.Match[str]) -> Said | Relative | None:
    if match["weekday"]:
        return Relative("day", 0, weekday=WEEKDAYS_BY_NAME[match["weekday"]])
    month, day = match["month"] or match["after"], match["day"] or match["first"]
    return read_point(Partial(None, read_month(month), int(day)))


UNTIL = Rule(
    name="en.ends.until",
    field="ends",
    pattern=re.compile(
        rf"{_VERB}(?:\s(?!until|till|through|to\s|on\s)[^\s,;.]{{1,15}}){{0,4}}?,?\s"
        rf"(?:until|till|through|to|on)\s{_WHEN}",
        re.IGNORECASE,
    ),
    read=_read_end,
    opens=frozenset(
        "run runs ran running last lasts lasted lasting continue continues continued goes going "
        "will conclude concludes ends closes".split()
    ),
    examples={
        "The meetings run until Sept. 22 and include": Said(Partial(None, 9, 22)),
        "the summit will conclude on Thursday, 11 July": Said(Partial(None, 7, 11)),
        "the summits, which run through Thursday": Relative("day", 0, weekday=3),
        "the fund runs until money is spent": None,
    },
)

HELD_UNTIL = Rule(
    name="en.ends.held-until",
    field="ends",
    pattern=re.compile(
        rf"{_HELD}(?:\s(?!until|till|through)[^\s;.]{{1,15}}){{0,6}}?,?\s"
        rf"(?:until|till|through)\s{_WHEN}",
        re.IGNORECASE,
    ),
    read=_read_end,
    cues=frozenset({"until", "till", "through"}),
    opens=frozenset(
        "attending be being held gather gathered gathering meeting opened place session sessions "
        "scheduled slated set under underway summit summits conference assembly forum retreat "
        "event".split()
    ),
    examples={
        "Taking place through August 11, the assembly": Said(Partial(None, 8, 11)),
        "with 500 delegates attending until September 26.": Said(Partial(None, 9, 26)),
        "held in Tokyo through Monday": Relative("day", 0, weekday=0),
        "has been postponed until September 26": None,
        "meeting through the night": None,
    },
)

_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
}  # fmt: skip
_NUMBER = rf"(?P<number>{'|'.join(_NUMBERS)}|[2-7])"
_LONG = (
    r"(?<!ahead of the )(?<!ahead of a )(?<!bloc['’]s )(?<!before the )(?<!before a )(?<!after a )"
    rf"\b{_NUMBER}[\s\-]days?(?:[\s\-]long)?\s(?:(?!(?:visit|trip|tour|stay|"
    r"before|after|ahead|for|to|at|in|of)\b)[\w.+&’'\-]+\s){0,6}?"
    r"(?:summits?|meetings?|talks|conference|retreat|gathering|event|sessions?|forum|dialogue|"
    r"consultations?|assembly|round)\b"
)
_OPENS = r"(?:open(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off)"
_CLOSES = (
    r"(?:wrap(?:s|ped|ping)? up|conclud(?:e|es|ed|ing)|end(?:s|ed|ing)?|clos(?:e|es|ed|ing)|"
    r"finish(?:es|ed)?)"
)
_DAY_WORDS = frozenset({"day", "days"})
_DAYS = re.compile(r"[eEnNoOrRxX2-7][\s\-][dD][aA][yY]")
"""The last letter of a number and `day`."""


def _length(
    way: str,
    pattern: str,
    examples: Mapping[str, object],
    *,
    closing: bool = False,
    loose: bool = False,
) -> Rule:
    def read(match: re.Match[str]) -> Length:
        number = next(one for one in match.groupdict().values() if one).lower()
        return Length(_NUMBERS.get(number) or int(number), closing, loose)

    return Rule(
        name=f"en.ends.{way}",
        field="ends",
        pattern=re.compile(pattern, re.IGNORECASE),
        read=read,
        cues=_DAY_WORDS,
        sign=_DAYS,
        examples=examples,
    )


_WITHIN = r"(?:(?!\b(?:after|ahead|as|before|following|prior|since|when)\b)[^.;]){0,70}?"
"""Words of one clause; `opened as the two-day summit ended` has two."""
LASTS = _length(
    "lasts",
    rf"(?:(?:{_OPENS}|gather(?:s|ed|ing)?|conven(?:e|es|ed|ing))\b{_WITHIN}|"
    rf"(?:met|meet)\b{_WITHIN}\bfor (?:an?|the|their|its) ){_LONG}",
    {
        "opened a two-day summit in Manila today": Length(2),
        "gathered in Cebu on Friday for their three-day annual summit": Length(3),
        "began a two-day visit before the summit": None,
        "convened on Saturday, ahead of a three-day summit": None,
        "met in Cebu on Wednesday for a two-day retreat": Length(2),
        "held a two-day meeting on Friday": None,
    },
)

LONG_OPENS = _length(
    "long-opens",
    rf"{_LONG}(?:\s(?!to\b)[^\s.;]{{1,20}}){{0,6}}?\s(?:will\s|to\s)?{_OPENS}\b",
    {
        "The two-day meeting will begin in Jakarta tomorrow": Length(2),
        "the four-day event opens on Monday": Length(4),
        "the two-day meeting ended": None,
    },
)

DAYS_LONG = _length(
    "days",
    rf"\b(?:meetings?|summits?|talks|conference|retreat|forum)\s(?:will\s)?"
    rf"(?:lasts?|runs?|goes on)\s(?:for\s)?{_NUMBER}\sdays\b",
    {"The meeting lasts two days.": Length(2), "He stays for two days": None},
)

LASTED = _length(
    "lasted",
    rf"{_CLOSES}\b[^.;]{{0,50}}?{_LONG}|"
    rf"{_LONG.replace('number', 'other')}(?:\s[^\s.;]{{1,20}}){{0,10}}?\s{_CLOSES}\b",
    {
        "wrapped up a two-day retreat in Jakarta": Length(2, closing=True),
        "The three-day summit ended on Sunday": Length(3, closing=True),
        "opened a two-day summit": None,
    },
    closing=True,
)

LONG = _length(
    "long",
    rf"{_LONG}|\bthe {_NUMBER.replace('number', 'other')} days of (?:meetings|talks|summitry)\b",
    {
        "The two days of meetings were a chance to talk": Length(2, loose=True),
        "The three-day event also includes a dinner": Length(3, loose=True),
        "a two-day visit to the summit": None,
        "ahead of the bloc's three-day summit": None,
    },
    loose=True,
)

BEGUN = re.compile(
    r"\b(?:open(?:s|ed|ing)|(?:began|begun|begins|start(?:s|ed))(?!\s[a-z]+ing\b)|"
    r"commenc(?:es|ed|ing)|kick(?:s|ed) off|g[eo]ts? under ?way)\b"
)
OVER = re.compile(
    r"\b(?:conclud(?:es|ed)|conclusion of|ended|ends|wrap(?:s|ped) up|closed|closes|closing)\b"
)

ENDS = (UNTIL, HELD_UNTIL, LASTS, LONG_OPENS, DAYS_LONG, LASTED, LONG)
