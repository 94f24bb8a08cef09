"""Records of a store, of each sort that can be exported, streamed to a writer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from pipelines.export.format import Write
from pipelines.export.records import COLUMNS, KINDS, Record, read_merged_records
from pipelines.export.whole import write_whole
from pipelines.store.articles import stream_articles
from pipelines.store.database import Store
from pipelines.store.errors import StoreError
from pipelines.store.merged import read_revision, stream_changes, stream_merged, stream_retired
from pipelines.store.merging import merge_store


def export_records(
    what: str, address: str, output: str, write: Write, *, versions: bool, since: int | None
) -> None:
    """Write the records of one of `COLUMNS`; meetings are merged before.

    Args:
        what: which of them.
        address: the store.
        output: a file, or `-` for standard output.
        write: writes in the format that is wanted.
        versions: every version of an article, not the last one.
        since: only meetings, retired ids or changes after this revision.

    Raises:
        StoreError: the store cannot be used.
        OSError: the file cannot be written.
    """
    with Store(address, must_exist=True) as store:
        if what not in KINDS:
            merge_store(store)
        with store.reading() as connection:
            _check_since(connection, since)
            records = _stream_records(what, connection, versions=versions, since=since)
            if output == "-":
                write(sys.stdout.buffer, COLUMNS[what], records)
                sys.stdout.flush()
                return
            with write_whole(Path(output)) as file:
                write(file, COLUMNS[what], records)


def _stream_records(
    what: str, connection: Connection, *, versions: bool, since: int | None
) -> Iterator[Record]:
    if what == "meetings":
        return read_merged_records(stream_merged(connection, since=since))
    if what == "retired":
        return stream_retired(connection, since=since)
    if what == "changes":
        return stream_changes(connection, since=since or 0)
    return KINDS[what].records(stream_articles(connection, versions=versions))


def _check_since(connection: Connection, since: int | None) -> None:
    """Refuse a revision that this store has not come to: the reader knows another store."""
    last = read_revision(connection)
    if since is not None and since > last:
        raise StoreError(f"--since {since}: this store is at revision {last}, was it made anew?")
