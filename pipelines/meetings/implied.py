"""Whose meeting a name means that does not say it: `Asean leaders ... at their 34th summit`."""

from __future__ import annotations

from dataclasses import replace

from pipelines.meetings import catalogue
from pipelines.meetings.lexicon import Hit, Hits
from pipelines.meetings.naming import OTHER_YEAR, OWN
from pipelines.meetings.part import Part

_BESIDE = 9
"""Characters between two names that are joined: a comma, `and the`."""
_COUNTED = frozenset({"summit", "leaders", "ministers", "officials"})
_LESSER = ("kind:ministers", "kind:chiefs", "kind:officials")
"""Those who meet without leaders: `defence chiefs gather for annual summit`."""
_RARE = frozenset({"special", "commemorative"})
"""What a summit is called that is not one of the usual."""
_OWN_GROUPS = frozenset({"ASEAN", "ASEAN-SECRETARIAT"})


def imply_frame(part: Part, hits: Hits) -> Part:
    """`part` as ASEAN's where it is counted, special or of another year, and no other group's.

    `Asean leaders adopted the outlook at their 34th summit`.
    """
    if part.frame is not None or part.partners or part.abbreviation is not None:
        return part
    if part.kind not in _COUNTED or not (part.headed and _may_be_told(part, hits)):
        return part
    groups = {hit.entry.code for hit in hits.of("organisation")}
    named = any(hit.entry.code == "frame:ASEAN" or _is_asean(hit) for hit in hits)
    if not named or not groups <= _OWN_GROUPS:
        return part
    return replace(part, frame="ASEAN", implied=True, partners=_named_beside(hits))


def _may_be_told(part: Part, hits: Hits) -> bool:
    """True for a name that is counted, special, or has `annual` or `next year's` before it."""
    if part.ordinals or part.kind != "summit":
        return bool(part.ordinals) or (part.kind == "ministers" and part.modifier is not None)
    of_year = (hit for hit in hits if hit.entry.code == OTHER_YEAR)
    own = (hit for hit in hits if hit.entry.code.endswith(OWN))
    if any(hit.start == part.start for hit in own):
        return not any(hit.entry.code.startswith(_LESSER) for hit in hits)
    return part.modifier in _RARE or any(hit.end + 1 == part.start for hit in of_year)


def _named_beside(hits: Hits) -> tuple[str, ...]:
    """The partner that a sentence names together with ASEAN: `China, ASEAN hold 31st talks`."""
    partners = {country.code for country in catalogue.partners()}
    asean = [hit for hit in hits if hit.entry.code == "frame:ASEAN"]
    beside = (
        hit.entry.code
        for hit in hits
        for other in asean
        if hit.entry.code in partners
        and 0 < max(hit.start - other.end, other.start - hit.end) <= _BESIDE
    )
    return tuple(dict.fromkeys(beside))[:1]


def _is_asean(hit: Hit) -> bool:
    """True for words that are no name of a meeting and yet say whose it is: `ASEAN countries`."""
    return hit.entry.code == "stop:" and hit.entry.name.startswith("ASEAN ")
