"""Articles in the database: one is inserted with all that belongs to it, many are streamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, exists, insert, select
from sqlalchemy.sql import Select

from crawler.items import Article
from pipelines.store.rows import read_rows, write_rows
from pipelines.store.tables import articles, evidence, meetings, people, relations

BATCH = 200
"""Articles that are in memory at a time while many are read."""

_PARTS = (relations, meetings, people, evidence)


def insert_article(
    connection: Connection, article: Article, *, number: int, key: str, run: int | None
) -> None:
    """Insert `article` under the `number` that the index gave it, as a version of `key`."""
    rows = write_rows(article)
    connection.execute(insert(articles), rows.article | {"id": number, "key": key, "run": run})
    _insert_parts(connection, relations, number, rows.relations)
    _insert_parts(connection, meetings, number, rows.meetings)
    _insert_parts(connection, people, number, rows.people)
    _insert_parts(connection, evidence, number, rows.evidence)


def find_article(connection: Connection, key: str) -> Article | None:
    """The latest version of the article with `key`."""
    query = select(articles).where(articles.c.key == key).order_by(articles.c.version.desc())
    row = connection.execute(query.limit(1)).one_or_none()
    return None if row is None else _assemble(connection, [row])[0]


def stream_articles(connection: Connection, *, versions: bool = False) -> Iterator[Article]:
    """The articles in the order of their keys, the latest version of each or all `versions`.

    They come in batches over a server-side cursor: memory stays flat. Open `connection` with
    `Store.reading`, so that all batches see the store at one moment.
    """
    return (article for _, article in _stream(connection, _all_articles(versions)))


def stream_numbered(connection: Connection) -> Iterator[tuple[int, str, Article]]:
    """Every version of every article with its number and key, in the order of arrival."""
    for row, article in _stream(connection, select(articles).order_by(articles.c.id)):
        yield row.id, row.key, article


def _stream(connection: Connection, query: Select[Any]) -> Iterator[tuple[Row[Any], Article]]:
    options = {"stream_results": True, "yield_per": BATCH}
    for batch in connection.execute(query, execution_options=options).partitions():
        yield from zip(batch, _assemble(connection, batch), strict=True)


def _all_articles(versions: bool) -> Select[Any]:
    query = select(articles).order_by(articles.c.key, articles.c.version)
    if versions:
        return query
    newer = articles.alias("newer")
    is_newer = (newer.c.key == articles.c.key) & (newer.c.version > articles.c.version)
    return query.where(~exists().where(is_newer))


def _insert_parts(
    connection: Connection, table: Table, number: int, rows: list[dict[str, Any]]
) -> None:
    if rows:
        connection.execute(insert(table), [{"article": number, **row} for row in rows])


def _assemble(connection: Connection, batch: Sequence[Row[Any]]) -> list[Article]:
    numbers = [row.id for row in batch]
    parts = [_read_parts(connection, table, numbers) for table in _PARTS]
    return [read_rows(row._mapping, *(part[row.id] for part in parts)) for row in batch]


def _read_parts(
    connection: Connection, table: Table, numbers: Iterable[int]
) -> defaultdict[int, list[Any]]:
    query = select(table).where(table.c.article.in_(numbers)).order_by(*table.primary_key.columns)
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["article"]].append(row)
    return found
