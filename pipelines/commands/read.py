"""`scrapy read FILE|URL`: one page for a person, with what was cut and where each value is from."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.misc import load_object

from crawler.archive.saved import read_pages
from crawler.archive.trouble import Trouble
from crawler.limits import ReadTimeout, limit_seconds
from crawler.page import Page
from crawler.read import read_page
from crawler.sites import find_site, load_sites
from crawler.tree import Unreadable
from crawler.verdict import FAILED
from pipelines.show.article import show_article, show_cuts, show_meetings
from pipelines.show.visitor import Visitor


class Command(ScrapyCommand):
    """Shows title, times, people, clean text, meetings with their sentences, and what was cut."""

    requires_project = True

    def syntax(self) -> str:
        """Arguments for the help text."""
        return "[options] FILE|URL"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Show one page: article, meetings, evidence, and what was cut"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`--url`."""
        super().add_options(parser)
        parser.add_argument("--url", help="the address of a saved page that has no NAME.json")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Only warnings are logged, unless a level is asked for."""
        super().process_options(args, opts)
        if opts.loglevel is None and self.settings is not None:
            self.settings.set("LOG_LEVEL", "WARNING", priority="project")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read and show; exit 1 where there is no article."""
        if len(args) != 1:
            raise UsageError
        pages = self.find(args[0], opts.url)
        for page in pages:
            self.show(page)
        if not pages:
            self.exitcode = FAILED

    def find(self, source: str, url: str | None) -> list[Page]:
        """The page at an address, or the pages in a file."""
        if source.startswith(("http://", "https://")):
            return self.visit(source)
        if url is not None:
            fetched = datetime.fromtimestamp(Path(source).stat().st_mtime, UTC)
            return [Page(url=url, body=Path(source).read_bytes(), fetched=fetched)]
        found = list(read_pages([Path(source)]))
        for trouble in (f for f in found if isinstance(f, Trouble)):
            self.fail(str(trouble))
        return [f for f in found if isinstance(f, Page)]

    def visit(self, url: str) -> list[Page]:
        """The live page, fetched with all the manners of a crawl."""
        assert self.crawler_process
        pages: list[Page] = []
        self.crawler_process.crawl(Visitor, url=url, pages=pages)
        self.crawler_process.start()
        if not pages:
            self.fail(f"{url}: no page came")
        return pages

    def show(self, page: Page) -> None:
        """Print what is on one page."""
        assert self.settings is not None
        console = Console()
        site = find_site(page.url, load_sites(self.settings))
        try:
            with limit_seconds(self.settings.getfloat("READ_SECONDS")):
                reading = read_page(page, site, detailed=True)
                reading.article.meetings = load_object(self.settings["FIND_MEETINGS"])(
                    reading.article
                )
        except (Unreadable, ReadTimeout) as error:
            self.fail(f"{page.url}: {error}")
            return
        show_article(reading.article, console)
        show_meetings(reading.article, console)
        show_cuts(reading.trace, console)

    def fail(self, message: str) -> None:
        """Say what went wrong, and remember it in the exit code."""
        print(message, file=sys.stderr)
        self.exitcode = FAILED
