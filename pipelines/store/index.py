"""The index of known texts over SQL: what `pipelines.duplicates.decision` looks up and adds to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, func, insert, select, text, update
from sqlalchemy.sql import Select

from pipelines.duplicates.index import (
    CANDIDATES_MOST,
    SHARED_LEAST,
    SHARED_MOST,
    Decision,
    Joined,
    Known,
)
from pipelines.duplicates.sketch import Sketch, Words, code_article
from pipelines.store.tables import articles, fingerprints, sketches

SAME_MOST = 32
"""So many texts with one exact hash are enough to know their group."""

TERMS_MOST = 64
"""So many fingerprints are looked up in one statement; SQLite allows 500 terms."""

_SKETCH_SAME = ("key", "url", "day", "exact", "title")
_origins = sketches.alias("origins")
_COLUMNS = [column for column in sketches.columns if column.name != "origin"]
_KNOWN = select(*_COLUMNS, sketches.c.origin.label("group"), _origins.c.url.label("original"))
_KNOWN = _KNOWN.join(_origins, _origins.c.number == sketches.c.origin)

# Made once: to build a statement takes SQLAlchemy longer than SQLite to answer it.
_LATEST = _KNOWN.where(sketches.c.key == bindparam("wanted")).order_by(sketches.c.number.desc())
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
        rows = list(self._holders(tuple(fingerprints), first_day, last_day))
        held = Counter(fingerprint for fingerprint, _ in rows)
        shared = Counter(number for value, number in rows if held[value] <= SHARED_MOST)
        enough = [number for number, count in shared.items() if count >= SHARED_LEAST]
        best = sorted(enough, key=lambda number: (-shared[number], number))[:CANDIDATES_MOST]
        known = {one.number: one for one in self._find(_AMONG, best)} if best else {}
        return [known[number] for number in best]

    def words_of(self, numbers: Collection[int]) -> Mapping[int, Words]:
        """The words of the texts with these numbers, made again from the stored articles."""
        rows = self._connection.execute(_WORDS, {"wanted": list(numbers)})
        return {row.id: code_article(row.title, row.sapo, row.text) for row in rows}

    def add(self, sketch: Sketch, decision: Decision) -> int:
        """Remembers the text as decided and moves `decision.joined`; returns its number."""
        number = self._insert(sketch, decision)
        insert_fingerprints(self._connection, number, sketch)
        for joined in decision.joined:
            self._move(joined, number if decision.group is None else decision.group)
        return number

    def _find(self, query: Select[Any], wanted: Any) -> list[Known]:
        rows = self._connection.execute(query, {"wanted": wanted}).mappings()
        return [Known(**row) for row in rows]

    def _holders(
        self, wanted: Sequence[int], first_day: int, last_day: int
    ) -> Iterator[tuple[int, int]]:
        for start in range(0, len(wanted), TERMS_MOST):
            part = wanted[start : start + TERMS_MOST]
            values = {f"f{n}": fingerprint for n, fingerprint in enumerate(part)}
            values |= {"first_day": first_day, "last_day": last_day}
            rows = self._connection.execute(_holders_query(len(part)), values)
            yield from rows.all()

    def _insert(self, sketch: Sketch, decision: Decision) -> int:
        # The store's lock is held, and nothing is ever deleted: no number comes twice.
        last = self._connection.execute(_LAST).scalar_one()
        number = (last or 0) + 1
        values = {name: getattr(sketch, name) for name in _SKETCH_SAME}
        values |= {"number": number, "version": decision.version}
        values |= {"origin": number if decision.group is None else decision.group}
        self._connection.execute(insert(sketches), values)
        return number

    def _move(self, joined: Joined, group: int) -> None:
        members = select(sketches.c.number).where(sketches.c.origin == joined.group)
        original = select(sketches.c.url).where(sketches.c.number == group).scalar_subquery()
        moving = update(articles).where(articles.c.id.in_(members))
        # A later version of the original stays its own original.
        marked = moving.values(duplicate_of=func.nullif(original, articles.c.url))
        self._connection.execute(marked)
        first = update(articles).where(articles.c.id == joined.group)
        self._connection.execute(first.values(duplicate_kind=joined.kind))
        own = moving.where(articles.c.duplicate_of.is_(None)).values(duplicate_kind=None)
        self._connection.execute(own)
        moved = update(sketches).where(sketches.c.origin == joined.group).values(origin=group)
        self._connection.execute(moved)


def insert_fingerprints(connection: Connection, number: int, sketch: Sketch) -> None:
    """Make the text with this `number` findable by the fingerprints of its `sketch`."""
    rows = [
        {"fingerprint": fingerprint, "day": sketch.day, "number": number}
        for fingerprint in sketch.fingerprints
    ]
    if rows:
        connection.execute(insert(fingerprints), rows)


@lru_cache(maxsize=TERMS_MOST)
def _holders_query(count: int) -> TextClause:
    """The holders of `count` fingerprints, each cut off once it is known to be boilerplate.

    Text and not an expression: SQLAlchemy would walk hundreds of nodes again at every look-up.
    """
    one = (
        "SELECT * FROM (SELECT fingerprint, number FROM fingerprints WHERE fingerprint = :f{}"
        " AND day BETWEEN :first_day AND :last_day LIMIT {}) AS t{}"
    )
    return text(" UNION ALL ".join(one.format(n, SHARED_MOST + 1, n) for n in range(count)))
