"""The index in a temporary file: for those who tell copies and keep nothing else.

Memory stays flat however many texts come, and nothing is left when the process ends, even by
kill -9. One process writes, so there are no locks and no transactions.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

import numpy as np

from pipelines.duplicates.bloom import BloomFilter
from pipelines.duplicates.index import (
    CANDIDATES_MOST,
    PERIOD,
    SHARED_LEAST,
    SHARED_MOST,
    Decision,
    Known,
)
from pipelines.duplicates.sketch import Sketch, Words

SAME_MOST = 32
"""So many texts with one exact hash are enough to know their group."""
CACHE = 4 * 1024
"""KiB of the file that are held in memory. Fingerprints lie anywhere in it, so four times as much
spares a twentieth of the time once there are many, and memory grows until it is full."""

_TABLES = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -{CACHE};
CREATE TABLE known (
    number INTEGER PRIMARY KEY, key TEXT, url TEXT, version INTEGER, day INTEGER, exact INTEGER,
    title INTEGER, origin INTEGER
);
CREATE INDEX known_by_key ON known (key);
CREATE INDEX known_by_exact ON known (exact);
CREATE INDEX known_by_origin ON known (origin);
CREATE TABLE words (number INTEGER PRIMARY KEY, title_dates TEXT, codes BLOB);
CREATE TABLE holders (
    fingerprint INTEGER, period INTEGER, number INTEGER, day INTEGER,
    PRIMARY KEY (fingerprint, period, number)
) WITHOUT ROWID;
"""
_KNOWN = (
    "SELECT k.number, k.key, k.url, k.version, k.day, k.exact, k.title, k.origin, o.url"
    " FROM known AS k JOIN known AS o ON o.number = k.origin WHERE k."
)
_HOLDERS = (
    "SELECT h.fingerprint, h.number, h.day, h.period FROM json_each(?) AS f CROSS JOIN holders AS h"
    " WHERE h.fingerprint = f.value AND h.period BETWEEN ? AND ?"
)
_HOLD_NEW = "INSERT INTO holders SELECT f.value, ?2, ?3, ?4 FROM json_each(?1) AS f"
_HOLD = (
    f"{_HOLD_NEW} WHERE (SELECT count(*) FROM holders WHERE fingerprint = f.value AND period = ?2)"
    f" <= {SHARED_MOST}"
)
"""Of all fingerprints of a text at once: to ask for one takes Python as long as SQLite."""


class DiskIndex:
    """An `Index` in a file without a name.

    Raises:
        sqlite3.Error: from every method, where the disk for temporary files is full or broken.
    """

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._base.executescript(_TABLES)
        # Never committed: each end of a transaction would walk through all pages in memory.
        self._base.execute("BEGIN")
        self._last = 0
        self._seen = BloomFilter()
        """Fingerprints, exact hashes and hashes of keys, since most of what is looked up is new."""

    def close(self) -> None:
        """Forget everything."""
        self._base.close()

    def latest(self, key: str) -> Known | None:
        """The latest version of the article with this address key."""
        if not self._seen.find_held((hash(key),)):
            return None
        return next(self._find("key = ? ORDER BY k.number DESC LIMIT 1", key), None)

    def same_text(self, exact: int) -> Sequence[Known]:
        """The texts with this exact hash, earliest first."""
        if not self._seen.find_held((exact,)):
            return []
        return list(self._find(f"exact = ? ORDER BY k.number LIMIT {SAME_MOST}", exact))

    def sharing(
        self, fingerprints: Collection[int], *, first_day: int, last_day: int
    ) -> Sequence[Known]:
        """The texts of these days that share fingerprints: most shared first."""
        shared: Counter[int] = Counter()
        seen = self._seen.find_held(fingerprints)
        if len(seen) < SHARED_LEAST:
            return []
        wanted = (_list(seen), first_day // PERIOD, last_day // PERIOD)
        holders = sorted(self._base.execute(_HOLDERS, wanted))
        for _, rows in groupby(holders, itemgetter(0)):
            held = [(day, period, number) for _, number, day, period in rows]
            inside = [number for day, _, number in held if first_day <= day <= last_day]
            if len(held) <= SHARED_MOST or not _is_boilerplate(held, inside):
                shared.update(inside)
        enough = [number for number, count in shared.items() if count >= SHARED_LEAST]
        best = sorted(enough, key=lambda number: (-shared[number], number))[:CANDIDATES_MOST]
        return [known for number in best for known in self._find("number = ?", number)]

    def words_of(self, numbers: Collection[int]) -> Mapping[int, Words]:
        """The words of the texts with these numbers."""
        query = "SELECT title_dates, codes FROM words WHERE number = ?"
        rows = ((number, self._base.execute(query, (number,)).fetchone()) for number in numbers)
        return {number: _unpack(*row) for number, row in rows}

    def add(self, sketch: Sketch, decision: Decision) -> int:
        """Remembers the text as decided and moves `decision.joined`; returns its number."""
        number = self._last = self._last + 1
        group = number if decision.group is None else decision.group
        known = (sketch.key, sketch.url, decision.version, sketch.day, sketch.exact, sketch.title)
        words = (number, *_pack(sketch.words))
        self._base.execute(
            "INSERT INTO known VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, *known, group)
        )
        self._base.execute("INSERT INTO words VALUES (?, ?, ?)", words)
        self._hold(sketch, number)
        for joined in decision.joined:
            moved = (group, joined.group)
            self._base.execute("UPDATE known SET origin = ? WHERE origin = ?", moved)
        return number

    def _hold(self, sketch: Sketch, number: int) -> None:
        seen = self._seen.find_held(sketch.fingerprints)
        new = set(sketch.fingerprints).difference(seen) if seen else sketch.fingerprints
        place = (sketch.day // PERIOD, number, sketch.day)
        self._base.execute(_HOLD_NEW, (_list(new), *place))
        if seen:
            self._base.execute(_HOLD, (_list(seen), *place))
        self._seen.add(new)
        self._seen.add((hash(sketch.key), sketch.exact))

    def _find(self, condition: str, wanted: str | int) -> Iterator[Known]:
        for row in self._base.execute(_KNOWN + condition, (wanted,)):
            yield Known(
                number=row[0],
                key=row[1],
                url=row[2],
                version=row[3],
                day=row[4],
                exact=row[5],
                title=row[6],
                group=row[7],
                original=row[8],
            )


def _list(values: Collection[int]) -> str:
    return f"[{','.join(map(str, values))}]"


def _is_boilerplate(rows: Sequence[tuple[int, int, int]], inside: Sequence[int]) -> bool:
    often = Counter(period for _, period, _ in rows)
    return len(inside) > SHARED_MOST or max(often.values()) > SHARED_MOST


def _pack(words: Words) -> tuple[str, bytes]:
    dates = ",".join(map(str, sorted(words.title_dates)))
    return dates, words.text.astype("<u2").tobytes()


def _unpack(dates: str, codes: bytes) -> Words:
    named = frozenset(map(int, dates.split(","))) if dates else frozenset()
    return Words(named, np.frombuffer(codes, "<u2"))
