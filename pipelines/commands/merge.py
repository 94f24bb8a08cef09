"""`scrapy merge`: the merged meetings of the store brought up to date with its articles."""

from __future__ import annotations

import argparse
import sys
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.misc import load_object

from pipelines.store.errors import StoreError

_PARTS = ("pipelines.store.database.Store", "pipelines.store.merging.merge_store")
"""By name, since every scrapy command would load SQLAlchemy else."""


class Command(ScrapyCommand):
    """Merge the reports of new articles into meetings; `scrapy export meetings` does it too."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Merge the reports of new articles into one record a real meeting"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Merge; exit code 1 where the store cannot be read or written."""
        if args:
            raise UsageError("merge takes no arguments")
        assert self.settings is not None
        open_store, merge_store = map(load_object, _PARTS)
        try:
            with open_store(self.settings["STORE"], must_exist=True) as store:
                change = merge_store(store)
        except StoreError as error:
            print(f"merge: {error}", file=sys.stderr)
            self.exitcode = 1
            return
        print(f"{change.articles} new articles, {change.meetings} meetings changed")
