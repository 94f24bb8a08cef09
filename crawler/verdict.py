"""Whether a crawl did what it was for: its stats, judged. Scrapy exits 0 whatever happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

OK = 0
FAILED = 1
OVERLAPPING = 75
"""EX_TEMPFAIL of sysexits.h: another run holds the lock."""

_COUNTED = {
    "saved/trouble": "files or records that could not be read",
    "lists/unanswered": "lists of articles that gave no answer",
    "lists/unreadable": "lists of articles that could not be read",
    "archive/trouble": "records of the archive that could not be read",
    "archive/missing": "requests that the archive has no answer to",
    "feed/unwritten": "articles that could not be written",
    "store/failed": "articles that could not be stored",
}

_ALIVE = ("item_scraped_count", "store/unchanged", "discovery/irrelevant", "pages/resumed")
"""A site that wrote of other things all day has given no article and is well all the same; so is
one whose articles were all stored before the crawl was killed."""


def find_failures(stats: Mapping[str, Any]) -> list[str]:
    """What went wrong, one line each; empty where nothing did."""
    return list(_failures(stats))


def _failures(stats: Mapping[str, Any]) -> Iterator[str]:
    reason = stats.get("finish_reason")
    if reason != "finished" and not str(reason).startswith("closespider_"):
        yield f"the crawl ended as {reason!r}"
    if errors := sum(n for name, n in stats.items() if name.startswith("spider_exceptions/")):
        yield f"{errors} pages made the spider fail"
    if "feed/failed" in stats:
        yield f"no output was written: {stats['feed/failed']}"
    for name, what in _COUNTED.items():
        if number := stats.get(name):
            yield f"{number} {what}"
    for name in stats:
        if name.startswith("least/"):
            yield f"fewer {name.removeprefix('least/')} than the site must yield"
    for alarm in stats.get("health/alarms", ()):
        yield f"the site has changed: {alarm}"
    if not any(stats.get(name) for name in _ALIVE):
        yield "no articles"


def summarise(stats: Mapping[str, Any]) -> str:
    """One line for a person: articles and what became of them."""
    parts = [f"{stats.get('item_scraped_count', 0)} articles"]
    known = {
        "store/new": "new",
        "store/changed": "changed",
        "store/unchanged": "unchanged",
        "store/copies": "copies",
        "discovery/irrelevant": "irrelevant and not fetched",
        "read/unreadable": "pages without an article",
        "saved/trouble": "unreadable files",
        "pages/failed": "failed",
        "pages/resumed": "done before the crawl was killed",
    }
    parts += [f"{stats[name]} {what}" for name, what in known.items() if stats.get(name)]
    return ", ".join(parts)
