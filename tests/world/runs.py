"""Runs over the loopback world, and what is left of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.programs import Run, run_scrapy
from tests.shared import read_lines
from tests.world.server import World

_HURRY = {
    "GUARD_ALLOW": "127.0.0.1",
    "READ_SECONDS": "60",
    "DOWNLOAD_DELAY": "0",
    "BACK_OFF_LIMIT": "0.2",
    "RETRY_TIMES": "1",
    "RUN_PARALLEL": "3",
}


def choose_words(folder: Path, **settings: str) -> list[str]:
    """Settings that let a run hurry and keep to `folder`."""
    kept = {
        "STORE": "store.sqlite",
        "HEALTH": "health",
        "RUNS": "runs",
        "METRICS": "metrics.prom",
        "REPEATED_LINES": "lines",
    }
    paths = {name: str(folder / file) for name, file in kept.items()}
    chosen = _HURRY | paths | settings
    return [word for name, value in chosen.items() for word in ("-s", f"{name}={value}")]


def run_all(folder: Path, world: World, *sites: str, **settings: str) -> Run:
    """`scrapy runall SITE ...` over `world`."""
    words = choose_words(folder, **settings)
    return run_scrapy("runall", *sites, *words, timeout=300, **world.environment)


def read_summary(folder: Path) -> dict[str, Any]:
    """The summary of the last run."""
    summary: dict[str, Any] = json.loads((folder / "runs" / "summary.json").read_bytes())
    return summary


def read_log(folder: Path, site: str) -> list[str]:
    """The warnings and errors of ours in the log of the site's crawl in the last run."""
    lines = (folder / "runs" / f"{site}.log").read_text("utf-8").splitlines()
    ours = rf"\S+ \S+ (?:WARNING|ERROR) (?:{site}|crawler[.\w]*): (.*)"
    return [line[1] for line in map(re.compile(ours).fullmatch, lines) if line]


def read_articles(folder: Path) -> dict[str, dict[str, Any]]:
    """The articles of the store, by address."""
    out = folder / "articles.jsonl"
    run = run_scrapy("export", "articles", "-O", str(out), *choose_words(folder))
    assert run.code == 0, run.err
    return {record["url"]: record for record in read_lines(out)}
