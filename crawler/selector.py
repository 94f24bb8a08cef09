"""A CSS selector as a path: steps that an index of marks can follow, and what is left to XPath."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from crawler.tree import Select, select_below

_NAME = re.compile(r"[^ \t\r\n]+")
_MARK = re.compile(r"[.#][\w-]+")
_TAG = re.compile(r"[a-z][a-z0-9]*")
_CONDITION = re.compile(
    r"\[(?P<name>[a-z-]+)(?:(?P<relation>[\^$*]?=)(?:\"(?P<quoted>[^\"\]]+)\"|(?P<plain>[\w-]+)))?\]"
)
_COMPOUND = rf"(?:{_TAG.pattern})?(?:{_MARK.pattern}|\[[^\[\]]*\])*"
_STEP = re.compile(rf"\s*(>?)\s*(?=[a-z.#\[])({_COMPOUND})(?=[\s>]|$)")
_REST = re.compile(r"\s*(>?)\s*(?![+~>\s])(.+)")
_BEHIND_QUOTES = re.compile(r"\[[^\]]*\]")

_RELATIONS: dict[str, Callable[[str, str], bool]] = {
    "=": str.__eq__,
    "*=": str.__contains__,
    "^=": str.startswith,
    "$=": str.endswith,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What an attribute of an element must be, as in `[type^="Related"]`."""

    name: str
    relation: str
    """`=`, `^=`, `$=`, `*=`; empty where the element need only have the attribute."""
    value: str

    def holds(self, element: HtmlElement) -> bool:
        """True for an `element` that meets it."""
        stated: str | None = element.get(self.name)
        if stated is None or not self.relation:
            return stated is not None
        return _RELATIONS[self.relation](stated, self.value)


@dataclass(frozen=True, slots=True)
class Step:
    """One element of a path such as `div.body > p`."""

    tag: str | None
    marks: frozenset[str]
    """Its classes and ids as in CSS: `.body`, `#top`."""
    child: bool
    """It is a child of the step before it, not just inside it."""
    conditions: tuple[Condition, ...] = ()

    def is_at(self, element: HtmlElement) -> bool:
        """True where `element` has the tag, the marks and the attributes of the step."""
        return (
            self.tag in (None, element.tag)
            and (not self.marks or self.marks <= marks_of(element))
            and all(condition.holds(element) for condition in self.conditions)
        )


@dataclass(frozen=True, slots=True)
class Path:
    """A selector as steps from the outermost to an element that is looked up by its marks."""

    steps: tuple[Step, ...]
    rest: Select | None = None
    """Finds what the selector names inside the element at the end of the steps; None: it itself."""

    is_compound: bool = False
    """The element looked up must have several marks, or an attribute."""

    @property
    def attribute(self) -> str | None:
        """The attribute by which the element is looked up; None where it has a class or id."""
        last = self.steps[-1]
        return None if last.marks else last.conditions[0].name


def leads_to(above: list[HtmlElement], steps: tuple[Step, ...]) -> bool:
    """True where the elements `above` another, innermost first, contain the way to it."""
    if len(steps) == 1:
        return True
    nearest = above[:1] if steps[-1].child else above
    return any(
        steps[-2].is_at(element) and leads_to(above[depth:], steps[:-1])
        for depth, element in enumerate(nearest, 1)
    )


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
def read_path(selector: str) -> Path | None:
    """`selector` as a path; None where none of its steps can be looked up.

    The element that is looked up is the last one with a class or id, or if none has any, the last
    one with an attribute; what follows it is left to XPath.
    """
    steps, ends = _read_steps(selector)
    marked = [number for number, step in enumerate(steps) if step.marks]
    stated = [number for number, step in enumerate(steps) if step.conditions]
    if "," in _BEHIND_QUOTES.sub("", selector) or not (marked or stated):
        return None
    last = (marked or stated)[-1]
    left = selector[ends[last] :].strip()
    path = tuple(steps[: last + 1])
    is_compound = len(path[-1].marks) > 1 or bool(path[-1].conditions)
    if not left:
        return Path(path, None, is_compound)
    if rest := _REST.fullmatch(left):
        return Path(path, select_below(rest[2], child=bool(rest[1])), is_compound)
    return None


def _read_steps(selector: str) -> tuple[list[Step], list[int]]:
    """The steps that `selector` begins with, and where each ends."""
    steps: list[Step] = []
    ends: list[int] = []
    while match := _STEP.match(selector, ends[-1] if ends else 0):
        tag, found = _TAG.match(match[2]), _BEHIND_QUOTES.findall(match[2])
        conditions = [_CONDITION.fullmatch(text) for text in found]
        if not all(conditions):
            break
        marks = frozenset(_MARK.findall(_BEHIND_QUOTES.sub("", match[2])))
        stated = tuple(_read_condition(condition) for condition in conditions if condition)
        steps.append(Step(tag[0] if tag else None, marks, bool(match[1]), stated))
        ends.append(match.end())
    return steps, ends


def _read_condition(found: re.Match[str]) -> Condition:
    value = found["quoted"] or found["plain"] or ""
    return Condition(found["name"], found["relation"] or "", value)
