"""What filling one meeting has to go by: the article, its sentences and the meetings in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crawler.items import Article, Evidence, Meeting
from pipelines.meetings.candidates import Candidate
from pipelines.meetings.days import read_day
from pipelines.meetings.evidence import quote_words
from pipelines.meetings.language import Language
from pipelines.meetings.moments import Moment
from pipelines.meetings.rule import Found, read_rule
from pipelines.meetings.scan import Scan
from pipelines.meetings.sentences import Sentence
from pipelines.meetings.timing import Dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as the finder has read it so far."""

    article: Article
    language: Language
    scans: Sequence[Scan]
    dated: Dated
    facts: dict[str, list[tuple[Scan, Found]]]
    """Readings of the language's sentence rules by field, in reading order."""

    @property
    def published(self) -> date | None:
        """The day of publication, where the page states one."""
        return read_day(self.article.published)


@dataclass(slots=True)
class Draft:
    """A meeting that is being filled, with its candidate."""

    meeting: Meeting
    candidate: Candidate

    def quote(self, field: str, rule: str, sentence: Sentence, span: tuple[int, int]) -> None:
        """Add the words behind a value."""
        self.meeting.evidence.append(quote_words(field, rule, sentence, span))

    def quote_moment(self, field: str, moment: Moment) -> None:
        """Add the words of a date."""
        self.quote(field, moment.rule, moment.sentence, (moment.start, moment.end))

    @property
    def evidence(self) -> list[Evidence]:
        """The evidence so far."""
        return self.meeting.evidence


def read_facts(scans: Sequence[Scan], language: Language) -> dict[str, list[tuple[Scan, Found]]]:
    """What the language's sentence rules read in all sentences, by field."""
    facts: dict[str, list[tuple[Scan, Found]]] = {}
    for scan in scans:
        for found in _read_sentence(scan.sentence, language):
            facts.setdefault(found.rule.field, []).append((scan, found))
    return facts


def _read_sentence(sentence: Sentence, language: Language) -> Iterator[Found]:
    for rule in language.sentences:
        if not rule.cues or not rule.cues.isdisjoint(sentence.keys):
            yield from read_rule(rule, sentence.whole, sentence.start, sentence.end)


def is_about(scan: Scan, candidate: Candidate) -> bool:
    """True where a sentence speaks of this meeting: names it, leads, or names no meeting at all."""
    if any(mention in candidate.mentions for mention in scan.mentions):
        return True
    return scan.leads and not scan.mentions
