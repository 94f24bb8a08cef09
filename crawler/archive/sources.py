"""What there is to read under the paths that somebody names, before any of it is unpacked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.archive.failures import is_failure
from crawler.archive.files import find_files, is_warc
from crawler.archive.records import Record, read_records
from crawler.archive.sidecar import PAGES
from crawler.archive.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that may be a page: a saved page, or the record of an exchange in an archive."""

    path: Path
    record: Record | None = None
    """None for a saved page."""


def find_sources(paths: Iterable[Path]) -> Iterator[Source | Trouble]:
    """Everything under `paths`, in their order; folders recursively, sorted by name."""
    for path in paths:
        yield from _search(path)


def measure_sources(paths: Iterable[Path]) -> int:
    """Bytes of all files that `find_sources` reads."""
    files = (file for path in paths if path.exists() for file in find_files([path]))
    return sum(file.stat().st_size for file in files if is_source(file))


def is_source(path: Path) -> bool:
    """Whether the name is that of a saved page or an archive."""
    return is_warc(path) or path.suffix.lower() in PAGES


class Meter:
    """How many bytes of the input lie behind the source that was last passed."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._before = 0
        self._reached = 0

    def pass_source(self, source: Source | Trouble) -> int:
        """Bytes before `source`; exact for archives, for saved pages once they are passed."""
        if source.path != self._path:
            self._before += self._reached
            self._path = source.path
            self._reached = 0
        if isinstance(source, Source):
            record = source.record
            self._reached = record.offset if record else source.path.stat().st_size
        return self._before + self._reached


def _search(path: Path) -> Iterator[Source | Trouble]:
    """Other files of a folder are passed over; a path that is named must be readable."""
    if not path.exists():
        yield Trouble(path, 0, "no such file or folder")
    elif not path.is_dir():
        yield from _open(path)
    elif files := [file for file in find_files([path]) if is_source(file)]:
        for file in files:
            yield from _open(file)
    else:
        yield Trouble(path, 0, "no saved page and no WARC file in this folder")


def _open(path: Path) -> Iterator[Source | Trouble]:
    if not is_warc(path):
        yield Source(path)
        return
    try:
        for found in read_records(path):
            if isinstance(found, Trouble):
                yield found
            elif is_exchange(found):
                yield Source(path, found)
    except OSError as error:
        yield Trouble(path, 0, error.strerror or str(error))


def is_exchange(record: Record) -> bool:
    """Whether the record says what came of a request: an answer, or a failure of our crawl."""
    return record.kind in ("response", "revisit") or (
        record.kind == "metadata" and is_failure(record.block)
    )
