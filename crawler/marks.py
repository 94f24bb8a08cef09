"""The classes and ids of a page, looked up instead of searched for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from crawler.tree import css, elements

_MARKED = elements("descendant::*[@class or @id]")
_NAME = re.compile(r"[^ \t\r\n]+")
_CONDITION = re.compile(r"\[[^\]]*\]|:[\w-]+(?:\([^()]*\))?")
_NOT_SIMPLE = re.compile(r"[,()\\]")
_MARK = re.compile(r"[.#][\w-]+")
_COMPOUND = r"(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)*"
_STEP = re.compile(rf"\s*(>?)\s*(?=[a-z.#])({_COMPOUND})(?=[\s>]|$)")
_TAG = re.compile(r"^[a-z][a-z0-9]*")


@dataclass(frozen=True, slots=True)
class Step:
    """One element of a path such as `div.body > p`."""

    tag: str | None
    marks: frozenset[str]
    """Its classes and ids as in CSS: `.body`, `#top`."""
    child: bool
    """It is a child of the step before it, not just inside it."""


class Marks:
    """Which elements of a page carry which class or id: read once, asked for each selector."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._elements: dict[str, list[HtmlElement]] = {}
        for element in _MARKED(root):
            for mark in marks_of(element):
                self._elements.setdefault(mark, []).append(element)

    @property
    def names(self) -> str:
        """All classes and ids of the page."""
        return " ".join(self._elements)

    def select(self, selector: str) -> list[HtmlElement]:
        """The elements that `selector` matches now, in page order.

        Of the selectors of a site most name furniture that a given page has not got, and to look
        up a name is a hundred times cheaper than to walk through the page.
        """
        if not needed_marks(selector) <= self._elements.keys():
            return []
        path = read_path(selector)
        if not path or not path[-1].marks:
            return css(selector)(self._root)
        least = min((self._elements[mark] for mark in path[-1].marks), key=len)
        return [element for element in least if self._fits(element, path)]

    def _fits(self, element: HtmlElement, path: tuple[Step, ...]) -> bool:
        """True for an element of the page, not removed from it since, at the end of `path`."""
        if not is_at(element, path[-1]):
            return False
        above = list(element.iterancestors())
        return bool(above) and above.pop() is self._root and leads_to(above, path)


def leads_to(above: list[HtmlElement], path: tuple[Step, ...]) -> bool:
    """True where the elements `above` another, innermost first, contain the way to it."""
    if len(path) == 1:
        return True
    nearest = above[:1] if path[-1].child else above
    return any(
        is_at(element, path[-2]) and leads_to(above[depth:], path[:-1])
        for depth, element in enumerate(nearest, 1)
    )


def is_at(element: HtmlElement, step: Step) -> bool:
    """True where `element` has the tag and the marks of `step`."""
    return step.tag in (None, element.tag) and step.marks <= marks_of(element)


def marks_of(element: HtmlElement) -> frozenset[str]:
    """The classes and ids of `element` as in CSS: `.body`, `#top`."""
    classes = split_classes(element.get("class", ""))
    mark = element.get("id")
    return classes | {f"#{mark}"} if mark else classes


@lru_cache(maxsize=8192)
def split_classes(value: str) -> frozenset[str]:
    """The classes in an attribute, each with its dot."""
    return frozenset(f".{name}" for name in _NAME.findall(value))


@lru_cache(maxsize=4096)
def needed_marks(selector: str) -> frozenset[str]:
    """The classes and ids without which `selector` matches nothing; none where it is not simple."""
    plain = _CONDITION.sub("", selector)
    return frozenset() if _NOT_SIMPLE.search(plain) else frozenset(_MARK.findall(plain))


@lru_cache(maxsize=4096)
def read_path(selector: str) -> tuple[Step, ...]:
    """`selector` as steps from the outermost to the element; none where it says more than that."""
    steps, at = [], 0
    while match := _STEP.match(selector, at):
        tag = _TAG.match(match[2])
        marks = frozenset(_MARK.findall(match[2]))
        steps.append(Step(tag[0] if tag else None, marks, child=bool(match[1])))
        at = match.end()
    return tuple(steps) if at == len(selector) else ()
