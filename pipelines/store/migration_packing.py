"""From version 3 to 4 of the store: fingerprints packed, sketches without what articles say too.

The packed index is left empty: `scrapy reindex` fills it, as the new number of sketches demands.
Texts that are stored stay plain; only new ones are packed.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

_STATEMENTS = (
    "DROP TABLE fingerprints",
    "DROP INDEX sketches_by_key",
    "DROP INDEX sketches_by_origin",
    "ALTER TABLE sketches DROP COLUMN key",
    "ALTER TABLE sketches DROP COLUMN url",
    "ALTER TABLE sketches DROP COLUMN version",
    "CREATE INDEX sketches_of_groups ON sketches (origin) WHERE origin != number",
    "CREATE TABLE holders (slot {number} NOT NULL, entries {bytes} NOT NULL, PRIMARY KEY (slot))",
    """CREATE TABLE dictionaries (
        number {serial} NOT NULL, id BIGINT NOT NULL, content {bytes} NOT NULL,
        PRIMARY KEY (number), UNIQUE (id)
    )""",
)
_WORDS = {
    "sqlite": {"number": "INTEGER", "serial": "INTEGER", "bytes": "BLOB"},
    "postgresql": {"number": "BIGINT", "serial": "BIGSERIAL", "bytes": "BYTEA"},
}


_NULLABLE = {
    # As https://sqlite.org/lang_altertable.html says: what is on disk stays as it is.
    "sqlite": (
        "PRAGMA writable_schema = ON",
        """UPDATE sqlite_schema
        SET sql = replace(sql, 'fetched_url TEXT NOT NULL', 'fetched_url TEXT')
        WHERE type = 'table' AND name = 'articles'""",
        "PRAGMA schema_version = {version}",
        "PRAGMA writable_schema = OFF",
    ),
    "postgresql": ("ALTER TABLE articles ALTER COLUMN fetched_url DROP NOT NULL",),
}


def pack_index(connection: Connection) -> None:
    """Make the tables, drop what they stand for, and let `fetched_url` be NULL."""
    kind, version = connection.dialect.name, 0
    for statement in _STATEMENTS:
        connection.execute(text(statement.format(**_WORDS[kind])))
    if kind == "sqlite":
        version = connection.execute(text("PRAGMA schema_version")).scalar_one() + 1
    for statement in _NULLABLE[kind]:
        connection.execute(text(statement.format(version=version)))
