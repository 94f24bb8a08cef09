"""What a run over many sites did: as JSON, as a table, and for Prometheus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
from prometheus_client import CollectorRegistry, Gauge, write_to_textfile
from rich.table import Table

from crawler.runs.crawls import Crawled

COUNTS = {
    "articles": "item_scraped_count",
    "new": "store/new",
    "changed": "store/changed",
    "unchanged": "store/unchanged",
    "copies": "store/copies",
    "failed": "store/failed",
    "requests": "downloader/request_count",
    "unreadable": "read/unreadable",
    "blocked": "read/blocked",
    "unanswered": "read/failed",
    "irrelevant": "discovery/irrelevant",
}
"""What is reported of each site, and the stat that says it."""
_METRICS = {name: name.capitalize() for name in COUNTS} | {
    "success": "1 where there was no trouble in the course",
    "seconds": "Duration",
}
_SHOWN = ("articles", "new", "changed", "unchanged", "copies", "failed")


def summarise_run(crawled: Sequence[Crawled], *, began: str, seconds: float) -> dict[str, Any]:
    """The run as one JSON object; `sites` by name, `failures` in words."""
    sites = {
        one.site: {"code": one.code, "seconds": one.seconds, **_counts(one)}
        | {"failures": list(one.failures)}
        for one in crawled
    }
    return {
        "began": began,
        "seconds": round(seconds, 1),
        "ok": all(one.code == 0 for one in crawled),
        "total": {name: sum(_counts(one)[name] for one in crawled) for name in COUNTS},
        "sites": sites,
    }


def write_summary(summary: dict[str, Any], path: Path) -> None:
    """Write `summary` so that no reader ever sees half of it."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(orjson.dumps(summary, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    part.replace(path)


def make_table(crawled: Sequence[Crawled]) -> Table:
    """One line a site."""
    table = Table("Site", *(name.capitalize() for name in _SHOWN), "Seconds", "Trouble")
    for one in crawled:
        counts = _counts(one)
        shown = [str(counts[name] or "") for name in _SHOWN]
        trouble = "\n".join(one.failures)
        table.add_row(
            one.site, *shown, f"{one.seconds:.0f}", trouble, style="" if not trouble else "red"
        )
    return table


def write_metrics(crawled: Sequence[Crawled], path: Path, *, ended: float) -> None:
    """Write the run for node_exporter's textfile collector.

    Args:
        crawled: the sites.
        path: a file ending in `.prom`.
        ended: seconds since the epoch.
    """
    registry = CollectorRegistry()
    gauges = {name: _gauge(name, text, registry) for name, text in _METRICS.items()}
    for one in crawled:
        values = _counts(one) | {"success": one.code == 0, "seconds": one.seconds}
        for name, value in values.items():
            gauges[name].labels(one.site).set(value)
    last = Gauge(
        "asean_meetings_run_ended", "When the last run ended, Unix time", registry=registry
    )
    last.set(ended)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_to_textfile(str(path), registry)


def _gauge(name: str, text: str, registry: CollectorRegistry) -> Gauge:
    full = f"asean_meetings_crawl_{name}"
    return Gauge(full, f"{text} of the site's last crawl", ("site",), registry=registry)


def _counts(one: Crawled) -> dict[str, int]:
    return {name: int(one.stats.get(stat) or 0) for name, stat in COUNTS.items()}
