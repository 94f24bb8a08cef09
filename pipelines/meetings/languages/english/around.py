"""Rules on the words next to the name of a meeting, made from the words alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings.language import Around
from pipelines.meetings.rule import Rule, constant

Examples = Mapping[str, object]

_ARTICLES = (
    "the|a|an|its|this|their|both|all|ongoing|annual|upcoming|successful|historic|recent|first|two"
)
_NAME_NEXT = rf"(?:\s(?:{_ARTICLES})){{0,2}}[\s“\"(]{{0,2}}\Z"
_BETWEEN = r"(?:\s[^\s,;:.]{1,20}){0,6}?"


def before_name(name: str, value: object, words: str, examples: Examples) -> Around:
    """`words` end right before the name; `name` is `field.way`."""
    pattern = re.compile(rf"(?<!\w)(?:{words}){_NAME_NEXT}", re.IGNORECASE)
    return Around(rule=_rule(name, value, pattern, examples), side="before")


def after_name(name: str, value: object, words: str, examples: Examples) -> Around:
    """`words` come after the name, with at most six words between."""
    pattern = re.compile(
        rf"[”\")]?(?:\s\([^()]{{0,60}}\))?(?:, which[^.;,]{{0,80}},)?{_BETWEEN},?\s"
        rf"(?:{words})(?!\w)",
        re.IGNORECASE,
    )
    return Around(rule=_rule(name, value, pattern, examples), side="after")


def next_to_name(name: str, value: object, words: str, examples: Examples) -> Around:
    """`words` come right after the name."""
    pattern = re.compile(rf"[”\")]?\s(?:{words})(?!\w)", re.IGNORECASE)
    return Around(rule=_rule(name, value, pattern, examples), side="after")


def _rule(name: str, value: object, pattern: re.Pattern[str], examples: Examples) -> Rule:
    field = name.split(".")[0]
    read = constant(value)
    return Rule(name=f"en.{name}", field=field, pattern=pattern, read=read, examples=examples)
