"""Which texts hold a fingerprint, packed: seven bytes for a fingerprint of a text.

A row, a slot, holds what texts of one period of 128 days have of the fingerprints with the same low
16 bits: for each its high 16 bits, the day within the period and the number of the text. Beside one
row for a fingerprint of a text that is a third of the room, and a look-up reads as many rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, TextClause, text

from pipelines.duplicates.index import PERIOD, SHARED_MOST

TERMS_MOST = 128
"""So many slots are looked up in one statement."""

_ENTRY = np.dtype([("high", "<u2"), ("day", "u1"), ("number", "<u4")])
_LOW = 0xFFFF
_WRITE = text(
    "INSERT INTO holders (slot, entries) VALUES (:slot, :entries)"
    " ON CONFLICT (slot) DO UPDATE SET entries = excluded.entries"
)

Integers = NDArray[np.int64]
Entries = NDArray[Any]


def count_shared(
    connection: Connection, fingerprints: Collection[int], *, first_day: int, last_day: int
) -> dict[int, int]:
    """How many of the `fingerprints` each text of these days holds, boilerplate passed over."""
    wanted = _unsigned(fingerprints)
    periods = np.arange(first_day // PERIOD, last_day // PERIOD + 1)
    rows = _read(connection, np.unique((periods[:, None] << 16) | (wanted & _LOW)).tolist())
    if not rows:
        return {}
    entries = np.frombuffer(b"".join(rows.values()), _ENTRY)
    sizes = [len(packed) // _ENTRY.itemsize for packed in rows.values()]
    slots = np.repeat(np.fromiter(rows, np.int64), sizes)
    prints = (entries["high"].astype(np.int64) << 16) | (slots & _LOW)
    meant = np.isin(prints, wanted)
    prints, slots, entries = prints[meant], slots[meant], entries[meant]
    days = (slots >> 16) * PERIOD + entries["day"]
    inside = (days >= first_day) & (days <= last_day)
    stock = [_frequent((slots >> 16 << 32) | prints) & 0xFFFFFFFF, _frequent(prints[inside])]
    telling = inside & np.isin(prints, np.concatenate(stock), invert=True)
    numbers, counts = np.unique(entries["number"][telling], return_counts=True)
    return dict(zip(numbers.tolist(), counts.tolist(), strict=True))


def add_holders(connection: Connection, texts: Iterable[tuple[int, int, Sequence[int]]]) -> None:
    """Enter `texts`, each with its number, day and distinct fingerprints, in order of arrival.

    Of one fingerprint and period no more are entered than show that it is boilerplate.
    """
    slots, entries = _lay_out(texts)
    if not len(slots):
        return
    order = np.argsort(slots, kind="stable")
    slots, entries = slots[order], entries[order]
    starts = np.flatnonzero(np.diff(slots, prepend=slots[0] - 1))
    fresh = dict(zip(slots[starts].tolist(), np.split(entries, starts[1:]), strict=True))
    known = _read(connection, list(fresh))
    rows = [
        {"slot": slot, "entries": _join(known.get(slot, b""), added)}
        for slot, added in fresh.items()
    ]
    connection.execute(_WRITE, rows)


def _lay_out(texts: Iterable[tuple[int, int, Sequence[int]]]) -> tuple[Integers, Entries]:
    """The slot of every fingerprint of every text, and its entry."""
    rows = [(number, day, value) for number, day, prints in texts for value in prints]
    numbers, days, values = np.array(rows, np.int64).reshape(-1, 3).T
    prints = values & 0xFFFFFFFF
    entries = np.empty(len(rows), _ENTRY)
    entries["high"], entries["day"], entries["number"] = prints >> 16, days % PERIOD, numbers
    return (days // PERIOD << 16) | (prints & _LOW), entries


def _join(packed: bytes, added: Entries) -> bytes:
    joined = packed + added.tobytes()
    if len(joined) <= SHARED_MOST * _ENTRY.itemsize:
        return joined
    entries = np.frombuffer(joined, _ENTRY)
    return entries[_rank(entries["high"]) <= SHARED_MOST].tobytes()


def _rank(values: Entries) -> Integers:
    """How many equal values stand before each."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    firsts = np.searchsorted(ordered, ordered)
    ranks = np.empty(len(values), np.int64)
    ranks[order] = np.arange(len(values)) - firsts
    return ranks


def _frequent(values: Integers) -> Integers:
    found, counts = np.unique(values, return_counts=True)
    return found[counts > SHARED_MOST]


def _unsigned(fingerprints: Collection[int]) -> Integers:
    return np.fromiter(fingerprints, np.int64, len(fingerprints)) & 0xFFFFFFFF


def _read(connection: Connection, slots: Sequence[int]) -> Mapping[int, bytes]:
    found: dict[int, bytes] = {}
    for start in range(0, len(slots), TERMS_MOST):
        part = slots[start : start + TERMS_MOST]
        values = {f"s{n}": slot for n, slot in enumerate(part)}
        found.update(connection.execute(_reading(len(part)), values).all())
    return found


@lru_cache(maxsize=TERMS_MOST)
def _reading(count: int) -> TextClause:
    """Text and not an expression: SQLAlchemy would walk its nodes again at every look-up."""
    terms = ", ".join(f":s{n}" for n in range(count))
    return text(f"SELECT slot, entries FROM holders WHERE slot IN ({terms})")
