"""What a list of articles yields: links with their days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urljoin


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a list."""

    url: str
    published: date | None = None
    modified: date | None = None
    """Never before the day of publication."""
    title: str = field(default="", compare=False)
    """What the list calls it; no part of which link it is."""


@dataclass(frozen=True, slots=True)
class Links:
    """The entries of one list, in its order."""

    found: tuple[Link, ...]
    trouble: str | None = None
    """Why entries are missing, in one line: the list is none, or it breaks off."""


def complete(address: str, *, base: str) -> str | None:
    """`address` made absolute; None where that is no address of the web."""
    try:
        url = urljoin(base, address.strip())
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None
