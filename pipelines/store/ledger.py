"""The ledger: what became of every address that was fetched, and of every crawl.

An address has validators (`If-None-Match`, `If-Modified-Since`) only when an article from it is
stored: the row is written in the article's own transaction, so "seen" is never true without
"stored". A crawl that was killed has no end in `runs`; the next crawl of the same site and scope
takes up its number, and what is done under that number is not fetched again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from w3lib.url import canonicalize_url

from pipelines.store.tables import pages, runs

RESUMES_WITHIN = timedelta(hours=24)
"""An older unfinished crawl is history: its pages are asked for again, with validators."""

_PAGE = select(pages).where(pages.c.key == bindparam("wanted"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One fetched page, as far as the ledger wants to know."""

    url: str
    visited: datetime
    status: int = 200
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows of an address."""

    etag: str | None
    last_modified: str | None
    is_stored: bool
    """An article from this address is in the store."""
    failures: int
    """Failed visits since the last good one."""
    run: int | None

    def headers(self) -> dict[str, str]:
        """The validators to ask with; none unless the article is stored."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value and self.is_stored}


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl of one site."""

    id: int
    resumed: bool
    """It takes up a crawl that was killed."""


def page_key(url: str) -> str:
    """The key of an address: 32 hexadecimal digits, the same for any order of parameters."""
    plain = canonicalize_url(url, keep_blank_values=True)
    return hashlib.blake2b(plain.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def look_up(connection: Connection, url: str) -> Known | None:
    """What is known of `url`."""
    row = connection.execute(_PAGE, {"wanted": page_key(url)}).one_or_none()
    if row is None:
        return None
    return Known(row.etag, row.last_modified, row.article is not None, row.failures, row.run)


def note_article(
    connection: Connection, visit: Visit, article: str, run: int | None, **more: Any
) -> None:
    """Record that the article with the key `article` was read from the page of `visit`."""
    _note(
        connection,
        visit,
        article=article,
        etag=visit.etag,
        last_modified=visit.last_modified,
        failures=0,
        failure=None,
        run=run,
        **more,
    )


def note_unchanged(connection: Connection, visit: Visit, run: int | None) -> None:
    """Record a 304: the page is as it was. New validators replace old ones, none keep them."""
    sent = {"etag": visit.etag, "last_modified": visit.last_modified}
    sent = {name: value for name, value in sent.items() if value}
    _note(connection, visit, failures=0, failure=None, run=run, **sent)


def note_answered(connection: Connection, visit: Visit) -> None:
    """Record that a page that failed before answers again."""
    _note(connection, visit, failures=0, failure=None)


def note_failed(connection: Connection, visit: Visit, reason: str) -> None:
    """Record a visit that failed for good; validators and the stored article stay as they are."""
    known = look_up(connection, visit.url)
    failures = 1 + (known.failures if known else 0)
    _note(connection, visit, failures=failures, failure=reason)


def find_token(connection: Connection, url: str) -> str | None:
    """The token of the write that last touched the row of `url`."""
    return connection.execute(
        select(pages.c.token).where(pages.c.key == page_key(url))
    ).scalar_one_or_none()


def begin_run(connection: Connection, site: str, scope: str, now: datetime) -> Run:
    """A new crawl, or the last one of `site` and `scope` if it was killed and is recent."""
    query = select(runs).where(runs.c.site == site, runs.c.scope == scope)
    last = connection.execute(query.order_by(runs.c.id.desc()).limit(1)).one_or_none()
    if last is not None and last.finished is None and _is_recent(last.started, now):
        return Run(last.id, True)
    values = {"site": site, "scope": scope, "started": now.isoformat()}
    return Run(connection.execute(insert(runs).returning(runs.c.id), values).scalar_one(), False)


def finish_run(connection: Connection, run: Run, now: datetime, counts: Mapping[str, int]) -> None:
    """Record that a crawl came to its end, and what it counted."""
    values = {"finished": now.isoformat(), "counts": dict(counts)}
    connection.execute(update(runs).where(runs.c.id == run.id).values(values))


def find_last_run(connection: Connection, site: str) -> dict[str, Any] | None:
    """The last crawl of `site`: `started`, `finished` (None: killed or running), `counts`."""
    query = select(runs).where(runs.c.site == site).order_by(runs.c.id.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else dict(row._mapping)


def _is_recent(started: str, now: datetime) -> bool:
    return now - datetime.fromisoformat(started) <= RESUMES_WITHIN


def _note(connection: Connection, visit: Visit, **values: Any) -> None:
    values |= {"url": visit.url, "status": visit.status, "visited": visit.visited.isoformat()}
    statement = _upsert_page(connection.dialect.name, tuple(sorted(values)))
    connection.execute(statement, {"key": page_key(visit.url), **values})


@lru_cache
def _upsert_page(dialect: str, columns: tuple[str, ...]) -> Insert:
    """Insert a page, or replace these `columns` of the row with its key."""
    kinds: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
    statement = kinds[dialect](pages)
    sent = {name: statement.excluded[name] for name in columns}
    upsert: Insert = statement.on_conflict_do_update(index_elements=["key"], set_=sent)
    return upsert
