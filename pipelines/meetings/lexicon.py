"""Many names found in one pass: a tree of words in which each path is a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import NamedTuple

from pipelines.meetings.sentences import Words, read_words

FILLERS = frozenset({"of:", "and:"})
"""Codes of the words that only join others into a name."""
Written = Sequence[tuple[int, int, str]]
"""The capital letters of a name, run by run: which word, where in the word, letters."""
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


class Hits(list[Hit]):
    """The names in a text by their start; of each kind none overlaps another."""

    __slots__ = ("_codes", "kinds")

    def __init__(self) -> None:
        """No names yet."""
        self.kinds: dict[str, list[Hit]] = {}
        self._codes: frozenset[str] | None = None

    def of(self, kind: str) -> Sequence[Hit]:
        """The names of that kind."""
        return self.kinds.get(kind, ())

    @property
    def codes(self) -> frozenset[str]:
        """What the names stand for."""
        if self._codes is None:
            self._codes = frozenset([hit.entry.code for hit in self])
        return self._codes


_Reading = tuple[Entry, int, Written]
"""A name, how many words it has, and those of them that must have capitals."""
_make_hit = partial(tuple.__new__, Hit)
"""A hit of its five values; half the time of `Hit(...)`, and most of what the search makes."""


@dataclass(slots=True, eq=False)
class _Node:
    fills: bool = True
    """True where all names through here are fillers."""
    next: dict[str, _Node] = field(default_factory=dict)
    entries: list[tuple[Entry, Written]] = field(default_factory=list)
    """Each with those of its words that have a capital letter; names with capitals come last,
    and win."""
    likely: tuple[_Reading, ...] = ()
    """Of each kind the longest name on the way here, if all of them have their capitals."""
    certain: bool = True
    """True where no capitals are needed for `likely`."""


class Lexicon:
    """Names by their words; of one kind the leftmost and longest wins."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node()
        self.entries = tuple(entries)
        for entry in self.entries:
            self._add(entry)
        for node in self._root.next.values():
            _foresee(node, (), 1)

    def find(self, words: Words, text: str) -> Hits:
        """The names among `words`, by start; names of different kinds may overlap.

        Fillers (`của`, `of the`) are found only near other names, where they may join them.
        """
        keys, starts, ends = words.keys, words.starts, words.ends
        chain, count = -_CHAIN, len(keys)
        hits = Hits()
        kinds = hits.kinds
        for first, node in enumerate(map(self._root.next.get, keys)):
            if node is None or (node.fills and first - chain >= _CHAIN):
                continue
            last, top = first + 1, node
            while node.next and last < count and (deeper := node.next.get(keys[last])) is not None:
                node = deeper
                last += 1
            readings = node.likely if node.certain else _read_at(top, node, words, first, text)
            for entry, length, _ in readings:
                chain = first + length
                alike = kinds.get(entry.kind)
                if alike is None:
                    alike = kinds[entry.kind] = []
                elif first < alike[-1].last:
                    continue
                hit = _make_hit((entry, first, chain, starts[first], ends[chain - 1]))
                alike.append(hit)
                hits.append(hit)
        return hits

    def _add(self, entry: Entry) -> None:
        node = self._root
        written: list[tuple[int, int, str]] = []
        for index, word in enumerate(read_words(entry.name)):
            node = node.next.setdefault(word.key, _Node())
            written.extend((index, *run) for run in _capitals(entry.name[word.start : word.end]))
            node.fills = node.fills and entry.code in FILLERS
        if written:
            node.entries.append((entry, tuple(written)))
        elif node is not self._root:
            node.entries.insert(0, (entry, ()))


def _foresee(node: _Node, before: tuple[_Reading, ...], length: int) -> None:
    """Fill `likely` and `certain` of `node`, which is `length` words deep, and of all below."""
    longest = {reading[0].kind: reading for reading in before}
    for entry, written in node.entries:
        longest[entry.kind] = (entry, length, written)
    node.likely = tuple(longest.values())
    node.certain = not any(written for _, _, written in node.likely)
    for deeper in node.next.values():
        _foresee(deeper, node.likely, length + 1)


def _read_at(top: _Node, node: _Node, words: Words, first: int, text: str) -> Iterable[_Reading]:
    """The names from `first` on that end on the way from `top` to `node`, the longest of a kind."""
    for entry, _, written in node.likely:
        exact = text.startswith(entry.name, words.starts[first])
        if not exact and not _has_capitals(words, first, written, text):
            return _longest_at(top, words, first, text)
    return node.likely


def _longest_at(top: _Node, words: Words, first: int, text: str) -> Iterable[_Reading]:
    """Of each kind the longest name from `first` on, which led to `top`, with its capitals."""
    longest: dict[str, _Reading] = {}
    keys, last, count = words.keys, first, len(words.keys)
    node: _Node | None = top
    while node is not None:
        last += 1
        for entry, written in node.entries:
            if _has_capitals(words, first, written, text):
                longest[entry.kind] = (entry, last - first, written)
        node = node.next.get(keys[last]) if last < count else None
    return longest.values()


def _has_capitals(words: Words, first: int, written: Written, text: str) -> bool:
    """True where the words from `first` on have the capital letters of the name."""
    starts = words.starts
    for index, offset, letters in written:
        if not text.startswith(letters, starts[first + index] + offset):
            return False
    return True


def _capitals(word: str) -> Iterator[tuple[int, str]]:
    """The runs of capital letters in `word`, each with its place."""
    start = 0
    for is_capital, run in groupby(word, str.isupper):
        letters = "".join(run)
        if is_capital:
            yield start, letters
        start += len(letters)
