"""How fast and how well pages are read: `read_article` against its peers on the same pages.

    python -m benchmarks.reading [--rounds N] [--beside PYTHON]

Every reader reads every page once in a round, some pages and then the next reader, so that a busy
machine slows all of them alike, and each reads page after page as it would in a crawl. Time is the
processor's, the least of the rounds for each page; a reader that takes more than five times
trafilatura's is asked in the first round only. Known sites are read by their selectors, and once
more as if nobody had described them; the pages of unknown ones by the generic rules. The whole way
of a replay, from a record in an archive to the JSON line with its meetings, stands beside them. A
reader that cannot read some pages is compared on the others. The exit code is 1 where a target is
missed.

Peers: `make bench` installs those that can be; news-please and fundus need an interpreter of their
own, named by `--beside` (benchmarks/peers.py). A peer that is not installed is left out, and said
so.
"""

from __future__ import annotations

import argparse
import logging
import time
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from rich.console import Console
from rich.table import Table

from benchmarks.labelled import KNOWN, UNKNOWN, Case, load_cases, match_words
from benchmarks.peers import GENERIC, OURS, RIVAL, Outcome, Reader, find_inside, open_beside
from benchmarks.whole import WholeWay, store_pages

WHOLE = "record to JSON line"
TARGETS = {(KNOWN, OURS): 5.0, (UNKNOWN, OURS): 2.0}
"""Times trafilatura's speed."""
SLOW = 5.0
BLOCK = 10
"""Pages that a reader reads before it is the next one's turn."""


@dataclass
class Tally:
    """What one reader made of a set of pages, by the number of the page."""

    seconds: dict[int, float] = field(default_factory=dict)
    """The least of the rounds."""
    texts: dict[int, str] = field(default_factory=dict)

    def add(self, number: int, outcome: Outcome) -> None:
        """Note the outcome of one reading."""
        self.seconds[number] = min(outcome.seconds, self.seconds.get(number, outcome.seconds))
        self.texts[number] = outcome.text

    def total(self, numbers: set[int]) -> float:
        """Seconds for these pages."""
        return sum(self.seconds[number] for number in numbers)


def follow_whole(cases: list[Case], folder: Path) -> Reader:
    """The whole way of each page, whose record lies in `folder`, into a new store in each round."""
    places = store_pages(folder, [case.page for case in cases])
    ways: list[WholeWay] = []
    passed: set[str] = set()

    def timed(case: Case) -> Outcome:
        if not ways or case.page.url in passed:
            ways[:] = [WholeWay()]
            passed.clear()
        passed.add(case.page.url)
        start = time.thread_time()
        (line,) = ways[0]([places[case.page.url]])
        took = time.thread_time() - start
        article = orjson.loads(line)
        return Outcome(took, f"{article['sapo'] or ''}\n{article['text']}")

    return timed


def measure(cases: list[Case], readers: dict[str, Reader], rounds: int) -> dict[str, Tally]:
    """The tally of each reader."""
    tallies = {name: Tally() for name in readers}
    for number in range(rounds):
        asked = {name: r for name, r in readers.items() if not (number and is_slow(name, tallies))}
        for start in range(0, len(cases), BLOCK):
            for name, read in asked.items():
                for at, case in enumerate(cases[start : start + BLOCK], start):
                    if outcome := read(case):
                        tallies[name].add(at, outcome)
    return tallies


def is_slow(name: str, tallies: dict[str, Tally]) -> bool:
    pages = set(tallies[name].seconds)
    return tallies[name].total(pages) > SLOW * tallies[RIVAL].total(pages)


def score(cases: list[Case], tally: Tally) -> str:
    """Mean F1 of what was read against the gold; empty where the pages have none."""
    pairs = [(tally.texts[at], gold) for at in tally.texts if (gold := cases[at].gold)]
    scores = [match_words(text, gold) for text, gold in pairs]
    return f"{sum(scores) / len(scores):.3f}" if scores else ""


def print_table(console: Console, name: str, cases: list[Case], tallies: dict[str, Tally]) -> None:
    """One line a reader."""
    table = Table(title=f"{name}: one core, {len(cases)} pages")
    for column in ("reader", "pages", "ms/page", "pages/s", "MB/s", "times trafilatura", "body F1"):
        table.add_column(column, justify="left" if column == "reader" else "right")
    for reader, tally in tallies.items():
        pages = set(tally.seconds)
        if not pages:
            table.add_row(reader, "0")
            continue
        seconds, size = tally.total(pages), sum(len(cases[at].page.body) for at in pages)
        figures = (1000 * seconds / len(pages), len(pages) / seconds, size / seconds / 1e6)
        ratio = tallies[RIVAL].total(pages) / seconds
        row = [f"{figure:.1f}" for figure in figures]
        table.add_row(reader, str(len(pages)), *row, f"{ratio:.2f}", score(cases, tally))
    console.print(table)


def judge(console: Console, name: str, tallies: dict[str, Tally]) -> bool:
    """Whether the targets of this set of pages are met."""
    met = True
    for (where, reader), wanted in TARGETS.items():
        if where == name:
            pages = set(tallies[reader].seconds)
            ratio = tallies[RIVAL].total(pages) / tallies[reader].total(pages)
            met = met and ratio >= wanted
            console.print(f"{name}: {ratio:.2f} times {RIVAL}'s speed, wanted {wanted}")
    return met


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--beside", metavar="PYTHON", help="interpreter of the peers beside")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # peers say there, page by page, what they lack
    logging.disable()
    console = Console()
    inside, met = find_inside(console.print), []
    with open_beside(options.beside) as beside:
        if not beside:
            console.print("news-please and fundus are left out: no --beside interpreter has them")
        for name, cases in load_cases().items():
            readers = {**inside, **beside}
            if name == UNKNOWN:
                readers.pop(GENERIC)  # the same as ours there
            with TemporaryDirectory() as folder:
                readers[WHOLE] = follow_whole(cases, Path(folder))
                tallies = measure(cases, readers, options.rounds)
            print_table(console, name, cases, tallies)
            met.append(judge(console, name, tallies))
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
