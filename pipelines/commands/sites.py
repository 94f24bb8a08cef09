"""`scrapy sites`: the sites that can be read, with what is known of each."""

from __future__ import annotations

import argparse
from dataclasses import fields

from rich.console import Console
from rich.table import Table
from scrapy.commands import ScrapyCommand

from crawler.site import Site
from crawler.sites import load_sites


class Command(ScrapyCommand):
    """One line a site."""

    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "List the sites, their editions and where their articles are found"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the table."""
        assert self.settings is not None
        table = Table("Site", "Paper", "Editions", "Found by", "Selectors", header_style="bold")
        for name, site in load_sites(self.settings).items():
            table.add_row(name, site.paper[0], _editions(site), _discovery(site), _selectors(site))
        Console().print(table)


def _editions(site: Site) -> str:
    return " ".join(sorted(set(site.editions.values())))


def _discovery(site: Site) -> str:
    known = ((f.name, len(getattr(site.discovery, f.name))) for f in fields(site.discovery))
    return ", ".join(f"{number} {name}" for name, number in known if number)


def _selectors(site: Site) -> str:
    return str(sum(len(getattr(site.selectors, f.name)) for f in fields(site.selectors)))
