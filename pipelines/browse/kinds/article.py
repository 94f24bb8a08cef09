"""One article: its text with the words that were read, and the meetings that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from crawler.items import Article, Evidence
from crawler.items import Source as TextSource
from pipelines.browse.kind import Kind, Visit
from pipelines.browse.links import name_article
from pipelines.browse.overview import Overview
from pipelines.browse.passages import Passages, Segment, Sentence, split_segments
from pipelines.merging.record import MergedMeeting, Source


@dataclass(frozen=True, slots=True)
class Part:
    """The title, sapo, text or captions: paragraphs of sentences."""

    source: TextSource
    paragraphs: list[list[tuple[str, list[Segment]]]]
    """(anchor, segments) of each sentence; the space behind a sentence is not in it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A meeting that the article speaks of, and what was read of it there."""

    meeting: MergedMeeting
    source: Source
    evidence: list[tuple[Evidence, str]]
    """With the anchor of its sentence."""


def _names(overview: Overview) -> Iterable[str]:
    return overview.once(_find_urls)


def _find_urls(overview: Overview) -> dict[str, str]:
    """Addresses by the name of the page."""
    return {
        name_article(url): url
        for url in sorted(overview.once(_find_sources))
        if url in overview.articles
    }


def _find_sources(overview: Overview) -> dict[str, list[tuple[MergedMeeting, Source]]]:
    """The articles that speak of meetings, by address."""
    found: dict[str, list[tuple[MergedMeeting, Source]]] = {}
    for meeting in overview.meetings:
        for source in meeting.sources:
            found.setdefault(source.article, []).append((meeting, source))
    return found


def _view(visit: Visit, name: str) -> Mapping[str, Any] | None:
    url = visit.overview.once(_find_urls).get(name)
    article = visit.library.read_article(url) if url else None
    if article is None:
        return None
    passages = Passages(article)
    spoken = _find_spoken(visit.overview, article, passages)
    evidence = [found for one in spoken for found, _ in one.evidence]
    parts = _make_parts(passages, evidence)
    return {
        "article": article,
        "head": visit.overview.articles[article.url],
        "parts_of": {part.source: part for part in parts},
        "linked": visit.overview.once(_find_sources),
        "spoken": spoken,
    }


def _find_spoken(overview: Overview, article: Article, passages: Passages) -> list[Spoken]:
    here = overview.once(_find_sources)[article.url]
    return [
        Spoken(meeting, source, _locate(article.meetings[source.position].evidence, passages))
        for meeting, source in sorted(here, key=lambda pair: pair[1].position)
        if source.position < len(article.meetings)
    ]


def _locate(evidence: list[Evidence], passages: Passages) -> list[tuple[Evidence, str]]:
    found = [(one, passages.find([one])) for one in evidence]
    return [(one, passage.anchor) for one, passage in found if passage]


def _make_parts(passages: Passages, evidence: list[Evidence]) -> list[Part]:
    parts = []
    for source, sentences in groupby(passages.sentences, lambda one: one.source):
        paragraphs: list[list[tuple[str, list[Segment]]]] = []
        here = [one for one in evidence if one.source == source]
        for sentence in sentences:
            if sentence.opens or not paragraphs:
                paragraphs.append([])
            segments = _mark(passages.texts[source], sentence, here)
            paragraphs[-1].append((sentence.anchor, segments))
        parts.append(Part(source, paragraphs))
    return parts


def _mark(text: str, sentence: Sentence, evidence: list[Evidence]) -> list[Segment]:
    near = [one for one in evidence if one.start < sentence.end and one.end > sentence.start]
    return list(split_segments(text, sentence.start, sentence.end, near))


KINDS = (Kind(template="article.html", view=_view, names=_names, folder="article"),)
