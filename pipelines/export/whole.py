"""A file that is there whole or not at all: written beside its place, then moved into it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from crawler.disk import sync_folder


@contextmanager
def write_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to that becomes `path` when the block ends well.

    Until then, and after an error, yesterday's file stands untouched.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)
