"""The meetings of an article: its mentions brought together, and which of them it reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipelines.meetings.mentions import Mention
from pipelines.meetings.scan import LEAD, Scan

_TITLE, _FIRST, _LEAD, _LATER = 3.0, 2.0, 1.0, 0.2
_BACKGROUND = 0.1
_REPORTED = 1.5
_ENOUGH = 2.0
"""Weight from which on a meeting is what the article is about."""


@dataclass(slots=True)
class Candidate:
    """One meeting with all its mentions, in reading order."""

    series: str
    ordinals: tuple[int, ...]
    mentions: list[Mention] = field(default_factory=list)

    def accepts(self, mention: Mention) -> bool:
        """True where `mention` may mean this meeting."""
        same = not mention.ordinals or not self.ordinals or mention.ordinals == self.ordinals
        return mention.series == self.series and same

    @property
    def foreground(self) -> list[Mention]:
        """Mentions that do more than set the scene for another meeting."""
        return [mention for mention in self.mentions if mention.said("background") is None]


def gather_candidates(mentions: Iterable[Mention]) -> list[Candidate]:
    """The meetings that `mentions` mean, by first mention."""
    known = [mention for mention in mentions if mention.series is not None]
    singles = {(m.series, m.ordinals[0]) for m in known if len(m.ordinals) == 1}
    candidates: list[Candidate] = []
    for mention in known:
        _gather(mention, candidates, singles)
    return candidates


def _gather(
    mention: Mention, candidates: list[Candidate], singles: set[tuple[str | None, int]]
) -> None:
    ordinals = mention.ordinals
    if len(ordinals) > 1 and (mention.series, ordinals[0]) in singles:
        ordinals = ordinals[:1]
    candidate = _find_candidate(mention.series, ordinals, candidates)
    if candidate is None:
        candidate = Candidate(str(mention.series), ordinals)
        candidates.append(candidate)
    candidate.ordinals = candidate.ordinals or ordinals
    candidate.mentions.append(mention)


def _find_candidate(
    series: str | None, ordinals: tuple[int, ...], candidates: Sequence[Candidate]
) -> Candidate | None:
    same = [one for one in candidates if one.series == series]
    exact = [one for one in same if one.ordinals == ordinals]
    open_ = [one for one in same if not one.ordinals or not ordinals]
    return next(iter(exact or open_), None)


def choose_reported(candidates: Sequence[Candidate], scans: Sequence[Scan]) -> list[Candidate]:
    """The meetings that the article reports on, the most prominent first; often none."""
    weighed = [(_weigh(candidate, scans), candidate) for candidate in candidates]
    best = max(weighed, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < _ENOUGH:
        return []
    main = best[1]
    return [main, *(one for one in candidates if one is not main and _stands_beside(one, main))]


def _weigh(candidate: Candidate, scans: Sequence[Scan]) -> float:
    return sum(_weigh_mention(mention) for mention in candidate.mentions)


def _weigh_mention(mention: Mention) -> float:
    weight = _place_weight(mention)
    if mention.said("background") is not None:
        return weight * _BACKGROUND
    if mention.said("attends") or mention.said("report"):
        weight *= _REPORTED
    return weight


def _place_weight(mention: Mention) -> float:
    sentence = mention.sentence
    if sentence.source == "title":
        return _TITLE
    if sentence.source == "caption":
        return _LATER
    if sentence.number <= 2:
        return _FIRST
    return _LEAD if sentence.number <= LEAD + 2 else _LATER


def _stands_beside(one: Candidate, main: Candidate) -> bool:
    """True where the lead names both meetings in one breath: `các Hội nghị ASEAN - Mỹ, ASEAN - Nhật`."""
    pairs = ((a, b) for a in one.foreground for b in main.foreground)
    return any(
        a.sentence is b.sentence and a.sentence.number <= LEAD and _adjoin(a, b) for a, b in pairs
    )


def _adjoin(a: Mention, b: Mention) -> bool:
    first, second = sorted((a, b), key=lambda mention: mention.start)
    gap = second.start - first.end
    return gap <= 6
