"""The input of a replay in portions, cut without unpacking it: who gets a portion opens it.

An archive whose records can be sought is cut by its bytes. Who reads a stretch of it begins with
the first whole record there and ends with the one that begins last. Where that is not what one
reader of the whole file finds (behind damage, or in an archive inside an archive), the stretch does
not begin where the one before it ended: `Seam` sees it, and the stretch is read again from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crawler.archive.choice import EVERYTHING, Choice
from crawler.archive.files import is_warc
from crawler.archive.records import Place, find_form, find_record, read_between
from crawler.archive.sources import (
    Source,
    find_index,
    is_chosen,
    is_exchange,
    list_inputs,
    open_input,
)
from crawler.archive.streams import is_stream
from crawler.archive.trouble import Trouble

STRETCH = 256 * 1024
"""Bytes of an archive that are one portion: some pages, so that the last one is not waited for."""
MOST_SOURCES = 16
MOST_BYTES = 1024 * 1024
"""Of unpacked records in one portion; the last of them may be larger."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The records of an archive that begin at or behind `start` and before `end`."""

    path: Path
    start: int
    end: int
    choice: Choice
    is_exact: bool
    """Whether a record is known to begin, or to be damaged, at `start`."""


@dataclass(frozen=True, slots=True)
class Handful:
    """Sources that lie beside one another."""

    sources: tuple[Source | Trouble, ...]


Portion = Stretch | Handful


@dataclass(frozen=True, slots=True)
class Reached:
    """The end of a stretch."""

    first: int
    """Where the first record began; the end of the stretch where none did."""
    end: int
    """Where the first record begins that was not read, as far as is known."""


def find_portions(paths: Iterable[Path], choice: Choice = EVERYTHING) -> Iterator[Portion]:
    """What of `choice` is under `paths`, as `find_sources` finds it and in its order."""
    handful: list[Source | Trouble] = []
    for found in list_inputs(paths):
        stretches = [] if isinstance(found, Trouble) else list(_cut(found, choice))
        if stretches:
            yield from _close(handful)
            yield from stretches
            continue
        for source in [found] if isinstance(found, Trouble) else open_input(found, choice):
            handful.append(source)
            if len(handful) == MOST_SOURCES or sum(map(_weigh, handful)) >= MOST_BYTES:
                yield from _close(handful)
    yield from _close(handful)


def open_portion(portion: Portion) -> Iterator[Source | Trouble | Reached]:
    """What is in the portion; the last of a stretch is where it ends."""
    if isinstance(portion, Handful):
        yield from portion.sources
        return
    try:
        yield from _read_stretch(portion)
    except OSError as error:
        yield Trouble(portion.path, 0, error.strerror or str(error))


def name_portion(portion: Portion) -> str:
    """What a person finds a portion by."""
    if isinstance(portion, Stretch):
        return f"{portion.path} from byte {portion.start:,} to {portion.end:,}"
    return ", ".join(dict.fromkeys(str(source.path) for source in portion.sources))


class Seam:
    """Holds the stretches of a file against one another, in their order."""

    def __init__(self) -> None:
        self._end: int | None = 0
        """Where the next record is due; None where that was lost with a worker."""

    def mend(self, portion: Portion, results: list[Any]) -> Portion | None:
        """The stretch that has to be read in place of this one; None where it fits."""
        if isinstance(portion, Handful):
            return None
        before = 0 if portion.start == 0 else self._end
        reached = results[-1] if results else None
        if not isinstance(reached, Reached):
            self._end = None
            return None
        before = reached.first if before is None else before
        due = min(before, portion.end)  # a long record may reach beyond the stretch
        if reached.first != due:
            return replace(portion, start=due, is_exact=True)
        self._end = max(before, reached.end)
        return None


def _cut(path: Path, choice: Choice) -> Iterator[Stretch]:
    """The stretches of an archive; none where it has to be read from its start to its end."""
    if not is_warc(path) or (choice and find_index(path)):
        return
    try:
        with path.open("rb") as file:
            if find_form(file) is None or is_stream(path):
                return
        size = path.stat().st_size
    except OSError:
        return  # who opens it will say so
    for start in range(0, size, STRETCH):
        yield Stretch(path, start, min(start + STRETCH, size), choice, is_exact=start == 0)


def _read_stretch(stretch: Stretch) -> Iterator[Source | Trouble | Reached]:
    with stretch.path.open("rb") as file:
        form = find_form(file)
        if form is None:
            yield Trouble(stretch.path, 0, "no WARC file any more")
            return
        place: Place = stretch.start, None
        if not stretch.is_exact:
            place = find_record(file, form, stretch.start, stretch.end)
        reached = Reached(place[0], place[0])
        for found, behind in read_between(stretch.path, file, form, place, stretch.end):
            reached = Reached(place[0], behind)
            if isinstance(found, Trouble):
                yield found
            elif is_exchange(found):
                source = Source(stretch.path, found)
                if is_chosen(source, stretch.choice):
                    yield source
        yield reached


def _close(handful: list[Source | Trouble]) -> Iterator[Handful]:
    if handful:
        yield Handful(tuple(handful))
        handful.clear()


def _weigh(source: Source | Trouble) -> int:
    record = source.record if isinstance(source, Source) else None
    return len(record.block) if record else 0
