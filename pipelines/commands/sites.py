"""`scrapy sites`: the sites that can be read, and how their last crawl went."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand

from crawler.health.coverage import Report
from crawler.health.history import read_history
from crawler.site import Site
from crawler.sites import load_sites

_BARS = " ▁▂▃▄▅▆▇█"
_SHARES = ("title", "sapo", "time", "byline", "captions", "own_selectors")


class Command(ScrapyCommand):
    """One line a site."""

    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "List the sites: state, last run, yield and coverage"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the table."""
        assert self.settings is not None
        folder = Path(self.settings["HEALTH"])
        table = Table("Site", "Editions", "State", "Last crawl", "Articles", "Coverage", "Text")
        for name, site in load_sites(self.settings).items():
            history = read_history(folder, name)
            table.add_row(name, _editions(site), _state(site, history), *_figures(history))
        console = Console()
        console.print(table)
        console.print(f"Coverage, one bar each: {', '.join(_SHARES)}.", style="dim")


def _editions(site: Site) -> str:
    return " ".join(sorted(set(site.editions.values())))


def _state(site: Site, history: list[Report]) -> Text:
    if history and history[-1].alarms:
        return Text("changed: " + "; ".join(history[-1].alarms), style="red")
    if history:
        return Text("well", style="green")
    return Text("unproved" if site.unproved else "not crawled yet", style="yellow")


def _figures(history: list[Report]) -> tuple[str, ...]:
    if not history:
        return ("", "", "", "")
    last = history[-1]
    trend = draw_trend([report.articles + report.unchanged for report in history[-8:]])
    coverage = "".join(draw_bar(last.shares.get(name, 0.0)) for name in _SHARES)
    return last.when[:16], f"{last.articles + last.unchanged} {trend}", coverage, str(last.length)


def draw_bar(share: float) -> str:
    """One character for a share between 0 and 1."""
    return _BARS[round(min(max(share, 0.0), 1.0) * (len(_BARS) - 1))]


def draw_trend(numbers: list[int]) -> str:
    """One character a number, the largest full."""
    most = max(numbers, default=0) or 1
    return "".join(draw_bar(number / most) for number in numbers)
