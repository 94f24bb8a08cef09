"""A batch of datatrove gives the bytes of a replay, on every way of running it."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.batch_input import CLUTTER, write_input
from tests.programs import ROOT, Run, run_program, run_scrapy, start_program

pytest.importorskip("datatrove", reason="datatrove is not installed (extra `batch`)")

DEADLY = ("-s", "FIND_MEETINGS=tests.pool_tasks.find_or_die", "-s", "READ_SECONDS=1")
SLURM = ROOT / "tests" / "slurm"


@dataclass(frozen=True)
class Replayed:
    """The input of a batch, and what a replay makes of it."""

    pages: Path
    lines: bytes
    said: str


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Replayed:
    folder = tmp_path_factory.mktemp("batch")
    pages = folder / "pages"
    pages.mkdir()
    write_input(pages)
    run = run_scrapy("replay", str(pages), "-O", f"{folder}/out.jsonl", "--workers", "0")
    assert run.code == 0, run.err
    lines = (folder / "out.jsonl").read_bytes()
    assert CLUTTER not in lines.decode()
    assert "unchanged" in run.err
    assert "copies" in run.err
    return Replayed(pages, lines, run.err)


def batch_command(pages: Path, folder: Path, *options: str) -> tuple[str, ...]:
    """A batch of `pages`; options go before them."""
    where = ("-O", f"{folder}/out.jsonl", "--folder", f"{folder}/passes")
    few = ("--shards", "3", "--workers", "2", "--readers", "0")
    return (sys.executable, "-m", "pipelines.batch", *where, *few, *options, str(pages))


def run_batch(pages: Path, folder: Path, *options: str, **env: str) -> Run:
    return run_program(*batch_command(pages, folder, *options), timeout=300, **env)


def wait_until(is_so: Callable[[], bool], seconds: float = 120) -> None:
    limit = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < limit, "never"
        time.sleep(0.02)


def test_the_lines_of_a_batch_are_those_of_a_replay(tmp_path: Path, replayed: Replayed) -> None:
    run = run_batch(replayed.pages, tmp_path)
    assert run.code == 0, run.err
    assert (tmp_path / "out.jsonl").read_bytes() == replayed.lines
    assert run.err.endswith(replayed.said)
    assert len(list((tmp_path / "passes/drafts").iterdir())) == 3


def test_a_killed_batch_does_what_is_left_and_ends_with_the_same_bytes(
    tmp_path: Path, replayed: Replayed
) -> None:
    done = tmp_path / "passes/passes/read/completions"
    command = batch_command(replayed.pages, tmp_path, "--workers", "1")
    with start_program("setsid", *command) as process:
        wait_until(lambda: done.is_dir() and any(done.iterdir()))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    marks = {mark: mark.stat().st_mtime_ns for mark in done.iterdir()}
    assert not (tmp_path / "out.jsonl").exists()

    run = run_batch(replayed.pages, tmp_path)
    assert run.code == 0, run.err
    assert (tmp_path / "out.jsonl").read_bytes() == replayed.lines
    assert {mark: mark.stat().st_mtime_ns for mark in marks} == marks
    assert run.err.endswith(replayed.said)


def test_a_page_that_kills_its_reader_costs_that_page_only(
    tmp_path: Path, replayed: Replayed
) -> None:
    run = run_batch(replayed.pages, tmp_path, "--readers", "1", *DEADLY)
    lines = replayed.lines.splitlines(keepends=True)
    kept = [line for line in lines if json.loads(line)["site"] != "akp"]
    assert 0 < len(kept) < len(lines)
    assert (tmp_path / "out.jsonl").read_bytes() == b"".join(kept)
    assert "its worker ended with exit code 3" in run.err


def test_what_cannot_be_read_is_said_and_the_rest_is_read(
    tmp_path: Path, replayed: Replayed
) -> None:
    (tmp_path / "broken.warc.gz").write_bytes(b"no archive")
    run = run_batch(replayed.pages, tmp_path, str(tmp_path / "broken.warc.gz"))
    assert run.code == 1
    assert "not read: " in run.err
    assert "1 files or records that could not be read" in run.err
    assert (tmp_path / "out.jsonl").read_bytes() == replayed.lines


def test_a_folder_with_the_passes_of_another_batch_is_refused(tmp_path: Path) -> None:
    few = ROOT / "tests/pages/akp"
    (tmp_path / "passes").mkdir()
    (tmp_path / "passes/plan.json").write_text("{}")
    run = run_batch(few, tmp_path)
    assert run.code == 2
    assert "holds the passes of another batch" in run.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--site", "nobody"), "no site is called 'nobody'"),
        (("--shards", "0"), "--shards and --workers are at least 1"),
        (("-s", "STORE"), "a setting is NAME=VALUE, not 'STORE'"),
    ],
)
def test_words_that_are_off_are_refused(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    run = run_batch(ROOT / "tests/pages/akp", tmp_path, *words)
    assert run.code == 2
    assert said in run.err


def test_ray_gives_the_same_bytes(tmp_path: Path, replayed: Replayed) -> None:
    pytest.importorskip("ray", reason="Ray is not installed (extra `ray`)")
    run = run_batch(replayed.pages, tmp_path, "--on", "ray", "--shards", "2")
    assert run.code == 0, run.err
    assert (tmp_path / "out.jsonl").read_bytes() == replayed.lines


def test_the_jobs_for_slurm_give_the_same_bytes(tmp_path: Path, replayed: Replayed) -> None:
    """No Slurm: programs of its names run each job of each array, in the order of dependencies."""
    here = os.pathsep.join((str(SLURM), str(Path(sys.executable).parent), os.environ["PATH"]))
    jobs = {"PATH": here, "JOBS": str(tmp_path)}
    submitted = run_batch(replayed.pages, tmp_path, "--on", "slurm", "--shards", "2", **jobs)
    assert submitted.code == 0, submitted.err
    assert (tmp_path / "out.jsonl").read_bytes() == replayed.lines
    assert submitted.err.endswith(replayed.said)
    asked = [json.loads(line) for line in (tmp_path / "jobs.jsonl").read_text().splitlines()]
    arrays = {job["job-name"]: job["array"] for job in asked if job["merges"] == "no"}
    assert arrays["asean-read"] == "0-1%2"
    passes = ("read", "clutter", "meetings", "copies", "lines", "join")
    assert [*arrays] == [f"asean-{name}" for name in passes]
    waits = {job["job-name"]: job.get("dependency") for job in asked if job["merges"] == "no"}
    numbers = [n for n, job in enumerate(asked, 1) if job["merges"] == "no"]
    assert [*waits.values()] == [None, *(f"afterok:{number}" for number in numbers[:-1])]
