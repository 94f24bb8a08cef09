"""One run over the loopback world with everything wrong that can be: what it said and did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from scrapy.utils.project import get_project_settings

from crawler.sites import load_sites
from tests.news_site import Seen
from tests.programs import Run
from tests.world.faults import DEAD, Fault, plant_hosts, plant_lists, plant_templates
from tests.world.hostile import ELSEWHERE, SITE, list_odd, plant_odd, write_odd
from tests.world.press import PAPERS
from tests.world.publish import Planted, find_hosts, plant
from tests.world.runs import read_articles, read_log, read_summary, run_all
from tests.world.server import World

SETTINGS = {"GUARD_ALLOW": "", "DOWNLOAD_TIMEOUT": "8", "DOWNLOAD_DELAY_JITTER": "0"}


@dataclass(frozen=True)
class Troubled:
    """The run."""

    run: Run
    faults: list[Fault]
    planted: dict[str, Planted]
    sites: dict[str, Any]
    """Of its summary, by name."""
    log: dict[str, list[str]]
    """Warnings and errors, by site."""
    seen: list[Seen]
    """What reached the world."""
    stored: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Articles by address."""

    def lines(self, fault: Fault) -> list[str]:
        """What the log said of the fault."""
        marks = fault.pages or ((fault.line,) if fault.line else ())
        said = self.log[fault.site]
        return sorted(text for text in said if any(is_named(mark, text) for mark in marks))

    def verdict(self, fault: Fault) -> list[str]:
        """What the verdict on the site said of the fault: all of it where the site is the fault."""
        failures: list[str] = self.sites[fault.site]["failures"]
        if fault.pages and not fault.alarm:
            return []
        return [line for line in failures if fault.alarm in line]

    @property
    def lists(self) -> frozenset[str]:
        """The addresses of all lists."""
        return frozenset(url for paper in PAPERS for url in paper.lists)

    def times(self, url: str) -> list[float]:
        """When `url` was asked for."""
        return [seen.time for seen in self.seen if seen.path == url]

    def gaps(self, host: str) -> list[float]:
        """Seconds between the pages of `host` that were asked for, robots.txt aside."""
        paths = [seen for seen in self.seen if not seen.path.endswith("/robots.txt")]
        times = [seen.time for seen in paths if seen.path.startswith(f"https://{host}/")]
        return [later - earlier for earlier, later in pairwise(times)]

    def others(self, site: str) -> tuple[int, int]:
        """How many of the articles that play no fault are stored, and how many there are."""
        played = {page for fault in self.faults for page in fault.pages}
        planted = self.planted[site]
        urls = [s.url for s in planted.reports + planted.decoys if s.url not in played]
        return sum(url in self.stored for url in urls), len(urls)


def is_named(mark: str, text: str) -> bool:
    return re.search(rf"{re.escape(mark)}(?!\d)", text) is not None


def run_troubled(folder: Path) -> Troubled:
    """Plant everything in a world below `folder`, and run once over it."""
    sites = load_sites(get_project_settings())
    hosts = find_hosts(PAPERS) | {ELSEWHERE.split("/")[2]}
    with World(folder, hosts, dead=DEAD) as world:
        odd = {SITE: list_odd(write_odd())}
        planted = {p.name: plant(world, p, sites[p.name], odd.get(p.name, ())) for p in PAPERS}
        faults = list(plant_all(world, planted, folder))
        run = run_all(folder, world, *planted, **SETTINGS)
        seen = list(world.seen)
    summary = read_summary(folder)["sites"]
    log = {name: read_log(folder, name) for name in planted}
    return Troubled(run, faults, planted, summary, log, seen, read_articles(folder))


def plant_all(world: World, planted: dict[str, Planted], folder: Path) -> Iterator[Fault]:
    sites = load_sites(get_project_settings())
    yield from plant_hosts(world, planted)
    yield from plant_lists(world, planted)
    yield from plant_odd(world, sites[SITE])
    yield from plant_templates(world, planted, sites, folder / "health")
