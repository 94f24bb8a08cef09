"""How English says a date wider than a day: a month, a part of it, a quarter, a year."""

from __future__ import annotations

import re

from pipelines.meetings.languages.english.dates import (
    END,
    MONTH,
    MONTH_WORDS,
    PART,
    PART_WORDS,
    YEAR_AFTER,
    make_rule,
    read_group,
    read_month,
    read_part,
)
from pipelines.meetings.rule import ANY_NUMBER
from pipelines.meetings.said import Partial, Said, read_point

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _read_month(match: re.Match[str]) -> Said | None:
    point = Partial(read_group(match, "year"), read_month(match["month"]))
    return read_point(point, part=read_part(match))


def _read_quarter(match: re.Match[str]) -> Said | None:
    number = int(match["number"]) if match["number"] else _QUARTERS[match["quarter"].lower()]
    return read_point(Partial(read_group(match, "year")), quarter=number)


def _read_after(match: re.Match[str]) -> Said | None:
    point = Partial(read_group(match, "year"), read_month(match["month"]), int(match["day"]))
    return read_point(point, open=True)


MONTH_ALONE = make_rule(
    "month",
    r"(?<!\w)(?=[A-Za-z])(?<!\d\s)(?<!\dth\s)(?<!\dst\s)(?<!\dnd\s)(?<!\drd\s)"
    rf"(?:\bin\s|\bby\s)?{PART}"
    rf"\b(?P<month>{MONTH})(?!\s\d{{1,2}}(?!\d))(?:,?\s(?:of\s)?(?P<year>\d{{4}})(?!\d))?\b",
    lambda match: _read_month(match) if _is_cued(match) else None,
    {
        "the October 2021 U.S.-ASEAN Summit": Said(Partial(2021, 10)),
        "in late June 2020": Said(Partial(2020, 6), part="late"),
        "the 37th ASEAN Summit in November": Said(Partial(None, 11)),
        "by the end of June": Said(Partial(None, 6), part="late"),
        "mid-November": Said(Partial(None, 11), part="mid"),
        "the summit of February 2016": Said(Partial(2016, 2)),
        "the heat of August": None,
        "as they march on": None,
        "Theresa May said": None,
        "on 5 May": None,
    },
    MONTH_WORDS | PART_WORDS | {"in", "by"},
)

QUARTER = make_rule(
    "quarter",
    r"(?:\b(?P<quarter>first|second|third|fourth)\squarter|\bQ(?P<number>[1-4]))"
    r"(?:\s(?:of\s)?(?P<year>\d{4}))?",
    _read_quarter,
    {
        "in the second quarter of 2026": Said(Partial(2026), quarter=2),
        "Q1 2026": Said(Partial(2026), quarter=1),
        "a quarter of the people": None,
    },
    frozenset({*_QUARTERS, "q"}),
    frozenset({"quarter", "q"}),
)

YEAR = make_rule(
    "year",
    r"(?P<year>(?:19|20)\d{2})(?![\d\-–/])",
    lambda match: read_point(Partial(int(match["year"]))) if _is_in(match) else None,
    {
        "under the chairmanship in 2026": Said(Partial(2026)),
        "Myanmar's coordinator since 2015.": Said(Partial(2015)),
        "in 2016-2025": None,
        "in 2500 villages": None,
    },
    frozenset({ANY_NUMBER}),
    frozenset({"in", "during", "since"}),
)

AFTER = make_rule(
    "after",
    rf"\bafter\s(?P<month>{MONTH})\s(?P<day>\d{{1,2}}){END}{YEAR_AFTER}",
    _read_after,
    {"to meet after May 18": Said(Partial(None, 5, 18), open=True), "after 18 years": None},
    frozenset({"after"}),
)


def _is_in(match: re.Match[str]) -> bool:
    """True after `in`, `during` or `since`: other numbers of four digits are counts."""
    before = match.string[max(0, match.start() - 9) : match.start()]
    return before.lower().endswith((" in ", " during ", " since ", "(since "))


def _is_cued(match: re.Match[str]) -> bool:
    """`May` and `March` alone are words too: a month needs a year, `in`, `by` or a part."""
    first = match.group().lower().split(maxsplit=1)[0]
    if match.string.endswith(" of ", 0, match.start()) and not (match["year"] or match["part"]):
        return False
    named = match["year"] or match["part"] or first in ("in", "by")
    return bool(named) or (len(match["month"]) > 5 and _is_announced(match))


def _is_announced(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    return re.search(r"\b(?:in|by|this|next|last|since|until|the|of|a)\s\Z", before) is not None


MONTHS = (MONTH_ALONE, QUARTER, YEAR, AFTER)
