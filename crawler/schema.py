"""The JSON Schema of a line of output, generated from the items."""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from crawler.items import SCHEMA, Article

Schema = dict[str, Any]

_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}


def make_schema(item: type = Article, name: str = SCHEMA) -> Schema:
    """The schema (JSON Schema 2020-12) of one `item` with everything inside it.

    `name` is what its field `schema` says.
    """
    definitions: dict[str, Schema] = {}
    line = _object(item, definitions)
    line["properties"]["schema"] = {"const": name}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": item.__name__}
    return head | line | {"$defs": dict(sorted(definitions.items()))}


def _object(item: type, definitions: dict[str, Schema]) -> Schema:
    hints, notes = get_type_hints(item), _notes(item)
    properties = {}
    for field in fields(item):
        schema = _type(hints[field.name], definitions)
        properties[field.name] = schema | (
            {"description": notes[field.name]} if field.name in notes else {}
        )
    return {
        "type": "object",
        "description": inspect.cleandoc(item.__doc__ or ""),
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _type(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _SIMPLE:
        return dict(_SIMPLE[hint])
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is list:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin in (Union, UnionType):
        return {"anyOf": [_type(argument, definitions) for argument in arguments]}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON type for {hint!r}")


def _notes(item: type) -> dict[str, str]:
    """The docstring under each field of `item`."""
    body = ast.parse(textwrap.dedent(inspect.getsource(item))).body[0]
    assert isinstance(body, ast.ClassDef)
    notes = {}
    for field, note in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match note:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    notes[field.target.id] = " ".join(text.split())
    return notes
