"""The tables of merged meetings, beside those of the articles that they are made from."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    and_,
)

from pipelines.store.tables import Json, Key, Number, meetings, metadata

placements = Table(
    "placements",
    metadata,
    Column("article", Number, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("series", Key, nullable=False),
    Column("year", Integer, nullable=False),
    Column("meeting", Key),
    ForeignKeyConstraint(["article", "position"], [meetings.c.article, meetings.c.position]),
    Index("placements_by_block", "series", "year"),
    Index("placements_by_meeting", "meeting"),
    sqlite_with_rowid=False,
)
"""Reports that tell which meeting they mean; `meeting`: its id in `merged`, NULL where two fit."""

unmerged = Table(
    "unmerged",
    metadata,
    Column("series", Key, primary_key=True),
    Column("year", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Blocks whose reports have changed since they were merged."""

merged = Table(
    "merged",
    metadata,
    Column("id", Key, primary_key=True),
    Column("series", Key, nullable=False),
    Column("year", Integer, nullable=False),
    Column("revision", Number, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("name", Text),
    Column("level", Text),
    Column("status", Text),
    Column("starts", Text),
    Column("ends", Text),
    Column("precision", Text),
    Column("format", Text),
    Column("city", Text),
    Column("country", Text),
    Column("texts", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("record", Json, nullable=False),
    Index("merged_by_block", "series", "year"),
    Index("merged_by_revision", "revision"),
    Index("merged_by_day", "starts", "id"),
)
"""One row a real meeting; `record` is the line of the export, the other columns repeat it."""

aliases = Table(
    "aliases",
    metadata,
    Column("alias", Key, primary_key=True),
    Column("meeting", Key),
    Column("revision", Number, nullable=False),
    Index("aliases_by_meeting", "meeting"),
    Index("aliases_by_revision", "revision"),
    sqlite_with_rowid=False,
)
"""Ids that stand no more; `meeting` holds their reports now, NULL where no report is left."""

merged_people = Table(
    "merged_people",
    metadata,
    Column("meeting", Key, ForeignKey("merged.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("country", Text),
    Column("function", Text),
    Column("texts", Integer, nullable=False),
    Index("merged_people_by_name", "name"),
    sqlite_with_rowid=False,
)

merged_countries = Table(
    "merged_countries",
    metadata,
    Column("meeting", Key, ForeignKey("merged.id"), primary_key=True),
    Column("country", Key, primary_key=True),
    Column("role", Key, primary_key=True),
    Index("merged_countries_by_country", "country"),
    sqlite_with_rowid=False,
)
"""`role`: `place`, `chair`, `host` or `participant`."""


def of_years(table: Table, series: str, years: Sequence[int]) -> ColumnElement[bool]:
    """The rows of `table` that lie in blocks of `series`."""
    return and_(table.c.series == series, table.c.year.in_(years))
