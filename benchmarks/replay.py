"""How fast a replay is, from the record of an archive to its JSON line, and what it takes.

    python -m benchmarks.replay [--rounds N] [--pages N]

All from one run. The first tables compare one core's work on the same pages, ten pages one way and
then the next, as the least processor time of some rounds: trafilatura's extraction alone, the same
with the metadata that an article has, our reader, and the whole way (record, page, article,
meetings, copies, JSON). What is wanted is wanted of whole pages, as sites send them; of the others,
from which we left out what stands around an article, trafilatura has little to strip.

The last runs `scrapy replay` over generated pages, whole ones too, with one worker and with two in
turn, as the least seconds of some rounds, and with two over a quarter of the pages, which tells the
start of a replay from the cost of a page. A page costs p in the first process, which tells copies
and writes, and w in a worker. One worker already has company, so on two cores two workers take
n (p + w) / 2 where one takes n w, and both begin by loading themselves: two are at most
2 w / (p + w) times one, the nearer the more pages there are. Cores share what lies behind them, and
a virtual machine its cores with others: what the second core is worth in this hour is said by two
replays of that quarter at once, a core each, beside one of them alone. On a busy machine seconds
say nothing, the processor's do. For size see `benchmarks.scale`.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table
from scrapy.utils.project import get_project_settings
from trafilatura import bare_extraction

from benchmarks.generated import WHOLE, load_pages, vary_pages, write_archive
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
LINE = "record to JSON line"
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
        LINE: lambda cases: whole([case.place for case in cases]),
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


def print_core(title: str, cases: list[Case], rounds: int, console: Console) -> float:
    times = measure(cases, rounds)
    size = sum(len(case.page.body) for case in cases)
    about = f"{len(cases)} {title}, {size / len(cases) / 1000:.0f} kB each"
    table = Table(title=f"one core, {about}, least of {rounds} rounds")
    for column in ("way", "ms/page", "pages/s", "MB/s", "times trafilatura"):
        table.add_column(column, justify="left" if column == "way" else "right")
    for name, seconds in times.items():
        rate = len(cases) / seconds
        figures = (1000 / rate, rate, size / seconds / 1e6, times[TRAFILATURA] / seconds)
        table.add_row(name, *(f"{figure:.2f}" for figure in figures))
    console.print(table)
    return times[TRAFILATURA] / times[LINE]


def print_cores(folder: Path, rounds: int, console: Console) -> float:
    cases = load_cases(folder)
    whole = [case for case in cases if len(case.page.body) >= WHOLE]
    print_core("pages of known sites, whole and not", cases, rounds, console)
    return print_core("whole pages of known sites", whole, rounds, console)


def print_workers(folder: Path, number: int, rounds: int, console: Console) -> float:
    pages, few, out = load_pages(WHOLE), number // 4, folder / "out.jsonl"
    (some,) = write_archive(folder / "some", vary_pages(pages, few))
    (archive,) = write_archive(folder / "all", vary_pages(pages, number))
    short = replay(some, out, "--workers", "2")
    runs: dict[int, list[Run]] = {1: [], 2: []}
    single: list[float] = []
    both: list[float] = []
    for _ in range(rounds):
        single.append(replay_beside(some, folder, [0]))
        both.append(replay_beside(some, folder, [0, 1]))
        for workers, tried in runs.items():
            tried.append(replay(archive, out, "--workers", str(workers)))
    assert len({run.digest for tried in runs.values() for run in tried}) == 1
    least = {name: min(tried, key=lambda run: run.seconds) for name, tried in runs.items()}
    table = Table(title=f"scrapy replay of {number:,} generated pages, least of {rounds} rounds")
    for column in ("workers", "seconds", "pages/s", "ms of processor a page", "not in workers"):
        table.add_column(column, justify="right")
    for name, run in least.items():
        figures = (f"{run.seconds:.1f}", f"{number / run.seconds:.1f}")
        alone = f"{run.own / run.processor:.0%}"
        table.add_row(str(name), *figures, f"{1000 * run.processor / number:.1f}", alone)
    console.print(table)
    print_bound({few: short, number: least[2]}, console)
    worth = 2 * min(single) / min(both)
    console.print(f"two replays at once, a core each: {worth:.2f} times one alone on one core")
    return least[1].seconds / least[2].seconds


def replay_beside(archive: Path, folder: Path, cores: list[int]) -> float:
    """Seconds until replays of `archive`, one a core, have all come to their end."""
    with ThreadPoolExecutor() as threads:
        runs = [
            threads.submit(
                replay, archive, folder / f"beside{core}.jsonl", "--workers", "1", core=core
            )
            for core in cores
        ]
        return max(run.result().seconds for run in runs)


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
    parser.add_argument("--pages", type=int, default=20_000)
    options = parser.parse_args()
    console = Console()
    spare_garbage()  # as the workers of a replay do; all ways alike
    with TemporaryDirectory() as cases, TemporaryDirectory() as generated:
        core = print_cores(Path(cases), options.rounds, console)
        workers = print_workers(Path(generated), options.pages, options.rounds, console)
    for (what, wanted), ratio in zip(WANTED.items(), (core, workers), strict=True):
        console.print(f"{what}: {ratio:.2f} times, wanted {wanted}")
    return 0 if all(r >= w for r, w in zip((core, workers), WANTED.values(), strict=True)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
