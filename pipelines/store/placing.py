"""Placing: new articles' reports go to their blocks, which are then to be merged again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select, update

from pipelines.merging.blocking import find_block
from pipelines.merging.traits import Block
from pipelines.store.merged_tables import placements, unmerged
from pipelines.store.reports import Placed, find_reports
from pipelines.store.tables import articles, state

BATCH = 500
"""Articles that are placed in one transaction."""

_SEEN = state.c.name == "merged_article"


def place_reports(connection: Connection) -> int:
    """Place the reports of the next new articles; how many articles there were."""
    after = int(connection.execute(select(state.c.value).where(_SEEN)).scalar_one())
    last = connection.execute(select(func.max(articles.c.id))).scalar_one() or 0
    until = min(after + BATCH, last)
    if until <= after:
        return 0
    found = map(_write_row, find_reports(connection, after=after, until=until))
    rows = [row for row in found if row]
    if rows:
        connection.execute(insert(placements), rows)
    blocks = {(str(row["series"]), int(str(row["year"]))) for row in rows}
    note_blocks(connection, blocks | _drop_superseded(connection, after, until))
    connection.execute(update(state).where(_SEEN).values(value=until))
    return until - after


def has_new(connection: Connection) -> bool:
    """Whether there are articles that were not placed, or blocks that were not merged."""
    after = connection.execute(select(state.c.value).where(_SEEN)).scalar_one()
    last = connection.execute(select(func.max(articles.c.id))).scalar_one() or 0
    return last > after or connection.execute(select(unmerged).limit(1)).first() is not None


def note_blocks(connection: Connection, blocks: Iterable[Block]) -> None:
    """Remember that `blocks` are to be merged again."""
    known = {tuple(row) for row in connection.execute(select(unmerged))}
    rows = [{"series": s, "year": y} for s, y in sorted(set(blocks) - known)]
    if rows:
        connection.execute(insert(unmerged), rows)


def _write_row(placed: Placed) -> dict[str, object] | None:
    block = find_block(placed.report)
    if block is None:
        return None
    series, year = block
    where = {"article": placed.number, "position": placed.report.position}
    return where | {"series": series, "year": year, "meeting": None}


def _drop_superseded(connection: Connection, after: int, until: int) -> set[Block]:
    """Take away the reports of versions that have a newer one; their blocks."""
    newer = articles.alias("newer")
    older = (
        select(placements, newer.c.id.label("by"))
        .join(articles, articles.c.id == placements.c.article)
        .join(newer, (newer.c.key == articles.c.key) & (newer.c.version > articles.c.version))
        .where(newer.c.id > after, newer.c.id <= until)
        .order_by(newer.c.version)
    )
    rows = connection.execute(older).all()
    for row in rows:
        heir = (placements.c.article == row.by) & (placements.c.position == row.position)
        same = (placements.c.series == row.series) & (placements.c.year == row.year)
        connection.execute(update(placements).where(heir & same).values(meeting=row.meeting))
    for row in rows:
        gone = (placements.c.article == row.article) & (placements.c.position == row.position)
        connection.execute(delete(placements).where(gone))
    return {(row.series, row.year) for row in rows}
