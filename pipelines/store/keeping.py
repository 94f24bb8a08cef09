"""Decide and insert in one transaction: the one place where copies and store meet.

The step before the lock (`Judge.sketch`) and the decision under the lock (`Judge.decide`) are
`pipelines.duplicates`' own; they see the store only as their `Index`. Whatever an article turns out
to be, its ledger row is written with it: seen and stored are the same moment.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from crawler.items import Article
from pipelines.duplicates.index import Decision, Index
from pipelines.duplicates.sketch import Sketch
from pipelines.store.articles import insert_article
from pipelines.store.database import Store
from pipelines.store.index import SqlIndex
from pipelines.store.keys import shorten_key
from pipelines.store.ledger import Visit, find_token, note_article
from pipelines.store.packing import LEARN_AT, learn_texts
from pipelines.store.replayed import Journal, Place


class Judge(Protocol):
    """What tells copies from new texts."""

    def sketch(self, article: Article, key: str) -> Sketch:
        """What has to be known of `article`, whose address key is `key`."""

    def decide(self, sketch: Sketch, index: Index) -> Decision:
        """What the article is beside what `index` knows."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an article."""

    article: Article
    """As stored: with version, `duplicate_of`, `duplicate_kind` and `related`."""
    kind: str
    """The decision: `unchanged`, `version`, `copy`, `extends`, `related` or `new`."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Keeps the articles of one crawl."""

    store: Store
    judge: Judge
    run: int | None = None
    journal: Journal | None = None
    """Of a replay that can be taken up."""

    def keep(self, article: Article, key: str, visit: Visit) -> Kept:
        """What became of `article` once it is in the store, or was found to be there unchanged.

        Raises:
            StoreRefused: It holds a value that no database takes.
            StoreError: The store cannot be written; nothing of the article is.
        """
        sketch = self.judge.sketch(article, shorten_key(key))
        token = uuid.uuid4().hex
        tried: list[Kept] = []
        place = self.journal.pass_article(article) if self.journal else None

        def work(connection: Connection) -> Kept:
            if self.journal and place and (told := self.journal.find(connection, place)):
                return Kept(mark_article(article, told), told.kind)
            # A connection can break after the server's commit: then this is a second attempt,
            # and what the first one did is there.
            if not tried or find_token(connection, visit.url) != token:
                tried.append(self._write(connection, article, sketch, place))
                where = _locate(article)
                note_article(connection, visit, sketch.key, self.run, token=token, **where)
            return tried[-1]

        return self.store.transact(work)

    def _write(
        self, connection: Connection, article: Article, sketch: Sketch, place: Place | None
    ) -> Kept:
        index = SqlIndex(connection)
        decision = self.judge.decide(sketch, index)
        kept = Kept(mark_article(article, decision), decision.kind)
        if decision.kind != "unchanged":
            number = index.add(sketch, decision)
            insert_article(connection, kept.article, number=number, key=sketch.key, run=self.run)
            if self.store.packs and number in LEARN_AT:
                learn_texts(connection)
        if self.journal and place:
            self.journal.note(connection, place, decision)
        return kept


def mark_article(article: Article, decision: Decision) -> Article:
    """`article`, with what was decided of it."""
    article.version = decision.version
    article.duplicate_of = decision.duplicate_of
    article.duplicate_kind = decision.duplicate_kind
    article.related = list(decision.related)
    return article


def _locate(article: Article) -> dict[str, str | int]:
    archive = article.archive
    return {"archive_file": archive.file, "archive_offset": archive.offset} if archive else {}
