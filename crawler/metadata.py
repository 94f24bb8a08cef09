"""What a page says of itself: JSON-LD, meta tags and links, collected in one pass each."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson
from lxml.html import HtmlElement

from crawler.text import clean_line

Node = Mapping[str, Any]

_ARTICLE = re.compile(r"Article|Posting|Report|LiveBlog|Review$")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_NESTED = (dict, list)
_MAX_JSON = 1_000_000
_MAX_NODES = 5_000
_MAX_METAS = 500
_META_NAMES = ("name", "property", "itemprop")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The statements of one page about itself."""

    articles: tuple[Node, ...]
    """JSON-LD nodes of an article type, in the order of the page."""
    breadcrumb: tuple[str, ...]
    """Names of the first JSON-LD BreadcrumbList."""
    metas: Mapping[str, list[str]]
    """`name`, `property` or `itemprop` in lower case -> contents as they stand on the page."""
    links: Mapping[str, str]
    """`rel` in lower case -> first `href`."""

    def meta(self, *names: str) -> str | None:
        """The first content that is not empty among `names`."""
        for name in filter(self.metas.__contains__, names):
            for content in filter(None, self.contents(name)):
                return content
        return None

    def contents(self, name: str) -> list[str]:
        """The contents of the meta tags with this name in the order of the page, cleaned."""
        return [clean_line(content) for content in self.metas.get(name, ())]

    def ld(self, key: str) -> Any:
        """The value of `key` in the first article node that has one."""
        return next((node[key] for node in self.articles if node.get(key)), None)


def read_metadata(root: HtmlElement) -> Metadata:
    """The statements of the page under `root`; broken JSON-LD counts as none."""
    found: dict[str, list[HtmlElement]] = {"script": [], "meta": [], "link": []}
    for element in root.iter(*found):
        found[element.tag].append(element)
    scripts = [s.text for s in found["script"] if "ld+json" in s.get("type", "").lower()]
    nodes = [node for script in scripts if script for node in _nodes(_load(script))]
    return Metadata(
        articles=tuple(node for node in nodes if _ARTICLE.search(_kind(node))),
        breadcrumb=_breadcrumb(nodes),
        metas=_metas(found["meta"]),
        links=_links(found["link"]),
    )


def _load(script: str) -> Any:
    with suppress(ValueError):
        if len(script) <= _MAX_JSON:  # most is well-formed, and read ten times as fast
            return orjson.loads(script)
    text = _CONTROL.sub(" ", script).strip().rstrip(";")
    if len(text) > _MAX_JSON:
        return None
    for mend in (str, _drop_trailing_commas):
        with suppress(ValueError, RecursionError):
            return json.loads(mend(text))
    return None


def _drop_trailing_commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", text)


def _nodes(value: Any) -> Iterator[Node]:
    """Every object inside `value`, outer before inner, without recursion."""
    stack, seen = [value], 0
    while stack and seen < _MAX_NODES:
        seen += 1
        item = stack.pop()
        if isinstance(item, dict):
            yield item
            stack.extend(v for v in reversed(item.values()) if isinstance(v, _NESTED))
        elif isinstance(item, list):
            stack.extend(v for v in reversed(item) if isinstance(v, _NESTED))


def _kind(node: Node) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _breadcrumb(nodes: list[Node]) -> tuple[str, ...]:
    crumbs = next((n for n in nodes if _kind(n) == "BreadcrumbList"), {})
    items = crumbs.get("itemListElement")
    names = [_crumb_name(item) for item in items] if isinstance(items, list) else []
    return tuple(name for name in names if name)


def _crumb_name(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    inner = item.get("item")
    name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
    return clean_line(name) if isinstance(name, str) else ""


def _metas(elements: Iterable[HtmlElement]) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = defaultdict(list)
    stated = (element for element in elements if element.get("content") is not None)
    for element in islice(stated, _MAX_METAS):
        names = {said.strip().lower() for said in map(element.get, _META_NAMES) if said}
        for name in filter(None, names):
            metas[name].append(element.get("content"))
    return metas


def _links(elements: Iterable[HtmlElement]) -> dict[str, str]:
    links: dict[str, str] = {}
    for element in elements:
        address = element.get("href")
        if address is not None:
            for rel in element.get("rel", "").lower().split():
                links.setdefault(rel, address.strip())
    return links
