"""How fast a replay is, from the record of an archive to its JSON line, and what it takes.

    python -m benchmarks.replay [--rounds N] [--pages N]

Three tables, all from one run. The first compares one core's work on the same pages, page by page
in turn, as the least processor time of some rounds: trafilatura's extraction alone, our reader,
and the whole way (record, page, article, meetings, copies, store, JSON). The second runs
`scrapy replay` over generated pages with one worker and with two. The third says how the memory
of all its processes grew from the second quarter of the run to the last. `--pages 100000` for the
full size; on a busy machine the second table says nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from rich.console import Console
from rich.table import Table
from scrapy.utils.project import get_project_settings
from trafilatura import bare_extraction

from benchmarks.generated import load_pages, vary_pages, write_archive
from crawler.archive.records import read_record, read_records
from crawler.archive.sources import Source
from crawler.archive.trouble import Trouble
from crawler.canonical import article_key
from crawler.charset import decode_body
from crawler.desk import Desk, Draft, Finished, make_desk
from crawler.page import Page
from crawler.read import read_article
from crawler.site import Site
from crawler.sites import find_site, load_sites
from pipelines.duplicates.judge import CopyJudge
from pipelines.store.database import Store
from pipelines.store.keeping import Keeper
from pipelines.store.ledger import Visit

ROOT = Path(__file__).resolve().parents[1]
TRAFILATURA, KNOWN, UNKNOWN = "trafilatura", "read_article, known", "read_article, unknown"
WHOLE = "record to JSON line"
WANTED = {"whole way against trafilatura": 4.0, "two workers against one": 1.8}


@dataclass(frozen=True)
class Case:
    """A page of a known site, and where its record lies."""

    page: Page
    site: Site
    archive: Path
    offset: int


def load_cases(folder: Path) -> list[Case]:
    pages, sites = load_pages(), load_sites(get_project_settings())
    (path,) = write_archive(folder, iter(pages))
    records = [r for r in read_records(path) if not isinstance(r, Trouble)]
    offsets = [record.offset for record in records if record.kind == "response"]
    return [
        Case(page, site, path, offset)
        for page, offset in zip(pages, offsets, strict=True)
        if (site := find_site(page.url, sites))
    ]


class WholeWay:
    """What a replay does with one record, in this process."""

    def __init__(self) -> None:
        settings = get_project_settings()
        self._desk: Desk = make_desk(["spiders"], settings["FIND_MEETINGS"], 60)
        self._keeper = Keeper(Store(":temporary:"), CopyJudge())

    def __call__(self, case: Case) -> bytes:
        """The line of the article."""
        draft = self._desk.read(Source(case.archive, read_record(case.archive, case.offset)))
        assert isinstance(draft, Draft), draft
        finished = self._desk.finish((draft, frozenset()))
        assert isinstance(finished, Finished)
        article = finished.article
        visit = Visit(url=article.fetched_url, visited=case.page.fetched)
        kept = self._keeper.keep(article, article_key(article.url, case.site), visit)
        return orjson.dumps(kept.article, option=orjson.OPT_APPEND_NEWLINE)


def measure(cases: list[Case], rounds: int) -> dict[str, float]:
    """Processor seconds of one pass over the pages; the store is a new one in each round.

    The thread's, as the clock of the process is off by milliseconds where a limit on it is set.
    """
    least: dict[str, list[float]] = {}
    for _ in range(rounds):
        ways: dict[str, Callable[[Case], object]] = {
            TRAFILATURA: lambda case: bare_extraction(decode_body(case.page.body)),
            KNOWN: lambda case: read_article(case.page, case.site),
            UNKNOWN: lambda case: read_article(case.page, None),
            WHOLE: WholeWay(),
        }
        for number, case in enumerate(cases):
            for name, way in ways.items():
                start = time.thread_time()
                way(case)
                took = time.thread_time() - start
                times = least.setdefault(name, [float("inf")] * len(cases))
                times[number] = min(times[number], took)
    return {name: sum(times) for name, times in least.items()}


@dataclass(frozen=True)
class Run:
    """One replay."""

    seconds: float
    digest: str
    memory: list[int]
    """Bytes of all its processes, as sampled."""


def replay(archive: Path, workers: int) -> Run:
    out = archive.with_name(f"out-{workers}.jsonl")
    command = [sys.executable, "-m", "scrapy", "replay", str(archive), "-O", str(out)]
    start, memory = time.monotonic(), []
    with subprocess.Popen([*command, "--workers", str(workers)], cwd=ROOT) as process:
        while process.poll() is None:
            memory.append(read_memory(process.pid))
            time.sleep(0.5)
    assert process.returncode == 0
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    return Run(time.monotonic() - start, digest, memory)


def read_memory(process: int) -> int:
    """Bytes that a process and all below it hold, shared ones divided among their holders."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        children = Path(f"/proc/{process}/task/{process}/children").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.M)
    below = sum(read_memory(int(child)) for child in children.split())
    return below + (int(found[1]) * 1024 if found else 0)


def grow(memory: list[int]) -> float:
    """The mean of the last quarter over that of the second."""
    quarter = max(len(memory) // 4, 1)
    early, late = memory[quarter : 2 * quarter] or memory, memory[-quarter - 1 : -1] or memory
    return (sum(late) / len(late)) / (sum(early) / len(early))


def print_core(cases: list[Case], rounds: int, console: Console) -> float:
    times = measure(cases, rounds)
    size = sum(len(case.page.body) for case in cases)
    table = Table(title=f"one core, {len(cases)} pages of known sites, least of {rounds} rounds")
    for column in ("way", "ms/page", "pages/s", "MB/s", "times trafilatura"):
        table.add_column(column, justify="left" if column == "way" else "right")
    for name, seconds in times.items():
        rate = len(cases) / seconds
        figures = (1000 / rate, rate, size / seconds / 1e6, times[TRAFILATURA] / seconds)
        table.add_row(name, *(f"{figure:.2f}" for figure in figures))
    console.print(table)
    return times[TRAFILATURA] / times[WHOLE]


def print_workers(folder: Path, number: int, console: Console) -> float:
    pages = load_pages()
    (archive,) = write_archive(folder, vary_pages(pages, number))
    runs = {workers: replay(archive, workers) for workers in (1, 2)}
    table = Table(title=f"scrapy replay of {number:,} generated pages")
    for column in ("workers", "seconds", "pages/s", "memory at most", "last over second quarter"):
        table.add_column(column, justify="right")
    for workers, run in runs.items():
        most = f"{max(run.memory) / 1e6:.0f} MB"
        rate = f"{number / run.seconds:.1f}"
        table.add_row(str(workers), f"{run.seconds:.1f}", rate, most, f"{grow(run.memory):.2f}")
    console.print(table)
    assert runs[1].digest == runs[2].digest, "the output depends on the number of workers"
    return runs[1].seconds / runs[2].seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    console = Console()
    with TemporaryDirectory() as cases, TemporaryDirectory() as generated:
        core = print_core(load_cases(Path(cases)), options.rounds, console)
        workers = print_workers(Path(generated), options.pages, console)
    for (what, wanted), ratio in zip(WANTED.items(), (core, workers), strict=True):
        console.print(f"{what}: {ratio:.2f} times, wanted {wanted}")
    return 0 if all(r >= w for r, w in zip((core, workers), WANTED.values(), strict=True)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
