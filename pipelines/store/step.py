"""The last step: every article goes into the store in one transaction, or is known to be there.

Setting `STORE_JUDGE` names what tells copies from new texts (a `Judge`); `STORE` and
`STORE_PATIENCE` are the session's. Stats: `store/new`, `store/changed`, `store/unchanged`,
`store/copies`, and `store/failed` for articles that could not be stored.
"""

from __future__ import annotations

from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.misc import build_from_crawler, load_object

from crawler.canonical import article_key
from crawler.finished import FinishedArticle
from crawler.items import Article
from crawler.site import Site
from pipelines.store.engine import TEMPORARY
from pipelines.store.errors import StoreError, StoreRefused
from pipelines.store.keeping import Judge, Keeper, Kept
from pipelines.store.ledger import Visit
from pipelines.store.passing import Foreseeing, Passing
from pipelines.store.replayed import Journal
from pipelines.store.session import Session, read_clock

OUTCOMES = {
    "new": "new",
    "related": "new",
    "version": "changed",
    "unchanged": "unchanged",
    "copy": "copies",
    "extends": "copies",
}
"""What a decision counts as."""


class StorePipeline:
    """Keeps articles; drops those that the store holds unchanged."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.session = Session(crawler)
        self.visits: dict[str, Visit] = {}
        """Pages whose articles are on their way here, by address."""
        self._judge: Judge = build_from_crawler(
            load_object(crawler.settings["STORE_JUDGE"]), crawler
        )
        self._sites = get_spider_loader(crawler.settings)
        self._journal: Journal | None = None
        self._passing: Passing | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The step for `crawler`."""
        step = cls(crawler)
        crawler.signals.connect(step.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(step.forget, signal=signals.item_dropped)
        return step

    async def open_spider(self) -> None:
        """Open the store; a replay into one that stays is noted there, so that it can resume."""
        await self.session.open()
        is_replay = getattr(self.crawler.spidercls, "hands_out_again", False)
        if is_replay and self.crawler.settings["STORE"] == TEMPORARY:
            self._passing = Passing(self._judge)
        elif is_replay:
            journal = self._journal = Journal(self.session.run)
            await self.session.call(lambda: self.session.store.transact(journal.begin))

    async def spider_closed(self, reason: str) -> None:
        """Close the store; a run counts as done only where the reason is `finished`."""
        await self.session.close(reason, self._journal)
        if self._passing:
            self._passing.close()

    def forget(self, item: Any) -> None:
        """Let go of the page of an article that another step dropped."""
        if isinstance(item, Article):
            self.visits.pop(item.fetched_url, None)

    async def process_item(self, item: Any) -> Any:
        """`item` as stored; anything but an article passes."""
        if not isinstance(item, Article):
            return item
        try:
            kept = await self._keep(item)
        except StoreRefused as error:
            self.session.count("store/failed")
            raise DropItem(f"not stored: {item.fetched_url}: {error}") from error
        except StoreError as error:
            self.session.count("store/failed")
            raise DropItem(f"not stored, fetched again next time: {item.fetched_url}") from error
        self.session.count(f"store/{OUTCOMES[kept.kind]}")
        if kept.kind == "unchanged":
            raise DropItem(f"unchanged: {item.fetched_url}", log_level="DEBUG")
        return kept.article

    async def _keep(self, article: Article) -> Kept:
        made = article.sketch if isinstance(article, FinishedArticle) else None
        if self._passing and made:
            with self.session.watching():
                return self._passing.keep(article, made)
        visit = self.visits.pop(article.fetched_url, None)
        visit = visit or Visit(url=article.fetched_url, visited=article.fetched or read_clock())
        key = article_key(article.url, self._find_site(article.site))
        judge = Foreseeing(self._judge, made) if made else self._judge
        keeper = Keeper(self.session.store, judge, self.session.run.id, self._journal)
        return await self.session.call(lambda: keeper.keep(article, key, visit))

    def _find_site(self, name: str) -> Site | None:
        if name not in self._sites.list():
            return None
        site: Site | None = getattr(self._sites.load(name), "site", None)
        return site
