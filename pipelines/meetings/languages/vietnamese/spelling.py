"""Where Vietnamese sets the mark of a tone: `hóa` and `hoá`, `thủy` and `thuỷ` are one word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipelines.meetings.lexicon import Entry

_OLD = "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy".split()
_NEW = "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ".split()


def respell(name: str) -> str | None:
    """`name` with its tone marks where the other school sets them, or None if it has none such.

    Only at the end of a syllable: `toán` has one spelling.
    """
    pairs = dict([*zip(_OLD, _NEW, strict=True), *zip(_NEW, _OLD, strict=True)])
    words = name.split(" ")
    other = [word[:-2] + pairs.get(word[-2:], word[-2:]) for word in words]
    found = " ".join(
        new if word[-3:-2] != "q" else word for word, new in zip(words, other, strict=True)
    )
    return None if found == name else found


def with_spellings(entries: Iterable[Entry]) -> Iterator[Entry]:
    """`entries`, and those that can be spelt otherwise once more so."""
    for entry in entries:
        yield entry
        other = respell(entry.name)
        if other is not None:
            yield replace(entry, name=other)
