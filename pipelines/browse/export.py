"""`scrapy export site -O DIR`: the pages as files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from pipelines.browse.folder import write_folder
from pipelines.browse.library import Library
from pipelines.browse.pages import Pages
from pipelines.browse.papers import name_papers
from pipelines.store.database import Store
from pipelines.store.errors import StoreError
from pipelines.store.merging import merge_store


def export_site(settings: BaseSettings, opts: argparse.Namespace) -> int:
    """Merge what is new and write the folder; the exit code, 1 where that cannot be done.

    Raises:
        UsageError: No folder is named, or options that a folder has no use for.
    """
    if opts.output == "-":
        raise UsageError("name the folder: scrapy export site -O DIR")
    if opts.versions or opts.since is not None:
        raise UsageError("a site shows the store as it is: --versions and --since are not for it")
    try:
        with Store(settings["STORE"], must_exist=True) as store:
            merge_store(store)
            library = Library(store, name_papers(settings), follows=False)
            number = write_folder(Pages(library, is_static=True), Path(opts.output))
    except (StoreError, OSError) as error:
        print(f"export: {error}", file=sys.stderr)
        return 1
    print(f"{number} files in {opts.output}", file=sys.stderr)
    return 0
