"""What tells copies from new texts, as setting `STORE_JUDGE` names it.

Setting `COPIES_LOOK_BACK_DAYS` bounds the search for near copies; addresses and exact copies are
known for ever.
"""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler

from crawler.items import Article
from pipelines.duplicates.decision import LOOK_BACK, decide
from pipelines.duplicates.index import Decision, Index
from pipelines.duplicates.sketch import Sketch, sketch_article


class CopyJudge:
    """Sketches before the store's lock is taken, decides under it."""

    def __init__(self, look_back: int = LOOK_BACK) -> None:
        self.look_back = look_back

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The judge for the settings of `crawler`."""
        return cls(crawler.settings.getint("COPIES_LOOK_BACK_DAYS", LOOK_BACK))

    def sketch(self, article: Article, key: str) -> Sketch:
        """What has to be known of `article`, whose address key is `key`."""
        return sketch_article(article, key)

    def decide(self, sketch: Sketch, index: Index) -> Decision:
        """What the article is beside what `index` knows."""
        return decide(sketch, index, self.look_back)
