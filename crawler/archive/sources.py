"""What there is to read under the paths that somebody names, before any of it is unpacked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from functools import partial
from pathlib import Path

from crawler.archive.choice import EVERYTHING, Choice, choose_offsets
from crawler.archive.failures import is_failure
from crawler.archive.files import find_files, is_wacz, is_warc
from crawler.archive.records import Record, read_places, read_records
from crawler.archive.sidecar import PAGES, read_address, read_date, read_sidecar
from crawler.archive.streams import is_stream, read_stream
from crawler.archive.trouble import Damaged, Trouble
from crawler.archive.wacz import open_parts


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that may be a page: a saved page, or the record of an exchange in an archive."""

    path: Path
    record: Record | None = None
    """None for a saved page."""


def find_sources(paths: Iterable[Path], choice: Choice = EVERYTHING) -> Iterator[Source | Trouble]:
    """What of `choice` is under `paths`, in their order; folders recursively, sorted by name."""
    for found in list_inputs(paths):
        yield from [found] if isinstance(found, Trouble) else open_input(found, choice)


def list_inputs(paths: Iterable[Path]) -> Iterator[Path | Trouble]:
    """The files to read; of folders saved pages and archives, a path that is named whatever it is.

    There is trouble where a path does not exist, or is a folder without any.
    """
    for path in paths:
        if not path.exists():
            yield Trouble(path, 0, "no such file or folder")
        elif not path.is_dir():
            yield path
        elif files := [file for file in find_files([path]) if is_source(file)]:
            yield from files
        else:
            yield Trouble(path, 0, "no saved page and no WARC file in this folder")


def open_input(path: Path, choice: Choice) -> Iterator[Source | Trouble]:
    """What of `choice` is in one file."""
    for found in _open(path, choice):
        if isinstance(found, Trouble) or is_chosen(found, choice):
            yield found


def find_index(path: Path) -> Path | None:
    """The CDXJ index beside an archive; None where there is none."""
    index = path.with_name(path.name.partition(".warc")[0] + ".cdxj")
    return index if index.exists() else None


def measure_sources(paths: Iterable[Path]) -> int:
    """Bytes of all files that `find_sources` reads."""
    files = (file for path in paths if path.exists() for file in find_files([path]))
    return sum(file.stat().st_size for file in files if is_source(file))


def is_source(path: Path) -> bool:
    """Whether the name is that of a saved page or an archive."""
    return is_warc(path) or is_wacz(path) or path.suffix.lower() in PAGES


def is_exchange(record: Record) -> bool:
    """Whether the record says what came of a request: an answer, or a failure of our crawl."""
    return record.kind in ("response", "revisit") or (
        record.kind == "metadata" and is_failure(record.block)
    )


def _open(path: Path, choice: Choice) -> Iterator[Source | Trouble]:
    try:
        if is_warc(path):
            yield from map(partial(_make_source, path), _read_exchanges(path, choice))
        elif is_wacz(path):
            for name, warc, index in open_parts(path):
                found = _read_chosen(warc, name, index, choice)
                yield from map(partial(_make_source, path / name), found)
        else:
            yield Source(path)
    except Damaged as error:
        yield Trouble(path, 0, str(error))
    except OSError as error:
        yield Trouble(path, 0, error.strerror or str(error))


def _make_source(path: Path, found: Record | Trouble) -> Source | Trouble:
    return replace(found, path=path) if isinstance(found, Trouble) else Source(path, found)


def _read_exchanges(path: Path, choice: Choice) -> Iterator[Record | Trouble]:
    index = find_index(path) if choice else None
    lines = index.read_bytes().splitlines() if index else []
    return _read_chosen(path, path.name, lines, choice)


def _read_chosen(
    path: Path, name: str, index: Sequence[bytes], choice: Choice
) -> Iterator[Record | Trouble]:
    """The exchanges in an archive, where there is an index only those of the choice."""
    if is_stream(path):
        records = read_stream(path)
    elif index and choice:
        records = read_places(path, choose_offsets(index, name, choice))
    else:
        records = read_records(path)
    return (one for one in records if isinstance(one, Trouble) or is_exchange(one))


def is_chosen(source: Source, choice: Choice) -> bool:
    """Whether `choice` takes the page; trouble with its address or day is left to who opens it."""
    if not choice:
        return True
    try:
        if source.record:
            return choice.takes(source.record.url, source.record.date.astimezone(UTC).date())
        sidecar = read_sidecar(source.path.with_suffix(".json"))
        return choice.takes(read_address(sidecar), read_date(sidecar).astimezone(UTC).date())
    except (Damaged, OSError):
        return True
