"""How English counts meetings: `36th`, `Twenty-sixth`, `28th and 29th`, `AMM-50`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from pipelines.meetings import values
from pipelines.meetings.rule import ANY_NUMBER, Rule

_LARGEST = 150
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    "fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|"
    "fiftieth|inaugural"
)
_WORD = rf"(?:(?:{_TENS})[\s\-])?(?:{_UNITS})"
_DIGITS = r"\d{1,3}(?:st|nd|rd|th)"
_AND = r"\s?(?:and|&|,|-|–)\s?(?:the\s)?"


def _read_ordinals(match: re.Match[str]) -> list[int] | None:
    return list(_read_listed(match["ordinals"])) or None


@lru_cache(maxsize=1024)  # few words long each; the same few numbers count most meetings
def _read_listed(said: str) -> tuple[int, ...]:
    """The ordinals of one name in their order; () for numbers that cannot be such."""
    numbers = values.read_numbers(said, "en")
    following = pairwise(numbers)
    plausible = all(0 < n < _LARGEST for n in numbers) and all(b - a == 1 for a, b in following)
    return tuple(numbers) if plausible else ()


def _rule(way: str, pattern: str, opens: frozenset[str], examples: Mapping[str, object]) -> Rule:
    return Rule(
        name=f"en.ordinal.{way}",
        field="ordinals",
        pattern=re.compile(pattern, re.IGNORECASE),
        read=_read_ordinals,
        opens=opens,
        examples=examples,
    )


_NOT_COUNTED = (
    r"(?!\s(?:time|phase|half|quarter|day|anniversary|term|floor|week|round|century|year|minister|"
    r"place|edition|year-on|reading|track|largest|most|in-person|face|plenary session)\b)"
)

NUMBER = _rule(
    "th",
    rf"(?P<ordinals>{_DIGITS}\b(?:{_AND}{_DIGITS}\b){{0,2}}){_NOT_COUNTED}",
    frozenset({ANY_NUMBER}),
    {
        "36th ASEAN Summit": [36],
        "28th and 29th ASEAN Summits": [28, 29],
        "38th & 39th ASEAN Summits": [38, 39],
        "43rd-44th ASEAN Summits": [43, 44],
        "50th anniversary of ASEAN": None,
        "21st century": None,
        "28th and 35th meetings": None,
    },
)

GLUED = _rule(
    "th-without-space",
    r"(?P<ordinals>\d{1,3})(?=(?:st|nd|rd|th)(?-i:[A-Z]))",
    frozenset({ANY_NUMBER}),
    {"10thASEAN-United States Summit": [10], "10th ASEAN Summit": None},
)

_FIRST_OF_ITS_KIND = (
    r"(?!first\b[^.;,\n]{3,60}\b(?:at which|where|since|hosted by|in (?:\w+ )?(?:years|decades)|"
    r"outside|attended by|under|to (?:be (?:held|hosted)|include)|in[- ]person|conducted|"
    r"of (?:its|his|her|their|the|this|\w+['’]s) (?:chair|presiden|year|term|tenure)\w*|"
    r"after|for (?:him|her|them)|(?:this|the) year)\b)"
)
WORDS = _rule(
    "words",
    rf"(?<!my\s)(?<!his\s)(?<!her\s)(?<!our\s)(?<!their\s)(?<!its\s)(?<!['’]s\s){_FIRST_OF_ITS_KIND}(?P<ordinals>{_WORD}\b(?:{_AND}{_WORD}\b){{0,1}}){_NOT_COUNTED}",
    frozenset({*_TENS.split("|"), *_UNITS.split("|")}),
    {
        "Twenty-sixth ASEAN Ministerial Meeting": [26],
        "fifth East Asia Summit": [5],
        "inaugural ASEAN-Australia Summit": [1],
        "twenty-eighth and twenty-ninth Summits": [28, 29],
        "first time": None,
        "first East Asia Summit at which Russia took part": None,
        "first ASEAN summit to be held in Cebu": None,
        "my first East Asia Summit": None,
        "Malaysia's first ASEAN retreat": None,
        "first ADMM-Plus conducted in person": None,
        "first foreign ministers' retreat of its chairmanship": None,
        "Second Minister for Law": None,
        "first phase": None,
    },
)

AFTER = _rule(
    "after",
    r"(?:(?<=(?-i:[A-Z]{3})[\s\-])|(?<=ummit\s))"
    r"(?P<ordinals>\d{1,3}(?:\s?(?:and|&|-|–)\s?\d{1,3})?)(?!\d|[/.,:\-–]\d|st|nd|rd|th|%)"
    r"(?!\s(?:countr|member|nation|leader|minister|partner|per|percent|million|billion|years|days|"
    r"months|people|delegat|official|states|point|January|February|March|April|May|June|July|"
    r"August|September|October|November|December))",
    frozenset({ANY_NUMBER}),
    {
        "ASEAN 47 opens in Kuala Lumpur": [47],
        "ASEAN Summit 28-29 in Laos": [28, 29],
        "AMM-50": [50],
        "ASEAN 28-29 October": None,
        "ASEAN 10 countries": None,
        "ASEAN 2025": None,
        "ASEAN, 5 May": None,
    },
)

ORDINALS = (NUMBER, GLUED, WORDS, AFTER)
