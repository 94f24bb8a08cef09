"""What the search for copies remembers of every article, and the look-ups that it needs.

A store implements `Index` over its own tables and calls `decide` and `add` inside one
transaction; `memory.MemoryIndex` implements it for tests and for use without a store.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from crawler.items import DuplicateKind
from pipelines.duplicates.sketch import Sketch, Words

Kind = Literal["unchanged", "version", "copy", "extends", "related", "new"]

PERIOD = 128
"""Days of one period; periods count from 1970-01-01."""
SHARED_MOST = 100
"""A fingerprint that more articles share, of the window or of a period that it touches, is
boilerplate and finds no candidate."""
SHARED_LEAST = 2
"""One shared fingerprint is a stock phrase; copies share a third of theirs and more."""
CANDIDATES_MOST = 32
"""So many candidates, those that share most, are worth a look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One version of one article as the index remembers it."""

    number: int
    """Order of arrival: the smaller, the earlier. Given by the index, never used twice."""
    key: str
    url: str
    version: int
    day: int
    exact: int
    title: int
    group: int
    """`number` of the earliest text of its group of copies; its own where it stands alone."""
    original: str
    """`url` of the earliest text of its group; its own where it stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A group that turned out to be the same text as an older group."""

    group: int
    kind: DuplicateKind
    """What its earliest text now is, as copy of the older group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an incoming article is, beside what is known."""

    kind: Kind
    """The first that holds, in the order of `Kind`."""
    version: int = 1
    duplicate_of: str | None = None
    duplicate_kind: DuplicateKind | None = None
    related: tuple[str, ...] = ()
    group: int | None = None
    """The group that it belongs to; None where it opens its own."""
    joined: tuple[Joined, ...] = ()
    """Younger groups that it ties to `group`: all their texts move there."""


class Index(Protocol):
    """Everything that is remembered of the articles so far."""

    def latest(self, key: str) -> Known | None:
        """The latest version of the article with this address key."""

    def same_text(self, exact: int) -> Sequence[Known]:
        """The texts with this exact hash, of all times, earliest first; 32 are enough."""

    def sharing(
        self, fingerprints: Collection[int], *, first_day: int, last_day: int
    ) -> Sequence[Known]:
        """The texts of these days (both included) that share `SHARED_LEAST` fingerprints.

        A fingerprint that more than `SHARED_MOST` texts hold, of these days or of a period of
        `PERIOD` days that they touch, is passed over.
        At most `CANDIDATES_MOST` come back: most shared fingerprints first, then earliest.
        """

    def words_of(self, numbers: Collection[int]) -> Mapping[int, Words]:
        """The words of the texts with these numbers."""

    def add(self, sketch: Sketch, decision: Decision) -> int:
        """Remembers the text as decided and moves `decision.joined`; returns its number.

        Not called for an unchanged visit. `number` grows with every call.
        """
