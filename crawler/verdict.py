"""Whether a crawl did what it was for: its stats, judged. Scrapy exits 0 whatever happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

OK = 0
FAILED = 1
OVERLAPPING = 75
"""EX_TEMPFAIL of sysexits.h: another run holds the lock."""

_COUNTED = {
    "robotstxt/unreachable": "hosts of which nothing is fetched, robots.txt being out of reach",
    "politeness/hosts_left_alone": "hosts that asked for a longer pause than we can wait",
    "saved/trouble": "files or records that could not be read",
    "lists/unanswered": "lists of articles that gave no answer",
    "lists/unreadable": "lists of articles that could not be read",
    "lists/blocked": "lists of articles that the site refused or hid behind a challenge",
    "read/blocked": "articles that the site refused or hid behind a challenge",
    "read/failed": "articles that gave no answer",
    "archive/trouble": "records of the archive that could not be read",
    "archive/missing": "requests that the archive has no answer to",
    "feed/unwritten": "articles that could not be written",
    "store/failed": "articles that could not be stored",
}

_WITHOUT = {
    "read/unreadable": "without a readable text",
    "read/redirected-away": "leading elsewhere",
    "read/gone": "gone",
    "read/forbidden": "forbidden by robots.txt",
}
"""Pages that the lists lead to and that give no article. A few are no failure, most of them are."""
_LEAST_WITHOUT = 3

_GIVEN = ("read/articles", "store/unchanged", "pages/resumed")

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
    yield from _find_empty(stats)
    if (missing := stats.get("lists/unproved")) and not stats.get("lists/read"):
        yield f"none of the site's lists was read, {missing} of them are not there"
    for name in stats:
        if name.startswith("least/"):
            yield f"fewer {name.removeprefix('least/')} than the site must yield"
    for alarm in stats.get("health/alarms", ()):
        yield f"the site has changed: {alarm}"
    if not any(stats.get(name) for name in _ALIVE):
        yield "no articles"


def _find_empty(stats: Mapping[str, Any]) -> Iterator[str]:
    """One line where more pages gave no article than gave one."""
    without = {what: stats[name] for name, what in _WITHOUT.items() if stats.get(name)}
    number, given = sum(without.values()), sum(stats.get(name, 0) for name in _GIVEN)
    if number >= _LEAST_WITHOUT and number > given:
        told = ", ".join(f"{count} {what}" for what, count in without.items())
        yield f"{number} of {number + given} pages give no article: {told}"


def summarise(stats: Mapping[str, Any]) -> str:
    """One line for a person: articles and what became of them."""
    parts = [f"{stats.get('item_scraped_count', 0)} articles"]
    known = {
        "store/new": "new",
        "store/changed": "changed",
        "store/unchanged": "unchanged",
        "store/copies": "copies",
        "discovery/irrelevant": "irrelevant and not fetched",
        **_WITHOUT,
        "read/blocked": "blocked",
        "read/failed": "without an answer",
        "read/breaks-off": "of a page that breaks off",
        "lists/unproved": "unproved lists not there",
        "saved/trouble": "unreadable files",
        "pages/failed": "failed",
        "pages/resumed": "done before the crawl was killed",
    }
    parts += [f"{stats[name]} {what}" for name, what in known.items() if stats.get(name)]
    return ", ".join(parts)
