"""`scrapy crawl SITE`: a live crawl of one site, with an exit code that tells the truth."""

from __future__ import annotations

import argparse
import sys

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from crawler.verdict import FAILED, find_failures, summarise


class Command(ScrapyCrawl):
    """Scrapy's own `crawl`, with a period and a verdict."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`--since`, `--until`."""
        super().add_options(parser)
        parser.add_argument(
            "--since", metavar="DATE", help="only articles from this day or month on"
        )
        parser.add_argument("--until", metavar="DATE", help="only articles up to this day or month")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl; exit 1 and say why if anything fell short."""
        if len(args) != 1:
            raise UsageError
        assert self.crawler_process
        assert self.settings is not None
        if not self.settings["CONTACT"]:
            print("CONTACT is not set: the sites cannot reach you", file=sys.stderr)
        period = {"since": opts.since, "until": opts.until}
        crawler = self._create_crawler(args[0])
        spargs = {name: value for name, value in period.items() if value} | opts.spargs
        self.crawler_process.crawl(crawler, **spargs)
        self.crawler_process.start()
        stats = crawler.stats.get_stats() if crawler.stats else {}
        failures = find_failures(stats)
        print(f"{args[0]}: {summarise(stats)}", file=sys.stderr)
        for failure in failures:
            print(f"{args[0]}: {failure}", file=sys.stderr)
        if failures or self.crawler_process.bootstrap_failed:
            self.exitcode = FAILED
