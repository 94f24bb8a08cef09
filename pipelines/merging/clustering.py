"""Clustering: the reports of one block as meetings, whatever order they came in.

Reports that name their days are joined from the strongest link down; a link is dropped where it
would bring together what lies apart (agglomeration under cannot-link constraints: K. Wagstaff and
C. Cardie, "Clustering with Instance-level Constraints", ICML 2000). Reports that only bound the
date, or whose date was withdrawn, then join the one meeting that they fit; where two fit equally
well nothing is guessed and they are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from pipelines.merging.blocking import find_put_off, read_namings
from pipelines.merging.comparison import (
    NEAR,
    Scale,
    compare_ordinals,
    find_gap,
    is_apart,
    read_scale,
    weigh,
)
from pipelines.merging.reports import Report
from pipelines.merging.traits import Traits, read_traits, withdraw

Cluster = list[Traits]


def cluster_reports(reports: Iterable[Report], scale: Scale | None = None) -> list[list[Report]]:
    """The meetings that the `reports` of one block mean, by date.

    A report that may mean several of them, or none that others tell of, is in no cluster. The
    result depends on the set of reports alone.
    """
    known = sorted(reports, key=lambda one: one.sort_key)
    last = _find_last_years(known)
    holders: defaultdict[Traits, list[Report]] = defaultdict(list)
    for report in known:
        traits = read_traits(report, last)
        if traits is not None:
            holders[traits].append(report)
    withdrawn = _find_withdrawn(holders, last)
    groups: defaultdict[Traits, list[Report]] = defaultdict(list)
    for traits, held in holders.items():
        groups[withdraw(traits) if traits in withdrawn else traits] += held
    clusters = cluster_traits(groups, scale or read_scale())
    return [
        sorted((one for traits in cluster for one in groups[traits]), key=lambda one: one.sort_key)
        for cluster in clusters
    ]


def cluster_traits(traits: Iterable[Traits], scale: Scale) -> list[Cluster]:
    """Traits by meeting; those that could be of several are in none."""
    ordered = sorted(traits, key=lambda one: one.sort_key)
    clusters = _join([one for one in ordered if one.exact and not one.moved], scale)
    for moved in _join([one for one in ordered if one.exact and one.moved], scale):
        _place(moved, clusters, scale, least=0.0)
    for one in ordered:
        if not one.exact:
            _place([one], clusters, scale, least=scale.possible)
    return sorted(clusters, key=lambda cluster: cluster[0].sort_key)


def _find_last_years(reports: Sequence[Report]) -> dict[int, int]:
    """The ordinals that were put off, with the last year that they are named in."""
    series = next((one.meeting.series for one in reports if one.meeting.series), "")
    put_off = find_put_off(series, read_namings(reports))
    return {one.ordinal: max(one.years) for one in put_off}


def _find_withdrawn(traits: Collection[Traits], last: Mapping[int, int]) -> set[Traits]:
    """Announcements whose days were called off, or passed over for later ones.

    A postponement or cancellation names their days and nothing is said to have been then; or the
    ordinal is named in a later year, or was held later and nothing was on their days. Announcements
    of the same days go with them unless they say another ordinal.
    """
    held = [one for one in traits if one.exact and one.happened]
    ahead = [one for one in traits if not (one.exact and one.happened)]
    passed = {one for one in ahead if _is_put_off(one, last) or _is_late(one, held)}
    others = {one.span for one in ahead if one.ordinals and not one.moved and one not in passed}
    off = {one.span for one in passed if one.exact} - others
    off |= {one.span for one in ahead if one.exact and one.moved}
    off -= {one.span for one in held}
    return passed | {one for one in ahead if one.exact and one.span in off}


def _is_put_off(traits: Traits, last: Mapping[int, int]) -> bool:
    year = traits.span[0].year
    return any(year < last.get(one, year) for one in traits.ordinals)


def _is_late(announced: Traits, held: Iterable[Traits]) -> bool:
    """Whether the ordinal was held after these days, and nothing on or near them."""
    gaps = [(find_gap(announced, one), one) for one in held if announced.exact]
    later = (one for gap, one in gaps if gap > NEAR and announced.span < one.span)
    agree = any(compare_ordinals(announced, one) == "agree" for one in later)
    return agree and all(gap > NEAR for gap, _ in gaps)


def _join(known: Sequence[Traits], scale: Scale) -> list[Cluster]:
    """All of `known`, which name their days, from the strongest link down."""
    links = []
    for (i, one), (j, other) in combinations(enumerate(known), 2):
        weight = weigh(one, other, scale)
        if weight >= scale.link:
            links.append((-weight, i, j))
    home = [[one] for one in known]
    for _, i, j in sorted(links):
        if home[i] is not home[j] and not _are_apart(home[i], home[j]):
            _merge(home, home[i], home[j])
    return list({id(cluster): cluster for cluster in home}.values())


def _merge(home: list[Cluster], kept: Cluster, gone: Cluster) -> None:
    kept += gone
    home[:] = [kept if cluster is gone else cluster for cluster in home]


def _are_apart(some: Cluster, others: Cluster) -> bool:
    return any(is_apart(one, other) for one in some for other in others)


def _place(some: Cluster, clusters: list[Cluster], scale: Scale, *, least: float) -> None:
    """Add `some` to the meeting that they fit, or as a meeting of their own, or not at all."""
    all_fits = ((_fit(some, cluster, scale), n) for n, cluster in enumerate(clusters))
    fits = sorted((-fit, n) for fit, n in all_fits if fit >= least)
    if not fits:
        if any(one.founds for one in some):
            clusters.append(some)
    elif len(fits) == 1 or fits[1][0] - fits[0][0] >= scale.margin:
        clusters[fits[0][1]].extend(some)


def _fit(some: Cluster, others: Cluster, scale: Scale) -> float:
    if _are_apart(some, others):
        return float("-inf")
    return max(weigh(one, other, scale) for one in some for other in others)
