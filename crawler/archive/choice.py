"""Which exchanges of an archive somebody wants, by address and day, before they are unpacked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import orjson

from crawler.archive.trouble import Damaged
from crawler.discovery.link import Link
from crawler.discovery.relevance import Relevance

_LINE = re.compile(rb"^\S+ (\d{14}) (\{.*\})\s*$")
"""CDXJ: the address turned round, the time, an object."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Without any restriction everything is chosen."""

    hosts: frozenset[str] = frozenset()
    """A host takes its subdomains with it."""
    since: date | None = None
    until: date | None = None
    """First and last day of the visit, in UTC."""
    relevance: Relevance | None = None
    """Only addresses that may lead to a report on a meeting, or say nothing either way."""

    def __bool__(self) -> bool:
        return bool(self.hosts or self.since or self.until or self.relevance)

    def takes(self, url: str, day: date) -> bool:
        """Whether a visit of `url` on this day is chosen."""
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        if self.hosts and not self._has_host(url):
            return False
        return self.relevance is None or self.relevance.has(Link(url))

    def describe(self) -> list[str]:
        """What tells this choice from any other."""
        words = self.relevance.anywhere.pattern if self.relevance else ""
        return [*sorted(self.hosts), str(self.since), str(self.until), words]

    def _has_host(self, url: str) -> bool:
        parts = (urlsplit(url).hostname or "").split(".")
        return any(".".join(parts[at:]) in self.hosts for at in range(len(parts)))


EVERYTHING = Choice()


def choose_offsets(index: Iterable[bytes], file: str, choice: Choice) -> list[int]:
    """Where in `file` the chosen exchanges lie, in their order, by the lines of a CDXJ index.

    Raises:
        Damaged: the index is none.
    """
    try:
        return sorted({int(entry["offset"]) for entry in _choose(index, file, choice)})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(f"its index is damaged: {error!r}") from error


def _choose(index: Iterable[bytes], file: str, choice: Choice) -> Iterator[dict[str, Any]]:
    for line in index:
        if found := _LINE.match(line):
            stamp, entry = found[1].decode(), orjson.loads(found[2])
            day = date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
            if entry.get("filename", file) == file and choice.takes(entry["url"], day):
                yield entry
