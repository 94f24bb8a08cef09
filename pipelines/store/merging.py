"""Merged meetings in the database, brought up to date: only blocks that changed are merged again.

A block is merged in one transaction from all its reports, so the outcome depends on what is stored
and not on when it came; a merge that is killed goes on where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, select, update

from pipelines.merging.blocking import block_of
from pipelines.merging.clustering import cluster_reports
from pipelines.merging.identity import Identities, identify
from pipelines.merging.merge import Identity, merge_reports
from pipelines.merging.reports import Report
from pipelines.store.blocks import find_years
from pipelines.store.database import Store
from pipelines.store.merged import (
    Known,
    drop_aliases,
    find_aliases,
    find_known,
    forget_meeting,
    note_alias,
    write_meeting,
)
from pipelines.store.merged_tables import of_years, placements, unmerged
from pipelines.store.placing import has_new, place_reports
from pipelines.store.reports import Placed, find_placed
from pipelines.store.tables import state

BLOCKS = 20
"""Blocks that are merged in one transaction: others wait no longer for the store."""

_REVISION = state.c.name == "merge_revision"
_ASSIGN = (
    update(placements)
    .where(placements.c.article == bindparam("a"), placements.c.position == bindparam("p"))
    .values(meeting=bindparam("m"))
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a merge did."""

    articles: int = 0
    blocks: int = 0
    meetings: int = 0
    """Records that are new or other than before, and ids that stand no more."""


def merge_store(store: Store) -> Change:
    """Bring the merged meetings of `store` up to date; an up-to-date store is only read.

    Raises:
        StoreError: The store cannot be written.
    """
    if not store.read(has_new):
        return Change()
    articles = blocks = meetings = 0
    while placed := store.transact(place_reports):
        articles += placed
    while (done := store.transact(_merge_some)) != Change():
        blocks += done.blocks
        meetings += done.meetings
    return Change(articles, blocks, meetings)


def _merge_some(connection: Connection) -> Change:
    rows = connection.execute(select(unmerged).order_by(*unmerged.c).limit(BLOCKS)).all()
    if not rows:
        return Change()
    revision = int(connection.execute(select(state.c.value).where(_REVISION)).scalar_one()) + 1
    blocks = {(row.series, row.year) for row in rows}
    changed = done = 0
    while blocks:
        series, year = min(blocks)
        years = find_years(connection, (series, year))
        changed += _merge_block(connection, series, years, revision)
        connection.execute(delete(unmerged).where(of_years(unmerged, series, years)))
        done += 1
        blocks -= {(series, one) for one in years}
    if changed:
        connection.execute(update(state).where(_REVISION).values(value=revision))
    return Change(blocks=done, meetings=changed)


def _merge_block(connection: Connection, series: str, years: Sequence[int], revision: int) -> int:
    """Merge the reports of `series` in `years` from nothing; how many records are other now."""
    placed = find_placed(connection, series, years)
    before = {one.report.key: one.meeting for one in placed if one.meeting}
    clusters = cluster_reports(one.report for one in placed)
    found = identify(clusters, before)
    known = find_known(connection, series, years)
    changed = _retire(connection, known, found, revision)
    _assign(connection, placed, clusters, found)
    others = find_aliases(connection, found.ids)
    for id_, cluster in zip(found.ids, clusters, strict=True):
        old = known.get(id_)
        split = old.split_from if old else found.split_from.get(id_)
        record = merge_reports(Identity(id=id_, aliases=others[id_], split_from=split), cluster)
        year = block_of(cluster)[1]
        changed += write_meeting(connection, record, old, year=year, revision=revision)
    return changed


def _retire(
    connection: Connection, known: dict[str, Known], found: Identities, revision: int
) -> int:
    """Ids that stand no more become aliases; ids that stand again are none."""
    lost = sorted(known.keys() - set(found.ids))
    for id_ in lost:
        forget_meeting(connection, id_)
        note_alias(connection, id_, found.aliases.get(id_), revision)
    if new := sorted(set(found.ids) - known.keys()):
        drop_aliases(connection, new)
    return len(lost)


def _assign(
    connection: Connection,
    placed: Sequence[Placed],
    clusters: Sequence[Sequence[Report]],
    found: Identities,
) -> None:
    ids = {
        report.key: id_
        for id_, cluster in zip(found.ids, clusters, strict=True)
        for report in cluster
    }
    rows = [
        {"a": one.number, "p": one.report.position, "m": ids.get(one.report.key)}
        for one in placed
        if ids.get(one.report.key) != one.meeting
    ]
    if rows:
        connection.execute(_ASSIGN, rows)
