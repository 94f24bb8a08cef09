"""How Chinese makes a rule of a pattern: keys are single characters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings.rule import Reader, Rule

Examples = Mapping[str, object]
_FIELDS = {"date": "starts", "ordinal": "ordinals"}


def make_rule(
    name: str, pattern: str, read: Reader, cues: str, examples: Examples, opens: str = ""
) -> Rule:
    """The rule `zh.` + `name`; of `cues` and `opens` each character is one."""
    way = name.split(".")[0]
    return Rule(
        name=f"zh.{name}",
        field=_FIELDS.get(way, way),
        pattern=re.compile(pattern),
        read=read,
        cues=frozenset(cues),
        opens=frozenset(opens),
        examples=examples,
    )
