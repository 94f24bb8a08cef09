"""The index of known texts over SQL: what `pipelines.duplicates.decision` looks up and adds to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update
from sqlalchemy.sql import ColumnElement, Select

from pipelines.duplicates.index import (
    CANDIDATES_MOST,
    SHARED_LEAST,
    Decision,
    Joined,
    Known,
)
from pipelines.duplicates.sketch import Sketch, Words, code_article
from pipelines.store.holders import add_holders, count_shared
from pipelines.store.tables import articles, sketches

SAME_MOST = 32
"""So many texts with one exact hash are enough to know their group."""

_SKETCH_SAME = ("day", "exact", "title")
_originals = articles.alias("originals")
_KNOWN = (
    select(
        *(sketches.c[name] for name in ("number", *_SKETCH_SAME)),
        *(articles.c[name] for name in ("key", "url", "version")),
        sketches.c.origin.label("group"),
        _originals.c.url.label("original"),
    )
    .join(articles, articles.c.id == sketches.c.number)
    .join(_originals, _originals.c.id == sketches.c.origin)
)

# Made once: to build a statement takes SQLAlchemy longer than SQLite to answer it.
_LATEST = _KNOWN.where(articles.c.key == bindparam("wanted")).order_by(articles.c.version.desc())
_LATEST = _LATEST.limit(1)
_SAME = _KNOWN.where(sketches.c.exact == bindparam("wanted")).order_by(sketches.c.number)
_SAME = _SAME.limit(SAME_MOST)
_AMONG = _KNOWN.where(sketches.c.number.in_(bindparam("wanted", expanding=True)))
_LAST = select(func.max(sketches.c.number))
_WORDS = select(articles.c.id, articles.c.title, articles.c.sapo, articles.c.text).where(
    articles.c.id.in_(bindparam("wanted", expanding=True))
)


class SqlIndex:
    """An `Index` within the transaction of `connection`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def latest(self, key: str) -> Known | None:
        """The latest version of the article with this address key."""
        return next(iter(self._find(_LATEST, key)), None)

    def same_text(self, exact: int) -> Sequence[Known]:
        """The texts with this exact hash, earliest first."""
        return self._find(_SAME, exact)

    def sharing(
        self, fingerprints: Collection[int], *, first_day: int, last_day: int
    ) -> Sequence[Known]:
        """The texts of these days that share fingerprints: most shared first."""
        days = {"first_day": first_day, "last_day": last_day}
        shared = count_shared(self._connection, fingerprints, **days)
        enough = [number for number, count in shared.items() if count >= SHARED_LEAST]
        best = sorted(enough, key=lambda number: (-shared[number], number))[:CANDIDATES_MOST]
        known = {one.number: one for one in self._find(_AMONG, best)} if best else {}
        return [known[number] for number in best]

    def words_of(self, numbers: Collection[int]) -> Mapping[int, Words]:
        """The words of the texts with these numbers, made again from the stored articles."""
        rows = self._connection.execute(_WORDS, {"wanted": list(numbers)})
        return {row.id: code_article(row.title, row.sapo, row.text) for row in rows}

    def add(self, sketch: Sketch, decision: Decision) -> int:
        """Remembers the text as decided and moves `decision.joined`; returns its number.

        The article itself is the caller's to insert, under that number, before the next look-up.
        """
        number = self._insert(sketch, decision)
        add_holders(self._connection, [(number, sketch.day, sketch.fingerprints)])
        for joined in decision.joined:
            self._move(joined, number if decision.group is None else decision.group)
        return number

    def _find(self, query: Select[Any], wanted: Any) -> list[Known]:
        rows = self._connection.execute(query, {"wanted": wanted}).mappings()
        return [Known(**row) for row in rows]

    def _insert(self, sketch: Sketch, decision: Decision) -> int:
        # The store's lock is held, and nothing is ever deleted: no number comes twice.
        last = self._connection.execute(_LAST).scalar_one()
        number = (last or 0) + 1
        values = {name: getattr(sketch, name) for name in _SKETCH_SAME}
        values |= {"number": number}
        values |= {"origin": number if decision.group is None else decision.group}
        self._connection.execute(insert(sketches), values)
        return number

    def _move(self, joined: Joined, group: int) -> None:
        members = select(sketches.c.number).where(_is_of(joined.group))
        original = select(_originals.c.url).where(_originals.c.id == group).scalar_subquery()
        moving = update(articles).where(articles.c.id.in_(members))
        # A later version of the original stays its own original.
        marked = moving.values(duplicate_of=func.nullif(original, articles.c.url))
        self._connection.execute(marked)
        first = update(articles).where(articles.c.id == joined.group)
        self._connection.execute(first.values(duplicate_kind=joined.kind))
        own = moving.where(articles.c.duplicate_of.is_(None)).values(duplicate_kind=None)
        self._connection.execute(own)
        moved = update(sketches).where(_is_of(joined.group)).values(origin=group)
        self._connection.execute(moved)


def _is_of(group: int) -> ColumnElement[bool]:
    """Whether a text stands in `group`; its index has all of its texts but the first."""
    is_member = (sketches.c.origin == group) & (sketches.c.origin != sketches.c.number)
    return or_(is_member, sketches.c.number == group)
