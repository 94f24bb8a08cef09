"""What happened while a page was read: which selectors hit, and what was cut by which rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

from crawler.tree import css, remove, text_of

_EXCERPT = 300
_MARKS = cast("Callable[[HtmlElement], list[str]]", XPath("//@class | //@id", smart_strings=False))
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_NOT_SIMPLE = re.compile(r"[,(\\]")
_MARK = re.compile(r"[.#]([\w-]+)")


@dataclass(slots=True)
class Trace:
    """The diary of one reading."""

    detailed: bool = False
    """Keep the cuts; they cost a tenth of the reading and only people look at them."""
    hits: dict[str, list[str]] = field(default_factory=dict)
    """Field -> the site's selectors that matched and were used."""
    cuts: list[tuple[str, str]] = field(default_factory=list)
    """(rule, excerpt) of everything with text that was cut from the body."""
    by_site: bool = False
    """True where the site's own container gave the body, False for the generic one."""

    def hit(self, name: str, selector: str) -> None:
        """Note that `selector` gave a value of the field `name`."""
        selectors = self.hits.setdefault(name, [])
        if selector not in selectors:
            selectors.append(selector)

    def cut(self, rule: str, text: str) -> None:
        """Note that `rule` cut `text`."""
        if self.detailed and text:
            self.cuts.append((rule, text[:_EXCERPT]))

    def cut_element(self, element: HtmlElement, rule: str) -> None:
        """Note that `rule` cut `element`."""
        if self.detailed:
            self.cut(rule, text_of(element))


def find_marks(root: HtmlElement) -> frozenset[str]:
    """All classes and ids under `root`."""
    return frozenset(mark for marks in set(_MARKS(root)) for mark in marks.split())


@lru_cache(maxsize=4096)
def needed_marks(selector: str) -> frozenset[str]:
    """The classes and ids without which `selector` matches nothing; none where it is not simple."""
    plain = _ATTRIBUTE.sub("", selector)
    if _NOT_SIMPLE.search(plain):
        return frozenset()
    return frozenset(_MARK.findall(plain))


class Finder:
    """The elements of a page that a site's selectors name, each use noted in a trace."""

    def __init__(
        self, root: HtmlElement, selectors: Mapping[str, Sequence[str]], trace: Trace
    ) -> None:
        self._root = root
        self._selectors = selectors
        self._trace = trace
        self._marks = find_marks(root)

    def first(self, name: str) -> list[HtmlElement]:
        """The elements of the first selector of the field `name` that matches any."""
        for selector in self._selectors.get(name, ()):
            if found := self._select(selector):
                self._trace.hit(name, selector)
                return list(found)
        return []

    def union(self, name: str) -> list[HtmlElement]:
        """The outermost elements that any selector of the field `name` matches, in page order."""
        found: dict[HtmlElement, None] = {}
        for selector in self._selectors.get(name, ()):
            for element in self._select(selector):
                self._trace.hit(name, selector)
                found[element] = None
        return [e for e in found if not any(up in found for up in e.iterancestors())]

    def _select(self, selector: str) -> list[HtmlElement]:
        """The elements that `selector` matches; one that names a class or id of no element, none.

        Of the selectors of a site most name furniture that a given page has not got, and to look
        up a name is a hundred times cheaper than to walk through the page.
        """
        return css(selector)(self._root) if needed_marks(selector) <= self._marks else []

    def remove(self, elements: Iterable[HtmlElement], rule: str) -> None:
        """Take `elements` out of the page, and say so."""
        for element in elements:
            self._trace.cut_element(element, rule)
            remove(element)
