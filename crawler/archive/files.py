"""Which saved pages and archives lie under the paths that somebody names, always in one order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_WARC = (".warc", ".warc.gz", ".warc.open", ".warc.gz.open", ".warc.zst")
_WACZ = ".wacz"


def is_warc(path: Path) -> bool:
    """Whether the name is that of an archive, finished or not."""
    return path.name.lower().endswith(_WARC)


def is_wacz(path: Path) -> bool:
    """Whether the name is that of a WACZ, archives and their index in one ZIP file."""
    return path.name.lower().endswith(_WACZ)


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Paths that are no folder as they are given, folders as all their files, sorted by name."""
    for path in paths:
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _walk(folder: Path) -> Iterator[Path]:
    """Links to folders are not followed: they may lead in circles."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)
