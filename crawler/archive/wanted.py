"""What commands that read archives can be told to choose, by options of one name and meaning."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from scrapy.settings import BaseSettings

from crawler.archive.choice import Choice
from crawler.discovery.period import read_period
from crawler.discovery.relevance import WORDS, read_relevance
from crawler.sites import load_sites


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--site`, `--since`, `--until`, `--relevant`."""
    parser.add_argument(
        "--site",
        action="append",
        default=[],
        metavar="SITE",
        help="only pages of this site, by its name or a host; can be given again",
    )
    parser.add_argument("--since", metavar="DAY", help="only pages fetched since this day")
    parser.add_argument("--until", metavar="DAY", help="only pages fetched until this day")
    parser.add_argument(
        "--relevant",
        action="store_true",
        help="only pages whose address may speak of meetings of ASEAN",
    )


def read_choice(options: argparse.Namespace, settings: BaseSettings) -> Choice:
    """What the options choose.

    Raises:
        ValueError: a site or a day is unknown, or the file of `RELEVANCE_WORDS` has another form.
    """
    period = read_period(options.since, options.until)
    words = Path(settings["RELEVANCE_WORDS"] or WORDS)
    relevance = read_relevance(words) if options.relevant else None
    return Choice(_find_hosts(options.site, settings), period.since, period.until, relevance)


def _find_hosts(names: Iterable[str], settings: BaseSettings) -> frozenset[str]:
    sites = load_sites(settings) if names else {}
    hosts: set[str] = set()
    for name in names:
        if name not in sites and "." not in name:
            raise ValueError(f"no site is called {name!r}")
        hosts |= set(sites[name].editions) if name in sites else {name}
    return frozenset(hosts)
