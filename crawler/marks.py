"""The classes and ids of a page, looked up instead of searched for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from functools import cached_property, lru_cache
from itertools import chain

from lxml.html import HtmlElement

from crawler.initials import has_initials
from crawler.selector import Path, Step, read_path, split_classes
from crawler.site import Selectors
from crawler.tree import Select, css, elements

_INITIAL = "initial"


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What selectors look up: the rest of a page's classes and ids need not be remembered."""

    paths: Mapping[str, Path]
    """Those of the selectors that can be followed from mark to mark."""
    attributes: tuple[str, ...]
    """Names of the attributes that are looked up; `id` where an id is."""
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

    @cached_property
    def _places(self) -> Mapping[str, list[HtmlElement]]:
        """The elements by mark, in page order."""
        return _read_places(self._root, self._wanted)

    @property
    def has_initials(self) -> bool:
        """True where a class of the page may be that of an initial."""
        return _INITIAL in self._places

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
            likely = self._places.get(step.keys[0], [])
        else:
            likely = min((self._places.get(key, []) for key in step.keys), key=len)
        return likely if step.is_key else list(filter(step.fits, likely))


@lru_cache(maxsize=256)
def read_wanted(selectors: Selectors) -> Wanted:
    """What `selectors` look up."""
    named = chain.from_iterable(astuple(selectors))
    paths = {selector: path for selector in named if (path := read_path(selector))}
    marks = frozenset(mark for path in paths.values() for mark in path.marks)
    attributes = {mark[1:-1] if mark[0] == "[" else "id" for mark in marks if mark[0] in "[#"}

    @lru_cache(maxsize=1024)
    def choose(classes: str) -> tuple[str, ...]:
        found = tuple(split_classes(classes) & marks)
        return (*found, _INITIAL) if has_initials(classes) else found

    return Wanted(paths, tuple(sorted(attributes)), choose)


def _read_places(root: HtmlElement, wanted: Wanted) -> dict[str, list[HtmlElement]]:
    found: dict[str, list[HtmlElement]] = defaultdict(list)
    for element in _with_attribute("class")(root):
        for mark in wanted.choose(element.get("class")):
            found[mark].append(element)
    for name in wanted.attributes:
        stated = _with_attribute(name)(root)
        found[f"[{name}]"] = stated
        for element in stated if name == "id" else ():
            found[f"#{element.get(name)}"].append(element)
    return found


@lru_cache(maxsize=256)
def _with_attribute(name: str) -> Select:
    return elements(f"descendant::*[@{name}]")


def _is_nested(found: list[HtmlElement]) -> bool:
    """True where one of the elements lies inside another."""
    inside = set(found)
    return len(found) > 1 and any(up in inside for one in found for up in one.iterancestors())
