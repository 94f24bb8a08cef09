"""What became of each article of a replay, so that one that was killed can be taken up.

A replay that is run again reads its whole input again, and what the store kept before the kill is
there unchanged. It has to come out all the same, and with the words of then: later texts may have
made an original of it since. So each decision is noted in the transaction that carries it out. The
table is no part of the store's schema: it holds replays that are under way.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    select,
)
from xxhash import xxh3_64_intdigest

from crawler.finished import format_line
from crawler.items import Article
from pipelines.duplicates.index import Decision
from pipelines.store.ledger import Run
from pipelines.store.tables import Json, Number

_metadata = MetaData()

_replayed = Table(
    "replayed",
    _metadata,
    Column("run", Number, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("digest", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("duplicate_of", Text),
    Column("duplicate_kind", Text),
    Column("related", Json, nullable=False),
    sqlite_with_rowid=False,
)
_DECIDED = ("kind", "version", "duplicate_of", "duplicate_kind", "related")


@dataclass(frozen=True, slots=True)
class Place:
    """An article's place in a replay; another text at that place is another article."""

    position: int
    digest: int


class Journal:
    """The decisions of one replay."""

    def __init__(self, run: Run) -> None:
        self._run = run.id
        self._passed = 0

    def pass_article(self, article: Article) -> Place:
        """The place of the next article."""
        self._passed += 1
        unsigned = xxh3_64_intdigest(format_line(article).rstrip(b"\n"))
        return Place(self._passed, unsigned - (1 << 63))

    def begin(self, connection: Connection) -> None:
        """Make room in the store."""
        _metadata.create_all(connection, checkfirst=True)

    def find(self, connection: Connection, place: Place) -> Decision | None:
        """What was decided at `place` before the replay was killed."""
        wanted = (_replayed.c.run == self._run) & (_replayed.c.position == place.position)
        query = select(_replayed).where(wanted, _replayed.c.digest == place.digest)
        row = connection.execute(query).mappings().one_or_none()
        if row is None:
            return None
        decided = {name: row[name] for name in _DECIDED}
        return Decision(**decided | {"related": tuple(row["related"])})

    def note(self, connection: Connection, place: Place, decision: Decision) -> None:
        """Remember what was decided at `place`, in the transaction that carries it out."""
        same = (_replayed.c.run == self._run) & (_replayed.c.position == place.position)
        connection.execute(delete(_replayed).where(same))
        values = {name: getattr(decision, name) for name in _DECIDED}
        values |= {"run": self._run, "position": place.position, "digest": place.digest}
        connection.execute(insert(_replayed), values | {"related": list(decision.related)})

    def end(self, connection: Connection) -> None:
        """Forget a replay that came to its end."""
        connection.execute(delete(_replayed).where(_replayed.c.run == self._run))
