"""A connection to a database: SQLite in one file by default, PostgreSQL by setting.

What differs between the two is in this module, as data: how a connection is prepared and how a
writing transaction begins. A writing transaction takes the store's one lock first (`BEGIN
IMMEDIATE`; one advisory lock for a schema), so decide + insert is atomic across processes.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from pipelines.store.errors import StoreError
from pipelines.store.packing import Packing, Unpacked

TEMPORARY = ":temporary:"
"""The address of an empty store that is gone when its process ends, even by kill -9."""

LOCK_WAIT = 10.0
"""Seconds that the database itself waits for a lock before it answers `busy`."""

_BEGINNINGS = {
    ("sqlite", False): "BEGIN",
    ("sqlite", True): "BEGIN IMMEDIATE",
    ("postgresql", False): "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
    ("postgresql", True): (
        "SELECT pg_advisory_xact_lock(hashtext('asean-meetings'), hashtext(current_schema()))"
    ),
}
_FILE_PRAGMAS = (
    "page_size=8192",  # of a new file: rows of a kilobyte leave less of a page empty
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
)
_TEMPORARY_PRAGMAS = ("journal_mode=MEMORY", "synchronous=OFF")
CACHE = 32
"""MiB, of a store that is read or written as fast as it can be."""
_TEMPORARY_CACHE = 64


def open_engine(
    address: str,
    *,
    lock_wait: float = LOCK_WAIT,
    must_exist: bool = False,
    cache: int = CACHE,
) -> Engine:
    """An engine for a path, a `sqlite:///` or `postgresql://` address, or `TEMPORARY`.

    Args:
        address: of the store.
        lock_wait: seconds that a statement waits for a lock.
        must_exist: refuse to make a file.
        cache: MiB of an SQLite file that are kept in memory.

    Raises:
        StoreError: The address is of none of these kinds, its folder cannot be made, or the file
            is not there although it `must_exist`.
    """
    if address == TEMPORARY:
        return _prepare(_open_temporary(), _TEMPORARY_PRAGMAS, _TEMPORARY_CACHE)
    url = _read_address(address)
    if url.get_backend_name() == "postgresql":
        return _prepare(_open_postgresql(url, lock_wait), (), cache)
    if must_exist and not Path(str(url.database)).exists():
        raise StoreError(f"there is no store {url.database} yet: a crawl makes it")
    _make_folder(url)
    arguments = {"timeout": lock_wait, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments)
    return _prepare(engine, _FILE_PRAGMAS, cache)


def is_shared(address: str) -> bool:
    """Whether other machines can work with the store at `address` too.

    Raises:
        StoreError: It is no address.
    """
    return address != TEMPORARY and _read_address(address).get_backend_name() == "postgresql"


def name_place(address: str) -> str:
    """`address` for messages: a path, or a server without its password."""
    if address == TEMPORARY:
        return "the temporary store"
    url = _read_address(address)
    if url.get_backend_name() == "sqlite":
        return f"store {url.database}"
    return f"store {url.set(drivername='postgresql').render_as_string(hide_password=True)}"


def _read_address(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreError(f"STORE is not an address: {address}") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database:
        return url
    raise StoreError("STORE is a path, sqlite:///PATH or postgresql://USER@HOST/DATABASE")


def _make_folder(url: URL) -> None:
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"store {url.database}: cannot make its folder ({error})") from error


def _open_temporary() -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect("", check_same_thread=False)

    return create_engine("sqlite://", creator=connect, poolclass=StaticPool)


def _open_postgresql(url: URL, lock_wait: float) -> Engine:
    own = url.query.get("options", "")  # such as `-c search_path=news`
    arguments = {
        "connect_timeout": 5,
        "keepalives_idle": 15,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "options": f"-c lock_timeout={lock_wait * 1000:.0f} {own}",
    }
    return create_engine(url, connect_args=arguments, pool_size=2)


def _prepare(engine: Engine, pragmas: tuple[str, ...], cache: int) -> Engine:
    @event.listens_for(engine, "connect")
    def prepare_connection(connection: Any, _entry: ConnectionPoolEntry) -> None:
        if engine.dialect.name == "sqlite":
            connection.isolation_level = None  # the driver's own BEGIN takes no lock
            for pragma in (*pragmas, f"cache_size=-{cache << 10}"):
                connection.execute(f"PRAGMA {pragma}")
            # What is gone with its process is not worth packing.
            packing = Packing(connection) if pragmas is _FILE_PRAGMAS else Unpacked()
            connection.create_function("pack", 1, packing.pack)
            connection.create_function("unpack", 1, packing.unpack)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = bool(connection.get_execution_options().get("writes", False))
        connection.exec_driver_sql(_BEGINNINGS[engine.dialect.name, writes])

    return engine
