"""A crawl stays on the hosts of its site, and a page that leads away is no silence.

Scrapy 2.19.0 drops a redirect to another host as it is scheduled, where nobody hears of it: a site
that has moved looks like one without news. Here the request fails, and its errback says so.
"""

from __future__ import annotations

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.httpobj import urlparse_cached


class Elsewhere(IgnoreRequest):
    """The page leads to a host that is none of the site's."""


class Offsite(OffsiteMiddleware):
    """Downloader middleware: drops what is not on the hosts of the spider's `allowed_domains`."""

    def request_scheduled(self, request: Request, spider: Spider) -> None:
        """Drop a link to elsewhere at once; a redirect is dropped on its way, and heard of."""
        if "redirect_urls" not in request.meta:
            super().request_scheduled(request, spider)

    def process_request(self, request: Request, spider: Spider | None = None) -> None:
        """Let a request to the site pass.

        Raises:
            Elsewhere: it goes to another host.
        """
        try:
            super().process_request(request)
        except IgnoreRequest as error:
            host = urlparse_cached(request).hostname or request.url
            raise Elsewhere(f"leads to {host}, which is not of the site") from error
