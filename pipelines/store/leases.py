"""Leases: a site is crawled by one machine at a time, also where a machine dies at it.

Who holds a site renews its lease while it crawls. A lease that was not renewed in time is free for
anybody; its late holder learns at the next renewal that the site is no longer its own. All times
are of the database's clock, so the machines need not agree on theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, text, update

from pipelines.store.tables import leases

_CLOCKS = {
    "sqlite": "SELECT (julianday('now') - 2440587.5) * 86400",
    "postgresql": "SELECT extract(epoch FROM clock_timestamp())::double precision",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of asking for one of some sites."""

    site: str | None
    """Held from now on; None where others hold all that is left."""
    ended: tuple[str, ...]
    """Sites whose crawl has ended since the time in question."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right of one holder to one site."""

    site: str
    holder: str

    def renew(self, connection: Connection, seconds: float) -> bool:
        """Hold the site for `seconds` more; False where it is somebody else's by now."""
        return self._write(connection, {"expires": read_clock(connection) + seconds})

    def give_back(self, connection: Connection) -> None:
        """Leave the site to others, without having crawled it to an end."""
        self._write(connection, {"holder": None, "expires": None})

    def end(self, connection: Connection) -> None:
        """Leave the site: its crawl has come to an end."""
        values = {"holder": None, "expires": None, "ended": read_clock(connection)}
        self._write(connection, values)

    def _write(self, connection: Connection, values: dict[str, float | None]) -> bool:
        own = (leases.c.site == self.site) & (leases.c.holder == self.holder)
        return bool(connection.execute(update(leases).where(own).values(**values)).rowcount)


def read_clock(connection: Connection) -> float:
    """Seconds since 1970-01-01 by the database's clock."""
    return float(connection.execute(text(_CLOCKS[connection.dialect.name])).scalar_one())


def take_site(
    connection: Connection, sites: Sequence[str], holder: str, *, seconds: float, since: float
) -> Taken:
    """Take the first of `sites` that nobody holds and whose crawl has not ended since `since`.

    To be called in a writing transaction (`Store.transact`): then no two holders take one site.
    """
    now = read_clock(connection)
    query = select(leases).where(leases.c.site.in_(sites))
    known = {row.site: row for row in connection.execute(query)}
    ended = tuple(site for site in sites if site in known and _has_ended(known[site], since))
    held = {site for site, row in known.items() if row.holder and row.expires > now}
    free = next((site for site in sites if site not in held and site not in ended), None)
    values = {"site": free, "holder": holder, "expires": now + seconds}
    if free in known:
        connection.execute(update(leases).where(leases.c.site == free).values(**values))
    elif free:
        connection.execute(insert(leases), values)
    return Taken(free, ended)


def _has_ended(row: Row[Any], since: float) -> bool:
    return row.ended is not None and bool(row.ended >= since)
