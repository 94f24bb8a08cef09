"""`scrapy runall [SITE ...]`: every site once, for cron and systemd."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.misc import load_object

from crawler.runs.crawls import Crawled, Plan, crawl_sites
from crawler.runs.lock import Overlap, take_lock
from crawler.runs.permits import Permits
from crawler.runs.summary import make_table, summarise_run, write_metrics, write_summary
from crawler.sites import load_sites
from crawler.verdict import FAILED, OVERLAPPING
from pipelines.store.errors import StoreError

_OPEN_PERMITS = "pipelines.store.sharing.open_permits"
"""By name, since every scrapy command would load SQLAlchemy else."""


class Command(ScrapyCommand):
    """Crawls sites in processes of their own, and tells the truth in its exit code."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Arguments for the help text."""
        return "[options] [SITE ...]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Crawl every site once: lock, summary, metrics, exit code"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`--parallel`, `--since`, `--until`."""
        super().add_options(parser)
        parser.add_argument("--parallel", type=int, metavar="N", help="sites at once")
        parser.add_argument(
            "--since", metavar="DATE", help="only articles from this day or month on"
        )
        parser.add_argument("--until", metavar="DATE", help="only articles up to this day or month")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl; exit 1 if any site met trouble, 75 if another run is at work."""
        assert self.settings is not None
        known = load_sites(self.settings)
        if unknown := [site for site in args if site not in known]:
            raise UsageError(f"no such site: {', '.join(unknown)}", print_help=False)
        folder = Path(self.settings["RUNS"])
        try:
            lock = take_lock(folder / "lock")
        except Overlap as overlap:
            print(overlap, file=sys.stderr)
            self.exitcode = OVERLAPPING
            return
        open_permits = load_object(_OPEN_PERMITS)
        try:
            with lock, open_permits(self.settings) as permits:
                plan = self.plan(opts, folder, lock.fileno(), permits)
                self.crawl(args or list(known), plan)
        except StoreError as error:
            print(error, file=sys.stderr)
            self.exitcode = FAILED

    def plan(self, opts: argparse.Namespace, folder: Path, lock: int, permits: Permits) -> Plan:
        """How the sites are crawled; what was set for this command is set for the crawls too."""
        assert self.settings is not None
        period = (("--since", opts.since), ("--until", opts.until))
        arguments = [word for name, value in period if value for word in (name, value)]
        arguments += [word for setting in opts.set for word in ("-s", setting)]
        return Plan(
            folder=folder,
            parallel=opts.parallel or self.settings.getint("RUN_PARALLEL"),
            seconds=self.settings.getfloat("RUN_SECONDS"),
            arguments=arguments,
            inherited=(lock,),
            permits=permits,
        )

    def crawl(self, sites: Sequence[str], plan: Plan) -> None:
        """Crawl, then report in all forms."""
        assert self.settings is not None
        began, start = datetime.now(UTC).replace(microsecond=0), time.monotonic()
        crawled = asyncio.run(_until_stopped(sites, plan))
        seconds = time.monotonic() - start
        summary = summarise_run(crawled, began=began.isoformat(), seconds=seconds)
        write_summary(summary, plan.folder / "summary.json")
        write_metrics(crawled, Path(self.settings["METRICS"]), ended=time.time())
        Console().print(make_table(crawled))
        if elsewhere := len(sites) - len(crawled):
            print(f"{elsewhere} of {len(sites)} sites were crawled by other machines")
        if not summary["ok"]:
            self.exitcode = FAILED


async def _until_stopped(sites: Sequence[str], plan: Plan) -> list[Crawled]:
    """Crawl; SIGTERM and SIGINT stop the crawls in good order before this ends."""
    task = asyncio.ensure_future(crawl_sites(sites, plan))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    try:
        return await task
    except asyncio.CancelledError:
        raise SystemExit(128 + signal.SIGTERM) from None
