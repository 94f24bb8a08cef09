"""A CSS selector for an element: the shortest by its id or classes that selects nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.tree import css

_PLAIN = re.compile(r"[A-Za-z_](?:[\w-]*[A-Za-z_-])?\d{0,2}")
"""An id or class that a person chose; `post-1551204` belongs to one article only."""
_LEVELS = 2


def name_element(element: HtmlElement, root: HtmlElement, *, levels: int = _LEVELS) -> str | None:
    """A selector of `element` alone under `root`; None where none of up to three parts does."""
    for selector in _names(element):
        if css(selector)(root) == [element]:
            return selector
    parent = element.getparent()
    if levels == 0 or parent is None or parent.tag == "html":
        return None
    outer = name_element(parent, root, levels=levels - 1)
    inner = (f"{outer} > {selector}" for selector in _names(element))
    return next((s for s in inner if css(s)(root) == [element]), None) if outer else None


def mark_names(element: HtmlElement) -> Iterator[str]:
    """`#id`, `.class` ... of `element`, then its tag; whatever else they select."""
    if _PLAIN.fullmatch(element.get("id", "")):
        yield f"#{element.get('id')}"
    yield from (f".{word}" for word in element.get("class", "").split() if _PLAIN.fullmatch(word))
    yield str(element.tag)


def _names(element: HtmlElement) -> Iterator[str]:
    tag = str(element.tag)
    if _PLAIN.fullmatch(element.get("id", "")):
        yield f"{tag}#{element.get('id')}"
    classes = [word for word in element.get("class", "").split() if _PLAIN.fullmatch(word)]
    yield from (f"{tag}.{word}" for word in classes)
    if len(classes) > 1:
        yield f"{tag}.{'.'.join(classes)}"
    if element.get("itemprop"):
        yield f'{tag}[itemprop="{element.get("itemprop")}"]'
    yield tag
