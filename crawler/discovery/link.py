"""What a list of articles yields: links with their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a list."""

    url: str
    published: date | None = None
    modified: date | None = None
    """Never before the day of publication."""


@dataclass(frozen=True, slots=True)
class Links:
    """The entries of one list, in its order."""

    found: tuple[Link, ...]
    trouble: str | None = None
    """Why entries are missing, in one line: the list is none, or it breaks off."""
