"""What many tests need: a news site, and a crawl of addresses over real HTTP."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.news_site import NewsSite
from tests.programs import Run, run_program

_OWN_PEAK = ("sh", "-c", '"$@"; exit $?', "sh")
"""A small process between: Linux counts the peak memory of who starts a program as its own."""


@dataclass(frozen=True)
class Probed:
    """How a crawl of given addresses ended."""

    outcomes: list[dict[str, Any]]
    stats: dict[str, Any]
    calls: list[str]
    """What the process asked of the network."""
    run: Run

    def of(self, url: str) -> dict[str, Any]:
        """The one outcome of `url`."""
        (outcome,) = [outcome for outcome in self.outcomes if outcome["url"] == url]
        return outcome

    def statuses(self) -> list[Any]:
        """Status, or class of the failure, of each outcome."""
        return [outcome.get("status") or outcome["failed"] for outcome in self.outcomes]


@pytest.fixture
def news_site() -> Iterator[NewsSite]:
    with NewsSite() as site:
        yield site


@pytest.fixture
def probe() -> Callable[..., Probed]:
    """Crawl `urls` with the add-on; settings as keywords, without delay unless they say so."""

    def run(*urls: str, **settings: Any) -> Probed:
        quick = {"DOWNLOAD_DELAY": 0, "RETRY_TIMES": 0, "CONTACT": "mailto:test@tin.example"}
        chosen = quick | {"GUARD_ALLOW": ["127.0.0.1"]} | settings
        task = json.dumps({"urls": urls, "settings": chosen})
        found = run_program(
            *_OWN_PEAK, sys.executable, "-W", "error::Warning:crawler", "-m", "tests.probe", task
        )
        assert found.code == 0, found.err
        *outcomes, last = found.lines()
        return Probed(outcomes, last["stats"], last["calls"], found)

    return run
