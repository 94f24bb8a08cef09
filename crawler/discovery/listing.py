"""JSON listing APIs of content systems."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import orjson
from lxml import html

from crawler.discovery.link import Link, Links, complete
from crawler.discovery.xml import read_day

_URLS = ("url", "link", "share_url", "absolute_url")
_TITLES = ("title", "headline", "name")
_TIMES = ("date", "published_at", "publish_date")
_VIETNAM = timedelta(hours=7)


def read_listing(body: bytes, *, base: str) -> Links:
    """The entries of one page of a listing API.

    An entry is an object with an address, at any depth, or a link in a string of HTML.
    Nothing is raised.
    """
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        return Links((), f"no JSON: {error.msg}" if body.strip() else "empty")
    return Links(tuple(_read_entries(answer, base)))


def _read_entries(answer: Any, base: str) -> Iterator[Link]:
    stack = [answer]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            yield from _read_object(value, base)
            stack.extend(reversed(value.values()))
        elif isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, str) and "<a" in value:
            yield from _read_html(value, base)


def _read_object(value: dict[str, Any], base: str) -> Iterator[Link]:
    address = next((value[key] for key in _URLS if isinstance(value.get(key), str)), None)
    if address and (url := complete(address, base=base)):
        day = next((day for key in _TIMES if (day := _read_time(value.get(key)))), None)
        title = next((value[key] for key in _TITLES if isinstance(value.get(key), str)), "")
        yield Link(url, day, title=title)


def _read_time(value: object) -> date | None:
    """The day of an ISO 8601 time, or in Vietnam of Unix seconds, as number or digits."""
    if isinstance(value, str):
        if not value.isdecimal():
            return read_day(value)
        value = int(value)
    if not isinstance(value, int) or not 0 < value < 1 << 33:
        return None
    return (datetime.fromtimestamp(value, UTC) + _VIETNAM).date()


def _read_html(text: str, base: str) -> Iterator[Link]:
    for anchor in html.fragment_fromstring(text, create_parent="div").iterfind(".//a[@href]"):
        if url := complete(anchor.get("href", ""), base=base):
            yield Link(url, title=anchor.text_content().strip())
