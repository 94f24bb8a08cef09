"""`scrapy newsite NAME URL`: a new site from one of its articles, for a person's review.

    scrapy newsite borneopost https://www.theborneopost.com/2025/05/26/asean-summit-opens/
    scrapy newsite borneopost https://www.theborneopost.com/2025/05/26/... --file saved.html

writes `spiders/NAME.py` with the facts that the page shows (selectors of the content system that
it was made with, else guessed ones), and `tests/pages/NAME/SLUG.html` with `SLUG.json`, what the
page says when it is read with these facts. Then a person

1. corrects the facts: names of the paper, zone, sections and feeds, the pattern of addresses;
2. replaces the sentences of the saved page by own ones and keeps the markup: the text is not ours;
3. runs `scrapy gold tests/pages/NAME` and compares each value of the gold with the page;
4. says in `unproved` what is still missing, and runs `pytest tests/test_site*.py`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.discovery.relevance import fold
from crawler.page import Page
from crawler.sites import load_sites
from crawler.times import day_of
from crawler.tree import Unreadable
from crawler.verdict import FAILED
from pipelines.commands.gold import rewrite_gold
from pipelines.newsite.facts import Guess, guess_site
from pipelines.newsite.source import write_source
from pipelines.show.visitor import Visitor

_NAME = re.compile(r"[a-z][a-z0-9]*")
_LONGEST_SLUG = 60


class Command(ScrapyCommand):
    """Writes a spider file, a saved page and its gold; overwrites nothing."""

    requires_project = True

    def syntax(self) -> str:
        """Arguments for the help text."""
        return "[options] NAME URL"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Write the spider, a saved page and its gold for a new site, for review"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`--file`, `--into`."""
        super().add_options(parser)
        parser.add_argument("--file", type=Path, help="the page, saved; nothing is fetched")
        parser.add_argument(
            "--into", type=Path, default=Path(), help="root of the project (default: here)"
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Only warnings are logged, unless a level is asked for."""
        super().process_options(args, opts)
        if opts.loglevel is None and self.settings is not None:
            self.settings.set("LOG_LEVEL", "WARNING", priority="project")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write, and say what was written; exit 1 where nothing could be."""
        if len(args) != 2 or not _NAME.fullmatch(args[0]):
            raise UsageError("a NAME of small letters and digits, and the URL of an article")
        assert self.settings is not None
        name, url = args
        known = load_sites(self.settings)
        spider = opts.into / "spiders" / f"{name}.py"
        if name in known or spider.exists():
            self.fail(f"{name}: there is such a spider")
            return
        for page in self.find(url, opts.file):
            try:
                guess = guess_site(page, name, known=known.values())
                for file in write_site(guess, page, spider):
                    print(file)
                print(describe_guess(guess), file=sys.stderr)
            except Unreadable as error:
                self.fail(f"{url}: {error}")

    def find(self, url: str, file: Path | None) -> list[Page]:
        """The page in `file`, or the live one."""
        if file is not None:
            fetched = datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
            return [Page(url=url, body=file.read_bytes(), fetched=fetched)]
        assert self.crawler_process
        pages: list[Page] = []
        self.crawler_process.crawl(Visitor, url=url, pages=pages)
        self.crawler_process.start()
        if not pages:
            self.fail(f"{url}: no page came")
        return pages

    def fail(self, message: str) -> None:
        """Say what went wrong, and remember it in the exit code."""
        print(message, file=sys.stderr)
        self.exitcode = FAILED


def write_site(guess: Guess, page: Page, spider: Path) -> Iterator[Path]:
    """Write the spider file, the page and its sidecar; yield each path once it is written."""
    site = guess.site
    spider.parent.mkdir(parents=True, exist_ok=True)
    spider.write_text(write_source(site, guess.family), "utf-8")
    yield spider
    folder = spider.parents[1] / "tests" / "pages" / site.name
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name_page(guess)}.html"
    file.write_bytes(page.body)
    yield file
    sidecar = file.with_suffix(".json")
    sidecar.write_text(json.dumps({"url": page.url, "fetched": page.fetched.isoformat()}), "utf-8")
    if trouble := rewrite_gold(file, {site.name: site}):
        raise Unreadable(f"{file}: {trouble}")
    yield sidecar


def name_page(guess: Guess) -> str:
    """A name for the saved page: the words of its title, and the month of its publication."""
    words = fold(guess.article.title or "page").strip("-")[:_LONGEST_SLUG].rpartition("-")[0]
    published = guess.article.published
    return f"{words}-{day_of(published):%Y-%m}" if published else words


def describe_guess(guess: Guess) -> str:
    """One line for a person: how the selectors were found and what is missing."""
    way = guess.family.__name__.rpartition(".")[2] if guess.family else "no content system known"
    fields = ("title", "sapo", "body", "published", "authors", "section", "captions")
    missing = [name for name in fields if not getattr(guess.site.selectors, name)]
    return f"{way}; without selectors: {', '.join(missing) or 'none'}; everything needs review"
