"""One fetched or saved page, before it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from crawler.items import ArchiveRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One fetched or saved page."""

    url: str
    """The address that was fetched."""
    body: bytes
    """The body after content decoding (gzip, brotli), before charset decoding."""
    fetched: datetime
    headers: Mapping[str, str] = field(default_factory=dict)
    """Response headers, names in lower case."""
    archive: ArchiveRef | None = None
