"""Many names found in one pass: a tree of words in which each path is a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipelines.meetings.sentences import Word, read_words


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of something: `Entry("Hàn Quốc", "country", "KR")`."""

    name: str
    kind: str
    """`unit` (a word that names of meetings are built of), `country`, `city`, `title` ..."""
    code: str
    exact: bool = False
    """True: only in this case: `SOM` is no `Som`, `Mỹ` no `mỹ`."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: words `first` to `last` (not included), characters `start` to `end`."""

    entry: Entry
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


class Lexicon:
    """Names by their words; of one kind the longest name wins where several begin."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node()
        for entry in entries:
            self._add(entry)

    def find(self, words: Sequence[Word], text: str) -> list[Hit]:
        """The names among `words`, by start; names of different kinds may overlap."""
        starts = self._root.next
        hits: list[Hit] = []
        for first, word in enumerate(words):
            if word.key in starts:
                hits.extend(self._find_at(words, first, text))
        return _without_inner(hits)

    def _add(self, entry: Entry) -> None:
        node = self._root
        for word in read_words(entry.name):
            node = node.next.setdefault(word.key, _Node())
        if node is not self._root:
            node.entries.append(entry)

    def _find_at(self, words: Sequence[Word], first: int, text: str) -> list[Hit]:
        longest: dict[str, Hit] = {}
        node, start = self._root, words[first].start
        for last in range(first, len(words)):
            step = node.next.get(words[last].key)
            if step is None:
                break
            node, end = step, words[last].end
            for entry in node.entries:
                if not entry.exact or text[start:end] == entry.name:
                    longest[entry.kind] = Hit(entry, first, last + 1, start, end)
        return list(longest.values())


def _without_inner(hits: list[Hit]) -> list[Hit]:
    """`hits` without those that lie inside an earlier one of the same kind."""
    ends: dict[str, int] = {}
    kept = []
    for hit in hits:
        if hit.last > ends.get(hit.entry.kind, 0):
            ends[hit.entry.kind] = hit.last
            kept.append(hit)
    return kept
