"""Claims: who says which value of a meeting, and in which sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawler.items import Article, Evidence, Meeting
from pipelines.browse.passages import Passage, Passages
from pipelines.merging.dating import read_days
from pipelines.merging.record import MergedMeeting, Result, Source, Value
from pipelines.merging.reports import Report
from pipelines.merging.traits import fold

PROOF: Mapping[str, tuple[str, ...]] = {
    "date": ("starts", "ends"),
    "ordinals": ("ordinals",),
    "status": ("status",),
    "format": ("format",),
    "chair": ("chair.country",),
    "host": ("host",),
    "country": ("place.country", "place.city"),
    "city": ("place.city",),
    "venue": ("place.venue",),
    "province": ("place.province",),
}
"""Fields of evidence by the field of a merged value, the one that says it outright first."""

ReadArticle = Callable[[str], Article | None]


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence of one article that a value was read from."""

    source: Source
    passage: Passage


@dataclass(frozen=True, slots=True)
class Claim:
    """A value, the independent texts that state it, and their sentences."""

    value: Value
    voices: tuple[int, ...]
    """Numbers of the texts, as `number_voices` gives them."""
    quotes: tuple[Quote, ...]
    """One for each text, in the order of publication; a value that follows from others, such as
    a country from its city's, may have none."""
    language: str | None
    """Of the first article that states it."""

    @property
    def counts_parts(self) -> bool:
        """Whether texts that name one of several days were counted for all of them."""
        is_span = self.value.field == "date" and "/" in self.value.value
        return is_span and self.value.why == "most-texts"


class Witnesses:
    """The articles that speak of one meeting, with the sentences of each."""

    def __init__(self, meeting: MergedMeeting, read_article: ReadArticle) -> None:
        self._meeting = meeting
        self._voices = number_voices(meeting)
        found = {one.article: read_article(one.article) for one in meeting.sources}
        self._articles = {url: article for url, article in found.items() if article}
        self._passages = {url: Passages(article) for url, article in self._articles.items()}

    def claims(self) -> dict[str, list[Claim]]:
        """All values by field; the chosen one comes first."""
        claims: dict[str, list[Claim]] = {}
        for value in self._meeting.values:
            claims.setdefault(value.field, []).append(self._make_claim(value))
        return claims

    def quote_person(self, name: str) -> tuple[Quote, ...]:
        """The sentences that name somebody who took part, one for each text."""
        return tuple(self._quote(lambda report: _evidence_of_person(report, name)))

    def quote_result(self, result: Result) -> Quote | None:
        """The sentence of an outcome; None where it stands no more."""

        def prove(report: Report) -> list[Evidence]:
            is_there = report.article == result.source
            return [e for e in report.meeting.evidence if is_there and e.quote == result.text]

        return next(self._quote(prove), None)

    def _make_claim(self, value: Value) -> Claim:
        def prove(report: Report) -> list[Evidence]:
            return _evidence_of_value(report, value)

        sources = [one for one in self._meeting.sources if one.article in value.sources]
        return Claim(
            value=value,
            voices=tuple(sorted({self._voices[one.text] for one in sources})),
            quotes=tuple(self._quote(prove)),
            language=sources[0].language if sources else None,
        )

    def _quote(self, prove: Callable[[Report], list[Evidence]]) -> Iterator[Quote]:
        heard: set[str] = set()
        for source in self._meeting.sources:
            report = self._report(source)
            if report is None or source.text in heard:
                continue
            passage = self._passages[source.article].find(prove(report))
            if passage:
                heard.add(source.text)
                yield Quote(source, passage)

    def _report(self, source: Source) -> Report | None:
        """The report of `source`; None where its article has changed and was not merged yet."""
        article = self._articles.get(source.article)
        if article is None or source.position >= len(article.meetings):
            return None
        return Report(
            article=source.article,
            position=source.position,
            site=source.site,
            language=source.language,
            published=source.published,
            text=source.text,
            meeting=article.meetings[source.position],
        )


def number_voices(meeting: MergedMeeting) -> dict[str, int]:
    """The independent texts, numbered from 1 in the order of publication."""
    texts = dict.fromkeys(source.text for source in meeting.sources)
    return {text: number for number, text in enumerate(texts, 1)}


def _evidence_of_value(report: Report, value: Value) -> list[Evidence]:
    if not _states(report, value):
        return []
    fields = PROOF[value.field]
    found = [one for one in report.meeting.evidence if one.field in fields]
    # What the text says reads better than the headline.
    return sorted(found, key=lambda one: (fields.index(one.field), one.source == "title"))


def _states(report: Report, value: Value) -> bool:
    meeting = report.meeting
    if value.field == "date":
        days = read_days(report)
        return days is not None and value.value.split(" ")[0] == _write(days[:2])
    return _read_plain(meeting, value.field) == value.value


def _write(days: Sequence[object]) -> str:
    return "/".join(dict.fromkeys(map(str, days)))


def _read_plain(meeting: Meeting, field: str) -> str | None:
    match field:
        case "ordinals":
            return ",".join(map(str, meeting.ordinals))
        case "chair":
            return meeting.chair.country if meeting.chair else None
        case "country" | "city" | "venue" | "province":
            return getattr(meeting.place, field, None)
    found: str | None = getattr(meeting, field)
    return found


def _evidence_of_person(report: Report, name: str) -> list[Evidence]:
    wanted = {
        f"people[{number}].name"
        for number, person in enumerate(report.meeting.people)
        if fold(person.name) == fold(name)
    }
    found = [one for one in report.meeting.evidence if one.field in wanted]
    return sorted(found, key=lambda one: one.source == "title")
