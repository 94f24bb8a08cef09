"""WARC 1.1 files that grow by one exchange at a time and get their names when they are whole.

A file is called `NAME.warc.gz.open` as long as it grows. It is synced and renamed when it is full
or closed. After a kill the `.open` file stays, its whole records readable; the next crawl begins
another file.
"""

from __future__ import annotations

import os
from datetime import datetime
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import BinaryIO

from crawler.archive.exchange import Exchange, format_date, format_exchange, format_record
from crawler.disk import sync_folder
from crawler.items import ArchiveRef

OPEN = ".open"
"""Ending of a file that is being written, or whose writer was killed."""


class Archive:
    """The WARC files of one crawl; the first is begun when the first exchange comes."""

    def __init__(self, folder: Path, *, name: str, largest: int):
        """`largest` is the size in bytes from which on a new file is begun."""
        self._folder = folder
        self._name = name
        self._largest = largest
        self._path: Path | None = None
        self._file: BinaryIO | None = None

    def add(self, exchange: Exchange) -> ArchiveRef:
        """Write `exchange` so that a killed process loses nothing of it; where its outcome lies.

        Raises:
            OSError: the disk is full or gone; the file then ends with the exchange before.
        """
        file, path = self._begin(exchange.fetched)
        reference = ArchiveRef(file=path.name.removesuffix(OPEN), offset=file.tell())
        _append(file, format_exchange(exchange))
        if file.tell() >= self._largest:
            self.close()
        return reference

    def close(self) -> None:
        """Sync the file and give it its name."""
        if self._file is None or self._path is None:
            return
        with self._file as file:
            os.fsync(file.fileno())
        self._path.rename(self._path.with_name(self._path.name.removesuffix(OPEN)))
        sync_folder(self._folder)
        self._file = self._path = None

    def _begin(self, when: datetime) -> tuple[BinaryIO, Path]:
        if self._file is None or self._path is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file, self._path = create_file(
                self._folder, f"{self._name}-{when:%Y%m%dT%H%M%SZ}"
            )
            _append(self._file, format_information(self._path.name.removesuffix(OPEN), when))
        return self._file, self._path


def create_file(folder: Path, stem: str) -> tuple[BinaryIO, Path]:
    """A new `.open` file whose own name, and whose name once it is whole, nobody else has."""
    for number in count(1):
        whole = folder / f"{stem}-{number:05}.warc.gz"
        path = whole.with_name(whole.name + OPEN)
        try:
            file = path.open("xb", buffering=0)
        except FileExistsError:
            continue
        if not whole.exists():
            return file, path
        file.close()
        path.unlink()
    raise AssertionError("numbers do not end")


def format_information(name: str, when: datetime) -> bytes:
    """The warcinfo record that stands first in a file."""
    lines = (
        f"software: asean-meetings/{version('asean-meetings')}",
        "format: WARC File Format 1.1",
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    )
    block = "".join(f"{line}\r\n" for line in lines).encode()
    return format_record("warcinfo", block, {"WARC-Date": format_date(when), "WARC-Filename": name})


def _append(file: BinaryIO, records: bytes) -> None:
    """Write to the unbuffered `file`: all of `records` or, where the disk is full, none."""
    start = file.tell()
    rest = memoryview(records)
    try:
        while rest:
            rest = rest[file.write(rest) :]
    except OSError:
        file.truncate(start)
        file.seek(start)
        raise
