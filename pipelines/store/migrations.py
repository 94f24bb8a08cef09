"""From the tables of an older program to those of this one.

A number in the table `state` says how many steps a store has seen. A new store is made from
`pipelines.store.tables` at once; an older one goes through the steps that it lacks, all in one
transaction under the store's lock, so that a killed migration leaves the old store as it was.
The steps are functions of our own and not Alembic's: there is one straight line of versions, the
crawl itself migrates when it opens a store, and opening an empty store for a replay takes
milliseconds, where Alembic reads a folder of scripts and an `.ini` file first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, insert, inspect, select, update

from pipelines.duplicates.sketch import FORMAT
from pipelines.store.errors import StoreError
from pipelines.store.merged_tables import merged
from pipelines.store.migration_leases import add_leases
from pipelines.store.migration_merging import NOTHING_MERGED, add_merging
from pipelines.store.migration_packing import pack_index
from pipelines.store.migration_sources import add_sources, add_sources_and_index
from pipelines.store.migration_views import add_views
from pipelines.store.tables import SCHEMA_VERSION, state

Step = Callable[[Connection], None]

STEPS: Mapping[int, Step] = {
    1: add_merging,
    2: add_views,
    3: pack_index,
    4: add_sources_and_index,
    5: add_leases,
}
"""By the version that a step starts from. A step states its SQL; it never uses `tables`, which
change after it."""

_VERSION = state.c.name == "schema_version"


def read_version(connection: Connection) -> int:
    """The schema version of the store; 0 for an empty database."""
    if not inspect(connection).has_table(state.name):
        return 0
    return int(connection.execute(select(state.c.value).where(_VERSION)).scalar_one())


def migrate(
    connection: Connection, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA_VERSION
) -> None:
    """Bring the store to `target`, within the transaction of `connection`.

    Raises:
        StoreError: The store is newer than this program.
    """
    version = read_version(connection)
    if version > target:
        raise StoreError(
            f"the store has schema {version}, this program knows {target}: update the program"
        )
    if version == 0:
        merged.metadata.create_all(connection, checkfirst=False)
        add_views(connection)
        add_sources(connection)
        facts = {"schema_version": target, "sketch_format": FORMAT, **NOTHING_MERGED}
        rows = [{"name": name, "value": value} for name, value in facts.items()]
        connection.execute(insert(state), rows)
        return
    for number in range(version, target):
        steps[number](connection)
    connection.execute(update(state).where(_VERSION).values(value=target))
