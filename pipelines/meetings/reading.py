"""What filling one meeting has to go by: the article, its sentences and the meetings in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from crawler.items import Article, Evidence, Meeting
from pipelines.meetings.candidates import Candidate
from pipelines.meetings.days import read_day
from pipelines.meetings.language import Language, Named
from pipelines.meetings.moments import Moment
from pipelines.meetings.rule import Found
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
    _people: dict[int, list[Named]] = field(default_factory=dict)
    """The persons of each sentence, by its number."""

    @property
    def published(self) -> date | None:
        """The day of publication, where the page states one."""
        return read_day(self.article.published)

    def people_in(self, scan: Scan) -> list[Named]:
        """The persons that a sentence names, read once for all meetings."""
        number = scan.sentence.number
        if number not in self._people:
            self._people[number] = self.language.read_people(scan.sentence, scan.hits)
        return self._people[number]


@dataclass(slots=True)
class Draft:
    """A meeting that is being filled, with its candidate."""

    meeting: Meeting
    candidate: Candidate

    def quote(self, field: str, rule: str, sentence: Sentence, span: tuple[int, int]) -> None:
        """Add the words behind a value."""
        start, end = span
        quote = sentence.whole[start:end]
        self.meeting.evidence.append(Evidence(field, rule, quote, start, end, sentence.source))

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
        for found in language.sentences.read(scan.sentence):
            facts.setdefault(found.rule.field, []).append((scan, found))
    return facts


def is_about(scan: Scan, candidate: Candidate) -> bool:
    """True where a sentence speaks of this meeting: names it, or leads and names none.

    One on another edition does not.
    """
    if any(mention in candidate.mentions for mention in scan.mentions):
        return True
    return scan.leads and not scan.mentions and not scan.is_of_other_year
