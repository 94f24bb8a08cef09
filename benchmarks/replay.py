"""How fast a replay is, from the record of an archive to its JSON line, and what it takes.

    python -m benchmarks.replay [--rounds N] [--pages N]

Two tables, all from one run. The first compares one core's work on the same pages, ten pages one
way and then the next, as the least processor time of some rounds: trafilatura's extraction alone,
the same with the metadata that an article has, our reader, and the whole way (record, page,
article, meetings, copies, JSON). The second runs `scrapy replay` over generated pages: all its
processes on one core, with one worker, and with two, and with two over a quarter of the pages,
which tells the start of a replay from the cost of a page. A page costs p in the first process,
which tells copies and writes, and w in a worker. One worker already has company, so on two cores
two workers take n (p + w) / 2 where one takes n w, and both begin by loading themselves: two are at
most 2 w / (p + w) times one, the nearer the more pages there are. On a busy machine seconds say
nothing, the processor's do. For size see `benchmarks.scale`.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table
from scrapy.utils.project import get_project_settings
from trafilatura import bare_extraction

from benchmarks.generated import load_pages, vary_pages, write_archive
from benchmarks.program import Run, replay
from benchmarks.whole import Place, WholeWay, store_pages
from crawler.charset import decode_body
from crawler.page import Page
from crawler.pool.worker import spare_garbage
from crawler.read import read_article
from crawler.site import Site
from crawler.sites import find_site, load_sites

ROOT = Path(__file__).resolve().parents[1]
TRAFILATURA, METADATA = "trafilatura", "trafilatura, with metadata"
KNOWN, UNKNOWN = "read_article, known", "read_article, unknown"
WHOLE = "record to JSON line"
BLOCK = 10
"""Pages that go one way before it is the next one's turn."""
WANTED = {"whole way against trafilatura": 4.0, "two workers against one": 1.8}


@dataclass(frozen=True)
class Case:
    """A page of a known site, and where its record lies."""

    page: Page
    site: Site
    place: Place


def load_cases(folder: Path) -> list[Case]:
    pages, sites = load_pages(), load_sites(get_project_settings())
    places = store_pages(folder, pages)
    found = [(page, find_site(page.url, sites)) for page in pages]
    return [Case(page, site, places[page.url]) for page, site in found if site]


def list_ways() -> dict[str, Callable[[list[Case]], object]]:
    """What is compared, as calls on some pages; the store of the whole way is a new one."""
    whole = WholeWay()

    def extract(case: Case, *, with_metadata: bool = False) -> object:
        return bare_extraction(decode_body(case.page.body), with_metadata=with_metadata)

    return {
        TRAFILATURA: lambda cases: [extract(case) for case in cases],
        METADATA: lambda cases: [extract(case, with_metadata=True) for case in cases],
        KNOWN: lambda cases: [read_article(case.page, case.site) for case in cases],
        UNKNOWN: lambda cases: [read_article(case.page, None) for case in cases],
        WHOLE: lambda cases: whole([case.place for case in cases]),
    }


def measure(cases: list[Case], rounds: int) -> dict[str, float]:
    """Processor seconds of one pass over the pages.

    The thread's, as the clock of the process is off by milliseconds where a limit on it is set.
    """
    blocks = [cases[start : start + BLOCK] for start in range(0, len(cases), BLOCK)]
    least: dict[tuple[str, int], float] = {}
    for _ in range(rounds):
        ways = list_ways()
        for (number, block), (name, way) in product(enumerate(blocks), ways.items()):
            start = time.thread_time()
            way(block)
            took = time.thread_time() - start
            least[name, number] = min(took, least.get((name, number), took))
    totals: dict[str, float] = defaultdict(float)
    for (name, _), seconds in least.items():
        totals[name] += seconds
    return totals


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
    few = number // 4
    (some,) = write_archive(folder / "some", vary_pages(pages, few))
    (archive,) = write_archive(folder / "all", vary_pages(pages, number))
    ways = {"1, one core": (1, 1), "1": (1, None), "2": (2, None)}
    runs = {
        name: replay(archive, folder / "out.jsonl", "--workers", str(workers), cores=cores)
        for name, (workers, cores) in ways.items()
    }
    table = Table(title=f"scrapy replay of {number:,} generated pages")
    for column in ("workers", "seconds", "pages/s", "ms of processor a page", "not in workers"):
        table.add_column(column, justify="right")
    for name, run in runs.items():
        figures = (f"{run.seconds:.1f}", f"{number / run.seconds:.1f}")
        alone = f"{run.own / run.processor:.0%}"
        table.add_row(name, *figures, f"{1000 * run.processor / number:.1f}", alone)
    console.print(table)
    assert len({run.digest for run in runs.values()}) == 1, "the output depends on the workers"
    short = replay(some, folder / "out.jsonl", "--workers", "2")
    print_bound({few: short, number: runs["2"]}, console)
    return runs["1"].seconds / runs["2"].seconds


def print_bound(runs: dict[int, Run], console: Console) -> None:
    """What a page costs and what the start, from two runs by their numbers of pages."""
    (few, short), (many, long) = runs.items()
    own = (long.own - short.own) / (many - few)
    both = (long.processor - short.processor) / (many - few)
    start = short.processor - few * both
    console.print(
        f"a page: {1000 * own:.2f} ms of the first process, {1000 * (both - own):.2f} of a worker;"
        f" the start: {start:.1f} s; two workers are at most {2 * (1 - own / both):.2f} times one"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    console = Console()
    spare_garbage()  # as the workers of a replay do; all ways alike
    with TemporaryDirectory() as cases, TemporaryDirectory() as generated:
        core = print_core(load_cases(Path(cases)), options.rounds, console)
        workers = print_workers(Path(generated), options.pages, console)
    for (what, wanted), ratio in zip(WANTED.items(), (core, workers), strict=True):
        console.print(f"{what}: {ratio:.2f} times, wanted {wanted}")
    return 0 if all(r >= w for r, w in zip((core, workers), WANTED.values(), strict=True)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
