"""`scrapy browse`: the store as pages to look at, on this machine only."""

from __future__ import annotations

import argparse
import sys
import webbrowser
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.misc import load_object

from pipelines.store.errors import StoreError

_STORE = ("pipelines.store.database.Store", "pipelines.store.placing.has_new")
_PARTS = (
    "pipelines.browse.papers.name_papers",
    "pipelines.browse.library.Library",
    "pipelines.browse.pages.Pages",
    "pipelines.browse.server.open_server",
)
"""By name, since every scrapy command would load a database, templates and a server else."""


class Command(ScrapyCommand):
    """Serve the merged meetings of the store as pages until interrupted; nothing is written."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        """Arguments for the help text."""
        return "[options]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Look at the meetings of the store in a browser"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`--port`, `--open`."""
        super().add_options(parser)
        parser.add_argument(
            "--port", type=int, default=8765, metavar="N", help="0: any free one (default: 8765)"
        )
        parser.add_argument("--open", action="store_true", help="open the first page in a browser")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Serve; exit code 1 where the store cannot be read or the port is taken."""
        if args:
            raise UsageError("nothing to name: the store is the setting STORE")
        assert self.settings is not None
        open_store, has_new = map(load_object, _STORE)
        try:
            with open_store(self.settings["STORE"], must_exist=True) as store:
                if store.read(has_new):
                    print("browse: articles are not merged yet; run scrapy merge", file=sys.stderr)
                self._serve(store, opts)
        except (StoreError, OSError) as error:
            print(f"browse: {error}", file=sys.stderr)
            self.exitcode = 1

    def _serve(self, store: Any, opts: argparse.Namespace) -> None:
        name_papers, make_library, make_pages, open_server = map(load_object, _PARTS)
        library = make_library(store, name_papers(self.settings), follows=True)
        pages = make_pages(library, is_static=False)
        server = open_server(pages, opts.port)
        address = f"http://127.0.0.1:{server.effective_port}/"
        print(f"{address} shows {store.place}; end with Ctrl-C", flush=True)
        if opts.open:
            webbrowser.open(address)
        try:
            server.run()
        finally:
            server.close()
