"""Texts packed for SQLite: frames of zstd, with dictionaries that the store learns from its texts.

An article by itself packs 2.7 times smaller, with the words and phrases of other articles at hand
four times. The dictionaries stand in the store; a frame names its own, so old frames stay readable
when a new dictionary comes. A text that is short, or stored before there was a packing, is plain.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from pipelines.store.tables import articles, dictionaries

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 15
"""0.7 ms an article; higher ones take twice as long for a hundredth less."""
SHORTEST = 200
"""Characters; fewer are not worth a frame."""
LEARN_AT = (200, 3000)
"""Numbers of articles with which a dictionary is learnt: an early one and a better one."""
LEARN_FROM = 1500
"""So many of the newest texts are learnt from."""
DICTIONARY = 1 << 18
"""Bytes of a dictionary."""

_NEWEST = "SELECT id FROM dictionaries ORDER BY number DESC LIMIT 1"
_CONTENT = "SELECT content FROM dictionaries WHERE id = ?"


class Packing:
    """The SQL functions `pack` and `unpack` of one connection to SQLite."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, zstd.ZstdDict] = {}

    def pack(self, text: str | None) -> str | bytes | None:
        """A frame, or `text` as it is."""
        if text is None or len(text) < SHORTEST:
            return text
        newest = self._connection.execute(_NEWEST).fetchone()
        known = self._find(newest[0]) if newest else None
        # Digested once for its level, a dictionary costs a tenth at each use.
        return zstd.compress(text.encode(), LEVEL, zstd_dict=known and known.as_digested_dict)

    def unpack(self, value: str | bytes | None) -> str | None:
        """What was packed."""
        if not isinstance(value, bytes):
            return value
        named = zstd.get_frame_info(value).dictionary_id
        return zstd.decompress(value, zstd_dict=self._find(named)).decode()

    def _find(self, named: int) -> zstd.ZstdDict | None:
        """The dictionary with this id; None for 0, which frames without one name."""
        if named and named not in self._known:
            # The id is made from the content, so one that was rolled back does no harm.
            (content,) = self._connection.execute(_CONTENT, (named,)).fetchone()
            self._known[named] = zstd.ZstdDict(content)
        return self._known.get(named)


class Unpacked:
    """The same functions for a store whose texts stay as they are."""

    def pack(self, text: str | None) -> str | None:
        """`text` as it is."""
        return text

    def unpack(self, value: str | None) -> str | None:
        """`value` as it is."""
        return value


def learn_texts(connection: Connection) -> None:
    """Make a dictionary of the newest texts; later ones are packed with it."""
    query = select(articles.c.text).order_by(articles.c.id.desc()).limit(LEARN_FROM)
    add_dictionary(connection, connection.execute(query).scalars().all())


def add_dictionary(connection: Connection, texts: Sequence[str]) -> None:
    """Make a dictionary of `texts`, unless they are too few or too much alike to learn from."""
    samples = [text.encode() for text in texts if len(text) >= SHORTEST]
    try:
        learnt = zstd.train_dict(samples, DICTIONARY)
    except (zstd.ZstdError, ValueError):
        return
    known = select(dictionaries.c.id).where(dictionaries.c.id == learnt.dict_id)
    if connection.execute(known).first() is None:
        row = {"id": learnt.dict_id, "content": learnt.dict_content}
        connection.execute(insert(dictionaries), row)
