"""What one pass leaves for the next: rows of Python objects, a file for each task.

A file is there whole or not at all. A task that was given up for dead may still be at work beside
the one that does it again: each writes a file of its own, both the same, and the last one counts.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from uuid import uuid4


def name_file(folder: Path, kind: str, rank: int) -> Path:
    """The file of one task."""
    return folder / kind / f"{rank:05d}"


@contextmanager
def open_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to that becomes `path` when the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for left in path.parent.glob(f"{path.name}.*.part"):
        left.unlink(missing_ok=True)
    part = path.with_name(f"{path.name}.{uuid4().hex}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_row(file: IO[bytes], row: Any) -> None:
    """Append `row`."""
    pickle.dump(row, file, protocol=pickle.HIGHEST_PROTOCOL)


def read_rows(path: Path) -> Iterator[Any]:
    """The rows that a task wrote.

    Raises:
        FileNotFoundError: the task is not done.
    """
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return


def read_all_rows(folder: Path, kind: str, tasks: int) -> Iterator[Any]:
    """The rows of all tasks, in their order."""
    for rank in range(tasks):
        yield from read_rows(name_file(folder, kind, rank))
