"""Identity: ids of merged meetings that survive new reports, and what became of those that did not.

A meeting keeps the id that most of its reports had before; an id that lost its reports to another
becomes an alias of that one. A new meeting is named after its earliest report.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from pipelines.merging.blocking import block_of
from pipelines.merging.reports import Report

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Identities:
    """Ids of the clusters of a block."""

    ids: list[str]
    """One a cluster, in their order."""
    aliases: dict[str, str] = field(default_factory=dict)
    """Ids that stand no more -> the meeting that holds their reports now."""
    gone: set[str] = field(default_factory=set)
    """Ids whose reports are of no meeting any more."""
    split_from: dict[str, str] = field(default_factory=dict)
    """New ids -> the meeting that their reports were of before."""


def identify(clusters: Sequence[Sequence[Report]], before: Mapping[Key, str]) -> Identities:
    """The ids of `clusters`; `before` holds the ids of reports that were merged earlier."""
    shares = [Counter(before[r.key] for r in some if r.key in before) for some in clusters]
    heirs = _find_heirs(shares)
    taken = {n: old for old, n in heirs.items()}
    used = set(before.values())
    ids = [taken.get(n) or _make_id(some, used) for n, some in enumerate(clusters)]
    aliases, gone = _retire(set(before.values()) - heirs.keys(), shares, ids)
    split = {ids[n]: _most(share) for n, share in enumerate(shares) if share and n not in taken}
    return Identities(ids, aliases, gone, split)


def _find_heirs(shares: Sequence[Counter[str]]) -> dict[str, int]:
    """Old id -> cluster that keeps it: each gives and takes one, the largest share first."""
    claims = sorted(
        (-times, old, n) for n, share in enumerate(shares) for old, times in share.items()
    )
    heirs: dict[str, int] = {}
    for _, old, n in claims:
        if old not in heirs and n not in heirs.values():
            heirs[old] = n
    return heirs


def _retire(
    lost: set[str], shares: Sequence[Counter[str]], ids: Sequence[str]
) -> tuple[dict[str, str], set[str]]:
    aliases = {}
    for old in sorted(lost):
        best = max(range(len(shares)), key=lambda n: (shares[n][old], -n), default=None)
        if best is not None and shares[best][old]:
            aliases[old] = ids[best]
    return aliases, lost - aliases.keys()


def _most(share: Counter[str]) -> str:
    return min(share, key=lambda old: (-share[old], old))


def _make_id(reports: Sequence[Report], used: set[str]) -> str:
    """`som-2020-3f9c2a71b0`: series, year and a hash of the earliest report, salted if in use."""
    series, year = block_of(reports)
    first = min(reports, key=lambda one: one.sort_key)
    words = f"{first.article}#{first.position}"
    for salt in count():
        salted = (words + "~" * salt).encode(errors="surrogatepass")
        made = f"{series.lower()}-{year}-{hashlib.blake2b(salted, digest_size=5).hexdigest()}"
        if made not in used:
            return made
    raise AssertionError("count never ends")
