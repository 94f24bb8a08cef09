"""The classes and ids of a page, looked up instead of searched for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import astuple
from functools import cached_property, lru_cache
from itertools import chain

from lxml.html import HtmlElement

from crawler.selector import Path, leads_to, read_path, split_classes
from crawler.site import Selectors
from crawler.tree import Select, css, elements


class Marks:
    """Which elements of a page carry which class or id: read once, asked for each selector.

    Args:
        root: the page.
        attributes: names of further attributes that selectors without a class or id name.
    """

    def __init__(self, root: HtmlElement, attributes: tuple[str, ...] = ()) -> None:
        self._root = root
        self._attributes = attributes

    @cached_property
    def _marked(self) -> list[HtmlElement]:
        return _find_marked(self._attributes)(self._root)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Places in `_marked` by `.class`, `#id` or `[attribute]`."""
        return _read_places(self._marked, self._attributes)

    def _find(self, mark: str) -> list[HtmlElement]:
        """The elements with `mark`, in page order."""
        return [self._marked[place] for place in sorted(self._places.get(mark, ()))]

    @property
    def names(self) -> str:
        """All classes and ids of the page."""
        return " ".join(self._places)

    def select(self, selector: str) -> list[HtmlElement]:
        """The elements that `selector` matches now, in page order.

        Of the selectors of a site most name furniture that a given page has not got, and to look
        up a name is a hundred times cheaper than to walk through the page.
        """
        path = read_path(selector)
        if path is None or not (path.attribute is None or path.attribute in self._attributes):
            return css(selector)(self._root)
        marks = path.steps[-1].marks or {f"[{path.attribute}]"}
        least = min(marks, key=lambda mark: len(self._places.get(mark, ())))
        ends = [element for element in self._find(least) if self._fits(element, path)]
        if path.rest is None:
            return ends
        if _is_nested(ends):
            return css(selector)(self._root)
        return [element for end in ends for element in path.rest(end)]

    def _fits(self, element: HtmlElement, path: Path) -> bool:
        """True for an element of the page, not removed from it since, at the end of `path`."""
        last = path.steps[-1]
        if not (last.is_at(element) if path.is_compound else last.tag in (None, element.tag)):
            return False
        above = list(element.iterancestors())
        return bool(above) and above.pop() is self._root and leads_to(above, path.steps)


@lru_cache(maxsize=256)
def attributes_of(selectors: Selectors) -> tuple[str, ...]:
    """The attributes by which elements are looked up for `selectors`, apart from class and id."""
    paths = map(read_path, chain.from_iterable(astuple(selectors)))
    return tuple(sorted({path.attribute for path in paths if path and path.attribute}))


@lru_cache(maxsize=256)
def _find_marked(attributes: tuple[str, ...]) -> Select:
    stated = " or ".join(f"@{name}" for name in dict.fromkeys(("class", "id", *attributes)))
    return elements(f"descendant::*[{stated}]")


def _read_places(marked: list[HtmlElement], attributes: tuple[str, ...]) -> dict[str, list[int]]:
    """The elements of one list have the same classes, so each such text is taken apart but once."""
    alike: dict[str, list[int]] = defaultdict(list)
    found: dict[str, list[int]] = defaultdict(list)
    for place, element in enumerate(marked):
        alike[element.get("class", "")].append(place)
        if mark := element.get("id"):
            found["#" + mark].append(place)
    for classes, places in alike.items():
        for mark in split_classes(classes):
            found[mark] = found[mark] + places if mark in found else places
    for name in attributes:
        found[f"[{name}]"] = [n for n, one in enumerate(marked) if one.get(name) is not None]
    return found


def _is_nested(found: list[HtmlElement]) -> bool:
    """True where one of the elements lies inside another."""
    inside = set(found)
    return len(found) > 1 and any(up in inside for one in found for up in one.iterancestors())
