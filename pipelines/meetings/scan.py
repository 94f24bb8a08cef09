"""An article read once: each sentence with the meetings, dates and places that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crawler.items import Article
from pipelines.meetings.language import Language, is_frame
from pipelines.meetings.lexicon import Hits
from pipelines.meetings.mentions import Mention, read_mentions
from pipelines.meetings.moments import Moment, read_moments
from pipelines.meetings.naming import ELSEWHERE, HEAD_WORDS
from pipelines.meetings.places import Placed, read_dateline, read_places
from pipelines.meetings.sentences import Sentence, article_sources, split_article

EARLY = 6
"""Sentences in which a place is that of the news unless they name another meeting."""
_USUAL_FRAME = "ASEAN"
"""The frame of most articles, as all languages write it: found without asking for the others."""
LEAD = 4
"""Sentences after the title that tell the news; what comes later is detail."""


@dataclass(slots=True)
class Scan:
    """One sentence and what it names; its dates and places are read when they are asked for."""

    sentence: Sentence
    hits: Hits
    mentions: list[Mention]
    language: Language
    undated: bool = False
    """True where no time of publication tells which year dates mean: all of the article count."""
    names: list[Mention] = field(default_factory=list, init=False)
    """Mentions that name a meeting, not only the people who meet."""
    _named: bool = field(default=False, init=False)
    """True where it had mentions at first, though they may be gone."""
    _moments: list[Moment] | None = field(default=None, init=False)
    _places: list[Placed] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Tell names from people."""
        if self.mentions:
            self._named = True
            self.keep(self.mentions)

    def keep(self, mentions: list[Mention]) -> None:
        """Let the sentence have these mentions alone."""
        self.mentions = mentions
        self.names = [mention for mention in mentions if mention.strength != "people"]

    @property
    def moments(self) -> list[Moment]:
        """The dates that may be those of a meeting of the article."""
        if self._moments is None:
            near = self.undated or self.sentence.number <= EARLY
            self._moments = read_moments(self.sentence, self.language) if self._tells(near) else []
        return self._moments

    @property
    def places(self) -> list[Placed]:
        """The places that may be those of a meeting of the article."""
        if self._places is None:
            tells = self._tells(self.sentence.number <= EARLY or self.speaks_of_meeting)
            self._places = read_places(self.sentence, self.hits, self.language) if tells else []
        return self._places

    def _tells(self, near: bool) -> bool:
        """True for a sentence that names a meeting, or is `near` one, unless on another year's.

        Not `Next year's summits will be held in Hanoi`, which names no meeting.
        """
        return self._named or (near and not self.is_of_other_year)

    @property
    def is_of_other_year(self) -> bool:
        """True for a sentence that says that it is on another year: `năm ngoái`."""
        text = self.sentence
        return self.language.other_year.search(text.whole, text.start, text.end) is not None

    @property
    def speaks_of_meeting(self) -> bool:
        """True for a sentence with a plain `hội nghị`, which means the reported one."""
        return not HEAD_WORDS.isdisjoint(self.hits.codes)

    @property
    def leads(self) -> bool:
        """True for the title, the sapo and the first sentences of the text."""
        return self.sentence.source != "caption" and self.sentence.number <= LEAD


def scan_article(article: Article, language: Language) -> list[Scan]:
    """All sentences in reading order; empty where the article names no meeting.

    Each step goes through all sentences before the next begins: what it looks up stays in the
    processor's cache.
    """
    if not _may_name_frame(article, language):
        return []
    sentences = split_article(article)
    hits = [language.lexicon.find(one.words, one.whole) for one in sentences]
    undated = article.published is None
    scans = [
        Scan(sentence, named, read_mentions(sentence, named, language), language, undated)
        for sentence, named in zip(sentences, hits, strict=True)
    ]
    if not any(scan.mentions for scan in scans) or not any(map(_names_frame, scans)):
        return []
    return scans


def read_home(scans: Sequence[Scan]) -> Placed | None:
    """Where the article was written, as its dateline says."""
    first = next((one for one in scans if one.sentence.source == "text"), None)
    return None if first is None else read_dateline(first.sentence, first.hits)


def _may_name_frame(article: Article, language: Language) -> bool:
    """False where the words of no frame stand in the article: the cheap way to say no."""
    texts = article_sources(article).values()
    if any(_USUAL_FRAME in text for text in texts):
        return True
    lower = "\n".join(texts).lower()
    signs = (words for words in language.frame_signs if words[0] in lower)
    return any(all(word in lower for word in words) for words in signs)


def _names_frame(scan: Scan) -> bool:
    """True where ASEAN or a forum of its own is named, not only an abbreviation like SOM."""
    return any(map(is_frame, scan.hits.codes - ELSEWHERE))
