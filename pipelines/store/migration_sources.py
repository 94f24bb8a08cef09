"""From version 4 to 5 of the store: which articles tell of a merged meeting, as SQL."""

from __future__ import annotations

from sqlalchemy import Connection, text

INDEX = "CREATE INDEX placements_by_meeting ON placements (meeting)"
SOURCES = """
    CREATE VIEW sources AS
    SELECT p.meeting, a.url AS article, p.position, a.site, a.language, a.published,
        r.main, r.report, r.status, COALESCE(a.duplicate_of, a.url) AS text
    FROM placements p
    JOIN articles a ON a.id = p.article
    JOIN meetings r ON r.article = p.article AND r.position = p.position
    WHERE p.meeting IS NOT NULL"""
"""The reports of each meeting, with the columns of the record's `sources`."""


def add_sources(connection: Connection) -> None:
    """Make the view; all that a new store lacks."""
    connection.execute(text(SOURCES))


def add_sources_and_index(connection: Connection) -> None:
    """Make the view and the index that it is asked by."""
    connection.execute(text(INDEX))
    add_sources(connection)
