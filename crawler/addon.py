"""Safe defaults of a crawl as one Scrapy add-on: polite, bounded, recorded or replayed.

A project setting, a spider's setting or `-s NAME=VALUE` overrides each of them; only in a replay do
they win over a spider's own, because its order must not depend on how fast pages come.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from scrapy.settings import BaseSettings, get_settings_priority

_MIB = 1024 * 1024
_ROBOTS = "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware"
_OFFSITE = "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware"
_RECORD = "crawler.archive.record.RecordingHandler"
_REPLAY = "crawler.archive.replay.ReplayHandler"
_LINES = "crawler.feeds.JsonLines"
_FILE = "crawler.feeds.SyncedFile"

LIMITS: dict[str, Any] = {
    "DOWNLOAD_MAXSIZE": 16 * _MIB,
    "DOWNLOAD_WARNSIZE": 0,
    "DOWNLOAD_TIMEOUT": 30,
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "DNS_TIMEOUT": 15,
    "REDIRECT_MAX_TIMES": 5,
    "METAREFRESH_MAXDELAY": 5,
    "MEMUSAGE_LIMIT_MB": 2048,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "COOKIES_ENABLED": False,
    "ARCHIVE_SIZE": 1024 * _MIB,
}
"""METAREFRESH_MAXDELAY: front pages reload themselves every minute, which is no redirect."""

MANNERS: dict[str, Any] = {
    "ROBOTSTXT_OBEY": True,
    "ROBOTSTXT_USER_AGENT": "asean-meetings",
    "DOWNLOAD_DELAY": 1.0,
    "CONCURRENT_REQUESTS": 8,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "CRAWL_DELAY_LIMIT": 60.0,
    "BACK_OFF_LIMIT": 60.0,
    "RETRY_AFTER_LIMIT": 300.0,
}

SPARING: dict[str, Any] = {"CONCURRENT_ITEMS": 1, "WARN_ON_GENERATOR_RETURN_VALUE": False}
"""A page holds one article, and Scrapy 2.19.0 starts a task for each item that might come at once,
for every page; and it reads the source of every callback, to find what a type checker has found."""

LEAST_DELAY = 0.001
"""Seconds. Without any delay Scrapy 2.19.0 sends all that waits for a host at once, however few
requests to one host at a time the settings allow."""

STEPS: dict[str, Any] = {
    "crawler.guard.Guard": 10,
    _OFFSITE: None,
    "crawler.offsite.Offsite": 50,
    _ROBOTS: None,
    "crawler.robots.Robots": 100,
    "crawler.politeness.Pace": 840,
}
"""The guard comes before anything is done for a request, the pace right at the network."""

PARTS: dict[str, dict[str, Any]] = {
    "EXTENSIONS": {"crawler.closing.Closing": 0},
    "FEED_EXPORTERS": {"jsonl": _LINES, "jsonlines": _LINES, "jl": _LINES},
    "FEED_STORAGES": {"": _FILE, "file": _FILE, "s3": "crawler.bucket.WholeObject"},
}

REPLAY: dict[str, Any] = {
    "STORE": ":temporary:",
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_SLOTS": {},
    "CONCURRENT_REQUESTS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "CONCURRENT_ITEMS": 1,
    "SCRAPER_SLOT_MAX_ACTIVE_SIZE": 0,
    "SCHEDULER_PRIORITY_QUEUE": "scrapy.pqueues.ScrapyPriorityQueue",
    "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
}
"""A store of its own, and one page at a time, from its request to the last of its articles: with
two on their way the order of the lines would be that of the store's threads."""


class SafeCrawl:
    """The add-on; `ADDONS = {"crawler.addon.SafeCrawl": 100}` switches it on."""

    @classmethod
    def update_pre_crawler_settings(cls, settings: BaseSettings) -> None:
        """The resolver belongs to the process and not to a crawl."""
        settings.set("TWISTED_DNS_RESOLVER", "crawler.guard.PublicResolver", priority="addon")

    def update_settings(self, settings: BaseSettings) -> None:
        """Limits, manners, steps, feeds, and the handlers that record or replay."""
        settings.setdict(LIMITS | MANNERS | SPARING, priority="addon")
        settings.set("USER_AGENT", name_crawler(settings.get("CONTACT")), priority="addon")
        settings.set("FEED_STORE_EMPTY", False, priority="addon")
        replayed = bool(settings.getlist("REPLAY"))
        fill_components(settings, "DOWNLOADER_MIDDLEWARES", choose_steps(replayed))
        fill_components(settings, "DOWNLOAD_HANDLERS", choose_handlers(replayed))
        for name, components in PARTS.items():
            fill_components(settings, name, components)
        if replayed:
            settings.setdict(REPLAY, priority="spider")
        elif settings.getfloat("DOWNLOAD_DELAY") < LEAST_DELAY:
            priority = settings.getpriority("DOWNLOAD_DELAY") or 0
            settings.set("DOWNLOAD_DELAY", LEAST_DELAY, priority=priority)


def name_crawler(contact: str | None) -> str:
    """The User-Agent; `contact` is an address where the sites can reach those who crawl."""
    name = f"asean-meetings/{version('asean-meetings')}"
    if not contact:
        return name
    return f"{name} (+{contact})"


def choose_steps(replayed: bool) -> dict[str, Any]:
    """The middlewares; a replay sends nothing, so it has nothing to guard."""
    return {name: None if replayed and "guard" in name else at for name, at in STEPS.items()}


def choose_handlers(replayed: bool) -> dict[str, Any]:
    """The download handler of each scheme; there are two schemes."""
    web = _REPLAY if replayed else _RECORD
    return {"http": web, "https": web, "data": None, "file": None, "ftp": None, "s3": None}


def fill_components(settings: BaseSettings, name: str, components: dict[str, Any]) -> None:
    """Add `components` to the dictionary `name`; what the project set itself stays."""
    priority = max(settings.getpriority(name) or 0, get_settings_priority("addon"))
    settings.set(name, components | settings.getdict(name), priority=priority)
