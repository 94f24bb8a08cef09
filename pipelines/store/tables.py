"""The tables of the store, one declaration for SQLite and PostgreSQL.

Columns are called as in the record (`crawler.items`). Lists that nobody searches by their parts are
JSON in a text column; times and dates are ISO 8601 text, so they come back exactly as they went in.
"""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    func,
)

SCHEMA_VERSION = 6
"""Counts changes of these tables; each has its step in `pipelines.store.migrations`."""

metadata = MetaData()

Key = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is compared byte by byte: the order of an export does not depend on a locale."""

Number = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite gives numbers of its own to a key only where its type is called INTEGER."""


class Json(TypeDecorator[Any]):
    """A JSON value in a text column; floats and the order of keys survive."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """JSON text of `value`; NULL for None."""
        return None if value is None else orjson.dumps(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The value of JSON text; None for NULL."""
        return None if value is None else orjson.loads(value)


class PackedText(TypeDecorator[str]):
    """Text that SQLite holds packed; every statement of SQLAlchemy takes and gives it plain."""

    impl = Text
    cache_ok = True

    def bind_expression(self, bindparam: Any) -> Any:
        """Pack what goes in."""
        return func.pack(bindparam)

    def column_expression(self, column: Any) -> Any:
        """Unpack what comes out."""
        return func.unpack(column, type_=self)


Packed = Text().with_variant(PackedText(), "sqlite")
"""PostgreSQL packs long values by itself."""

state = Table(
    "state",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
"""`schema_version`, `sketch_format`; `merged_article` (the last number that was placed) and
`merge_revision` (of the last change of `merged`)."""

runs = Table(
    "runs",
    metadata,
    Column("id", Number, primary_key=True),
    Column("site", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("counts", Json),
    Index("runs_by_site", "site", "id"),
)
"""Crawls; one that was killed has no `finished`."""

pages = Table(
    "pages",
    metadata,
    Column("key", Key, primary_key=True),
    Column("url", Text, nullable=False),
    Column("article", Key),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("status", Integer, nullable=False),
    Column("visited", Text, nullable=False),
    Column("archive_file", Text),
    Column("archive_offset", BigInteger),
    Column("failures", Integer, nullable=False),
    Column("failure", Text),
    Column("run", Number, ForeignKey("runs.id")),
    Column("token", Text),
    Index("pages_by_run", "run"),
    sqlite_with_rowid=False,
)
"""The ledger: one row an address that was fetched; `article` is the key of the article on it."""

leases = Table(
    "leases",
    metadata,
    Column("site", Key, primary_key=True),
    Column("holder", Text),
    Column("expires", Float),
    Column("ended", Float),
    sqlite_with_rowid=False,
)
"""Which machine crawls a site: `holder` and `expires` are NULL where none does; `ended` is when a
crawl under a lease last came to its end. Seconds since 1970-01-01 by the database's clock."""

sketches = Table(
    "sketches",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("day", Integer, nullable=False),
    Column("exact", BigInteger, nullable=False),
    Column("title", BigInteger, nullable=False),
    Column("origin", Number, nullable=False),
    Index("sketches_by_exact", "exact"),
)
"""What the search for copies remembers beside the article; `number` is the `id` of the article,
`origin` the number of the earliest text of its group of copies."""

_IS_MEMBER = sketches.c.origin != sketches.c.number
Index("sketches_of_groups", sketches.c.origin, sqlite_where=_IS_MEMBER, postgresql_where=_IS_MEMBER)

holders = Table(
    "holders",
    metadata,
    Column("slot", Number, primary_key=True, autoincrement=False),
    Column("entries", LargeBinary, nullable=False),
)
"""The texts that hold a fingerprint, packed; see `pipelines.store.holders`."""

dictionaries = Table(
    "dictionaries",
    metadata,
    Column("number", Number, primary_key=True),
    Column("id", BigInteger, nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
"""What `articles.text` is packed with in SQLite; see `pipelines.store.packing`."""

articles = Table(
    "articles",
    metadata,
    Column("id", Number, ForeignKey("sketches.number"), primary_key=True, autoincrement=False),
    Column("key", Key, nullable=False),
    Column("version", Integer, nullable=False),
    Column("schema", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("fetched_url", Text),
    Column("site", Text, nullable=False),
    Column("language", Text),
    Column("title", Text),
    Column("sapo", Text),
    Column("text", Packed, nullable=False),
    Column("authors", Json, nullable=False),
    Column("agency", Text),
    Column("dateline", Text),
    Column("published", Text),
    Column("modified", Text),
    Column("published_from", Text),
    Column("section", Text),
    Column("tags", Json, nullable=False),
    Column("captions", Json, nullable=False),
    Column("fetched", Text),
    Column("archive_file", Text),
    Column("archive_offset", BigInteger),
    Column("duplicate_of", Text),
    Column("duplicate_kind", Text),
    Column("run", Number, ForeignKey("runs.id")),
    UniqueConstraint("key", "version"),
)
"""One row a version of an article; the highest version of a key is the article as it stands.

`fetched_url` is NULL where it is `url`."""

relations = Table(
    "relations",
    metadata,
    Column("article", Number, ForeignKey("articles.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""`related`: texts that share passages with the article."""

meetings = Table(
    "meetings",
    metadata,
    Column("article", Number, ForeignKey("articles.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("main", Boolean, nullable=False),
    Column("name", Text),
    Column("series", Text),
    Column("ordinals", Json, nullable=False),
    Column("level", Text),
    Column("report", Text),
    Column("status", Text),
    Column("starts", Text),
    Column("ends", Text),
    Column("precision", Text),
    Column("year_from", Text),
    Column("time_of_day", Text),
    Column("format", Text),
    Column("place", Json),
    Column("city", Text),
    Column("country", Text),
    Column("chair", Json),
    Column("chaired_by", Json, nullable=False),
    Column("host", Text),
    Column("participants", Json),
    Column("agenda", Json, nullable=False),
    Column("documents", Json, nullable=False),
    Column("outcomes", Json, nullable=False),
    Column("money", Json, nullable=False),
    Index("meetings_by_series", "series", "starts"),
    sqlite_with_rowid=False,
)
"""`city` and `country` repeat `place` for queries."""

_MEETING = (["article", "meeting"], [meetings.c.article, meetings.c.position])

people = Table(
    "people",
    metadata,
    Column("article", Number, primary_key=True),
    Column("meeting", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("role", Text),
    Column("country", Text),
    Column("function", Text),
    Column("acting", Boolean, nullable=False),
    ForeignKeyConstraint(*_MEETING),
    Index("people_by_name", "name"),
    sqlite_with_rowid=False,
)

evidence = Table(
    "evidence",
    metadata,
    Column("article", Number, primary_key=True),
    Column("meeting", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("source", Text, nullable=False),
    ForeignKeyConstraint(*_MEETING),
    sqlite_with_rowid=False,
)
