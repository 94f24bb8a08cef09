"""Parquet: the record with its nesting as typed columns, written by row groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from itertools import islice
from types import NoneType, UnionType
from typing import IO, Any, Literal, get_args, get_origin, get_type_hints

import pyarrow as pa
from pyarrow import parquet

from pipelines.export.records import Record

ROW_GROUP = 1000
"""Records that are in memory at a time."""

_PLAIN: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}


def write(file: IO[bytes], columns: Mapping[str, Any], records: Iterable[Record]) -> None:
    """All `records` with the schema that the types of `columns` give.

    A time that may be a day only (`published`, `modified`) is ISO 8601 text: neither the exactness
    nor the offset would survive in a timestamp.
    """
    schema = pa.schema([(name, _arrow_type(kind)) for name, kind in columns.items()])
    rows = (_plain_row(record, schema) for record in records)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROW_GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def _arrow_type(annotation: Any) -> pa.DataType:
    kinds = [kind for kind in _alternatives(annotation) if kind is not NoneType]
    if {date, datetime} <= set(kinds) or get_origin(kinds[0]) is Literal:
        return pa.string()
    if get_origin(kinds[0]) is list:
        return pa.list_(_arrow_type(*get_args(kinds[0])))
    if is_dataclass(kinds[0]):
        fields = get_type_hints(kinds[0]).items()
        return pa.struct([(name, _arrow_type(kind)) for name, kind in fields])
    return _PLAIN[kinds[0]]


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    # `X | None` of a Literal is a typing.Union, of classes a types.UnionType.
    is_union = isinstance(annotation, UnionType) or NoneType in get_args(annotation)
    return get_args(annotation) if is_union else (annotation,)


def _plain_row(record: Record, schema: pa.Schema) -> dict[str, Any]:
    row = {name: _plain(record[name]) for name in schema.names}
    for field in schema:
        if field.type == pa.string() and isinstance(row[field.name], date):
            row[field.name] = row[field.name].isoformat()
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
