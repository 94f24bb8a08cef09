"""Writes docs/faults.md from a run over the loopback world: `python -m tests.world.table`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from crawler.verdict import find_failures
from tests.world.faults import CRAWL_DELAY, RETRY_AFTER, Fault
from tests.world.troubled import Troubled, run_troubled

_HEAD = """\
# What goes wrong, and what a run says and does

Written by `python -m tests.world.table > docs/faults.md` from one `scrapy runall` over the loopback
world: twelve real sites under their own names on 127.0.0.1, with everything below planted at once.
A test makes the same run and compares. A quoted line stands in the log of the site or, after
"verdict", in the summary of the run; the rest was looked at from outside: the requests that reached
the world, and the store.

| fault | planted | the run said | the run did |
|---|---|---|---|
"""
_MOST_LINES = 3
_ROOMS = {"article": "read", "list": "lists"}
_OFTEN = {0: "never asked", 1: "asked once", 2: "asked twice"}


def write_table(done: Troubled) -> str:
    """The whole document."""
    rows = (write_row(done, fault) for fault in done.faults)
    return _HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def write_row(done: Troubled, fault: Fault) -> list[str]:
    """Its four cells."""
    said = [f"`{line}`" for line in shorten(done.lines(fault))]
    said += [f"verdict: `{line}`" for line in shorten(done.verdict(fault))]
    cells = (
        f"{fault.name} ({fault.site})",
        fault.what,
        "<br>".join(said) or "nothing",
        "; ".join(tell_deeds(done, fault)),
    )
    return [cell.replace("|", "\\|") for cell in cells]


def shorten(lines: list[str]) -> list[str]:
    """The first of `lines`, and how many more there are."""
    more = len(lines) - _MOST_LINES
    return lines if more < 1 else [*lines[:_MOST_LINES], f"... and {more} more like it"]


def tell_deeds(done: Troubled, fault: Fault) -> Iterator[str]:
    """What the run did, in few words each."""
    if fault.pages:
        asked = max(len(done.times(page)) for page in fault.pages)
        each = "each " if len(fault.pages) > 1 and asked else ""
        yield each + _OFTEN.get(asked, f"asked {asked} times")
        if fault.pages[0] not in done.lists:
            stored = sum(page in done.stored for page in fault.pages)
            yield {0: "not stored", len(fault.pages): "stored"}.get(stored, f"{stored} stored")
    yield from tell_counts(done, fault)
    yield from tell_patience(done, fault)
    stored_others, others = done.others(fault.site)
    if others:
        yield f"{stored_others} of {others} {'other ' if fault.pages else ''}articles stored"
    yield f"exit code {done.sites[fault.site]['code']}"


def tell_counts(done: Troubled, fault: Fault) -> Iterator[str]:
    """The stats that the lines belong to, and whether one alone makes the run fail."""
    named = (re.match(r"(article|list) ([\w-]+): ", line) for line in done.lines(fault))
    stats = {f"{_ROOMS[found[1]]}/{found[2]}" for found in named if found}
    for stat in sorted(stats):
        fails = find_failures({"finish_reason": "finished", "item_scraped_count": 9, stat: 1})
        yield f"counted as `{stat}`, {'a failure' if fails else 'no failure while it is rare'}"


def tell_patience(done: Troubled, fault: Fault) -> Iterator[str]:
    """Pauses that were kept; a busy machine notes some requests late, so means are judged."""
    if fault.name == "Crawl-delay":
        gaps = done.gaps("vnexpress.net")
        kept = sum(gaps) / len(gaps) >= 0.9 * CRAWL_DELAY
        yield f"{'kept' if kept else 'NOT KEPT'}, {len(gaps)} pauses"
    if fault.name == "429 + Retry-After":
        first, second = done.times(fault.pages[0])
        yield "the pause kept" if second - first >= 0.9 * RETRY_AFTER else "the pause NOT KEPT"
    if fault.name == "Retry-After too long":
        yield f"{len(done.gaps('baoquocte.vn'))} requests after it"


def main() -> None:
    with TemporaryDirectory() as folder:
        sys.stdout.write(write_table(run_troubled(Path(folder))))


if __name__ == "__main__":
    main()
