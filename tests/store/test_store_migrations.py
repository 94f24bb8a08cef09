"""An older store becomes one of this program, whole or not at all; a newer one is left alone."""

import pytest
from sqlalchemy import inspect, text

from pipelines.store.articles import find_article
from pipelines.store.database import Store
from pipelines.store.errors import StoreError
from pipelines.store.keeping import Keeper
from pipelines.store.migrations import STEPS, migrate, read_version
from pipelines.store.reindex import is_stale, rebuild_index
from pipelines.store.tables import SCHEMA_VERSION, metadata
from tests.store.judge import ExactJudge
from tests.store.loop import keep
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


def make_version_three(connection):
    """What a store of version 3 had where later ones have something else."""
    for statement in (
        "DROP VIEW sources",
        "DROP INDEX placements_by_meeting",
        "DROP TABLE leases",
        "DROP TABLE holders",
        "DROP TABLE dictionaries",
        "DROP INDEX sketches_of_groups",
        "ALTER TABLE sketches ADD COLUMN key TEXT",
        "ALTER TABLE sketches ADD COLUMN url TEXT",
        "ALTER TABLE sketches ADD COLUMN version INTEGER",
        "CREATE INDEX sketches_by_key ON sketches (key)",
        "CREATE INDEX sketches_by_origin ON sketches (origin)",
        "CREATE TABLE fingerprints (fingerprint INTEGER, day INTEGER, number INTEGER)",
        "UPDATE state SET value = 3 WHERE name = 'schema_version'",
        "UPDATE state SET value = 1 WHERE name = 'sketch_format'",
        "UPDATE articles SET fetched_url = url",
    ):
        connection.execute(text(statement))
    if connection.dialect.name == "postgresql":
        connection.execute(text("ALTER TABLE articles ALTER COLUMN fetched_url SET NOT NULL"))
        return
    old = "replace(sql, 'fetched_url TEXT', 'fetched_url TEXT NOT NULL')"
    connection.execute(text("PRAGMA writable_schema = ON"))
    connection.execute(text(f"UPDATE sqlite_schema SET sql = {old} WHERE name = 'articles'"))


def test_a_store_of_version_three_keeps_its_articles_and_takes_new_ones(address):
    with Store(address) as store:
        keep(Keeper(store, ExactJudge()), make_article(1))
        store.transact(make_version_three)
    with Store(address) as store:
        assert version(store) == SCHEMA_VERSION
        assert store.read(is_stale)
        assert store.transact(lambda c: rebuild_index(c, ExactJudge())) == 1
        copy = make_article(2, text=make_article(1).text)
        kinds = [keep(Keeper(store, ExactJudge()), article).kind for article in (copy, copy)]
        assert kinds == ["copy", "unchanged"]
        with store.reading() as connection:
            assert find_article(connection, "paper:vi:1") == make_article(1)
            found = inspect(connection).get_columns("articles")
        assert {c["name"]: c["nullable"] for c in found}["fetched_url"]
