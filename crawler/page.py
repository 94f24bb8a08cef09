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

    @property
    def breaks_off(self) -> bool:
        """Whether the page says where it begins, but not where it ends: half of it is missing."""
        body = self.body.lower()
        return b"<html" in body and b"</html" not in body and b"</body" not in body
