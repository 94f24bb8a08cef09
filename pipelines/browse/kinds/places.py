"""Where meetings take place: a schematic map of the region, and countries with their cities."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.browse.kind import Kind, Visit
from pipelines.browse.links import name_file
from pipelines.browse.naming import name_city, name_country
from pipelines.browse.overview import Overview

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A country or a city with the number of its meetings."""

    name: str
    page: str
    """Its list of meetings."""
    count: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A member on the schematic map."""

    code: str
    column: int
    row: int
    count: int
    shade: int
    """0 for no meeting, then 1 to 4."""


def _view(visit: Visit, name: str) -> Mapping[str, Any]:
    counts, cities = _count(visit.overview)
    language = visit.wording.code
    rows = [
        (_place(name_country(code, language), "place", code, count), [
            _place(name_city(city, language), "city", city, n)
            for city, n in sorted(cities[code].items(), key=_most_first)
        ])
        for code, count in sorted(counts.items(), key=_most_first)
    ]  # fmt: skip
    return {
        "rows": rows,
        "most": max(counts.values(), default=1),
        "tiles": [_make_tile(code, counts) for code in _read_tiles()],
        "nowhere": len(visit.overview.meetings) - counts.total(),
        "online": sum(one.format == "online" for one in visit.overview.meetings),
    }


def _count(overview: Overview) -> tuple[Counter[str], defaultdict[str, Counter[str]]]:
    counts: Counter[str] = Counter()
    cities: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for meeting in overview.meetings:
        if meeting.place and meeting.place.country:
            counts[meeting.place.country] += 1
            if meeting.place.city:
                cities[meeting.place.country][name_city(meeting.place.city, "en")] += 1
    return counts, cities


def _place(name: str, facet: str, value: str, count: int) -> Place:
    return Place(name, f"list/{facet}/{name_file(value)}.html", count)


def _make_tile(code: str, counts: Counter[str]) -> Tile:
    column, row = _read_tiles()[code]
    most = max((counts[one] for one in _read_tiles()), default=0)
    shade = -(-counts[code] * _STEPS // most) if most else 0
    return Tile(code, column, row, counts[code], shade)


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


@cache
def _read_tiles() -> dict[str, list[int]]:
    tiles: dict[str, list[int]] = tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text("utf-8")
    )["tiles"]
    return tiles


KINDS = (Kind(template="places.html", view=_view, names=lambda _: ["places"], nav=3),)
