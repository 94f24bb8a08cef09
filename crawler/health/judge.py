"""Whether a site has changed: the figures of one crawl against those of the crawls before.

A figure alarms when it falls below half of the median of the last crawls (the median, so that one
odd day neither alarms the next day nor hides a change), and only where enough articles came. So do
the selectors of a field that used to be read by them; the alarm names those that miss.
Without a history the site's own selectors must still give half of the bodies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from crawler.health.coverage import FIELDS, Report

LOOK_BACK = 10
"""Crawls."""
LEAST_ARTICLES = 5
"""Fewer say nothing about a template."""
LEAST_HISTORY = 3
_FALL = 0.5
_LEAST_SHARE = 0.3
"""A field that fewer articles have had is no habit of the site."""
_LEAST_REACHED = 0.8
"""A field that the selectors gave of fewer articles comes and goes with the articles."""
_LEAST_YIELD = 0.2


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing that has changed."""

    what: str
    """`own_selectors`, `time`, `length`, `articles`, `selectors/title` ..."""
    message: str
    page: str | None
    """A page that shows it."""

    def __str__(self) -> str:
        return self.message + (f", for example {self.page}" if self.page else "")


def find_alarms(report: Report, history: Sequence[Report]) -> list[Alarm]:
    """What has changed in `report` against the last crawls of `history` (oldest first)."""
    past = [one for one in history if one.articles >= LEAST_ARTICLES][-LOOK_BACK:]
    alarms = list(_yield_alarms(report, history[-LOOK_BACK:]))
    if report.articles >= LEAST_ARTICLES:
        alarms += _share_alarms(report, past)
        alarms += _length_alarms(report, past)
        alarms += _selector_alarms(report, past)
    return alarms


def _share_alarms(report: Report, past: Sequence[Report]) -> Iterator[Alarm]:
    for name in FIELDS:
        before = [one.shares[name] for one in past if name in one.shares]
        usual = median(before) if len(before) >= LEAST_HISTORY else float(name == "own_selectors")
        now = report.shares[name]
        if usual >= _LEAST_SHARE and now < _FALL * usual:
            message = f"{name}: {now:.0%} of the articles, {usual:.0%} before"
            if name == "own_selectors":
                message += _name_missing(report, past, "body")
            yield Alarm(name, message, report.examples.get(name))


def _selector_alarms(report: Report, past: Sequence[Report]) -> Iterator[Alarm]:
    """Of the fields but the body, whose selectors are judged with its container."""
    for name, now in report.reached.items():
        if name == "body":
            continue
        before = [one.reached[name] for one in past if name in one.reached]
        usual = median(before) if len(before) >= LEAST_HISTORY else 0.0
        if usual >= _LEAST_REACHED and now < _FALL * usual:
            message = f"{name}: read by the site's selectors of {now:.0%} of the articles"
            message += f", {usual:.0%} before" + _name_missing(report, past, name)
            yield Alarm(f"selectors/{name}", message, report.examples.get(f"selectors/{name}"))


def _name_missing(report: Report, past: Sequence[Report], field: str) -> str:
    """The selectors of `field` that have fallen; where they have no history, all that miss."""
    missing = []
    for selector, now in report.selectors.get(field, {}).items():
        before = [one.selectors[field].get(selector, 0.0) for one in past if field in one.selectors]
        usual = median(before) if len(before) >= LEAST_HISTORY else 1.0
        if now < _FALL * usual:
            missing.append(selector)
    return "".join(f", selector {selector} misses" for selector in missing)


def _length_alarms(report: Report, past: Sequence[Report]) -> Iterator[Alarm]:
    if len(past) >= LEAST_HISTORY:
        usual = median(one.length for one in past)
        if report.length < _FALL * usual:
            message = f"length: median text of {report.length} characters, {usual:.0f} before"
            yield Alarm("length", message, report.examples.get("length"))


def _yield_alarms(report: Report, past: Sequence[Report]) -> Iterator[Alarm]:
    if len(past) >= LEAST_HISTORY:
        usual = median(one.articles + one.unchanged for one in past)
        now = report.articles + report.unchanged
        if usual >= LEAST_ARTICLES and now < _LEAST_YIELD * usual:
            yield Alarm("articles", f"articles: {now}, {usual:.0f} before", None)
