"""Blocking: which reports are compared at all.

Only reports of one series and one year, and, over the years, those that name an ordinal that
was put off. Several keys for one comparison, their blocks joined where they share
reports, after M. A. Hernández and S. J. Stolfo, "The Merge/Purge Problem for Large Databases",
Proc. ACM SIGMOD 1995, 127-138 (multi-pass, transitive closure).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crawler.items import Status
from pipelines.meetings import catalogue
from pipelines.merging.reports import Report
from pipelines.merging.traits import MOVED, Block, read_traits

REACH = 2
"""Years that a meeting may be put off by and keep its ordinal."""
AHEAD = ("upcoming", "proposed")


@dataclass(frozen=True, slots=True)
class Naming:
    """An ordinal as a report of some year names it."""

    year: int
    ordinal: int
    status: Status | None


@dataclass(frozen=True, slots=True)
class PutOff:
    """An ordinal of a series that was put off, and the years in which reports name it."""

    ordinal: int
    years: frozenset[int]
    """Two at least."""


def find_put_off(series: str, named: Iterable[Naming]) -> list[PutOff]:
    """The ordinals that were put off from year to year, by ordinal and year.

    A report must say that the meeting was moved, or only announce it where the series has no rule
    for its ordinals. The years lie within `REACH` of that report and of the year of the rule, so a
    wrong ordinal seldom ties anything.
    """
    rule = catalogue.series_of(series)
    years: defaultdict[int, set[int]] = defaultdict(set)
    reaches: set[tuple[int, int, int]] = set()
    for one in named:
        due = rule.year_of(one.ordinal) if rule else None
        if due is not None and abs(one.year - due) > REACH:
            continue
        years[one.ordinal].add(one.year)
        if one.status in MOVED:
            reaches.add((one.ordinal, one.year - REACH, one.year + REACH))
        elif one.status in AHEAD and due is None:
            reaches.add((one.ordinal, one.year, one.year + REACH))
    found = {
        PutOff(ordinal, frozenset(year for year in years[ordinal] if first <= year <= last))
        for ordinal, first, last in reaches
    }
    several = (one for one in found if len(one.years) > 1)
    return sorted(several, key=lambda one: (one.ordinal, sorted(one.years)))


def tie_years(years: Iterable[int], put_off: Sequence[PutOff]) -> set[int]:
    """`years` and those that are to be merged together with them."""
    tied = set(years)
    while more := set().union(*(one.years for one in put_off if one.years & tied)) - tied:
        tied |= more
    return tied


def find_blocks(reports: Iterable[Report]) -> dict[Block, list[Report]]:
    """The reports that tell which meeting they mean; the first of tied years stands for all."""
    held: defaultdict[Block, list[Report]] = defaultdict(list)
    for report in reports:
        block = find_block(report)
        if block is not None:
            held[block].append(report)
    namings: defaultdict[str, list[Naming]] = defaultdict(list)
    for (series, _), some in held.items():
        namings[series] += read_namings(some)
    put_off = {series: find_put_off(series, some) for series, some in namings.items()}
    blocks: defaultdict[Block, list[Report]] = defaultdict(list)
    for (series, year), some in held.items():
        blocks[series, min(tie_years([year], put_off[series]))] += some
    return dict(blocks)


def find_block(report: Report) -> Block | None:
    """Where `report` is compared; None where it does not tell which meeting it means."""
    traits = read_traits(report)
    return (
        (report.meeting.series, traits.span[0].year) if traits and report.meeting.series else None
    )


def block_of(reports: Iterable[Report]) -> Block:
    """Where a meeting stands: in the last year that its `reports` name."""
    return max(block for report in reports if (block := find_block(report)))


def read_namings(reports: Iterable[Report]) -> Iterator[Naming]:
    """The ordinals of `reports` that tell which meeting they mean."""
    for report in reports:
        block = find_block(report) if report.meeting.ordinals else None
        if block is not None:
            said = report.meeting
            yield from (Naming(block[1], one, said.status) for one in said.ordinals)
