"""How English says a date: by day and month in either order, by month, as a span."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings.rule import SHORT_NUMBER, Reader, Rule
from pipelines.meetings.said import Part, Partial, Said, read_point, read_span

_NAMES = (
    "january february march april may june july august september october november december"
).split()
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTHS = {
    **{name: number for number, name in enumerate(_NAMES, 1)},
    **{name: number for number, name in enumerate(_SHORT, 1)},
    "sept": 9,
}
MONTH_WORDS = frozenset(MONTHS)
MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_PARTS: dict[str, Part] = {
    "early": "early", "beginning of": "early", "start of": "early", "the beginning of": "early",
    "mid": "mid", "middle of": "mid", "the middle of": "mid",
    "late": "late", "end of": "late", "the end of": "late",
}  # fmt: skip
PART = r"(?:(?P<part>early|mid|late|(?:the\s)?(?:beginning|middle|end)\sof|start\sof)[\s\-])?"
PART_WORDS = frozenset("early mid late the beginning middle end start".split())
"""What a part of the month begins with."""
_TIMES = {"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "evening"}
_FREE = r"(?<![\d$/.,\-–])"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
YEAR_AFTER = r"(?:,?\s(?:of\s)?(?P<year>\d{4})(?!\d))?"
_TO = r"\s?(?:-|–|—|to|till|until|through|and|&)\s?(?:the\s)?"
END = r"(?![\d%]|[-–/.,]\d)"
_NUMBER = frozenset({SHORT_NUMBER})


def read_part(match: re.Match[str]) -> Part | None:
    """The part of the month that the match names, or None."""
    return _PARTS.get((match["part"] or "").lower())


def read_time(word: str | None) -> str | None:
    """`morning`, `afternoon` or `evening`."""
    return _TIMES.get((word or "").lower())


def read_month(word: str) -> int:
    """The number of a month's name, whole or cut short."""
    return MONTHS[word.lower().rstrip(".")]


_DATELINE = 45
"""Characters from the start of a line within which a dateline has its date."""
_AFTER_DATELINE = re.compile(r"\s?(?:\([^()\n]{2,20}\)\s)?(?:--?|–|—)\s")
_OTHER_DAY = re.compile(
    r"\b(?:yesterday|tomorrow|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    rf"(?:this|next|last) week|\d{{1,2}}\s{MONTH}|{MONTH}\s\d{{1,2}})\b"
)


def read_group(match: re.Match[str], group: str) -> int | None:
    """The number of a group; None where it took no part."""
    found = match[group] if group in match.re.groupindex else None
    return int(found) if found else None


def _read_day(match: re.Match[str]) -> Said | None:
    if _is_dateline(match):
        return None
    point = Partial(read_group(match, "year"), read_month(match["month"]), int(match["day"]))
    return read_point(point)


def _read_span(match: re.Match[str]) -> Said | None:
    first = match["first_month"] if "first_month" in match.re.groupindex else None
    month = read_month(match["month"])
    starts = Partial(
        read_group(match, "first_year"), read_month(first) if first else month, int(match["day"])
    )
    return read_span(starts, Partial(read_group(match, "year"), month, int(match["last"])))


def make_rule(
    way: str,
    pattern: str,
    read: Reader,
    examples: Mapping[str, object],
    opens: frozenset[str] = MONTH_WORDS,
    cues: frozenset[str] = MONTH_WORDS,
) -> Rule:
    """A rule on dates whose matches begin with one of `opens`."""
    return Rule(
        name=f"en.date.{way}",
        field="starts",
        pattern=re.compile(pattern, re.IGNORECASE),
        read=read,
        cues=cues,
        opens=opens,
        examples=examples,
    )


def _span(first: Partial, last: Partial) -> Said:
    return Said(first, last)


MONTH_DAY = make_rule(
    "month-day",
    rf"\b(?P<month>{MONTH})\s{_DAY}{END}{YEAR_AFTER}(?!:\d|,?\s(?:terror\w*\s)?(?:attacks?|"
    r"bombings?|coup|earthquake|tsunami|elections?|polls|riots?)\b)",
    _read_day,
    {
        "on May 18": Said(Partial(None, 5, 18)),
        "on November 12, 2022;": Said(Partial(2022, 11, 12)),
        "JAKARTA, March 22 - Indonesia": Said(Partial(None, 3, 22)),
        "SINGAPORE, March 11 (Reuters) - Ministers meet here tomorrow": None,
        "on Tuesday, Jan. 24 at a mall": Said(Partial(None, 1, 24)),
        "since the Sept. 11 terrorist attacks": None,
        "May 2018": None,
        "he may 3 times": None,
        "Feb 30": None,
    },
)

DAY_MONTH = make_rule(
    "day-month",
    rf"{_FREE}{_DAY}\s(?:of\s)?(?P<month>{MONTH})\b{YEAR_AFTER}",
    _read_day,
    {
        "FOR PRESS 10 July 1977": Said(Partial(1977, 7, 10)),
        "dated 15 June 2022": Said(Partial(2022, 6, 15)),
        "Singapore, 2 October 2023 – The minister will go to Bali on 5 October": Said(
            Partial(None, 10, 5)
        ),
        "on the 5th of May": Said(Partial(None, 5, 5)),
        "4 Jul 2023": Said(Partial(2023, 7, 4)),
        "32 May": None,
    },
    _NUMBER,
)

MONTH_SPAN = make_rule(
    "month-day-to-day",
    rf"\b(?P<month>{MONTH})\s{_DAY}{_TO}{_LAST}{END}(?!\s{MONTH}){YEAR_AFTER}",
    _read_span,
    {
        "from May 26 to 27": _span(Partial(None, 5, 26), Partial(None, 5, 27)),
        "in Washington, DC on May 12 and 13": _span(Partial(None, 5, 12), Partial(None, 5, 13)),
        "from September 6-8, 2016.": _span(Partial(2016, 9, 6), Partial(2016, 9, 8)),
        "October 27 – 29": _span(Partial(None, 10, 27), Partial(None, 10, 29)),
        "May 27 to 26": None,
    },
)

DAY_SPAN = make_rule(
    "day-to-day-month",
    rf"{_FREE}{_DAY}{_TO}{_LAST}\s(?:of\s)?(?P<month>{MONTH})\b{YEAR_AFTER}",
    _read_span,
    {
        "on 4-5 August.": _span(Partial(None, 8, 4), Partial(None, 8, 5)),
        "from 3 to 6 October 2023": _span(Partial(2023, 10, 3), Partial(2023, 10, 6)),
        "12th and 13th May": _span(Partial(None, 5, 12), Partial(None, 5, 13)),
        "29-27 July": None,
    },
    _NUMBER,
)

SPAN_OF_MONTHS = make_rule(
    "month-to-month",
    rf"\b(?P<first_month>{MONTH})\s{_DAY}(?:,\s(?P<first_year>\d{{4}}))?{_TO}"
    rf"(?P<month>{MONTH})\s{_LAST}{END}{YEAR_AFTER}",
    _read_span,
    {
        "October 30 - November 2": _span(Partial(None, 10, 30), Partial(None, 11, 2)),
        "from Sept. 30 to Oct. 3, 2025": _span(Partial(2025, 9, 30), Partial(2025, 10, 3)),
        "from January 1 to December 31": None,
    },
)

DAYS_OF_MONTHS = make_rule(
    "day-month-to-month",
    rf"{_FREE}{_DAY}\s(?P<first_month>{MONTH})(?:\s(?P<first_year>\d{{4}}))?{_TO}"
    rf"{_LAST}\s(?P<month>{MONTH})\b{YEAR_AFTER}",
    _read_span,
    {
        "28 October - 2 November 2021": _span(Partial(2021, 10, 28), Partial(2021, 11, 2)),
        "from 30 September to 3 October": _span(Partial(None, 9, 30), Partial(None, 10, 3)),
        "2 November": None,
    },
    _NUMBER,
)


def _is_dateline(match: re.Match[str]) -> bool:
    """True for `SINGAPORE, March 11 - ` where the words after it say another day."""
    text, end = match.string, match.end()
    if match.start() - text.rfind("\n", 0, match.start()) > _DATELINE:
        return False
    sign = _AFTER_DATELINE.match(text, end)
    return sign is not None and _OTHER_DAY.search(text, sign.end(), sign.end() + 500) is not None


CALENDAR = (MONTH_DAY, DAY_MONTH, MONTH_SPAN, DAY_SPAN, SPAN_OF_MONTHS, DAYS_OF_MONTHS)
