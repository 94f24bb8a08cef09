"""The classes and ids of a page, looked up instead of searched for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from functools import cached_property, lru_cache
from itertools import chain, compress

from lxml.html import HtmlElement

from crawler.initials import has_initials
from crawler.selector import Path, Step, read_path, split_classes
from crawler.site import Selectors
from crawler.tree import Value, css, values

_INITIAL = "initial"


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What selectors look up: the rest of a page's classes and ids need not be remembered."""

    paths: Mapping[str, Path]
    """Those of the selectors that can be followed from mark to mark."""
    choose: Callable[[str], tuple[str, ...]]
    """The marks in the text of a class attribute that are looked up, `_INITIAL` if one may be."""


class Marks:
    """Which elements of a page carry which class or id: read once, asked for each selector.

    Args:
        root: the page.
        selectors: those that will be asked for; any other is searched for in the page.
    """

    def __init__(self, root: HtmlElement, selectors: Selectors) -> None:
        self._root = root
        self._wanted = read_wanted(selectors)
        self._values: dict[str, list[Value]] = {}

    @cached_property
    def _by_class(self) -> Mapping[str, list[HtmlElement]]:
        """The elements by those of their classes that are looked up, in page order."""
        return _read_classes(self._root, self._wanted)

    @property
    def has_initials(self) -> bool:
        """True where a class of the page may be that of an initial."""
        return _INITIAL in self._by_class

    def select(self, selector: str) -> list[HtmlElement]:
        """The elements that `selector` matches now, in page order.

        Of the selectors of a site most name furniture that a given page has not got, and to look
        up a name is a hundred times cheaper than to walk through the page.
        """
        path = self._wanted.paths.get(selector)
        if path is None:
            return css(selector)(self._root)
        ends = self._find_ends(path.steps)
        if ends:
            ends = list(filter(self._is_inside, ends))
        if path.rest is None:
            return ends
        if _is_nested(ends):
            return css(selector)(self._root)
        return [element for end in ends for element in path.rest(end)]

    def _is_inside(self, element: HtmlElement) -> bool:
        """True for an element of the page that was not removed from it since."""
        return self._root in element.iterancestors(self._root.tag)

    def _find_ends(self, steps: tuple[Step, ...]) -> list[HtmlElement]:
        """The elements at the end of `steps`, and those removed that were there."""
        ends = self._find_alike(steps[-1])
        if len(steps) == 1 or not ends:
            return ends
        outer = set(self._find_ends(steps[:-1]))
        if steps[-1].child:
            return [end for end in ends if end.getparent() in outer]
        return [end for end in ends if outer and not outer.isdisjoint(end.iterancestors())]

    def _find_alike(self, step: Step) -> list[HtmlElement]:
        """The elements that are as `step` says, wherever they stand."""
        if not step.keys:
            return list(filter(step.fits, self._root.iterdescendants(step.tag)))
        if len(step.keys) == 1:
            likely = self._look_up(step.keys[0])
        else:
            likely = min(map(self._look_up, step.keys), key=len)
        return likely if step.is_key else list(filter(step.fits, likely))

    def _look_up(self, key: str) -> list[HtmlElement]:
        """The elements with one mark or attribute, in page order."""
        if key[0] == ".":
            return self._by_class.get(key, [])
        if key[0] == "#":
            return [value.getparent() for value in self._read("id") if str(value) == key[1:]]
        return [value.getparent() for value in self._read(key[1:-1])]

    def _read(self, name: str) -> list[Value]:
        """The values of an attribute, which most pages of a site are never asked for."""
        if name not in self._values:
            self._values[name] = _values_of(name)(self._root)
        return self._values[name]


@lru_cache(maxsize=256)
def read_wanted(selectors: Selectors) -> Wanted:
    """What `selectors` look up."""
    named = chain.from_iterable(astuple(selectors))
    paths = {selector: path for selector in named if (path := read_path(selector))}
    marks = frozenset(mark for path in paths.values() for mark in path.marks)

    @lru_cache(maxsize=1024)
    def choose(classes: str) -> tuple[str, ...]:
        found = tuple(split_classes(classes) & marks)
        return (*found, _INITIAL) if has_initials(classes) else found

    return Wanted(paths, choose)


def _read_classes(root: HtmlElement, wanted: Wanted) -> dict[str, list[HtmlElement]]:
    found: dict[str, list[HtmlElement]] = defaultdict(list)
    stated = _values_of("class")(root)
    chosen = list(map(wanted.choose, map(str, stated)))
    for value, marks in compress(zip(stated, chosen, strict=True), chosen):  # few are
        for mark in marks:
            found[mark].append(value.getparent())
    return found


@lru_cache(maxsize=256)
def _values_of(name: str) -> Callable[[HtmlElement], list[Value]]:
    return values(name)


def _is_nested(found: list[HtmlElement]) -> bool:
    """True where one of the elements lies inside another."""
    inside = set(found)
    return len(found) > 1 and any(up in inside for one in found for up in one.iterancestors())
