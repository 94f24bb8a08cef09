"""Live crawls: lines that stood on several articles of a site in earlier crawls are cut.

What was seen is kept from crawl to crawl in one JSON file a site (setting `REPEATED_LINES`, their
folder): the hashes of lines with the hashes of the first articles that had them. The file is
replaced when the crawl ends, so a crawl that is killed teaches nothing, and each crawl cuts by one
fixed list. A replay (`spiders.saved`) judges the whole of its input itself and skips this step.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from crawler.disk import sync_folder
from crawler.items import Article
from crawler.repeated import LEAST_ARTICLES, MOST_SHARED, cut_lines, hash_line, hash_lines

logger = logging.getLogger(__name__)

MOST_LINES = 5_000
"""Lines kept of a site, the most repeated first, then the newest."""
_SLACK = 1_000
"""Lines above that before the least of them are let go."""

Seen = dict[int, tuple[int, ...]]
"""Hash of a line -> hashes of the addresses of up to `LEAST_ARTICLES` articles that had it."""


class RepeatedLines:
    """Cuts known lines and counts new ones."""

    def __init__(self, crawler: Crawler) -> None:
        if crawler.spidercls.name == "saved" or crawler.settings.getlist("REPLAY"):
            raise NotConfigured
        self._crawler = crawler
        self._path = Path(crawler.settings["REPEATED_LINES"]) / f"{crawler.spidercls.name}.json"
        self._seen: Seen = {}
        self._clutter: frozenset[int] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The step for one crawl.

        Raises:
            NotConfigured: it is a replay.
        """
        return cls(crawler)

    def open_spider(self) -> None:
        """Read what earlier crawls have seen; a file that is no such list counts as none."""
        try:
            kept: dict[str, list[str]] = json.loads(self._path.read_text("utf-8"))
            self._seen = {int(n, 16): tuple(int(a, 16) for a in at) for n, at in kept.items()}
        except FileNotFoundError:
            return
        except (OSError, ValueError, AttributeError, TypeError) as error:
            logger.error("repeated lines start anew: %s: %s", self._path, error)
            return
        self._clutter = find_often(self._seen)

    def process_item(self, item: Article) -> Article:
        """`item` without the repeated lines of its site."""
        note_lines(item, self._seen)
        if len(self._seen) > MOST_LINES + _SLACK:
            self._seen = choose_most(self._seen)
        item.text, cut = cut_lines(item.text, self._clutter)
        self._crawler.stats.inc_value("repeated/lines", len(cut))
        return item

    def close_spider(self) -> None:
        """Replace the file."""
        if not self._seen:
            return
        seen = choose_most(self._seen)
        kept = {f"{line:x}": [f"{address:x}" for address in at] for line, at in seen.items()}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(self._path.name + ".part")
        part.write_text(json.dumps(kept), "utf-8")
        part.replace(self._path)
        sync_folder(self._path.parent)


def note_lines(article: Article, seen: Seen) -> None:
    """Add the lines of `article` to `seen`, unless it shares much of its lines with others."""
    address = hash_line(article.url)
    lines = set(hash_lines(article.text.split("\n")))
    shared = [line for line in lines if set(seen.get(line, ())) - {address}]
    if len(shared) > MOST_SHARED * len(lines):
        return
    for line in sorted(lines):
        articles = seen.pop(line, ())
        if address not in articles and len(articles) < LEAST_ARTICLES:
            articles = (*articles, address)
        seen[line] = articles


def find_often(seen: Seen) -> frozenset[int]:
    """The lines that stand on enough articles."""
    return frozenset(line for line, found in seen.items() if len(found) >= LEAST_ARTICLES)


def choose_most(seen: Seen) -> Seen:
    """The lines that are worth their place, the newest last."""
    newest = reversed(seen.items())
    return dict(reversed(sorted(newest, key=lambda pair: -len(pair[1]))[:MOST_LINES]))
