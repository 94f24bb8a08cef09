"""What went wrong with a database, read from the error of its driver."""

from __future__ import annotations

import sqlite3

import psycopg
from sqlalchemy.exc import DBAPIError

from pipelines.store.errors import StoreBusy, StoreError, StoreRefused

BUSY = "{place} is locked by another process; it keeps its lock while it writes"
AWAY = "{place} cannot be reached; is the server up?"
FULL = "{place}: the disk is full; nothing was written; free some space and run again"
IO_ERROR = "{place} cannot be read or written; is the disk full or failing? Nothing was written"
READ_ONLY = "{place} cannot be written; is the file, its folder or the server read-only?"
NO_ENTRY = "{place} cannot be opened; does the folder exist, and may this user write there?"
DAMAGED = "{place} is not a store, or is damaged; restore it or name another file"
DENIED = "{place} refuses the connection; are user, password and database right?"
UNSUITED = "{place} refuses a value"

_SQLITE: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, BUSY),
    sqlite3.SQLITE_LOCKED: (StoreBusy, BUSY),
    sqlite3.SQLITE_FULL: (StoreError, FULL),
    sqlite3.SQLITE_IOERR: (StoreError, IO_ERROR),
    sqlite3.SQLITE_READONLY: (StoreError, READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (StoreError, NO_ENTRY),
    sqlite3.SQLITE_PERM: (StoreError, NO_ENTRY),
    sqlite3.SQLITE_CORRUPT: (StoreError, DAMAGED),
    sqlite3.SQLITE_NOTADB: (StoreError, DAMAGED),
    sqlite3.SQLITE_TOOBIG: (StoreRefused, UNSUITED),
}

# Keys are SQLSTATEs or their first two characters (the class).
_POSTGRESQL: dict[str, tuple[type[StoreError], str]] = {
    "08": (StoreBusy, AWAY),
    "40": (StoreBusy, BUSY),
    "53": (StoreBusy, AWAY),
    "55P03": (StoreBusy, BUSY),
    "57P": (StoreBusy, AWAY),
    "53100": (StoreError, FULL),
    "25006": (StoreError, READ_ONLY),
    "42501": (StoreError, READ_ONLY),
    "28": (StoreError, DENIED),
    "3D": (StoreError, DENIED),
    "22": (StoreRefused, UNSUITED),
}


def read_trouble(error: DBAPIError, place: str) -> StoreError:
    """The trouble behind a driver's `error`, with `place` (a file or server) in its message."""
    kind, message = _classify(error)
    return kind(f"{message.format(place=place)} ({_first_line(error)})")


def _classify(error: DBAPIError) -> tuple[type[StoreError], str]:
    cause = error.orig
    if isinstance(cause, sqlite3.Error) and hasattr(cause, "sqlite_errorcode"):
        return _SQLITE.get(cause.sqlite_errorcode & 0xFF, (StoreError, "{place} fails"))
    if isinstance(cause, psycopg.Error):
        return _classify_postgresql(cause, error.connection_invalidated)
    return StoreError, "{place} fails"


def _classify_postgresql(cause: psycopg.Error, is_cut: bool) -> tuple[type[StoreError], str]:
    state = cause.sqlstate or ""
    for length in (5, 3, 2):
        if found := _POSTGRESQL.get(state[:length]):
            return found
    if is_cut or (isinstance(cause, psycopg.OperationalError) and not _is_final(cause)):
        return StoreBusy, AWAY
    if isinstance(cause, psycopg.DataError):
        return StoreRefused, UNSUITED
    return (StoreError, DENIED) if not state else (StoreError, "{place} fails")


def _is_final(cause: psycopg.OperationalError) -> bool:
    """Whether the server answered a connection attempt with a no that waiting does not change."""
    text = str(cause)
    return any(sign in text for sign in ("does not exist", "authentication failed", "pg_hba.conf"))


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().split("\n", 1)[0]
