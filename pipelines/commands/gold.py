"""`scrapy gold PATH ...`: write what saved pages say into their sidecars, for a person's review."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.archive.saved import read_pages
from crawler.archive.trouble import Trouble
from crawler.gold import write_gold
from crawler.read import read_article
from crawler.site import Site
from crawler.sites import find_site, load_sites


class Command(ScrapyCommand):
    """Rewrites the `gold` of each `NAME.json` beside a `NAME.html`."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        """Arguments for the help text."""
        return "PATH ..."

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Write what saved pages say into their sidecars, for review"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write; exit 1 if a page could not be read."""
        if not args:
            raise UsageError
        assert self.settings is not None
        sites = load_sites(self.settings)
        for file in find_saved(args):
            if trouble := rewrite_gold(file, sites):
                print(f"{file}: {trouble}", file=sys.stderr)
                self.exitcode = 1


def find_saved(paths: list[str]) -> list[Path]:
    """The saved pages among and below `paths`, sorted."""
    found = [
        [path] if path.is_file() else sorted(path.rglob("*.html")) for path in map(Path, paths)
    ]
    return [file for files in found for file in files]


def rewrite_gold(file: Path, sites: Mapping[str, Site]) -> str | None:
    """Write what the page in `file` says into its sidecar; what kept it from that, or None."""
    (page,) = read_pages([file])
    if isinstance(page, Trouble):
        return page.reason
    article = read_article(page, find_site(page.url, sites))
    if article is None:
        return "no article"
    sidecar = file.with_suffix(".json")
    known = json.loads(sidecar.read_text("utf-8"))
    text = json.dumps(known | {"gold": write_gold(article)}, ensure_ascii=False, indent=2)
    sidecar.write_text(text + "\n", "utf-8")
    return None
