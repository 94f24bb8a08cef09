"""A spider for one address: how `scrapy read URL` gets its page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.settings import BaseSettings

from crawler.page import Page
from crawler.response import read_response


class Visitor(Spider):
    """Fetches `url` and appends its page to `pages`."""

    name = "visitor"

    def __init__(self, url: str, pages: list[Page], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._url = url
        self._pages = pages

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """The page is for a person: no store is opened, no earlier visit makes it `304`."""
        super().update_settings(settings)
        for steps in ("ITEM_PIPELINES", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES"):
            settings.set(steps, {}, priority="spider")

    async def start(self) -> AsyncIterator[Any]:
        """The one request."""
        yield Request(self._url)

    def parse(self, response: Response) -> Iterator[Any]:
        """Keep the page."""
        self._pages.append(read_response(response))
        yield from ()
