"""`scrapy schema`: the JSON Schema of a line of the output, generated from the items."""

from __future__ import annotations

import argparse

import orjson
from scrapy.commands import ScrapyCommand

from crawler.schema import make_schema


class Command(ScrapyCommand):
    """Prints the schema; `scrapy schema > docs/article.schema.json` after a change of the items."""

    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Print the JSON Schema of articles.jsonl"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print it."""
        print(orjson.dumps(make_schema(), option=orjson.OPT_INDENT_2).decode())
