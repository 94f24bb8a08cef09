"""A CSS selector as a path: steps that an index of marks can follow, and what is left to XPath."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

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


@dataclass(frozen=True)
class Step:
    """One element of a path such as `div.body > p`."""

    tag: str | None
    marks: frozenset[str]
    """Its classes and ids as in CSS: `.body`, `#top`."""
    child: bool
    """It is a child of the step before it, not just inside it."""
    conditions: tuple[Condition, ...] = ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The marks or, without them and without a tag, attributes by which it is looked up."""
        if self.marks or self.tag:
            return tuple(sorted(self.marks))
        return tuple(dict.fromkeys(f"[{condition.name}]" for condition in self.conditions))

    @cached_property
    def is_key(self) -> bool:
        """True where an element found by the key has nothing left to be looked at."""
        return len(self.keys) == 1 and self.tag is None and not self.conditions

    def fits(self, element: HtmlElement) -> bool:
        """True where `element`, found by one of the keys, is as the step says in all else."""
        if self.tag is not None and element.tag != self.tag:
            return False
        if len(self.marks) > 1 and not self.marks <= marks_of(element):
            return False
        return not self.conditions or all(one.holds(element) for one in self.conditions)


@dataclass(frozen=True, slots=True)
class Path:
    """A selector as steps from the outermost to an element that can be looked up."""

    steps: tuple[Step, ...]
    marks: frozenset[str]
    """The keys of all steps."""
    rest: Select | None = None
    """Finds what the selector names inside the element at the end of the steps; None: it itself."""


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
    marks = frozenset(key for step in path for key in step.keys)
    if not left:
        return Path(path, marks)
    if rest := _REST.fullmatch(left):
        return Path(path, marks, select_below(rest[2], child=bool(rest[1])))
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
