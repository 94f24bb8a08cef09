"""JSON lines: the bytes that the crawl itself writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, Any

import orjson

from pipelines.export.records import Record


def write(file: IO[bytes], columns: Mapping[str, Any], records: Iterable[Record]) -> None:
    """One record a line, its keys in the order of `columns`."""
    for record in records:
        ordered = {name: record[name] for name in columns}
        file.write(orjson.dumps(ordered, option=orjson.OPT_APPEND_NEWLINE))
