"""An article, its fingerprints, its meetings and its ledger row are one transaction."""

import random
import sqlite3
import time

import psycopg
import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import OperationalError

from crawler.items import ArchiveRef
from pipelines.store.articles import find_article
from pipelines.store.database import Store
from pipelines.store.errors import StoreError, StoreRefused
from pipelines.store.keeping import Keeper
from pipelines.store.keys import shorten_key
from pipelines.store.ledger import look_up
from pipelines.store.tables import articles, holders, meetings, pages, sketches
from tests.store.judge import ExactJudge
from tests.store.loop import WHEN, export, keep, keep_all, keep_rest, numbered_article
from tests.store.made import make_article


@pytest.fixture
def keeper(store):
    return Keeper(store, ExactJudge())


def count(store, table):
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_the_second_visit_of_an_unchanged_article_writes_nothing_twice(keeper):
    kinds = [keep(keeper, make_article(1)).kind for _ in range(3)]
    assert kinds == ["new", "unchanged", "unchanged"]
    assert count(keeper.store, articles) == 1


def test_a_new_text_at_the_same_address_is_the_next_version(keeper):
    keep(keeper, make_article(1))
    kept = keep(keeper, make_article(1, text="Một văn bản khác."))
    assert (kept.kind, kept.article.version) == ("version", 2)
    assert count(keeper.store, articles) == 2


def test_a_copy_is_kept_and_names_the_earliest_text(keeper):
    first = make_article(1)
    keep(keeper, first)
    for number in (2, 3):
        kept = keep(keeper, make_article(number, text=first.text))
        assert (kept.article.duplicate_of, kept.article.duplicate_kind) == (first.url, "copy")
    assert count(keeper.store, articles) == 3


def test_the_ledger_row_names_the_archive_and_the_validators(keeper):
    article = make_article(1, archive=ArchiveRef("a.warc.gz", 42))
    keep(keeper, article, etag='"1"', last_modified="Wed, 01 May 2024 00:00:00 GMT")
    with keeper.store.reading() as connection:
        row = connection.execute(select(pages)).one()
        known = look_up(connection, article.fetched_url)
    assert (row.archive_file, row.archive_offset, row.article) == ("a.warc.gz", 42, "paper:vi:1")
    assert known.headers() == {
        "If-None-Match": '"1"',
        "If-Modified-Since": "Wed, 01 May 2024 00:00:00 GMT",
    }
    assert row.visited == WHEN.isoformat()


@pytest.mark.parametrize("table", [sketches, holders, articles, meetings, pages])
def test_a_failure_at_any_table_leaves_nothing_of_the_article(keeper, table):
    def fail(connection, cursor, statement, parameters, context, executemany):
        if f"INSERT INTO {table.name} " in statement:
            raise KeyboardInterrupt

    engine = keeper.store.engine
    event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises(KeyboardInterrupt):
        keep(keeper, make_article(1))
    event.remove(engine, "before_cursor_execute", fail)
    counts = {t.name: count(keeper.store, t) for t in (sketches, holders, articles, pages)}
    assert set(counts.values()) == {0}
    assert keep(keeper, make_article(1)).kind == "new"


def test_a_value_that_the_database_refuses_costs_this_article_only(keeper):
    with pytest.raises(StoreRefused, match="refuses a value"):
        keep(keeper, make_article(1, section="\ud800"))
    assert keep(keeper, make_article(1)).kind == "new"


def test_an_endless_address_is_stored_and_found_again(keeper):
    key = "paper.example/" + "a/" * 5000
    assert shorten_key(key) != shorten_key(key + "b")
    visit = {"url": "https://paper.example/" + "a/" * 5000}
    article = make_article(1, **visit, fetched_url=visit["url"])
    assert [keep(keeper, article).kind for _ in range(2)] == ["new", "unchanged"]


def test_a_commit_whose_answer_was_lost_is_not_taken_for_an_unchanged_visit(keeper):
    lost = iter([True])

    def lose(connection):
        connection.connection.dbapi_connection.commit()
        if next(lost, False):
            raise OperationalError("COMMIT", {}, busy_error(keeper.store), None, True)

    event.listen(keeper.store.engine, "commit", lose)
    kept = keep(keeper, make_article(1))
    assert kept.kind == "new"
    assert count(keeper.store, articles) == 1


def busy_error(store):
    """What the driver says when a server is away or a file is locked."""
    if store.engine.dialect.name == "postgresql":
        return psycopg.OperationalError("server closed the connection unexpectedly")
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return error


def test_killed_at_thirty_random_moments_the_store_is_that_of_an_undisturbed_run(
    address, tmp_path, processes
):
    undisturbed = str(tmp_path / "undisturbed.sqlite")
    keep_all(undisturbed, range(160))
    moments = random.Random(4)
    for _ in range(30):
        ready = processes.Event()
        process = processes.Process(target=keep_rest, args=(address, range(160), ready))
        process.start()
        assert ready.wait(20)
        time.sleep(moments.uniform(0, 0.015))
        process.kill()
        process.join()
    assert keep_rest(address, range(160)), "every process was done before it was killed"
    assert export(address) == export(undisturbed)
    assert export(address, "reports") == export(undisturbed, "reports")


def test_two_processes_that_race_on_the_same_articles_find_each_new_once(address, processes):
    Store(address).close()
    with processes.Pool(2) as pool:
        results = pool.starmap(keep_all, [(address, range(40))] * 2)
    firsts = [sorted(pair) for pair in zip(*results, strict=True)]
    expected = ["copy" if number and number % 3 == 0 else "new" for number in range(40)]
    assert firsts == [sorted([kind, "unchanged"]) for kind in expected]
    with Store(address) as store, store.reading() as connection:
        found = find_article(connection, "paper:vi:1")
    assert found == numbered_article(1)


def test_a_file_that_is_no_store_is_named(tmp_path):
    (tmp_path / "junk.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match=r"junk\.sqlite is not a store"):
        Store(str(tmp_path / "junk.sqlite"))
