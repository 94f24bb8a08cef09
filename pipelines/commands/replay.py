"""`scrapy replay PATH ...`: saved pages and archives to articles, without any network."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from crawler.archive.sources import measure_sources
from crawler.archive.wanted import add_options, read_choice
from crawler.hands import choose_workers, prepare_hands, read_terms
from crawler.items import Article
from crawler.verdict import FAILED, find_failures, summarise
from pipelines.show.table import Table


class Command(BaseRunSpiderCommand):
    """Reads with the spiders' facts what `NAME.html` + `NAME.json` and WARC files hold."""

    requires_project = True

    def syntax(self) -> str:
        """Arguments for the help text."""
        return "[options] PATH ..."

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Read saved pages and WARC files, without any network"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`--table`, `--into`, `--workers`, and what to choose from archives."""
        super().add_options(parser)
        parser.add_argument(
            "--table", action="store_true", help="print what was found as a table for a person"
        )
        parser.add_argument(
            "--into",
            metavar="STORE",
            help="keep the articles in this store; by default each replay starts from an empty one",
        )

        parser.add_argument(
            "--workers",
            metavar="N",
            type=int,
            help="read in so many processes, 0 for none; by default one a core for a large input",
        )

        add_options(parser)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Only warnings are logged, unless a level is asked for."""
        super().process_options(args, opts)
        if opts.loglevel is None and self.settings is not None:
            self.settings.set("LOG_LEVEL", "WARNING", priority="project")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Replay; exit 1 and say why if any input could not be read."""
        if not args:
            raise UsageError
        assert self.crawler_process
        assert self.settings is not None
        self.settings.set("STORE", opts.into or ":temporary:", priority="cmdline")
        if opts.workers is not None:
            if opts.workers < 0:
                raise UsageError("--workers cannot be negative")
            self.settings.set("WORKERS", opts.workers, priority="cmdline")
        try:
            choice = read_choice(opts, self.settings)
        except (ValueError, OSError) as error:
            raise UsageError(str(error)) from error
        inputs = [Path(path) for path in args]
        make_ready(self.settings, inputs)
        crawler = self._create_crawler("saved")
        table = Table() if opts.table else None
        if table:
            connect(crawler, table)
        self.crawler_process.crawl(crawler, paths=list(map(str, inputs)), choice=choice)
        self.crawler_process.start()
        stats = crawler.stats.get_stats() if crawler.stats else {}
        if table:
            table.print()
        self.conclude(stats)

    def conclude(self, stats: dict[str, Any]) -> None:
        """Say on standard error what came out, and set the exit code."""
        failures = find_failures(stats)
        print(summarise(stats), file=sys.stderr)
        for failure in failures:
            print(failure, file=sys.stderr)
        if failures:
            self.exitcode = FAILED


def make_ready(settings: BaseSettings, inputs: Sequence[Path]) -> None:
    """Begin what takes a while, and leave out what nobody will see."""
    prepare_hands(read_terms(settings), choose_workers(settings, measure_sources(inputs)))
    # Scrapy writes a line on each article at level DEBUG; only its handler throws it away.
    logging.getLogger("scrapy.core.scraper").setLevel(settings["LOG_LEVEL"])


def connect(crawler: Crawler, table: Table) -> None:
    """Show every article that passes in `table`."""

    def add(item: Article) -> None:
        table.add(item)

    crawler.signals.connect(add, signals.item_scraped, weak=False)
