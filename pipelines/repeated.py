"""Live crawls: lines that stood on several articles of a site in earlier crawls are cut.

What was seen is kept from crawl to crawl in one JSON file (setting `REPEATED_LINES`): per site, the
hashes of lines with the hashes of the first articles that had them. The file is replaced when
the crawl ends, so a crawl that is killed teaches nothing, and each crawl cuts by one fixed list.
A replay (`spiders.saved`) judges the whole of its input itself and skips this step.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler

from crawler.disk import sync_folder
from crawler.items import Article
from crawler.repeated import LEAST_ARTICLES, MOST_SHARED, cut_lines, hash_line, hash_lines

logger = logging.getLogger(__name__)

_MOST_LINES = 20_000
"""Lines kept per site, the most repeated first, then the newest."""

Seen = dict[str, list[str]]
"""Hash of a line -> hashes of the addresses of up to `LEAST_ARTICLES` articles that had it."""


class RepeatedLines:
    """Cuts known lines and counts new ones."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._path = Path(crawler.settings["REPEATED_LINES"])
        self._seen: dict[str, Seen] = {}
        self._clutter: dict[str, frozenset[int]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The step for one crawl."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Read what earlier crawls have seen; a file that is no such list counts as none."""
        if self._is_replay():
            return
        try:
            self._seen = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            logger.error("repeated lines start anew: %s: %s", self._path, error)
            return
        self._clutter = {site: _often(seen) for site, seen in self._seen.items()}

    def process_item(self, item: Article) -> Article:
        """`item` without the repeated lines of its site."""
        if self._is_replay():
            return item
        note_lines(item, self._seen.setdefault(item.site, {}))
        item.text, cut = cut_lines(item.text, self._clutter.get(item.site, frozenset()))
        self._crawler.stats.inc_value("repeated/lines", len(cut))
        return item

    def close_spider(self) -> None:
        """Replace the file."""
        if self._is_replay() or not self._seen:
            return
        kept = {site: _most(seen) for site, seen in sorted(self._seen.items())}
        part = self._path.with_name(self._path.name + ".part")
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(kept), "utf-8")
        part.replace(self._path)
        sync_folder(self._path.parent)

    def _is_replay(self) -> bool:
        settings = self._crawler.settings
        return self._crawler.spidercls.name == "saved" or bool(settings.getlist("REPLAY"))


def note_lines(article: Article, seen: Seen) -> None:
    """Add the lines of `article` to `seen`, unless it shares much of its lines with others."""
    address = f"{hash_line(article.url):x}"
    lines = {f"{line:x}" for line in hash_lines(article.text.split("\n"))}
    shared = [line for line in lines if set(seen.get(line, ())) - {address}]
    if len(shared) > MOST_SHARED * len(lines):
        return
    for line in sorted(lines):
        articles = seen.pop(line, [])
        if address not in articles and len(articles) < LEAST_ARTICLES:
            articles.append(address)
        seen[line] = articles


def _often(seen: Seen) -> frozenset[int]:
    return frozenset(int(line, 16) for line, found in seen.items() if len(found) >= LEAST_ARTICLES)


def _most(seen: Seen) -> Seen:
    newest = reversed(seen.items())
    return dict(reversed(sorted(newest, key=lambda pair: -len(pair[1]))[:_MOST_LINES]))
