"""The index of known texts made anew from the stored articles, for another format of sketches."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from pipelines.duplicates.sketch import FORMAT, Sketch
from pipelines.store.articles import stream_numbered
from pipelines.store.holders import add_holders
from pipelines.store.keeping import Judge
from pipelines.store.tables import holders, sketches, state

_FORMAT = state.c.name == "sketch_format"


def is_stale(connection: Connection) -> bool:
    """Whether the index holds sketches of another format than this program's."""
    return bool(connection.execute(select(state.c.value).where(_FORMAT)).scalar_one() != FORMAT)


def rebuild_index(connection: Connection, judge: Judge) -> int:
    """Sketch every stored article again; how many there were.

    What was decided stays: versions, copies and groups are facts of the past, and a line of output
    that named them is not called back.
    """
    connection.execute(delete(holders))
    count = 0
    for number, key, article in stream_numbered(connection):
        _replace(connection, number, judge.sketch(article, key))
        count += 1
    connection.execute(update(state).where(_FORMAT).values(value=FORMAT))
    return count


def _replace(connection: Connection, number: int, sketch: Sketch) -> None:
    values = {name: getattr(sketch, name) for name in ("day", "exact", "title")}
    connection.execute(update(sketches).where(sketches.c.number == number).values(values))
    add_holders(connection, [(number, sketch.day, sketch.fingerprints)])
