"""Bulk: meetings as requests of the `_bulk` endpoint of OpenSearch and Elasticsearch.

Two lines a meeting: what to do with which `_id`, then the document; one line for an id that stands
no more. The index is named by the address that the file is sent to, `/meetings/_bulk`. `version` is
the revision (external, as https://docs.opensearch.org/latest/api-reference/document-apis/bulk/ has
it), so that a file that is sent twice or late overwrites nothing newer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, Any

import orjson

from pipelines.export.records import MEETING, Record

HOLDS = ("meetings", "changes")


def write(file: IO[bytes], columns: Mapping[str, Any], records: Iterable[Record]) -> None:
    """`index` for a meeting, `delete` for an id that holds no reports any more."""
    for record in records:
        meeting = record if "meeting" not in columns else _fields(record["meeting"])
        action = "delete" if meeting is None else "index"
        about = {"_id": record["id"], "version": record["revision"], "version_type": "external_gte"}
        _write_line(file, {action: about})
        if meeting is not None:
            _write_line(file, {name: meeting[name] for name in MEETING})


def _fields(meeting: Any) -> Record | None:
    return None if meeting is None else {name: getattr(meeting, name) for name in MEETING}


def _write_line(file: IO[bytes], value: Record) -> None:
    file.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))
