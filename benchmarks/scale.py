"""That a replay stays flat however long it is, and that nothing changes what comes out.

    python -m benchmarks.scale [--pages N] [--workers N ...] [--archive FOLDER] [--kill]

Pages are generated from those of known sites (an earlier run's are taken from FOLDER) and replayed
with each number of workers; all must give the same bytes, and the memory of all processes in the
last quarter of a run must be within a tenth of that in the second. With `--kill` a replay into a
store is killed when half of its articles are in it, and run again: it must end with the bytes of
one that nobody disturbed. `--pages 100000 --workers 2` takes the better part of an hour.
"""

from __future__ import annotations

import argparse
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from benchmarks.generated import load_pages, vary_pages, write_archive
from benchmarks.program import Run, find_below, grow, replay, start_replay

FLAT = 1.10
FILES = 8


def print_runs(runs: dict[int, Run], number: int, console: Console) -> bool:
    """Whether all runs were flat and gave the same bytes."""
    table = Table(title=f"scrapy replay of {number:,} generated pages")
    columns = (
        "workers",
        "seconds",
        "processor, seconds",
        "memory at most",
        "last over second quarter",
    )
    for column in columns:
        table.add_column(column, justify="right")
    for workers, run in runs.items():
        most = f"{max(run.memory) / 1e6:.0f} MB"
        figures = (f"{run.seconds:.0f}", f"{run.processor:.0f}", most, f"{grow(run.memory):.2f}")
        table.add_row(str(workers), *figures)
    console.print(table)
    digests = {run.digest for run in runs.values()}
    console.print(f"{len(digests)} different outputs: {' '.join(d[:16] for d in digests)}")
    return len(digests) == 1 and all(grow(run.memory) <= FLAT for run in runs.values())


def is_resumed(archive: Path, folder: Path, number: int, console: Console) -> bool:
    """Whether a replay that was killed ends with the bytes of one that was not."""
    options = ("--workers", "2", "--into")
    whole = replay(archive, folder / "whole.jsonl", *options, str(folder / "whole.sqlite"))
    out, store = folder / "again.jsonl", folder / "again.sqlite"
    kept = kill_at(archive, out, store, number // 2)
    again = replay(archive, out, *options, str(store))
    same = again.digest == whole.digest
    console.print(f"killed with {kept:,} articles in its store, run again: same bytes: {same}")
    return same


def kill_at(archive: Path, out: Path, store: Path, least: int) -> int:
    """Kill a replay once `store` holds so many articles; how many it holds."""
    process = start_replay(archive, out, "--workers", "2", "--into", str(store))
    while count_articles(store) < least:
        assert process.poll() is None, "it ended before it was killed"
        time.sleep(0.2)
    below = find_below(process.pid)
    process.kill()
    process.wait()
    assert below, "its workers were not seen"
    assert not out.exists()
    return count_articles(store)


def count_articles(store: Path) -> int:
    """Articles in a store that may not be there yet."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as base:
        try:
            return int(base.execute("SELECT count(*) FROM articles").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2, 3])
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--kill", action="store_true")
    options = parser.parse_args()
    console = Console()
    with TemporaryDirectory() as name:
        folder = Path(name)
        archive = options.archive or folder / "archive"
        if not options.archive:
            archive.mkdir()
            write_archive(archive, vary_pages(load_pages(), options.pages), FILES)
        out = folder / "out.jsonl"
        runs = {
            n: replay(archive, out, "--workers", str(n), with_memory=True) for n in options.workers
        }
        is_well = not runs or print_runs(runs, options.pages, console)
        if options.kill:
            is_well &= is_resumed(archive, folder, options.pages, console)
    return 0 if is_well else 1


if __name__ == "__main__":
    raise SystemExit(main())
