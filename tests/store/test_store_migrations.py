"""An older store becomes one of this program, whole or not at all; a newer one is left alone."""

import pytest
from sqlalchemy import inspect, text

from pipelines.store.database import Store
from pipelines.store.migrations import STEPS, migrate, read_version
from pipelines.store.tables import SCHEMA_VERSION, metadata
from pipelines.store.trouble import StoreError
from tests.store.made import make_article


def add_column(connection):
    connection.execute(text("ALTER TABLE runs ADD COLUMN host TEXT"))


def set_column(connection):
    connection.execute(text("UPDATE runs SET host = 'here'"))


def fail(connection):
    add_column(connection)
    raise KeyboardInterrupt


def columns(store):
    with store.reading() as connection:
        return {column["name"] for column in inspect(connection).get_columns("runs")}


def version(store):
    return store.read(read_version)


def test_a_new_store_has_the_tables_that_are_declared(store):
    assert version(store) == SCHEMA_VERSION
    with store.reading() as connection:
        assert set(inspect(connection).get_table_names()) == set(metadata.tables)


def test_there_is_a_step_from_every_version_before_this_one():
    assert set(STEPS) == set(range(1, SCHEMA_VERSION))


def test_an_older_store_goes_through_the_steps_that_it_lacks(store):
    target = SCHEMA_VERSION + 2
    steps = {SCHEMA_VERSION: add_column, SCHEMA_VERSION + 1: set_column}
    store.transact(lambda connection: migrate(connection, steps, target))
    assert version(store) == target
    assert "host" in columns(store)


def test_a_step_that_is_stopped_leaves_the_store_as_it_was(store):
    with pytest.raises(KeyboardInterrupt):
        store.transact(lambda c: migrate(c, {SCHEMA_VERSION: fail}, SCHEMA_VERSION + 1))
    assert version(store) == SCHEMA_VERSION
    assert "host" not in columns(store)


def test_a_store_that_is_up_to_date_is_not_touched(store):
    before = columns(store)
    store.transact(lambda connection: migrate(connection, {SCHEMA_VERSION: fail}))
    assert columns(store) == before


def test_a_newer_store_is_refused(address):
    with Store(address) as store:
        store.transact(lambda c: migrate(c, {SCHEMA_VERSION: add_column}, SCHEMA_VERSION + 1))
    with pytest.raises(StoreError, match="update the program"):
        Store(address)


def test_two_processes_that_open_a_new_store_make_it_once(address, processes):
    with processes.Pool(4) as pool:
        pool.map(open_store, [address] * 8)
    with Store(address) as store:
        assert version(store) == SCHEMA_VERSION


def open_store(address):
    Store(address).close()


def test_every_column_of_the_record_has_a_column_of_its_name():
    article = make_article(1)
    merged = {"archive": "archive_file", "related": None, "meetings": None}
    names = {merged.get(name, name) for name in type(article).__slots__} - {None}
    assert names <= set(metadata.tables["articles"].columns.keys())
