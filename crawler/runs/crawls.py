"""Many sites at once: one process a site, a few at a time, each within its limits."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crawler.runs.permits import AllOurs, NoPermit, Permits
from crawler.runs.process import CrawlProcess
from crawler.verdict import FAILED, find_failures


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How sites are crawled."""

    folder: Path
    """Where logs and stats go."""
    parallel: int
    seconds: float
    """The longest that one site may take."""
    arguments: Sequence[str] = ()
    """More words for each `scrapy crawl`."""
    inherited: Sequence[int] = ()
    """File descriptors that the crawls keep open: the lock."""
    permits: Permits = field(default_factory=AllOurs)
    """Says whose turn it is where several machines crawl."""


@dataclass(frozen=True, slots=True)
class Crawled:
    """How the crawl of one site ended."""

    site: str
    code: int
    seconds: float
    stats: dict[str, Any] = field(default_factory=dict)
    failures: tuple[str, ...] = ()


async def crawl_sites(sites: Sequence[str], plan: Plan) -> list[Crawled]:
    """Crawl `sites`, at most `plan.parallel` at once; the results in the order of `sites`.

    What was crawled by another machine meanwhile has none.
    """
    plan.folder.mkdir(parents=True, exist_ok=True)
    waiting, crawled = list(sites), dict[str, Crawled]()
    await asyncio.gather(*(_work(waiting, crawled, plan) for _ in range(plan.parallel)))
    return [crawled[site] for site in sites if site in crawled]


async def _work(waiting: list[str], crawled: dict[str, Crawled], plan: Plan) -> None:
    """Crawl one site after the other, as long as there are any."""
    while waiting:
        try:
            permit = await plan.permits.ask(waiting)
        except NoPermit as error:
            crawled |= {site: Crawled(site, FAILED, 0, {}, (str(error),)) for site in waiting}
            waiting.clear()
            return
        waiting[:] = [s for s in waiting if s != permit.site and s not in permit.elsewhere]
        if permit.site:
            crawled[permit.site] = await _crawl_site(permit.site, plan, permit.words)
            await plan.permits.give_back(permit.site)
        elif waiting:
            await asyncio.sleep(plan.permits.pause)


async def _crawl_site(site: str, plan: Plan, more: Sequence[str]) -> Crawled:
    stats_file = plan.folder / f"{site}.stats.json"
    stats_file.unlink(missing_ok=True)
    began = asyncio.get_running_loop().time()
    words = ("crawl", site, "-s", f"STATS_FILE={stats_file}", *more, *plan.arguments)
    process = CrawlProcess(words, plan.folder / f"{site}.log", plan.inherited)
    code, late = await _wait(process, plan.seconds)
    seconds = round(asyncio.get_running_loop().time() - began, 1)
    return _conclude(site, code, seconds, stats_file, late=late)


async def _wait(process: CrawlProcess, seconds: float) -> tuple[int, bool]:
    """Exit code, and whether the crawl had to be stopped. Stops it if we are cancelled."""
    try:
        return await asyncio.wait_for(process.wait(), seconds), False
    except TimeoutError:
        return await process.stop(), True
    except asyncio.CancelledError:
        await process.stop()
        raise


def _conclude(site: str, code: int, seconds: float, stats_file: Path, *, late: bool) -> Crawled:
    stats = json.loads(stats_file.read_bytes()) if stats_file.exists() else {}
    failures = find_failures(stats) if stats else [f"the crawl ended with code {code} and no stats"]
    if late:
        failures.insert(0, f"stopped after {seconds:.0f} seconds")
    if failures and code == 0:
        code = FAILED
    return Crawled(site, code, seconds, stats, tuple(failures))
