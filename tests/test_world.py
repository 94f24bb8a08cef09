"""Twelve real sites at once on 127.0.0.1, under their own names: all that was planted is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.project import get_project_settings

from crawler.sites import load_sites
from tests.programs import Run
from tests.world.press import PAPERS, Paper
from tests.world.publish import JUNK, Planted, find_hosts, plant
from tests.world.runs import read_articles, read_summary, run_all
from tests.world.server import World

SITES = load_sites(get_project_settings())
NAMES = [paper.name for paper in PAPERS]


@dataclass(frozen=True)
class Day:
    """One run over the world."""

    run: Run
    summary: dict[str, Any]
    asked: list[str]


@dataclass(frozen=True)
class Twice:
    """The world, what was planted in it, and two runs over it."""

    planted: dict[str, Planted]
    first: Day
    second: Day
    articles: dict[str, dict[str, Any]]
    """What the store holds in the end, by address."""


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    folder = tmp_path_factory.mktemp("world")
    with World(folder, find_hosts(PAPERS)) as world:
        planted = {paper.name: plant(world, paper, SITES[paper.name]) for paper in PAPERS}
        days = [run_day(folder, world) for _ in range(2)]
    return Twice(planted, *days, read_articles(folder))


def run_day(folder: Path, world: World) -> Day:
    before = len(world.asked())
    run = run_all(folder, world, *NAMES)
    return Day(run, read_summary(folder), world.asked()[before:])


def test_both_runs_are_without_trouble(twice: Twice) -> None:
    for day in (twice.first, twice.second):
        trouble = {n: site["failures"] for n, site in day.summary["sites"].items()}
        assert (day.run.code, trouble) == (0, {name: [] for name in NAMES}), day.run.err


@pytest.mark.parametrize("name", NAMES)
def test_every_planted_report_is_found_with_its_meeting(twice: Twice, name: str) -> None:
    found = {
        report.url: {meeting["series"] for meeting in twice.articles[report.url]["meetings"]}
        for report in twice.planted[name].reports
    }
    missed = [r.url for r in twice.planted[name].reports if r.series not in found[r.url]]
    assert missed == []


@pytest.mark.parametrize("name", NAMES)
def test_a_decoy_near_the_subject_is_read_and_is_no_meeting(twice: Twice, name: str) -> None:
    decoys = [decoy.url for decoy in twice.planted[name].decoys]
    assert [twice.articles[url]["meetings"] for url in decoys] == [[] for _ in decoys]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_off_the_subject_is_asked_for(twice: Twice, name: str) -> None:
    passing = {story.url for story in twice.planted[name].passing}
    assert not passing & set(twice.first.asked)
    assert twice.first.summary["sites"][name]["irrelevant"] == len(passing)


@pytest.mark.parametrize("name", NAMES)
def test_each_article_is_asked_for_once_and_by_its_plain_address(twice: Twice, name: str) -> None:
    planted = twice.planted[name]
    for story in (*planted.reports, *planted.decoys):
        assert twice.first.asked.count(story.url) == 1, story.url
    assert not planted.aliases & set(twice.first.asked)


@pytest.mark.parametrize("paper", PAPERS, ids=NAMES)
def test_tags_searches_front_pages_and_other_sites_are_left_alone(
    twice: Twice, paper: Paper
) -> None:
    links = {link.format(home=paper.home) for link in JUNK}
    assert not links & set(twice.first.asked)


def test_the_second_run_finds_nothing_new(twice: Twice) -> None:
    first, second = twice.first.summary["total"], twice.second.summary["total"]
    stories = sum(len(p.reports) + len(p.decoys) for p in twice.planted.values())
    print(f"\n{stories} articles of {len(NAMES)} sites; first {first}; second {second}")
    assert first["new"] + first["copies"] == first["articles"] == stories == len(twice.articles)
    assert (second["new"], second["changed"], second["copies"]) == (0, 0, 0)
    assert second["unchanged"] == stories


def test_what_two_papers_took_from_one_wire_is_a_copy(twice: Twice) -> None:
    times = [number for paper in PAPERS for number in paper.reports]
    assert twice.first.summary["total"]["copies"] >= len(times) - len(set(times))
