"""`scrapy schema [articles|meetings|mapping]`: the JSON Schema of a line, from the items."""

from __future__ import annotations

import argparse

import orjson
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.items import SCHEMA, Article
from crawler.schema import make_schema
from pipelines.export.mapping import make_mapping
from pipelines.merging import record

ITEMS = {
    "articles": (Article, SCHEMA),
    "meetings": (record.MergedMeeting, record.SCHEMA),
}
"""What has a schema, by the name of its export."""
MAPPING = "mapping"


class Command(ScrapyCommand):
    """Prints the schema; `scrapy schema > docs/article.schema.json` after a change of the items.

    That of merged meetings goes to `docs/meeting.schema.json`, the mapping of an index of them in
    OpenSearch or Elasticsearch to `docs/meeting.mapping.json`.
    """

    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Print the JSON Schema of articles.jsonl, or of exported meetings"

    def syntax(self) -> str:
        """Arguments for the help text."""
        return f"[{'|'.join([*ITEMS, MAPPING])}]"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print it."""
        name = args[0] if args else "articles"
        if len(args) > 1 or name not in (*ITEMS, MAPPING):
            raise UsageError(f"there is a schema of {' and of '.join(ITEMS)}, and a {MAPPING}")
        made = make_mapping() if name == MAPPING else make_schema(*ITEMS[name])
        print(orjson.dumps(made, option=orjson.OPT_INDENT_2).decode())
