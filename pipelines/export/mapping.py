"""The mapping of an index of meetings in OpenSearch or Elasticsearch, from the types of the record.

Lists of parts are `nested`, so that a person and the country beside it are searched together; what
people search by words is `text` with the whole value as `.keyword`, all other text `keyword`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from pipelines.export.records import MEETING

WORDS = {"name", "people.name", "people.title", "people.role", "outcomes.text"}
"""Fields that are searched by their words."""

_PLAIN = {bool: "boolean", int: "integer", date: "date"}


def make_mapping() -> dict[str, Any]:
    """The body of `PUT /meetings`; a field that the record does not have is refused."""
    return {"mappings": {"dynamic": "strict", "properties": _map_fields(MEETING, "")}}


def _map_fields(columns: Mapping[str, Any], above: str) -> dict[str, Any]:
    return {name: _map_field(kind, above + name) for name, kind in columns.items()}


def _map_field(annotation: Any, path: str) -> dict[str, Any]:
    kind = _strip_none(annotation)
    if get_origin(kind) is list:
        (member,) = get_args(kind)
        found = _map_field(member, path)
        return {"type": "nested", **found} if "properties" in found else found
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if hasattr(kind, "__dataclass_fields__"):
        return {"properties": _map_fields(get_type_hints(kind), f"{path}.")}
    if path in WORDS:
        return {"type": "text", "fields": {"keyword": {"type": "keyword", "ignore_above": 8000}}}
    return {"type": "keyword"}


def _strip_none(annotation: Any) -> Any:
    """`X` of `X | None`."""
    optional = isinstance(annotation, UnionType) or NoneType in get_args(annotation)
    kinds = [one for one in get_args(annotation) if one is not NoneType] if optional else []
    return kinds[0] if kinds else annotation
