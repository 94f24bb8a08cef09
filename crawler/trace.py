"""What happened while a page was read: which selectors hit, and what was cut by which rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from crawler.marks import Marks
from crawler.site import Selectors
from crawler.tree import remove, text_of

_EXCERPT = 300


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


class Finder:
    """The elements of a page that a site's selectors name, each use noted in a trace."""

    def __init__(self, marks: Marks, selectors: Selectors, trace: Trace) -> None:
        self._marks = marks
        self._selectors = selectors
        self._trace = trace

    def first(self, name: str) -> list[HtmlElement]:
        """The elements of the first selector of the field `name` that matches any."""
        for selector in self._list(name):
            if found := self._marks.select(selector):
                self._trace.hit(name, selector)
                return found
        return []

    def union(self, name: str) -> list[HtmlElement]:
        """The outermost elements that any selector of the field `name` matches, in page order."""
        found: dict[HtmlElement, None] = {}
        for selector in self._list(name):
            if matched := self._marks.select(selector):
                self._trace.hit(name, selector)
                found.update(dict.fromkeys(matched))
        if len(found) < 2:
            return list(found)
        return [e for e in found if found.keys().isdisjoint(e.iterancestors())]

    def _list(self, name: str) -> tuple[str, ...]:
        selectors: tuple[str, ...] = getattr(self._selectors, name)
        return selectors

    def remove(self, elements: Iterable[HtmlElement], rule: str) -> None:
        """Take `elements` out of the page, and say so."""
        for element in elements:
            self._trace.cut_element(element, rule)
            remove(element)
