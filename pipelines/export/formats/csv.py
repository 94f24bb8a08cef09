"""CSV (RFC 4180, UTF-8): one line a record, parts as columns `place.city`, lists as JSON."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from io import TextIOWrapper
from types import UnionType
from typing import IO, Any, get_args, get_origin, get_type_hints

import orjson

from pipelines.export.records import Record


def write(file: IO[bytes], columns: Mapping[str, Any], records: Iterable[Record]) -> None:
    """A head line, then `records`; an empty field is a value that is not known."""
    text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    lines = csv.writer(text)
    paths = list(_paths(columns))
    lines.writerow([".".join(path) for path in paths])
    lines.writerows([_cell(record, path) for path in paths] for record in records)
    text.detach()


def part_type(annotation: Any) -> type[Any] | None:
    """The item that a column holds, such as `Place` in `Place | None`; None for plain values."""
    kinds = get_args(annotation) if get_origin(annotation) is UnionType else (annotation,)
    return next((k for k in kinds if isinstance(k, type) and is_dataclass(k)), None)


def _paths(columns: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, annotation in columns.items():
        part = part_type(annotation)
        if part is None:
            yield (name,)
        else:
            yield from ((name, *inner) for inner in _paths(get_type_hints(part)))


def _cell(record: Record, path: tuple[str, ...]) -> str:
    value = record[path[0]]
    for name in path[1:]:
        value = None if value is None else getattr(value, name)
    return _text(value)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case list():
            return orjson.dumps(value).decode()
    return str(value)
