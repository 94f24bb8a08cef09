"""A rule: one way in which a language says one value, with the examples that are its tests.

`tests/test_meetings_rules.py` runs the examples of every rule of every language; there is no test
code per rule. A pattern has named groups only and bounded repeats, so that it stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

Reader = Callable[[re.Match[str]], Any]
ANY_NUMBER = "#"
"""Stands among the words that a rule opens with for every number in digits."""
SHORT_NUMBER = "##"
"""Stands for every number of one or two digits: a day or a month, no year."""
SIGN_REACH = 100
"""Characters from the start of a match within which its sign stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to say one value."""

    name: str
    """`language.field.way`: `vi.ordinal.lan-thu`."""
    field: str
    """The field of the meeting that it fills: `starts`, `format`, `chair.country`."""
    pattern: re.Pattern[str]
    read: Reader
    """Match -> value; None where the words turn out not to say one."""
    cues: frozenset[str] = frozenset()
    """Lower-case words one of which stands in every match: the cheap way to say no. Empty: none."""
    opens: frozenset[str] = frozenset()
    """Lower-case words one of which begins every match; in a sentence the rule is tried at these
    alone. `#` is any number, `##` a short one. Empty: a match may begin anywhere."""
    sign: re.Pattern[str] | None = None
    """What stands near the start of every match and is quick to find: no sign, no search."""
    examples: Mapping[str, Any]
    """Text -> the value of its first reading; None for a text that must not be read."""


class Found(NamedTuple):
    """A value and the words that it was read from, as offsets in the searched text."""

    rule: Rule
    value: Any
    start: int
    end: int
    match: re.Match[str]

    @property
    def groups(self) -> dict[str, tuple[int, int]]:
        """Spans of the named groups that took part in the match."""
        spans = ((name, self.match.span(name)) for name in self.match.re.groupindex)
        return {name: span for name, span in spans if span[0] >= 0}


_make_found = partial(tuple.__new__, Found)
"""A reading of its five values, in half the time of `Found(...)`."""


def read_rule(rule: Rule, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """All readings of `rule` in `text[start:end]`, from left to right."""
    end = len(text) if end is None else end
    if rule.sign is not None:
        sign = rule.sign.search(text, start, end)
        if sign is None:
            return
        start = max(start, sign.start() - SIGN_REACH)
    for match in rule.pattern.finditer(text, start, end):
        value = rule.read(match)
        if value is not None:
            yield read_match(rule, match, value)


def read_match(rule: Rule, match: re.Match[str], value: object) -> Found:
    """What `rule` read as `value` from `match`."""
    return _make_found((rule, value, match.start(), match.end(), match))


def constant(value: object) -> Reader:
    """A reader for a pattern that says one thing only."""
    return lambda _match: value
