"""Rules on the words next to the name of a meeting, made from the words alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pipelines.meetings.around import Around
from pipelines.meetings.rule import Reader, Rule, constant

Examples = Mapping[str, object]

_ARTICLES = (
    "the|a|an|its|this|their|both|all|ongoing|annual|upcoming|successful|historic|recent|first|two|"
    "(?:mon|tues|wednes|thurs|fri|satur|sun|to)day['’]s|tomorrow['’]s|"
    "this (?:week|weekend|month|year)['’]s|virtual|online|regional|regular|special|key|high-level|"
    "\\w+-(?:member|nation|country|strong|day)|(?:19|20)\\d\\d"
)
_NAME_NEXT = rf"(?:\s(?:{_ARTICLES})){{0,2}}[\s“\"(]{{0,2}}\Z"
_ASIDE = r"(?:,?\s(?:which|originally|initially|scheduled|due|planned|slated)\b[^.;,]{0,80},)?"
_BETWEEN = r"(?:\s[^\s,;:.]{1,20}){0,6}?"


def before_name(name: str, opens: str, value: object, words: str, examples: Examples) -> Around:
    """`words`, which begin with one of `opens`, end right before the name; `name`: `field.way`.

    `value` is what they say, or a reader of the match.
    """
    pattern = re.compile(rf"(?<!\w)(?:{words}){_NAME_NEXT}", re.IGNORECASE)
    rule = replace(_rule(name, value, pattern, examples), opens=frozenset(opens.split()))
    return Around(rule=rule, side="before")


def after_name(name: str, cues: str, value: object, words: str, examples: Examples) -> Around:
    """`words`, with one of `cues` in them, come after the name, at most six words between."""
    pattern = re.compile(
        rf"[”\")]?(?:\s\([^()]{{0,60}}\))?{_ASIDE}{_BETWEEN},?\s"
        rf"(?:{words})(?!\w)",
        re.IGNORECASE,
    )
    rule = replace(_rule(name, value, pattern, examples), cues=frozenset(cues.split()))
    return Around(rule=rule, side="after")


def next_to_name(name: str, cues: str, value: object, words: str, examples: Examples) -> Around:
    """`words`, with one of `cues` in them, come right after the name."""
    pattern = re.compile(rf"[”\")]?\s(?:{words})(?!\w)", re.IGNORECASE)
    rule = replace(_rule(name, value, pattern, examples), cues=frozenset(cues.split()))
    return Around(rule=rule, side="after")


def _rule(name: str, value: object, pattern: re.Pattern[str], examples: Examples) -> Rule:
    field = name.split(".")[0]
    read: Reader = value if callable(value) else constant(value)
    return Rule(name=f"en.{name}", field=field, pattern=pattern, read=read, examples=examples)
