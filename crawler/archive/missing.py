"""What a replay says of a request that its archive cannot answer."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest


class NotArchived(IgnoreRequest):
    """The archive holds no (further) outcome for this URL."""
