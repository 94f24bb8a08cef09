"""The meetings of an article: its mentions brought together, each as one candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipelines.meetings import catalogue
from pipelines.meetings.mentions import Mention, series_code
from pipelines.meetings.part import BETWEEN_BOTH
from pipelines.meetings.subject import Series

FEW = 12
"""Mentions that tell what a meeting is; the rest only repeat it."""


@dataclass(slots=True, eq=False)
class Candidate:
    """One meeting with all its mentions, in reading order."""

    series: str
    ordinals: tuple[int, ...]
    mentions: list[Mention] = field(default_factory=list)

    @property
    def foreground(self) -> list[Mention]:
        """Mentions that do more than set the scene for another meeting."""
        return [mention for mention in self.mentions if mention.said("background") is None]


def gather_candidates(mentions: Iterable[Mention]) -> list[Candidate]:
    """The meetings that `mentions` mean, by first mention.

    Names make meetings; a verb makes one where no name fits; people and vague words only add to
    what is there.
    """
    known = list(mentions)
    singles = _singles(known)
    candidates: list[Candidate] = []
    for strength in ("named", "verb", "vague", "gathered", "people"):
        for mention in known:
            if mention.strength == strength and not _joins(mention, candidates):
                _gather(mention, candidates, singles)
    candidates = _without_headlines(_without_bare_frames(candidates))
    for candidate in candidates:
        candidate.mentions.sort(key=lambda one: (one.sentence.number, one.start))
    return sorted(candidates, key=lambda one: one.mentions[0].sentence.number)


def _without_bare_frames(candidates: list[Candidate]) -> list[Candidate]:
    """Let `Hội nghị EAS` mean the EAS ministers where only their meeting has an ordinal.

    So does `the SOM` after `the ASEAN-India Senior Officials' Meeting (SOM)`.
    """
    kept: list[Candidate] = []
    for candidate in candidates:
        fuller = None
        if not candidate.ordinals:
            fuller = _fuller(candidate, candidates) or _spelt_out(candidate, candidates)
        if fuller is None:
            kept.append(candidate)
        else:
            fuller.mentions.extend(candidate.mentions)
    return kept


def _without_headlines(candidates: list[Candidate]) -> list[Candidate]:
    """Let a name that only the title has mean the special or restricted meeting of the text.

    `ASEAN foreign ministers meet` over `the special ASEAN foreign ministers' meeting`; `ASEAN
    summit` over the one summit with a partner that the lead names. So do `a summit with ASEAN` and
    `the special summit` of the text.
    """
    kept: list[Candidate] = []
    for candidate in candidates:
        full = None
        if _is_with_asean(candidate):
            full = _partnered(candidate, candidates)
        elif _is_headline(candidate):
            full = _modified(candidate, candidates) or _partnered(candidate, candidates)
        elif all(mention.part.implied for mention in candidate.mentions):
            full = _partnered(candidate, candidates)
        if full is None:
            kept.append(candidate)
        else:
            full.mentions.extend(candidate.mentions)
    return kept


def _is_with_asean(candidate: Candidate) -> bool:
    """True where its names say that somebody meets ASEAN, not who: `during a summit with ASEAN`."""
    names = [mention for mention in candidate.mentions if mention.strength != "people"]
    return bool(names) and all(mention.part.with_asean for mention in names)


def _is_headline(candidate: Candidate) -> bool:
    names = (one for one in candidate.mentions if one.strength not in ("gathered", "people"))
    titled = [one.sentence.source == "title" for one in names]
    return bool(titled) and all(titled) and not candidate.ordinals


def _modified(candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The meeting of the same people whose name says more: special, restricted, informal."""
    own = catalogue.series_of(candidate.series)
    if own is None or own.modifier is not None:
        return None
    for other in candidates:
        series = catalogue.series_of(other.series)
        if series is not None and series.modifier is not None and _are_of_same(own, series):
            return other
    return None


def _partnered(candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The only meeting of the same people with a partner, where it stands in the lead."""
    kinds = _kinds_with_partner(candidate)
    partnered = [
        one
        for one in candidates
        if (series := catalogue.series_of(one.series)) is not None
        and series.frame == "PARTNER"
        and (series.kind, series.sector) in kinds
    ]
    leads = [one for one in partnered if any(m.sentence.number <= 2 for m in one.foreground)]
    return leads[0] if len(partnered) == 1 and leads else None


def _kinds_with_partner(candidate: Candidate) -> set[tuple[str | None, str | None]]:
    """Kind and sector of the meetings with a partner that the name may mean.

    `ASEAN ministers meet` means theirs with a partner, while `the AMM` does not.
    """
    if candidate.series in ("ASEAN-SUMMIT", "ASEAN-SUMMIT-SPECIAL"):
        return {("summit", None)}
    if candidate.series == "AMM" and not any(
        one.strength in ("named", "vague") for one in candidate.mentions
    ):
        return {("ministers", "foreign"), ("pmc", "foreign")}
    return set()


def _are_of_same(one: Series, other: Series) -> bool:
    return (one.kind, one.sector, one.frame, one.partner) == (
        other.kind,
        other.sector,
        other.frame,
        other.partner,
    )


def _fuller(candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    own = catalogue.series_of(candidate.series)
    if own is None or own.frame in ("ASEAN", "PARTNER") or own.sector is not None:
        return None
    for other in candidates:
        series = catalogue.series_of(other.series)
        if other.ordinals and series is not None and series.frame == own.frame and series.sector:
            return other
    return None


def _spelt_out(candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The meeting with a partner after whose name its abbreviation stands in brackets."""
    named = [one for one in candidate.mentions if one.strength == "named"]
    names = {one.sentence.whole[one.start : one.end] for one in named}
    short = names.pop() if len(names) == 1 else ""
    if not short.isupper():
        return None
    for other in candidates:
        series = catalogue.series_of(other.series)
        if other is not candidate and series is not None and series.frame == "PARTNER":
            whole = (
                one.sentence.whole[one.start : one.end + len(short) + 3] for one in other.mentions
            )
            if any(f"({short})" in name for name in whole):
                return other
    return None


def _singles(mentions: Iterable[Mention]) -> set[tuple[str | None, int]]:
    """Meetings that are named with one ordinal: `28`, where another name says `28 - 29`."""
    return {(one.series, one.ordinals[0]) for one in mentions if len(one.ordinals) == 1}


def _joins(mention: Mention, candidates: Sequence[Candidate]) -> bool:
    """True where a mention is no name; it is added to the meeting that it may mean, if any."""
    if mention.strength == "named":
        return False
    fitting = [one for one in candidates if _fits(mention, one)]
    best = min(fitting, key=lambda one: _likeness(mention, one), default=None)
    if best is not None:
        best.mentions.append(mention)
        best.series = _refined(mention, best)
    if best is not None or mention.strength == "verb":
        return best is not None
    return mention.strength != "gathered" or bool(candidates)


def _likeness(mention: Mention, candidate: Candidate) -> tuple[bool, int, bool]:
    """What sorts the meetings that a mention may mean: those in the news, then of its series.

    A title means the one that the text names first: `defence ministers to meet` over a retreat.
    """
    named = any(one.strength != "people" for one in candidate.foreground)
    titled = mention.sentence.source == "title" and mention.strength == "verb" and named
    first = min(one.sentence.number for one in candidate.foreground) if titled else 0
    return not named, first, mention.series != candidate.series


def _fits(mention: Mention, candidate: Candidate) -> bool:
    if mention.strength == "vague":
        return any(one.part.partners == mention.part.partners for one in candidate.mentions[:FEW])
    if mention.series == candidate.series:
        return True
    said, known = (catalogue.series_of(str(code)) for code in (mention.series, candidate.series))
    if said is None or known is None or said.modifier is not None:
        return False
    if known.sector in BETWEEN_BOTH and (said.sector, said.partner) == ("foreign", "CN"):
        return said.kind == known.kind
    if (said.kind, said.sector) != (known.kind, known.sector):
        return False
    anywhere = mention.strength != "verb" and said.frame == "ASEAN"
    return anywhere or (said.frame, said.partner) == (known.frame, known.partner)


def _refined(mention: Mention, candidate: Candidate) -> str:
    """The series with the sector that a vague mention adds: officials, on the DOC."""
    if mention.strength != "vague" or mention.part.sector is None:
        return candidate.series
    part = replace(candidate.mentions[0].part, sector=mention.part.sector, abbreviation=None)
    return series_code(part) or candidate.series


def _gather(
    mention: Mention, candidates: list[Candidate], singles: set[tuple[str | None, int]]
) -> None:
    if mention.series is None:
        return
    ordinals = mention.ordinals
    if len(ordinals) > 1 and (mention.series, ordinals[0]) in singles:
        ordinals = ordinals[:1]
    candidate = _find_candidate(mention, ordinals, candidates)
    if candidate is None:
        candidate = Candidate(mention.series, ordinals)
        candidates.append(candidate)
    candidate.ordinals = candidate.ordinals or ordinals
    candidate.mentions.append(mention)


def _find_candidate(
    mention: Mention, ordinals: tuple[int, ...], candidates: Sequence[Candidate]
) -> Candidate | None:
    same = [one for one in candidates if one.series == mention.series]
    same = [one for one in same if not _are_apart(mention, one)]
    exact = [one for one in same if one.ordinals == ordinals]
    open_ = [one for one in same if not one.ordinals or not ordinals]
    return next(iter(exact or open_), None)


def _year_of(mention: Mention) -> object:
    """`next` for `next year's summit`, `last` for that of last year, None for all others."""
    year = mention.said("year")
    return None if year is None else year.value


def _are_apart(mention: Mention, candidate: Candidate) -> bool:
    """True for the meeting of another year, and for a special one beside one that is counted."""
    if _year_of(mention) != _year_of(candidate.mentions[0]):
        return not (mention.ordinals and mention.ordinals == candidate.ordinals)
    special = any(one.part.modifier == "special" for one in candidate.mentions)
    if mention.part.modifier == "special":
        return bool(candidate.ordinals) and not special and not mention.ordinals
    return bool(mention.ordinals) and special and not candidate.ordinals


def may_host(country: str | None, candidate: Candidate) -> bool:
    """True for a member of ASEAN and for the partner of the meeting."""
    series = catalogue.series_of(candidate.series)
    partners = {code for mention in candidate.mentions[:FEW] for code in mention.part.partners}
    return (
        country in catalogue.members()
        or country in partners
        or (series is not None and country is not None and country == series.partner)
    )
