"""Clustering: the reports of one block as meetings, whatever order they came in.

Reports that name their days are joined from the strongest link down; a link is dropped where it
would bring together what lies apart (agglomeration under cannot-link constraints: K. Wagstaff and
C. Cardie, "Clustering with Instance-level Constraints", ICML 2000). Reports that only bound the
date, or whose date was withdrawn, then join the one meeting that they fit; where two fit equally
well nothing is guessed and they are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from pipelines.merging.comparison import Scale, is_apart, read_scale, weigh
from pipelines.merging.reports import Report
from pipelines.merging.traits import Block, Span, Traits, block_of, read_traits, withdraw

Cluster = list[Traits]


def find_blocks(reports: Iterable[Report]) -> dict[Block, list[Report]]:
    """The reports that tell which meeting they mean, by block."""
    blocks: defaultdict[Block, list[Report]] = defaultdict(list)
    for report in reports:
        traits = read_traits(report)
        if traits is not None:
            blocks[block_of(report, traits)].append(report)
    return dict(blocks)


def cluster_reports(reports: Iterable[Report]) -> list[list[Report]]:
    """The meetings that the `reports` of one block mean, by date.

    A report that may mean several of them, or none that others tell of, is in no cluster. The
    result depends on the set of reports alone.
    """
    holders: defaultdict[Traits, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda one: one.sort_key):
        traits = read_traits(report)
        if traits is not None:
            holders[traits].append(report)
    withdrawn = _find_withdrawn(holders)
    groups: defaultdict[Traits, list[Report]] = defaultdict(list)
    for traits, held in holders.items():
        groups[_as_withdrawn(traits, withdrawn)] += held
    clusters = cluster_traits(groups, read_scale())
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


def _find_withdrawn(traits: Iterable[Traits]) -> set[Span]:
    """Days that a postponement or cancellation names and on which nothing is said to have been."""
    known = list(traits)
    happened = {one.span for one in known if one.happened}
    return {one.span for one in known if one.moved and one.exact} - happened


def _as_withdrawn(traits: Traits, withdrawn: set[Span]) -> Traits:
    announced = traits.exact and not traits.happened and traits.span in withdrawn
    return withdraw(traits) if announced else traits


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
