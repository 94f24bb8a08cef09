"""Articles that nobody keeps: a replay without a store tells copies, and lets the articles pass.

What an article is beside those before it is decided as in a store. Sketches are made by the workers
of the replay, which call `pipelines.store.keys.sketch_kept`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from crawler.items import Article
from pipelines.duplicates.disk import DiskIndex
from pipelines.duplicates.index import Decision, Index
from pipelines.duplicates.sketch import Sketch
from pipelines.store.errors import StoreError
from pipelines.store.keeping import Judge, Kept, mark_article


@dataclass(frozen=True, slots=True)
class Foreseeing:
    """A judge that has the sketch of the next article before it."""

    judge: Judge
    made: Sketch

    def sketch(self, article: Article, key: str) -> Sketch:
        """The sketch that was made."""
        return self.made

    def decide(self, sketch: Sketch, index: Index) -> Decision:
        """What the article is beside what `index` knows."""
        return self.judge.decide(sketch, index)


class Passing:
    """Decides of one article after the other; the index is gone when its process ends."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._index = DiskIndex()

    def keep(self, article: Article, sketch: Sketch) -> Kept:
        """What `article` is beside those before it.

        Raises:
            StoreError: there is no room for temporary files.
        """
        try:
            decision = self._judge.decide(sketch, self._index)
            if decision.kind != "unchanged":
                self._index.add(sketch, decision)
        except sqlite3.Error as error:
            raise StoreError(f"the temporary index fails ({error})") from error
        return Kept(mark_article(article, decision), decision.kind)

    def close(self) -> None:
        """Forget all articles."""
        self._index.close()
