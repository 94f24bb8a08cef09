"""`scrapy runall` on several machines over one PostgreSQL: each site is crawled by one of them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.news_site import Answer, NewsSite, Seen
from tests.newspaper import publish_newspaper
from tests.programs import scrapy_command, start_program
from tests.test_runs import wait_for
from tests.test_world import NAMES, SITES
from tests.world.press import PAPERS as REAL
from tests.world.publish import find_hosts, plant
from tests.world.runs import choose_words
from tests.world.server import World

STORIES = 6
PAPERS = ("alpha", "beta")


@pytest.fixture
def papers() -> Iterator[dict[str, NewsSite]]:
    with ExitStack() as stack:
        sites = {name: stack.enter_context(NewsSite()) for name in PAPERS}
        for site in sites.values():
            publish_newspaper(site, STORIES)
        yield sites


class Machine:
    """A place of its own for locks, logs and summaries; only the store is shared."""

    def __init__(self, folder: Path, environment: dict[str, str], **settings: str) -> None:
        self.folder = folder
        self.environment = environment
        self.words = choose_words(folder, **{"LEASE_SECONDS": "4"} | settings)

    def start(self, *words: str) -> subprocess.Popen[str]:
        command = scrapy_command("runall", *self.words, *words)
        return start_program("setsid", *command, **self.environment)

    def die(self, process: subprocess.Popen[str]) -> None:
        """With all its processes, at once."""
        os.killpg(process.pid, signal.SIGKILL)
        with process:
            process.communicate()

    def finish(self, process: subprocess.Popen[str]) -> dict[str, Any]:
        """The sites that this machine crawled, once it has come to its end."""
        with process:
            out, err = process.communicate(timeout=300)
        assert process.returncode == 0, out + err
        summary = json.loads((self.folder / "runs" / "summary.json").read_bytes())
        sites: dict[str, Any] = summary["sites"]
        return sites


@pytest.fixture
def machines(
    tmp_path: Path, postgresql: str, papers: dict[str, NewsSite]
) -> tuple[Machine, Machine]:
    bases = {f"{name.upper()}_BASE": site.url("/").rstrip("/") for name, site in papers.items()}
    settings = {"STORE": postgresql, "SPIDER_MODULES": "tests.world"}
    first, second = (Machine(tmp_path / name, bases, **settings) for name in ("one", "two"))
    return first, second


def stored(store: str) -> list[str]:
    with psycopg.connect(store) as connection:
        if not connection.execute("SELECT to_regclass('articles')").fetchone()[0]:
            return []
        return [url for (url,) in connection.execute("SELECT url FROM articles ORDER BY url")]


def asked(site: NewsSite) -> list[str]:
    return sorted(path for path in site.paths() if "-post" in path)


def test_two_machines_share_the_sites_and_bring_every_article_once(
    machines: tuple[Machine, Machine], papers: dict[str, NewsSite], postgresql: str
) -> None:
    words = ("--parallel", "1", "-s", "LEASE_SECONDS=60")
    runs = [machine.start(*words) for machine in machines]
    crawled = [machine.finish(run) for machine, run in zip(machines, runs, strict=True)]
    assert sorted([*crawled[0], *crawled[1]]) == sorted(PAPERS)
    urls = stored(postgresql)
    assert len(urls) == len(set(urls)) == len(PAPERS) * STORIES
    for site in papers.values():
        assert len(asked(site)) == len(set(asked(site))) == STORIES


def hold_back(site: NewsSite, after: int, wait: float = 60) -> list[str]:
    """One article, the next after so many, is answered late when it is asked for first."""
    held: list[str] = []
    number = count()

    def answer(seen: Seen) -> Answer:
        if next(number) != after:
            return usual[seen.path]
        held.append(seen.path)
        return Answer(body="<p>Tin chậm.</p>", wait=wait)

    stories = [path for path in site.addresses("/") if "-post" in path]
    usual = {path: site.first_answer(path) for path in stories}
    for path in stories:
        site.add(path, answer)
    return held


def test_the_sites_of_a_machine_that_died_are_taken_over_and_nothing_is_fetched_twice(
    machines: tuple[Machine, Machine], papers: dict[str, NewsSite], postgresql: str
) -> None:
    dead, alive = machines
    held = hold_back(papers["alpha"], after=3)
    process = dead.start()
    wait_for(lambda: held and len(stored(postgresql)) >= STORIES + 3)
    dead.die(process)
    before = stored(postgresql)
    assert papers["alpha"].url(held[0]) not in before
    for site in papers.values():
        site.seen.clear()
    assert set(alive.finish(alive.start())) == set(PAPERS)
    urls = stored(postgresql)
    assert len(urls) == len(set(urls)) == len(PAPERS) * STORIES
    assert set(before) < set(urls)
    assert len(asked(papers["alpha"])) == len(PAPERS) * STORIES - len(before)


def test_a_machine_that_is_told_to_stop_leaves_its_site_to_others_at_once(
    machines: tuple[Machine, Machine], papers: dict[str, NewsSite], postgresql: str
) -> None:
    held = hold_back(papers["alpha"], after=1, wait=3)
    with machines[0].start("alpha") as process:
        wait_for(lambda: held)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60)
    with psycopg.connect(postgresql) as connection:
        lease = connection.execute("SELECT site, holder, ended FROM leases").fetchone()
    assert lease == ("alpha", None, None)


def test_twelve_real_sites_lose_nothing_when_one_of_two_machines_dies(
    tmp_path: Path, postgresql: str
) -> None:
    with World(tmp_path, find_hosts(REAL)) as world:
        planted = [plant(world, paper, SITES[paper.name]) for paper in REAL]
        stories = {s.url for one in planted for s in (*one.reports, *one.decoys)}
        dead, alive = (
            Machine(tmp_path / name, world.environment, STORE=postgresql, LEASE_SECONDS="20")
            for name in ("a", "b")
        )
        processes = [machine.start(*NAMES) for machine in (dead, alive)]
        logs = tmp_path / "a" / "runs"
        third = len(stories) / 3
        wait_for(lambda: len(stored(postgresql)) >= third and [*logs.glob("*.log")], seconds=200)
        dead.die(processes[0])
        crawled = alive.finish(processes[1])
        asked = [url for url in world.asked() if url in stories]
    urls = stored(postgresql)
    assert set(urls) == stories
    assert len(urls) == len(stories)
    begun = {log.stem for log in logs.glob("*.log")}
    assert begun | set(crawled) == set(NAMES)
    assert begun & set(crawled), "it died at something"
    # What was on its way when the machine died is asked for again, a page or two of each site.
    assert len(asked) - len(stories) <= 2 * len(NAMES)
