"""`scrapy unread PATH ...`: what the rules on meetings left unread: where the next rule is."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.misc import load_object

from crawler.archive.saved import read_pages
from crawler.items import SCHEMA, Article
from crawler.page import Page
from crawler.read import read_article
from crawler.sites import find_site, load_sites

_SHOW = "pipelines.show.unread.show_unread"
"""By name, since every scrapy command would load the rules on meetings else."""


class Command(ScrapyCommand):
    """Meeting words with no series, dates that no rule took, offices without a name."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Arguments for the help text."""
        return "[options] PATH ..."

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "List what the rules on meetings left unread in JSON lines or saved pages"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`--kind`, `--sentences`."""
        super().add_options(parser)
        parser.add_argument("--kind", choices=("meeting", "date", "title"), help="only this kind")
        parser.add_argument(
            "--sentences", action="store_true", help="every case with its sentence, not the counts"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read all paths and print what was left."""
        if not args:
            raise UsageError
        articles = (article for path in args for article in self.read_articles(Path(path)))
        load_object(_SHOW)(articles, kind=opts.kind, sentences=opts.sentences)

    def read_articles(self, path: Path) -> Iterator[Article]:
        """The articles of a `.jsonl` file, or of saved pages."""
        if path.suffix == ".jsonl":
            yield from map(_read_line, path.read_text("utf-8").splitlines())
            return
        assert self.settings is not None
        sites = load_sites(self.settings)
        for page in read_pages([path]):
            if isinstance(page, Page):
                article = read_article(page, find_site(page.url, sites))
                if article is not None:
                    yield article


def _read_line(line: str) -> Article:
    """What the rules need of a written article: language, title, sapo and text."""
    row = json.loads(line)
    return Article(
        schema=SCHEMA,
        url=row["url"],
        fetched_url=row["fetched_url"],
        site=row["site"],
        language=row["language"],
        title=row["title"],
        sapo=row["sapo"],
        text=row["text"],
    )
