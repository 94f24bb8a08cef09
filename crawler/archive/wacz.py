"""WACZ, as Browsertrix and ArchiveWeb.page write it: WARC files and their index in one ZIP file."""

from __future__ import annotations

import gzip
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from zipfile import BadZipFile, ZipFile

from crawler.archive.files import is_warc

_INDEXES = ("indexes/index.cdx.gz", "indexes/index.cdx", "indexes/index.cdxj")


def open_parts(path: Path) -> Iterator[tuple[str, Path, list[bytes]]]:
    """The archives in a WACZ: name, a copy on disk as long as it is looked at, lines of the index.

    A copy, because a ZIP file cannot be read backwards, and damage is stepped over by seeking.

    Raises:
        OSError: it is no ZIP file, or damaged.
    """
    try:
        with ZipFile(path) as parts:
            names = parts.namelist()
            index = _read_index(parts, names)
            for name in sorted(name for name in names if is_warc(Path(name))):
                with NamedTemporaryFile(suffix=Path(name).name) as copy:
                    with parts.open(name) as part:
                        shutil.copyfileobj(part, copy)
                    copy.flush()
                    yield Path(name).name, Path(copy.name), index
    except (BadZipFile, EOFError, zlib.error) as error:
        raise OSError(f"a damaged WACZ: {error}") from error


def _read_index(parts: ZipFile, names: list[str]) -> list[bytes]:
    for name in _INDEXES:
        if name in names:
            content = parts.read(name)
            return (gzip.decompress(content) if name.endswith(".gz") else content).splitlines()
    return []
