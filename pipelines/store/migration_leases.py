"""From version 5 to 6 of the store: the table of leases, as SQL."""

from __future__ import annotations

from sqlalchemy import Connection, text

_LEASES = """CREATE TABLE leases (
    site {key} NOT NULL, holder TEXT, expires {float}, ended {float}, PRIMARY KEY (site)
){rowless}"""
_WORDS = {
    "sqlite": {"key": "TEXT", "float": "FLOAT", "rowless": " WITHOUT ROWID"},
    "postgresql": {"key": 'TEXT COLLATE "C"', "float": "FLOAT", "rowless": ""},
}


def add_leases(connection: Connection) -> None:
    """Make the table."""
    connection.execute(text(_LEASES.format(**_WORDS[connection.dialect.name])))
