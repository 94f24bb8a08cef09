"""Rules on the words right before and right after the name of a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pipelines.meetings.around import Around
from pipelines.meetings.rule import Rule, constant

Examples = Mapping[str, object]

_NAME_NEXT = r"(?:\s(?:các|những|chuỗi|loạt|một|tất cả))?[\s“\"(]{0,2}\Z"
_BETWEEN = r"(?:\s[^\s,;:.]{1,20}){0,9}?"
_PLACE = r"(?:\s(?:tại|ở)(?:\s[^\s,;:.]{1,20}){1,5},(?:\s(?-i:[A-ZĐÚẤÁÔÂ])[^\s,;:.]{1,20}){1,3},?)?"
"""`tại Bangkok, Thái Lan`, whose comma ends no clause."""


def read_before(way: str, opens: str, value: object, words: str, examples: Examples) -> Around:
    """`words`, which begin with one of `opens`, end right before the name; `way` is `field.way`."""
    pattern = re.compile(rf"(?<!\w)(?:{words}){_NAME_NEXT}", re.IGNORECASE)
    rule = replace(_rule(way, value, pattern, examples), opens=frozenset(opens.split()))
    return Around(rule=rule, side="before")


def read_after(way: str, cues: str, value: object, words: str, examples: Examples) -> Around:
    """`words`, with one of `cues` in them, come after the name, at most nine words between."""
    pattern = re.compile(
        rf"[”\")]?(?:\s\([^()]{{0,60}}\))?{_PLACE}{_BETWEEN},?\s(?:{words})(?!\w)", re.IGNORECASE
    )
    rule = replace(_rule(way, value, pattern, examples), cues=frozenset(cues.split()))
    return Around(rule=rule, side="after")


def _rule(way: str, value: object, pattern: re.Pattern[str], examples: Examples) -> Rule:
    return Rule(
        name=f"vi.{way}",
        field=way.split(".")[0],
        pattern=pattern,
        read=constant(value),
        examples=examples,
    )
