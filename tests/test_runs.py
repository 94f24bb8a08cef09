"""`scrapy runall`: every site once, one run at a time, and the truth in the exit code."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from crawler.runs.crawls import Crawled
from crawler.runs.lock import Overlap, take_lock
from crawler.runs.summary import summarise_run
from tests.news_site import Answer, NewsSite, Seen
from tests.newspaper import publish_newspaper
from tests.programs import run_scrapy, scrapy_command, start_program

STORIES = 7


@pytest.fixture
def papers() -> Iterator[tuple[NewsSite, NewsSite]]:
    with NewsSite() as alpha, NewsSite() as beta:
        publish_newspaper(alpha, STORIES)
        publish_newspaper(beta, STORIES)
        yield alpha, beta


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """Settings that keep a run inside `tmp_path` and on loopback."""
    settings = {
        "SPIDER_MODULES": "tests.world",
        "GUARD_ALLOW": "127.0.0.1",
        "DOWNLOAD_DELAY": "0",
        "RETRY_TIMES": "0",
        "STORE": str(tmp_path / "store.sqlite"),
        "HEALTH": str(tmp_path / "health"),
        "RUNS": str(tmp_path / "runs"),
        "METRICS": str(tmp_path / "metrics.prom"),
        "REPEATED_LINES": str(tmp_path / "lines"),
    }
    return [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]


@pytest.fixture
def bases(papers: tuple[NewsSite, NewsSite]) -> dict[str, str]:
    alpha, beta = (paper.url("/").rstrip("/") for paper in papers)
    return {"ALPHA_BASE": alpha, "BETA_BASE": beta}


def summary(tmp_path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((tmp_path / "runs" / "summary.json").read_bytes())
    return found


def metrics(tmp_path: Path) -> dict[tuple[str, str], float]:
    text = (tmp_path / "metrics.prom").read_text("utf-8")
    samples = (s for family in text_string_to_metric_families(text) for s in family.samples)
    return {(s.name, s.labels.get("site", "")): s.value for s in samples}


def test_all_sites_are_crawled_once_and_the_second_run_brings_nothing_new(
    tmp_path: Path, words: list[str], bases: dict[str, str]
) -> None:
    first = run_scrapy("runall", *words, timeout=120, **bases)
    assert first.code == 0, first.out + first.err
    total = summary(tmp_path)["total"]
    assert total["new"] + total["copies"] == total["articles"] == 2 * STORIES
    assert metrics(tmp_path)[("asean_meetings_crawl_articles", "alpha")] == STORIES
    assert metrics(tmp_path)[("asean_meetings_crawl_success", "beta")] == 1
    second = run_scrapy("runall", *words, timeout=120, **bases)
    total = summary(tmp_path)["total"]
    assert second.code == 0, second.out + second.err
    assert (total["new"], total["copies"], total["unchanged"]) == (0, 0, 2 * STORIES)


def test_a_dead_host_costs_its_own_site_and_the_exit_code(
    tmp_path: Path, words: list[str], bases: dict[str, str]
) -> None:
    run = run_scrapy("runall", *words, timeout=120, **(bases | {"BETA_BASE": "http://127.0.0.1:9"}))
    assert run.code == 1
    sites = summary(tmp_path)["sites"]
    assert (sites["alpha"]["code"], sites["alpha"]["articles"]) == (0, STORIES)
    assert sites["beta"]["code"] == 1
    assert "no articles" in sites["beta"]["failures"]
    assert metrics(tmp_path)[("asean_meetings_crawl_success", "beta")] == 0


def test_an_overlapping_run_exits_75(tmp_path: Path, words: list[str]) -> None:
    with take_lock(tmp_path / "runs" / "lock"):
        run = run_scrapy("runall", *words)
    assert run.code == 75
    assert str(os.getpid()) in run.err


def test_an_unknown_site_is_an_error_of_the_caller(words: list[str]) -> None:
    run = run_scrapy("runall", "gamma", *words)
    assert run.code == 2
    assert "gamma" in run.err + run.out


def test_a_site_that_takes_too_long_is_stopped(
    tmp_path: Path, words: list[str], papers: tuple[NewsSite, NewsSite], bases: dict[str, str]
) -> None:
    papers[1].add("/asean.html", Answer(body="<p>slow</p>", wait=60))
    run = run_scrapy("runall", *words, "-s", "RUN_SECONDS=4", timeout=120, **bases)
    assert run.code == 1
    assert any("stopped after" in f for f in summary(tmp_path)["sites"]["beta"]["failures"])


def test_a_killed_run_keeps_its_lock_until_its_crawls_end_and_then_all_is_there(
    tmp_path: Path, words: list[str], papers: tuple[NewsSite, NewsSite], bases: dict[str, str]
) -> None:
    overlapped = threading.Event()

    def hold_up(_: Seen) -> Answer:
        overlapped.wait(60)
        return Answer(body="<rss/>", kind="text/xml")

    papers[0].add("/rss/asean.rss", hold_up)
    with start_program(*scrapy_command("runall", *words), **bases) as process:
        wait_for(lambda: (tmp_path / "runs" / "alpha.log").exists() and papers[0].paths())
        process.send_signal(signal.SIGKILL)
    assert run_scrapy("runall", *words, **bases).code == 75
    overlapped.set()
    wait_for(lambda: is_free(tmp_path / "runs" / "lock"))
    again = run_scrapy("runall", *words, timeout=120, **bases)
    out = tmp_path / "articles.jsonl"
    exported = run_scrapy("export", "articles", "-O", str(out), *words)
    assert exported.code == 0, exported.err
    addresses = [json.loads(line)["url"] for line in out.read_text("utf-8").splitlines()]
    assert (len(addresses), len(set(addresses))) == (2 * STORIES, 2 * STORIES), again.err


def is_free(path: Path) -> bool:
    try:
        take_lock(path).close()
    except Overlap:
        return False
    return True


def wait_for(condition: Callable[[], Any], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.05)


def test_a_summary_adds_up() -> None:
    one = Crawled("a", 0, 1.5, {"item_scraped_count": 3, "store/new": 2})
    two = Crawled("b", 1, 2.0, {}, ("no articles",))
    found = summarise_run([one, two], began="2026-11-22T06:00:00+00:00", seconds=2.04)
    assert found["ok"] is False
    assert found["total"]["articles"] == 3
    assert found["sites"]["b"]["failures"] == ["no articles"]
