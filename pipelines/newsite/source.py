"""A site's facts as the Python source of its spider file, laid out as ruff lays it out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from types import ModuleType
from typing import Any

from crawler.site import Site
from crawler.spider import NewsSpider

_WIDTH = 100
_STEP = 4


class _Code(str):
    """Text that is written as it stands, not quoted."""


def write_source(site: Site, family: ModuleType | None) -> str:
    """The text of `spiders/NAME.py`."""
    base = find_base(family)
    module = base.__module__.rpartition(".")[2]
    facts = f"from crawler.site import {', '.join(sorted(set(_classes(site))))}"
    if base is NewsSpider:
        owner, imports = base.__name__, [facts, f"from {base.__module__} import {base.__name__}"]
    else:
        owner, imports = (
            f"{module}.{base.__name__}",
            [f"from crawler.families import {module}", facts],
        )
    lines = [
        f'"""{_plain(site.paper[0])}."""',
        "",
        *imports,
        "",
        "",
        f"class {site.name.capitalize()}Spider({owner}):",
        f'    """https://{next(iter(site.editions))}."""',
        "",
        f"    name = {write_value(site.name)}",
        f"    site = {_explode(replace(site, name=_Code('name')), indent=_STEP)}",
    ]
    return "\n".join((*lines, ""))


def find_base(family: ModuleType | None) -> type[NewsSpider]:
    """The spider class of a content system that has one, else `NewsSpider`."""
    found = (
        value
        for value in vars(family or object).values()
        if isinstance(value, type) and issubclass(value, NewsSpider) and value is not NewsSpider
    )
    return next(found, NewsSpider)


def write_value(value: Any, *, indent: int = 0, taken: int = 0) -> str:
    """The source of `value`, on one line where that fits.

    Args:
        value: text, number, tuple, mapping or one of the classes of `crawler.site`.
        indent: of the line that it begins on.
        taken: characters of that line beside the value.
    """
    line = _inline(value)
    return line if indent + taken + len(line) <= _WIDTH else _explode(value, indent=indent)


def _inline(value: Any) -> str:
    if isinstance(value, str):
        return _quote(value)
    opening, items, closing = _parts(value)
    if closing:
        last = "," if opening == "(" and len(items) == 1 else ""
        return opening + ", ".join(key + _inline(item) for key, item in items) + last + closing
    return repr(value)


def _explode(value: Any, *, indent: int) -> str:
    opening, items, closing = _parts(value)
    if not closing:
        return _inline(value)
    inner = indent + _STEP
    lines = (
        f"{' ' * inner}{key}{write_value(item, indent=inner, taken=len(key) + 1)},"
        for key, item in items
    )
    return "\n".join((opening, *lines, " " * indent + closing))


def _parts(value: Any) -> tuple[str, list[tuple[str, Any]], str]:
    """Opening, (`key=`, item) and closing of what has parts; an empty closing for what has none."""
    if isinstance(value, tuple):
        return "(", [("", item) for item in value], ")"
    if isinstance(value, Mapping):
        return "{", [(f"{_quote(key)}: ", item) for key, item in value.items()], "}"
    if is_dataclass(value):
        return f"{type(value).__name__}(", [(f"{f.name}=", v) for f, v in _stated(value)], ")"
    return "", [], ""


def _stated(value: Any) -> Iterator[tuple[Field[Any], Any]]:
    """The fields of a dataclass that differ from their defaults."""
    for field in fields(value):
        stated = getattr(value, field.name)
        default = field.default if field.default_factory is MISSING else field.default_factory()
        if stated != default:
            yield field, stated


def _classes(value: Any) -> Iterator[str]:
    if is_dataclass(value):
        yield type(value).__name__
    for _, item in _parts(value)[1]:
        yield from _classes(item)


def _quote(text: str) -> str:
    if isinstance(text, _Code):
        return str(text)
    if "\\" in text and '"' not in text:
        return f'r"{text}"'
    if '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> str:
    return text.replace("\\", "").replace('"', "").rstrip(". ")
