"""Asking again: what is stored is asked for with validators, what is done is not asked for.

`RevisitMiddleware` looks every request up in the ledger and notes 304 answers and failures; it
stands at 540 of `DOWNLOADER_MIDDLEWARES`, below redirects (600) and retries (550), so it sees last
answers only. `ValidatorMiddleware`, anywhere in `SPIDER_MIDDLEWARES`, remembers the validators of
each page that yields an article until the store step writes them with it. Only addresses of stored
articles carry validators: a list that answered 304 would hide links that were never followed.

Stats: `pages/unmodified` (304; counts as `store/unchanged` too), `pages/resumed` (done before the
crawl was killed) and `pages/failed` (no answer, or an error, and the request has no errback).
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware

from crawler.items import Article
from crawler.outcome import Settled
from pipelines.store.errors import StoreError
from pipelines.store.ledger import (
    Known,
    Visit,
    look_up,
    note_answered,
    note_failed,
    note_unchanged,
)
from pipelines.store.session import read_clock
from pipelines.store.step import StorePipeline

VALIDATORS = ("If-None-Match", "If-Modified-Since")


class RevisitMiddleware:
    """Applies the ledger to requests and answers."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RevisitMiddleware:
        """The middleware for `crawler`."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Add validators.

        Raises:
            Settled: The page is done in the run that this crawl takes up.
        """
        for name in VALIDATORS:
            request.headers.pop(name, None)  # a redirect or retry brings those of another visit
        known = await self._look_up(request.url)
        request.meta["known"] = known
        if known is None:
            return
        session = self._step.session
        if session.run.resumed and known.run == session.run.id:
            session.count("pages/resumed")
            raise Settled(f"done before the crawl was killed: {request.url}")
        for name, value in known.headers().items():
            request.headers[name] = value.encode("latin-1")

    async def process_response(self, request: Request, response: Response) -> Response:
        """`response`, noted in the ledger where it is not an article.

        Raises:
            Settled: The page is unchanged.
        """
        known: Known | None = request.meta.get("known")
        if response.status >= 400:
            await self._note_failed(request, response.status, f"HTTP {response.status}")
        elif response.status == 304 and known and known.headers():
            await self._note_unchanged(response)
            raise Settled(f"unchanged: {request.url}")
        elif known and known.failures:
            visit = _visit(response)
            await self._write(lambda connection: note_answered(connection, visit))
        return response

    async def process_exception(self, request: Request, exception: Exception) -> None:
        """Note a request that got no answer."""
        if not isinstance(exception, IgnoreRequest):
            await self._note_failed(request, 0, f"{type(exception).__name__}: {exception}")

    @property
    def _step(self) -> StorePipeline:
        return find_step(self._crawler)

    async def _look_up(self, url: str) -> Known | None:
        session = self._step.session
        try:
            return await session.call(lambda: session.store.read(lambda c: look_up(c, url)))
        except StoreError as error:
            raise IgnoreRequest(f"not fetched, the store is broken: {url}") from error

    async def _note_unchanged(self, response: Response) -> None:
        session = self._step.session
        visit = _visit(response)
        await self._write(lambda c: note_unchanged(c, visit, session.run.id))
        session.count("pages/unmodified")
        session.count("store/unchanged")

    async def _note_failed(self, request: Request, status: int, reason: str) -> None:
        if urlsplit(request.url).path == "/robots.txt":
            return  # most sites that have none say so with a 404
        visit = Visit(url=request.url, visited=read_clock(), status=status)
        await self._write(lambda c: note_failed(c, visit, reason[:500]))
        if request.errback is None:  # who has one counts for himself, as spiders do
            self._step.session.count("pages/failed")

    async def _write(self, work: Any) -> None:
        session = self._step.session
        try:
            await session.call(lambda: session.store.transact(work))
        except StoreError as error:
            raise IgnoreRequest("not noted, the store is broken") from error


class ValidatorMiddleware(BaseSpiderMiddleware):
    """Hands the validators of a page to the store step, beside the article."""

    def get_processed_item(self, item: Any, response: Response | None) -> Any:
        """`item`, after its page was remembered."""
        if isinstance(item, Article) and response is not None:
            find_step(self.crawler).visits[item.fetched_url] = _visit(response)
        return item


def find_step(crawler: Crawler) -> StorePipeline:
    """The store step of `crawler`.

    Raises:
        RuntimeError: `ITEM_PIPELINES` does not name it.
    """
    step = crawler.get_item_pipeline(StorePipeline)
    if step is None:
        raise RuntimeError("the ledger needs pipelines.store.step.StorePipeline in ITEM_PIPELINES")
    return step


def _visit(response: Response) -> Visit:
    return Visit(
        url=response.url,
        visited=read_clock(),
        status=response.status,
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
    )


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1")[:500] if value else None
