"""Bodies of nothing but paragraphs: trafilatura would give these back as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from itertools import pairwise

from lxml.html import HtmlElement
from trafilatura.utils import RE_FILTER

INLINE = ("span", "font", "em", "i", "u", "strong", "b", "small", "mark", "abbr", "tt", "ins")
"""Tags inside a sentence that have no meaning of their own."""
_INSIDE = frozenset((*INLINE, "a"))
_LEAST = 250
"""Characters; in a shorter text trafilatura looks for more (`MIN_EXTRACTED_SIZE`)."""
_LEAST_LINKED = 60
_MOST_LINKED = 0.5
"""Of a paragraph with links, and in no shorter one: trafilatura keeps it (`link_density_test`)."""
_SHORTEST_LINK = 10
_ALL_LINK = 0.9
"""Of a paragraph: trafilatura drops one that a longer link takes up so far."""
_MOSTLY_LINK = 0.8
_SHORT = 30
"""Characters; trafilatura drops a shorter paragraph that is mostly a link. The last one is short
below `_LEAST_LINKED`; which is the last may turn on what else is dropped."""
_MOST_CHILDREN = 200
_OWN_SIGN = "\u2424"
"""What trafilatura writes for a line break of its own, and takes out at the end."""


class _Mixed(Exception):
    """There is more than plain paragraphs."""


def read_plain(containers: Iterable[HtmlElement]) -> list[str] | None:
    """The paragraphs inside `containers`; None where there is anything to decide.

    That is whatever trafilatura has rules for: other tags than paragraphs, boxes around them and
    emphasis inside; text outside of paragraphs; a paragraph that is mostly links (one that is a
    mere link it drops), repeats the one before it or is the label of a button; signs that it
    changes; too short a text.
    """
    try:
        lines = [line for box in containers for line in _read_box(box) if line]
    except _Mixed:
        return None
    if sum(map(len, lines)) < _LEAST or any(one == other for one, other in pairwise(lines)):
        return None
    return lines


def _read_box(box: HtmlElement, *, outermost: bool = True) -> Iterator[str]:
    _check(not _is_text(box.text) and len(box) <= _MOST_CHILDREN)
    for child in box:
        _check(not _is_text(child.tail))
        if child.tag == "p":
            yield _read_paragraph(child, linked=outermost)
        else:
            _check(child.tag == "div")
            yield from _read_box(child, outermost=False)


def _read_paragraph(paragraph: HtmlElement, *, linked: bool) -> str:
    text = _text_inside(paragraph, linked=linked) if len(paragraph) else paragraph.text or ""
    line = " ".join(text.split())
    _check(line.isprintable() and unescape(line) == line and _OWN_SIGN not in line)
    _check(not RE_FILTER.match(line))
    return line


def _text_inside(paragraph: HtmlElement, *, linked: bool) -> str:
    """Links too are text, unless they are most of it, or a box of links may be around."""
    inside = list(paragraph.iterdescendants())
    _check(len(inside) <= _MOST_CHILDREN)
    _check(all(inner.tag in _INSIDE and (inner.text or len(inner)) for inner in inside))
    text = "".join(paragraph.itertext())
    links = ["".join(inner.itertext()) for inner in inside if inner.tag == "a"]
    if links:
        _check(linked)
        size = len(" ".join(text.split()))
        if len(links) == 1:
            return "" if _is_mere_link(size, len(" ".join(links[0].split()))) else text
        _check(size >= _LEAST_LINKED and sum(map(len, links)) <= _MOST_LINKED * size)
    return text


def _is_mere_link(size: int, link: int) -> bool:
    """True for a paragraph that trafilatura drops, of so many characters, so many in its link."""
    _check(link > 0)
    if link > _SHORTEST_LINK and link > _ALL_LINK * size:
        return True
    if size >= _LEAST_LINKED or link <= _MOSTLY_LINK * size:
        return False
    _check(size < _SHORT)
    return True


def _is_text(text: str | None) -> bool:
    return bool(text and not text.isspace())


def _check(plain: bool) -> None:
    if not plain:
        raise _Mixed
