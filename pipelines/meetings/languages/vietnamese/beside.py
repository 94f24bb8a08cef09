"""Rules on the words right before and right after the name of a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings.language import Around
from pipelines.meetings.rule import Rule, constant

Examples = Mapping[str, object]

_NAME_NEXT = r"(?:\s(?:các|những|chuỗi|loạt|một|tất cả))?[\s“\"(]{0,2}\Z"
_BETWEEN = r"(?:\s[^\s,;:.]{1,20}){0,9}?"


def read_before(way: str, cues: str, value: object, words: str, examples: Examples) -> Around:
    """`words`, one of which is among `cues`, end right before the name; `way` is `field.way`."""
    pattern = re.compile(rf"(?<!\w)(?:{words}){_NAME_NEXT}", re.IGNORECASE)
    return Around(rule=_rule(way, cues, value, pattern, examples), side="before")


def read_after(way: str, cues: str, value: object, words: str, examples: Examples) -> Around:
    """`words` come after the name, with at most nine words between."""
    pattern = re.compile(
        rf"[”\")]?(?:\s\([^()]{{0,60}}\))?{_BETWEEN},?\s(?:{words})(?!\w)", re.IGNORECASE
    )
    return Around(rule=_rule(way, cues, value, pattern, examples), side="after")


def _rule(way: str, cues: str, value: object, pattern: re.Pattern[str], examples: Examples) -> Rule:
    return Rule(
        name=f"vi.{way}",
        field=way.split(".")[0],
        pattern=pattern,
        read=constant(value),
        cues=frozenset(cues.split()),
        examples=examples,
    )
