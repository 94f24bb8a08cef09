"""Passages: an article cut into sentences, and the words in them that were read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawler.items import Article, Evidence, Source
from pipelines.meetings.sentences import article_sources, split_text


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is marked as one, or not at all."""

    text: str
    fields: tuple[str, ...]
    """What was read from it; empty where nothing was."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at its place in the article."""

    number: int
    """Counted from the title on; the anchor in the article's page is made of it."""
    source: Source
    start: int
    end: int
    opens: bool
    """True where a paragraph begins with it."""

    @property
    def anchor(self) -> str:
        """The id of its element."""
        return f"s{self.number}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or the few that one piece of evidence runs through, with the words read."""

    anchor: str
    source: Source
    segments: tuple[Segment, ...]


class Passages:
    """The sentences of one article."""

    def __init__(self, article: Article) -> None:
        self.texts = article_sources(article)
        self.sentences = list(_number_sentences(self.texts))
        self._starts = {
            source: [one.start for one in self.sentences if one.source == source]
            for source in self.texts
        }
        self._first = {one.source: one.number for one in reversed(self.sentences)}

    def find(self, evidence: Sequence[Evidence]) -> Passage | None:
        """Where the first of `evidence` stands, with all of it that stands there marked.

        None where nothing is there: the text has changed since.
        """
        known = [one for one in evidence if self.holds(one)]
        if not known:
            return None
        first, last = self._around(known[0])
        start, end = first.start, max(last.end, known[0].end)
        here = [one for one in known if one.source == first.source]
        segments = split_segments(self.texts[first.source], start, end, here)
        return Passage(first.anchor, first.source, tuple(segments))

    def holds(self, evidence: Evidence) -> bool:
        """Whether the quote stands where it was read."""
        text = self.texts[evidence.source]
        return (
            bool(evidence.quote.strip()) and text[evidence.start : evidence.end] == evidence.quote
        )

    def _around(self, evidence: Evidence) -> tuple[Sentence, Sentence]:
        first = self._at(evidence.source, evidence.start)
        return first, self._at(evidence.source, evidence.end - 1)

    def _at(self, source: Source, offset: int) -> Sentence:
        index = max(bisect_right(self._starts[source], offset) - 1, 0)
        return self.sentences[self._first[source] + index]


def split_segments(
    text: str, start: int, end: int, evidence: Iterable[Evidence]
) -> Iterator[Segment]:
    """`text[start:end]` cut where evidence begins or ends; pieces of evidence may overlap."""
    spans = [(max(e.start, start), min(e.end, end), e.field) for e in evidence]
    inside = [span for span in spans if span[0] < span[1]]
    cuts = sorted({start, end, *(cut for span in inside for cut in span[:2])})
    for begin, stop in pairwise(cuts):
        fields = (field for left, right, field in inside if left <= begin and stop <= right)
        yield Segment(text[begin:stop], tuple(dict.fromkeys(fields)))


def _number_sentences(texts: dict[Source, str]) -> Iterator[Sentence]:
    number = 0
    for source, text in texts.items():
        before = 0
        for start, end in split_text(text):
            opens = before == 0 or "\n" in text[before:start]
            yield Sentence(number, source, start, end, opens)
            number, before = number + 1, end
