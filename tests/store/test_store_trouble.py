"""What goes wrong with a database is named, waited for where that helps, and loses nothing."""

import os
import resource
import sqlite3
import tempfile
import threading
import time
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from pipelines.store.articles import find_article
from pipelines.store.database import Store
from pipelines.store.engine import TEMPORARY, name_place
from pipelines.store.errors import StoreBusy, StoreError
from pipelines.store.keeping import Keeper
from pipelines.store.patience import Patience
from tests.store.door import Door
from tests.store.judge import ExactJudge
from tests.store.loop import export, keep
from tests.store.made import make_article

HASTY = Patience(seconds=0.3, first=0.01, longest=0.05)
STEADY = Patience(seconds=20, first=0.01, longest=0.1)


def stored(address, number):
    with Store(address) as store, store.reading() as connection:
        return find_article(connection, f"paper:vi:{number}")


def keep_with(address, number, patience):
    with Store(address, patience) as store:
        return keep(Keeper(store, ExactJudge()), make_article(number)).kind


@pytest.fixture
def nobody():
    """A folder that another user owns, and that user's rights for the time of a test."""
    if os.geteuid() != 0:
        yield Path(tempfile.mkdtemp())
        return
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        os.seteuid(65534)
        yield Path(folder)
        os.seteuid(0)


def test_a_locked_file_is_waited_for_and_then_named(sqlite):
    Store(sqlite).close()
    holder = sqlite3.connect(sqlite, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match=r"store\.sqlite is locked by another process"):
        keep_with(sqlite, 1, HASTY)
    holder.close()


def test_a_lock_that_ends_in_time_costs_nothing_but_time(sqlite):
    Store(sqlite).close()
    holder = sqlite3.connect(sqlite, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    threading.Timer(0.6, holder.close).start()
    assert keep_with(sqlite, 1, STEADY) == "new"


def test_a_lock_on_postgresql_is_waited_for_and_then_named(postgresql):
    Store(postgresql).close()
    with psycopg.connect(postgresql) as holder:
        holder.execute(
            "SELECT pg_advisory_lock(hashtext('asean-meetings'), hashtext(current_schema()))"
        )
        with pytest.raises(StoreBusy, match="is locked by another process"):
            keep_with(postgresql, 1, HASTY)


def test_readers_do_not_wait_for_a_writer(address):
    keep_with(address, 1, STEADY)
    with Store(address, HASTY) as store, Store(address, HASTY) as other:
        found = store.transact(
            lambda _: other.read(lambda connection: find_article(connection, "paper:vi:1"))
        )
    assert found == make_article(1)


def test_a_full_disk_is_named_and_leaves_the_store_whole(sqlite):
    with Store(sqlite) as store:
        keeper = Keeper(store, ExactJudge())
        keep(keeper, make_article(0))
        with store.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        limit = f"PRAGMA max_page_count={pages + 8}"
        event.listen(store.engine, "connect", lambda raw, _: raw.execute(limit))
        store.engine.dispose()
        numbers = iter(range(1, 200))
        with pytest.raises(StoreError, match="the disk is full; nothing was written"):
            list(keep(keeper, make_article(number)) for number in numbers)
        kept = next(numbers) - 1
    assert export(sqlite).count(b"\n") == kept
    assert keep_with(sqlite, kept, STEADY) == "new"


@pytest.fixture
def small_files(sqlite):
    """The operating system takes no byte of a file beyond what the store has now, and a bit."""
    Store(sqlite).close()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (Path(sqlite).stat().st_size + 100_000, hard))
    yield sqlite
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_the_system_refuses_loses_nothing_that_was_kept(small_files):
    numbers = iter(range(500))
    with Store(small_files, HASTY) as store:
        keeper = Keeper(store, ExactJudge())
        with pytest.raises(StoreError, match=r"store\.sqlite"):
            list(keep(keeper, make_article(number)) for number in numbers)
        with store.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    kept = next(numbers) - 1
    assert kept
    assert export(small_files).count(b"\n") == kept


def test_a_folder_that_may_not_be_written_is_named(nobody):
    if os.geteuid() != 65534:
        nobody.chmod(0o555)
    with pytest.raises(StoreError, match="may this user write there"):
        Store(str(nobody / "store.sqlite"), HASTY)
    with pytest.raises(StoreError, match="cannot make its folder"):
        Store(str(nobody / "var" / "store.sqlite"), HASTY)


def test_a_store_that_may_only_be_read_is_named_and_still_exported(sqlite):
    keep_with(sqlite, 1, STEADY)
    with Store(sqlite) as store:
        event.listen(store.engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only=ON"))
        store.engine.dispose()
        with pytest.raises(StoreError, match="cannot be written"):
            keep(Keeper(store, ExactJudge()), make_article(2))
        with store.reading() as connection:
            assert find_article(connection, "paper:vi:1") == make_article(1)


def test_a_server_that_cuts_every_connection_is_asked_again(postgresql, server):
    with Store(postgresql, STEADY) as store:
        keeper = Keeper(store, ExactJudge())
        assert keep(keeper, make_article(1)).kind == "new"
        database = postgresql.rpartition("/")[2]
        with psycopg.connect(f"{server}/postgres", autocommit=True) as other:
            cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
            assert other.execute(cut, [database]).rowcount
        assert keep(keeper, make_article(2)).kind == "new"
    assert stored(postgresql, 2) == make_article(2)


def test_a_transaction_that_is_cut_in_its_middle_is_done_again_and_once(postgresql, server):
    cuts = iter([True])

    def cut(connection, cursor, statement, parameters, context, executemany):
        if "INSERT INTO meetings " in statement and next(cuts, False):
            with psycopg.connect(f"{server}/postgres", autocommit=True) as other:
                pid = connection.connection.dbapi_connection.info.backend_pid
                other.execute("SELECT pg_terminate_backend(%s)", [pid])

    with Store(postgresql, STEADY) as store:
        event.listen(store.engine, "before_cursor_execute", cut)
        assert keep(Keeper(store, ExactJudge()), make_article(1)).kind == "new"
    assert next(cuts, None) is None
    assert export(postgresql).count(b"\n") == 1


def test_a_server_that_is_away_is_named_once_patience_is_over(postgresql):
    door = Door()
    database = postgresql.rpartition("/")[2]
    with pytest.raises(StoreBusy, match="cannot be reached; is the server up"):
        Store(f"postgresql://postgres@127.0.0.1:{door.port}/{database}", HASTY)


def test_a_server_that_comes_back_finds_the_article_waiting(postgresql):
    door = Door()
    address = postgresql.replace(":5432/", f":{door.port}/")
    opening = threading.Timer(0.5, door.open)
    opening.start()
    started = time.monotonic()
    assert keep_with(address, 1, STEADY) == "new"
    assert time.monotonic() - started >= 0.4
    opening.join()
    door.shut()
    assert stored(postgresql, 1) == make_article(1)


def test_a_database_that_does_not_exist_is_not_waited_for(server):
    with pytest.raises(StoreError, match="are user, password and database right") as caught:
        Store(f"{server}/asean_meetings_none", Patience(seconds=60))
    assert not isinstance(caught.value, StoreBusy)


def test_a_password_never_stands_in_a_message():
    place = name_place("postgresql://reader:secret@db.example/meetings")
    assert place == "store postgresql://reader:***@db.example/meetings"


@pytest.mark.parametrize("address", ["mysql://db/meetings", "sqlite://", "://"])
def test_an_address_of_another_kind_is_refused(address):
    with pytest.raises(StoreError, match="STORE is"):
        Store(address)


def test_patience_doubles_its_pauses_and_ends():
    slept, now = [], [0.0]

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    patience = Patience(seconds=2, first=0.25, longest=1, clock=lambda: now[0], sleep=sleep)
    with pytest.raises(StoreBusy):
        patience.persist(fail_with_lock, "store x")
    assert slept == [0.25, 0.5, 1, 0.25]


class Away:
    """A server that is away for so many seconds of a clock that only waiting moves."""

    def __init__(self, seconds):
        self.now, self.back, self.slept = 0.0, seconds, []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    def answer(self):
        if self.now < self.back:
            error = psycopg.OperationalError("connection refused")
            raise OperationalError("BEGIN", {}, error)
        return "back"

    def ask(self):
        patience = Patience(clock=lambda: self.now, sleep=self.sleep)
        return patience.persist(self.answer, "store x")


@pytest.mark.parametrize("seconds", [1, 60, 70, 89.9])
def test_a_server_that_is_away_for_a_minute_is_asked_until_it_is_back(seconds):
    away = Away(seconds)
    assert away.ask() == "back"
    assert away.now - seconds <= 5, "nobody waits much longer than the server is away"
    assert len(away.slept) < 30, "nor is it asked all the time"


def test_a_server_that_is_away_for_longer_than_a_minute_and_a_half_is_given_up():
    away = Away(91)
    with pytest.raises(StoreBusy, match="store x cannot be reached; is the server up"):
        away.ask()
    assert away.now == 90


def fail_with_lock():
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    raise OperationalError("BEGIN IMMEDIATE", {}, error)


def test_a_temporary_store_starts_empty_and_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    for _ in range(2):
        with Store(TEMPORARY) as store:
            assert keep(Keeper(store, ExactJudge()), make_article(1)).kind == "new"
    assert list(tmp_path.iterdir()) == []


def test_a_schema_of_its_own_can_be_named_in_the_address(postgresql):
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA news")
    address = f"{postgresql}?options=-csearch_path%3Dnews"
    assert keep_with(address, 1, STEADY) == "new"
    with psycopg.connect(postgresql) as connection:
        assert connection.execute("SELECT url FROM news.articles").fetchall()
