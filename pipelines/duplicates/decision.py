"""What an incoming article is: unchanged, a new version, a copy, an extension, related or new.

Copies form groups: two texts stand in one group where a chain of copies joins them, so groups do
not depend on the order of arrival; only which text counts as the original does (the earliest).
A text that ties two groups joins them in the store; a line that was written before is not called
back. Where a text has more candidates than are compared, those that share most come first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.items import DuplicateKind
from pipelines.duplicates.index import Decision, Index, Joined, Kind, Known
from pipelines.duplicates.likeness import Relation, Shingled, relate_texts, shingle_words
from pipelines.duplicates.sketch import Sketch

LOOK_BACK = 90
"""Days within which near copies are looked for, backwards and (for late finds) forwards."""

COMPARED_MOST = 12
"""So many of the candidates are compared word by word; of a group of copies only one is."""


@dataclass(frozen=True, slots=True)
class Match:
    """One known text and what the incoming one is to it."""

    known: Known
    relation: Relation


def decide(sketch: Sketch, index: Index, look_back: int = LOOK_BACK) -> Decision:
    """What the text of `sketch` is beside those in `index`; nothing is written."""
    before = index.latest(sketch.key)
    if before and (before.exact, before.title) == (sketch.exact, sketch.title):
        return Decision(kind="unchanged", version=before.version)
    matches = list(find_matches(sketch, index, look_back))
    copies = [match for match in matches if match.relation != "related"]
    version = before.version + 1 if before else 1
    related = _list_related(matches, {match.known.group for match in copies})
    if not copies:
        fresh: Kind = "related" if related else "new"
        kind = "version" if before else fresh
        return Decision(kind=kind, version=version, related=related)
    return _decide_copy(sketch, copies, version, related)


def find_matches(sketch: Sketch, index: Index, look_back: int = LOOK_BACK) -> Iterator[Match]:
    """The known texts of other addresses that share enough, one a group of copies."""
    same = [known for known in index.same_text(sketch.exact) if known.key != sketch.key]
    yield from (Match(known, "copy") for known in same)
    days = {"first_day": sketch.day - look_back, "last_day": sketch.day + look_back}
    near = [
        known for known in index.sharing(sketch.fingerprints, **days) if known.key != sketch.key
    ]
    yield from _compare(sketch, near, {known.group for known in same}, index)


def _compare(
    sketch: Sketch, near: Sequence[Known], groups: set[int], index: Index
) -> Iterator[Match]:
    text: Shingled | None = None
    compared = 0
    for known in near:
        if known.group in groups or compared == COMPARED_MOST:
            continue
        compared += 1
        text = text or shingle_words(sketch.words)  # most texts are near to none
        words = index.words_of([known.number])[known.number]
        relation = relate_texts(text, shingle_words(words))
        if relation:
            yield Match(known, relation)
        if relation in ("copy", "extends"):
            groups.add(known.group)


def _decide_copy(
    sketch: Sketch, copies: Sequence[Match], version: int, related: tuple[str, ...]
) -> Decision:
    first = min(copies, key=lambda match: match.known.group).known
    # A later version of the original itself stays in its group and names no other original.
    own = first.original == sketch.url
    kind = _kind_of(copies)
    return Decision(
        kind="version" if version > 1 else kind,
        version=version,
        duplicate_of=None if own else first.original,
        duplicate_kind=None if own else kind,
        related=related,
        group=first.group,
        joined=_join_groups(copies, first.group),
    )


def _kind_of(copies: Sequence[Match]) -> DuplicateKind:
    return "copy" if any(match.relation == "copy" for match in copies) else "extends"


def _join_groups(copies: Sequence[Match], group: int) -> tuple[Joined, ...]:
    younger = sorted({match.known.group for match in copies} - {group})
    of_group = {one: [m for m in copies if m.known.group == one] for one in younger}
    # What the incoming text is inside of extends it, and the other way round.
    turned: dict[DuplicateKind, DuplicateKind] = {"copy": "extends", "extends": "copy"}
    return tuple(Joined(group=one, kind=turned[_kind_of(of_group[one])]) for one in younger)


def _list_related(matches: Sequence[Match], groups: set[int]) -> tuple[str, ...]:
    """The related texts, earliest first, without those of the text's own group."""
    known = [match.known for match in matches if match.relation == "related"]
    known.sort(key=lambda one: one.number)
    return tuple(dict.fromkeys(one.url for one in known if one.group not in groups))
