"""Comparison: how strongly two reports speak for being of one meeting.

The method is record linkage after I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage",
Journal of the American Statistical Association 64 (1969), 1183-1210: each field of a pair comes out
at a level, a level weighs log2(m / u) bits, the sum is compared with two thresholds. Several levels
a field and values that are missing (weight 0) as in T. Enamorado, B. Fifield and K. Imai, "Using a
Probabilistic Model to Assist Merging of Large-Scale Administrative Records", American Political
Science Review 113 (2019), 353-371.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log2
from pathlib import Path

from pipelines.merging.traits import Traits

NEAR = 3
"""Days: a report counts the arrival or the eve in, or another time zone's day."""
MONTH = 31

Level = str | None
"""None where one side does not say."""
Weights = Mapping[str, Mapping[str, float]]
"""Bits by field and level."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What levels weigh, and the thresholds, all in bits."""

    weights: Weights
    link: float
    possible: float
    margin: float


@cache
def read_scale() -> Scale:
    """The scale of `weights.toml`."""
    table = tomllib.loads(Path(__file__).with_name("weights.toml").read_text(encoding="utf-8"))
    weights = {
        field: {level: log2(odds["m"] / odds["u"]) for level, odds in table[field].items()}
        for field in COMPARISONS
    }
    return Scale(weights, table["link"], table["possible"], table["margin"])


def compare(one: Traits, other: Traits) -> dict[str, Level]:
    """The level of each field."""
    return {field: find_level(one, other) for field, find_level in COMPARISONS.items()}


def weigh(one: Traits, other: Traits, scale: Scale) -> float:
    """Bits that speak for one meeting; negative: against it."""
    weights = scale.weights
    levels = ((field, find_level(one, other)) for field, find_level in COMPARISONS.items())
    return sum(weights[field][level] for field, level in levels if level is not None)


def is_apart(one: Traits, other: Traits) -> bool:
    """True for reports that no third report can bring together.

    They name other days and nothing was moved, or other ordinals and not the same days; what has
    been is not put off into another year.
    """
    if one.moved or other.moved:
        early = min(one, other, key=lambda some: some.span)
        return _are_years_apart(one, other) and early.exact and early.happened
    if _are_years_apart(one, other):
        return True
        return False
    date = compare_dates(one, other)
    if date in ("far", "apart"):
        return True
    return date in ("near", "bounds") and compare_ordinals(one, other) == "differ"


def find_gap(one: Traits, other: Traits) -> int:
    """Days from the end of the one span to the start of the next; 0 or less where they overlap."""
    return (max(one.span[0], other.span[0]) - min(one.span[1], other.span[1])).days


def compare_dates(one: Traits, other: Traits) -> Level:
    """By the days between the two spans and by how exact they are."""
    gap = find_gap(one, other)
    if one.span == other.span and one.exact == other.exact:
        return "same"
    if gap <= 0:
        return "overlap" if one.exact and other.exact else "bounds"
    if (one.moved or other.moved) and _may_be_moved(one, other):
        return "moved"
    if gap <= NEAR:
        return "near"
    return "apart" if gap <= MONTH else "far"


def _are_years_apart(one: Traits, other: Traits) -> bool:
    return one.span[0].year != other.span[0].year


def _may_be_moved(one: Traits, other: Traits) -> bool:
    """Within the year, or into another under the ordinal that it had."""
    return not _are_years_apart(one, other) or compare_ordinals(one, other) == "agree"


def compare_ordinals(one: Traits, other: Traits) -> Level:
    """`[38]` and `[38, 39]` agree."""
    if not one.ordinals or not other.ordinals:
        return None
    return "differ" if set(one.ordinals).isdisjoint(other.ordinals) else "agree"


def _compare_places(one: Traits, other: Traits) -> Level:
    level = _find_place_level(one, other)
    return None if level in ("abroad", "elsewhere") and _is_replanned(one, other) else level


def _is_replanned(one: Traits, other: Traits) -> bool:
    """What was put off is often held elsewhere, or on screens: that speaks against nothing."""
    return one.moved != other.moved


def _find_place_level(one: Traits, other: Traits) -> Level:
    if one.country and other.country and one.country != other.country:
        return "abroad"
    if one.city and other.city:
        return "city" if one.city == other.city else "elsewhere"
    return "country" if one.country and other.country else None


def _compare_formats(one: Traits, other: Traits) -> Level:
    if not one.format or not other.format or "hybrid" in (one.format, other.format):
        return None
    if one.format == other.format:
        return "agree"
    return None if _is_replanned(one, other) else "differ"


def _compare_chairs(one: Traits, other: Traits) -> Level:
    if not one.chair or not other.chair:
        return None
    return "agree" if one.chair == other.chair else "differ"


def _compare_chairing(one: Traits, other: Traits) -> Level:
    if not one.chaired_by or not other.chaired_by:
        return None
    return "differ" if set(one.chaired_by).isdisjoint(other.chaired_by) else "agree"


COMPARISONS: Mapping[str, Callable[[Traits, Traits], Level]] = {
    "date": compare_dates,
    "ordinal": compare_ordinals,
    "place": _compare_places,
    "format": _compare_formats,
    "chair": _compare_chairs,
    "chaired_by": _compare_chairing,
}
"""Fields of a pair; each has its table in `weights.toml`."""
