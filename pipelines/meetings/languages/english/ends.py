"""How English says till when a meeting that has begun goes on."""

from __future__ import annotations

import re

from pipelines.meetings.languages.english.dates import MONTH, read_month
from pipelines.meetings.rule import Rule
from pipelines.meetings.said import Partial, Said, read_point

_VERB = (
    r"(?:runs?|ran|running|lasts?|lasted|lasting|continues?|continued|goes on|going on|will run|"
    r"will last|concludes?|will conclude|will end|ends|will close|closes|will wrap up)"
)
_MONTH_DAY = rf"(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?![\d%:])"
_DAY_MONTH = rf"(?P<first>\d{{1,2}})\s(?P<after>{MONTH})"


def _read_end(match: re.Match[str]) -> Said | None:
    month, day = match["month"] or match["after"], match["day"] or match["first"]
    return read_point(Partial(None, read_month(month), int(day)))


UNTIL = Rule(
    name="en.ends.until",
    field="ends",
    pattern=re.compile(
        rf"{_VERB}(?:\s(?!until|till|through|to\s|on\s)[^\s,;.]{{1,15}}){{0,4}}?,?\s"
        rf"(?:until|till|through|to|on)\s(?:[A-Z][a-z]+day,?\s)?(?:{_MONTH_DAY}|{_DAY_MONTH})",
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
        "the fund runs until money is spent": None,
    },
)

ENDS = (UNTIL,)
