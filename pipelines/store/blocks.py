"""Blocks in the database: which years of a series are to be merged together."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, select

from pipelines.merging.blocking import REACH, Naming, PutOff, find_put_off, tie_years
from pipelines.merging.traits import Block
from pipelines.store.merged_tables import merged, placements
from pipelines.store.tables import meetings

_PLACED = and_(
    placements.c.article == meetings.c.article, placements.c.position == meetings.c.position
)
_NAMED = (
    select(placements.c.year, meetings.c.ordinals, meetings.c.status)
    .join(meetings, _PLACED)
    .where(meetings.c.ordinals != [])
    .distinct()
)
_SHARED = (
    select(placements.c.year, merged.c.year.label("other"))
    .join(merged, merged.c.id == placements.c.meeting)
    .where(placements.c.year != merged.c.year)
    .distinct()
)


def find_years(connection: Connection, block: Block) -> list[int]:
    """The years that are merged with `block`, itself among them.

    They are tied by ordinals that were put off, or have been: by what is merged at present.
    """
    series, year = block
    years, more = {year}, {year}
    while more:
        here = _near(series, years)
        tied = tie_years(years, _find_put_off(connection, series, here))
        more = (tied | _find_shared(connection, here, tied)) - years
        years |= more
    return sorted(years)


def _near(series: str, years: set[int]) -> ColumnElement[bool]:
    """The placements that may be tied to `years`: a moved report may lie between the two."""
    first, last = min(years) - 2 * REACH, max(years) + 2 * REACH
    return and_(placements.c.series == series, placements.c.year.between(first, last))


def _find_put_off(connection: Connection, series: str, here: ColumnElement[bool]) -> list[PutOff]:
    rows = connection.execute(_NAMED.where(here))
    return find_put_off(
        series,
        (Naming(row.year, ordinal, row.status) for row in rows for ordinal in row.ordinals),
    )


def _find_shared(connection: Connection, here: ColumnElement[bool], years: set[int]) -> set[int]:
    """Years in which the meetings of `years` have reports, or in which they stand."""
    pairs = ({row.year, row.other} for row in connection.execute(_SHARED.where(here)))
    return set().union(*(pair for pair in pairs if pair & years))
