"""Many names found in one pass: a tree of words in which each path is a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.meetings.sentences import Words, read_words

FILLERS = frozenset({"of:", "and:"})
"""Codes of the words that only join others into a name."""
_CHAIN = 5
"""Words after a name within which a filler may still belong to it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of something: `Entry("Hàn Quốc", "country", "KR")`.

    A capital letter of the name is obligatory in the text, a small one is not: `SOM` is no `Som`,
    `Mỹ` no `mỹ`, but `hội nghị` is also `Hội nghị`.
    """

    name: str
    kind: str
    """`unit` (a word that names of meetings are built of), `country`, `city`, `title` ..."""
    code: str


class Hit(NamedTuple):
    """A name in a text: words `first` to `last` (not included), characters `start` to `end`."""

    entry: Entry
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    fills: bool = True
    """True where all names through here are fillers."""
    next: dict[str, _Node] = field(default_factory=dict)
    entries: list[tuple[Entry, tuple[str | None, ...]]] = field(default_factory=list)
    """Each with those of its words that have a capital letter, in place; names with capitals
    come last, and win."""


class Lexicon:
    """Names by their words; of one kind the leftmost and longest wins."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node()
        for entry in entries:
            self._add(entry)

    def find(self, words: Words, text: str) -> list[Hit]:
        """The names among `words`, by start; names of different kinds may overlap.

        Fillers (`của`, `of the`) are found only near other names, where they may join them.
        """
        keys, starts, ends = words.keys, words.starts, words.ends
        chain, last = -_CHAIN, len(words) - 1
        hits: list[Hit] = []
        for first, node in enumerate(map(self._root.next.get, keys)):
            if node is None or (node.fills and first - chain >= _CHAIN):
                continue
            if node.entries or (first < last and keys[first + 1] in node.next):
                longest = _longest_at(node, words, first, text)
                for entry, end in longest.values():
                    hits.append(Hit(entry, first, end + 1, starts[first], ends[end]))
                    chain = end + 1
        return _from_left(hits)

    def _add(self, entry: Entry) -> None:
        node = self._root
        written: list[str | None] = []
        for word in read_words(entry.name):
            node = node.next.setdefault(word.key, _Node())
            letters = entry.name[word.start : word.end]
            written.append(None if letters == word.key else letters)
            node.fills = node.fills and entry.code in FILLERS
        if any(written):
            node.entries.append((entry, tuple(written)))
        elif written:
            node.entries.insert(0, (entry, ()))


def _longest_at(
    node: _Node | None, words: Words, first: int, text: str
) -> dict[str, tuple[Entry, int]]:
    """For each kind the longest name that begins at `first`, which led to `node`, and its end."""
    longest: dict[str, tuple[Entry, int]] = {}
    keys, last, count = words.keys, first, len(words)
    while node is not None:
        for entry, written in node.entries:
            if not written or _has_capitals(words, first, written, text):
                longest[entry.kind] = (entry, last)
        last += 1
        node = node.next.get(keys[last]) if last < count and node.next else None
    return longest


def _has_capitals(words: Words, first: int, written: Sequence[str | None], text: str) -> bool:
    """True where the words from `first` on have the capital letters of the name."""
    for index, name in enumerate(written, first):
        if name is not None:
            start, end = words.starts[index], words.ends[index]
            if not text.startswith(name, start, end) and not _fits(name, text[start:end]):
                return False
    return True


def _fits(name: str, letters: str) -> bool:
    if letters.islower():
        return False
    return all(
        not wanted.isupper() or wanted == got for wanted, got in zip(name, letters, strict=False)
    )


def _from_left(hits: list[Hit]) -> list[Hit]:
    """`hits` without those that begin inside an earlier one of the same kind."""
    ends: dict[str, int] = {}
    kept = []
    for hit in hits:
        kind = hit.entry.kind
        if hit.first >= ends.get(kind, 0):
            ends[kind] = hit.last
            kept.append(hit)
    return kept
