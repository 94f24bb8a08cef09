"""Many names found in one pass: a tree of words in which each path is a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.meetings.sentences import Words, read_words

FILLERS = frozenset({"of:", "and:"})
"""Codes of the words that only join others into a name."""
Written = Sequence[tuple[int, str]]
"""The words of a name that have a capital letter: place in the name, letters."""
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
    entries: list[tuple[Entry, Written]] = field(default_factory=list)
    """Each with those of its words that have a capital letter; names with capitals come last,
    and win."""


class Lexicon:
    """Names by their words; of one kind the leftmost and longest wins."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node()
        self.entries = tuple(entries)
        for entry in self.entries:
            self._add(entry)

    def find(self, words: Words, text: str) -> list[Hit]:
        """The names among `words`, by start; names of different kinds may overlap.

        Fillers (`của`, `of the`) are found only near other names, where they may join them.
        """
        keys, starts, ends = words.keys, words.starts, words.ends
        chain, last = -_CHAIN, len(keys) - 1
        hits: list[Hit] = []
        found: Iterable[tuple[Entry, int]]
        taken: dict[str, int] = {}
        for first, node in enumerate(map(self._root.next.get, keys)):
            if node is None or (node.fills and first - chain >= _CHAIN):
                continue
            goes_on = first < last and keys[first + 1] in node.next
            if not (goes_on or node.entries):
                continue
            if goes_on or len(node.entries) > 1:
                found = _longest_at(node, words, first, text)
            else:
                entry, written = node.entries[0]
                fits = not written or _has_capitals(words, first, written, text)
                found = [(entry, first)] if fits else []
            for entry, end in found:
                chain = end + 1
                if first >= taken.get(entry.kind, 0):
                    taken[entry.kind] = chain
                    hits.append(Hit(entry, first, chain, starts[first], ends[end]))
        return hits

    def _add(self, entry: Entry) -> None:
        node = self._root
        written: list[tuple[int, str]] = []
        for index, word in enumerate(read_words(entry.name)):
            node = node.next.setdefault(word.key, _Node())
            letters = entry.name[word.start : word.end]
            if letters != word.key:
                written.append((index, letters))
            node.fills = node.fills and entry.code in FILLERS
        if written:
            node.entries.append((entry, tuple(written)))
        elif node is not self._root:
            node.entries.insert(0, (entry, ()))


def _longest_at(
    node: _Node | None, words: Words, first: int, text: str
) -> Iterable[tuple[Entry, int]]:
    """Of each kind the longest name from `first` on, which led to `node`, and its last word."""
    longest: dict[str, tuple[Entry, int]] = {}
    keys, last, count = words.keys, first, len(words.keys)
    while node is not None:
        for entry, written in node.entries:
            if not written or _has_capitals(words, first, written, text):
                longest[entry.kind] = (entry, last)
        last += 1
        node = node.next.get(keys[last]) if last < count and node.next else None
    return longest.values()


def _has_capitals(words: Words, first: int, written: Written, text: str) -> bool:
    """True where the words from `first` on have the capital letters of the name."""
    for index, name in written:
        start, end = words.starts[first + index], words.ends[first + index]
        if not text.startswith(name, start, end) and not _fits(name, text[start:end]):
            return False
    return True


def _fits(name: str, letters: str) -> bool:
    return not letters.islower() and all(
        not wanted.isupper() or wanted == got for wanted, got in zip(name, letters, strict=False)
    )
