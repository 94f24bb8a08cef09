"""Formats of an export, found by the ending of the file: one module of `formats/` each.

A module offers `write(file, columns, records)`, and `HOLDS` where it cannot hold every export.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from pipelines.export import formats
from pipelines.export.records import Record

Write = Callable[[IO[bytes], Mapping[str, Any], Iterable[Record]], None]

ENDINGS = tuple(sorted(f".{path.stem}" for path in Path(formats.__path__[0]).glob("[a-z]*.py")))
"""`.csv`, `.jsonl` ..., as the modules are called."""


def find_format(ending: str, what: str) -> Write:
    """The writer of the format `ending`, one of `ENDINGS`, for the export `what`.

    The module is loaded only here: every scrapy command would load Arrow else.

    Raises:
        ValueError: The format does not hold such records.
    """
    module = import_module(f"{formats.__name__}{ending}")
    holds: tuple[str, ...] = getattr(module, "HOLDS", (what,))
    if what not in holds:
        raise ValueError(f"a file {ending} holds {' or '.join(holds)}, no {what}")
    write: Write = module.write
    return write
