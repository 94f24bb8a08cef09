"""Rows of merged meetings: written where a record is other than before, streamed for an export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

import orjson
from sqlalchemy import Connection, delete, func, insert, select, update

from pipelines.merging.reading import read_record
from pipelines.merging.record import MergedMeeting
from pipelines.store.merged_tables import (
    aliases,
    merged,
    merged_countries,
    merged_people,
    of_years,
)
from pipelines.store.tables import state

_CALENDAR = ("name", "series", "ordinals", "status", "starts", "ends", "precision", "place")
"""What a calendar shows; a change of it adds to `sequence`."""
_SAME = (
    *("id", "series", "sequence", "revision", "name", "level", "status", "starts", "ends"),
    *("precision", "format", "texts", "reports"),
)
"""Columns that repeat a field of the record."""
BATCH = 200


@dataclass(frozen=True, slots=True)
class Known:
    """A merged meeting as the store has it."""

    record: dict[str, Any]

    @property
    def split_from(self) -> str | None:
        """The record that it was part of before."""
        found: str | None = self.record["split_from"]
        return found


def find_known(connection: Connection, series: str, years: Sequence[int]) -> dict[str, Known]:
    """The merged meetings of `series` in `years` by id."""
    here = of_years(merged, series, years)
    rows = connection.execute(select(merged.c.id, merged.c.record).where(here))
    return {row.id: Known(row.record) for row in rows}


def find_aliases(connection: Connection, ids: Sequence[str]) -> defaultdict[str, list[str]]:
    """The other ids of each meeting."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    query = select(aliases).where(aliases.c.meeting.in_(ids)).order_by(aliases.c.alias)
    for row in connection.execute(query):
        found[row.meeting].append(row.alias)
    return found


def drop_aliases(connection: Connection, ids: Iterable[str]) -> None:
    """From now on `ids` mean themselves."""
    connection.execute(delete(aliases).where(aliases.c.alias.in_(ids)))


def note_alias(connection: Connection, id_: str, meeting: str | None, revision: int) -> None:
    """From now on `id_`, which meant itself, means `meeting`, or nothing."""
    moved = {"meeting": meeting, "revision": revision}
    connection.execute(update(aliases).where(aliases.c.meeting == id_).values(**moved))
    connection.execute(insert(aliases).values(alias=id_, **moved))


def forget_meeting(connection: Connection, id_: str) -> None:
    """Take the meeting away."""
    for table in (merged_people, merged_countries):
        connection.execute(delete(table).where(table.c.meeting == id_))
    connection.execute(delete(merged).where(merged.c.id == id_))


def write_meeting(
    connection: Connection, record: MergedMeeting, old: Known | None, *, year: int, revision: int
) -> bool:
    """Store `record`; False where `old` says the same already."""
    new = orjson.loads(orjson.dumps(record))
    if old is not None:
        past = {name: old.record[name] for name in ("sequence", "revision")}
        if new | past == old.record:
            return False
        moved = any(new[name] != old.record[name] for name in _CALENDAR)
        new["sequence"] = past["sequence"] + moved
        forget_meeting(connection, record.id)
    new["revision"] = revision
    connection.execute(insert(merged), _write_row(record, year, new))
    for table, rows in (
        (merged_people, _write_people(record)),
        (merged_countries, _write_countries(record)),
    ):
        if rows:
            connection.execute(insert(table), rows)
    return True


def stream_merged(connection: Connection, *, since: int | None = None) -> Iterator[MergedMeeting]:
    """The merged meetings by date and id, all or those that changed after revision `since`."""
    query = select(merged.c.record).order_by(func.coalesce(merged.c.starts, "9999"), merged.c.id)
    if since is not None:
        query = query.where(merged.c.revision > since)
    options = {"stream_results": True, "yield_per": BATCH}
    for batch in connection.execute(query, execution_options=options).partitions():
        yield from (read_record(row.record) for row in batch)


def _write_row(record: MergedMeeting, year: int, written: dict[str, Any]) -> dict[str, Any]:
    return {name: written[name] for name in _SAME} | {
        "year": year,
        "city": record.place.city if record.place else None,
        "country": record.place.country if record.place else None,
        "record": written,
    }


def _write_people(record: MergedMeeting) -> list[dict[str, Any]]:
    names = ("name", "title", "country", "function", "texts")
    return [
        {"meeting": record.id, "position": position}
        | {name: getattr(person, name) for name in names}
        for position, person in enumerate(record.people)
    ]


def _write_countries(record: MergedMeeting) -> list[dict[str, Any]]:
    roles: Iterable[tuple[str, str | None]] = (
        ("place", record.place.country if record.place else None),
        ("chair", record.chair),
        ("host", record.host),
        *(("participant", country) for country in record.countries),
    )
    return [
        {"meeting": record.id, "country": country, "role": role}
        for role, country in roles
        if country
    ]


def stream_retired(connection: Connection, *, since: int | None = None) -> Iterator[dict[str, Any]]:
    """Ids that stand no more, by id: `meeting` holds their reports now, None where none is left."""
    query = select(aliases).order_by(aliases.c.alias)
    if since is not None:
        query = query.where(aliases.c.revision > since)
    for row in connection.execute(query):
        yield {"id": row.alias, "meeting": row.meeting, "revision": row.revision}


def read_revision(connection: Connection) -> int:
    """The revision of the last change; it only grows, in the order of the commits."""
    last = state.c.name == "merge_revision"
    return int(connection.execute(select(state.c.value).where(last)).scalar_one())


def stream_changes(connection: Connection, *, since: int) -> Iterator[dict[str, Any]]:
    """What changed after revision `since`, by revision and id: each id once, as it is now."""
    changed = select(merged.c.revision, merged.c.id, merged.c.record)
    retired = select(aliases.c.revision, aliases.c.alias.label("id"), aliases.c.meeting)
    options = {"stream_results": True, "yield_per": BATCH}
    standing, gone = (
        connection.execute(
            query.where(table.c.revision > since).order_by(table.c.revision, column),
            execution_options=options,
        )
        for query, table, column in (
            (changed, merged, merged.c.id),
            (retired, aliases, aliases.c.alias),
        )
    )
    for row in merge(standing, gone, key=lambda one: (one.revision, one.id)):
        record = row._mapping.get("record")
        yield {
            "revision": row.revision,
            "id": row.id,
            "now": row.id if record else row.meeting,
            "meeting": read_record(record) if record else None,
        }
