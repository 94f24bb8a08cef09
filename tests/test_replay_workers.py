"""A replay on any number of processes: the same bytes, and one page lost where one page kills."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from scrapy.settings import Settings

from crawler.hands import SMALL, TINY, choose_workers
from tests.programs import ROOT, Run, run_scrapy, scrapy_command, start_program

PAGES = "tests/pages"


def replay(out: Path, *options: str) -> Run:
    return run_scrapy("replay", PAGES, "-O", str(out), *options, timeout=120)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The lines of a replay without other processes."""
    out = tmp_path_factory.mktemp("alone") / "out.jsonl"
    assert replay(out, "--workers", "0").code == 0
    return out.read_bytes().splitlines()


@pytest.mark.parametrize("workers", ["1", "3"])
def test_the_bytes_are_the_same_for_any_number_of_workers(
    tmp_path: Path, alone: list[bytes], workers: str
) -> None:
    run = replay(tmp_path / "out.jsonl", "--workers", workers)
    assert run.code == 0
    assert run.err.startswith(f"{len(alone)} articles, ")
    assert (tmp_path / "out.jsonl").read_bytes().splitlines() == alone


def test_a_page_that_kills_its_worker_costs_that_page_only(
    tmp_path: Path, alone: list[bytes]
) -> None:
    deadly = "FIND_MEETINGS=tests.pool_tasks.find_or_die"
    run = replay(tmp_path / "out.jsonl", "--workers", "2", "-s", deadly, "-s", "READ_SECONDS=1")
    articles = [(json.loads(line), line) for line in alone]
    lost = {article["fetched_url"]: article["site"] for article, _ in articles}
    lost = {url: site for url, site in lost.items() if site in ("akp", "tuoitre")}
    kept = [line for article, line in articles if article["fetched_url"] not in lost]
    assert len(set(lost.values())) == 2
    assert (tmp_path / "out.jsonl").read_bytes().splitlines() == kept
    assert f"{len(lost)} without a readable text" in run.err
    reasons = {"akp": "its worker ended with exit code 3", "tuoitre": "more than 1 seconds"}
    for url, site in lost.items():
        (line,) = [line for line in run.err.splitlines() if f"no article: {url}: " in line]
        assert reasons[site] in line


def test_an_interrupt_ends_the_replay_and_its_workers_and_leaves_no_half_file(
    tmp_path: Path,
) -> None:
    slow = "FIND_MEETINGS=tests.pool_tasks.find_slowly"
    command = scrapy_command("replay", PAGES, "-O", f"{tmp_path}/out.jsonl", "-s", slow)
    part = tmp_path / "out.jsonl.part"
    with start_program(*command, "--workers", "2") as process:
        wait_until(lambda: part.exists() and len(find_children(process.pid)) >= 4)
        workers = find_children(process.pid)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "the crawl ended as 'shutdown'" in err
    assert "PoolError" not in err
    wait_until(lambda: not any(map(is_alive, workers)))
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_replay_can_end_before_its_input(
    tmp_path: Path, alone: list[bytes], workers: str
) -> None:
    few = ("--workers", workers, "-s", "CLOSESPIDER_ITEMCOUNT=3")
    run = replay(tmp_path / "out.jsonl", *few)
    assert (run.code, run.err) == (0, "3 articles, 3 new\n")
    assert (tmp_path / "out.jsonl").read_bytes().splitlines() == alone[:3]


def test_a_terminal_shows_how_far_it_is_and_how_long_it_takes(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = scrapy_command("replay", PAGES, "-O", f"{tmp_path}/out.jsonl", "--workers", "1")
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "200", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: read_terminal(ours), b"")).decode()
    assert process.returncode == 0
    assert "reading" in shown
    assert "finding meetings" in shown
    assert "pages, " in shown
    assert "/s," in shown


def test_all_but_a_tiny_input_is_read_in_other_processes() -> None:
    cores = len(os.sched_getaffinity(0))
    sizes = (0, TINY - 1, TINY, SMALL - 1, SMALL, 1 << 40)
    found = [choose_workers(Settings({"WORKERS": None}), total) for total in sizes]
    assert found == [0, 0, 1, 1, cores, cores]
    assert choose_workers(Settings({"WORKERS": "3"}), 0) == 3


def test_a_number_of_workers_below_nothing_is_refused(tmp_path: Path) -> None:
    assert replay(tmp_path / "out.jsonl", "--workers", "-1").code == 2


def wait_until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    limit = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < limit, "never"
        time.sleep(0.05)


def read_terminal(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def find_children(parent: int) -> list[int]:
    """All processes below `parent`."""
    found = subprocess.run(
        ["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    pairs = [tuple(map(int, line.split())) for line in found.stdout.splitlines()]
    below = {parent}
    for _ in range(4):
        below |= {child for child, above in pairs if above in below}
    return sorted(below - {parent})


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
