"""`scrapy reindex`: the index of copies anew, after a change of its format."""

from __future__ import annotations

import argparse
import sys
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.misc import load_object

from pipelines.store.errors import StoreError

_PARTS = ("pipelines.store.database.Store", "pipelines.store.reindex.rebuild_index")
"""By name, since every scrapy command would load SQLAlchemy else."""


class Command(ScrapyCommand):
    """Sketch every stored article again."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Make the index of copies anew from the stored articles"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Rebuild; exit code 1 where the store cannot be read or written."""
        if args:
            raise UsageError("reindex takes no arguments")
        assert self.settings is not None
        judge = load_object(self.settings["STORE_JUDGE"])()
        open_store, rebuild_index = map(load_object, _PARTS)
        try:
            with open_store(self.settings["STORE"], must_exist=True) as store:
                count = store.transact(lambda connection: rebuild_index(connection, judge))
        except StoreError as error:
            print(f"reindex: {error}", file=sys.stderr)
            self.exitcode = 1
            return
        print(f"{count} articles sketched")
