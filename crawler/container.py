"""Where the body is on a page of an unknown site: the element that holds the prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from math import inf

from lxml.html import HtmlElement

from crawler.tree import elements, read_texts

_SHORTEST_PARAGRAPH = 40
_MOST_LINKED = 0.5
_LEAST_PROSE = 300
_SHARE = 0.8
_ALONE = 4
_LEAST_ARTICLE = 0.2
_INLINE = frozenset("b em font i small span strong u".split())
_LOOSE = frozenset("article div main section td".split())
"""What holds text without a paragraph; a link, a list, a heading or a button is none."""
_LONGEST_LOOSE = 5000
"""Characters; words without a break that go on for longer are there for search engines."""
_WITH_HEADING = elements("descendant-or-self::article[.//h1]")


def weigh(root: HtmlElement) -> dict[HtmlElement, int]:
    """Characters of prose in each element under `root`: paragraphs that are not mostly links."""
    weights: dict[HtmlElement, int] = {}
    parents: dict[HtmlElement, int] = {}
    for paragraph, size in _find_most(root):
        weights[paragraph] = weights.get(paragraph, 0) + size
        if (parent := paragraph.getparent()) is not None:
            parents[parent] = parents.get(parent, 0) + size
    for parent, size in parents.items():
        for element in (parent, *parent.iterancestors()):
            weights[element] = weights.get(element, 0) + size
    return weights


def _find_most(root: HtmlElement) -> list[tuple[HtmlElement, int]]:
    """The paragraphs under `root`; loose text besides where a page has more of that."""
    prose, loose = list(_find_prose(root)), _find_loose(root)
    in_paragraphs, outside = (sum(size for _, size in found) for found in (prose, loose))
    return [*prose, *loose] if outside > in_paragraphs else prose


def _find_loose(root: HtmlElement) -> list[tuple[HtmlElement, int]]:
    """The blocks whose long texts stand in no paragraph, between `br` or in a `div` each."""
    found = []
    for text, element in read_texts(root, least=_SHORTEST_PARAGRAPH):
        while element.tag in _INLINE:
            element = element.getparent()
        if element.tag in _LOOSE and len(text) <= _LONGEST_LOOSE:
            found.append((element, len(text)))
    return found


def measure_prose(roots: Iterable[HtmlElement], *, enough: float = inf) -> int:
    """Characters of prose in paragraphs under `roots`, counted until there are `enough`."""
    total = 0
    for _, size in chain.from_iterable(map(_find_prose, roots)):
        total += size
        if total >= enough:
            break
    return total


def _find_prose(root: HtmlElement) -> Iterator[tuple[HtmlElement, int]]:
    """The paragraphs under `root` that are prose, and how much each counts."""
    for paragraph in root.iter("p", "blockquote"):
        size = _prose(paragraph)
        if size and is_alone(paragraph):
            size //= _ALONE
        if size:
            yield paragraph, size


def is_alone(paragraph: HtmlElement) -> bool:
    """True for the only paragraph of its parent, as in the card of another article."""
    beside = paragraph.getnext()
    if beside is not None and beside.tag == "p":  # most have one there
        return False
    return paragraph.getparent() is None or (
        next(paragraph.itersiblings("p"), None) is None
        and (next(paragraph.itersiblings("p", preceding=True), None) is None)
    )


def find_container(root: HtmlElement) -> HtmlElement:
    """The smallest element that holds four fifths of the prose under `root`, else `root`.

    Where that holds `article` elements with their own headlines (endless scrolling), the first.
    """
    weights = weigh(root)
    total = weights.get(root, 0)
    if total < _LEAST_PROSE:
        return root
    container = root
    while (inner := _heaviest(container, weights)) is not None:
        if weights[inner] < _SHARE * total or _opens_before(container, inner, weights):
            break
        container = inner
    headed = (a for a in _WITH_HEADING(container) if weights.get(a, 0) >= _LEAST_ARTICLE * total)
    return next(headed, container)


def _prose(paragraph: HtmlElement) -> int:
    if not len(paragraph):
        size = len((paragraph.text or "").strip())
        return size if size >= _SHORTEST_PARAGRAPH else 0
    size = len("".join(paragraph.itertext()).strip())
    if size < _SHORTEST_PARAGRAPH:
        return 0
    linked = sum(len("".join(link.itertext())) for link in paragraph.iter("a"))
    return size if linked <= _MOST_LINKED * size else 0


def _opens_before(outer: HtmlElement, inner: HtmlElement, weights: dict[HtmlElement, int]) -> bool:
    """True where paragraphs of `outer` itself stand before `inner`: the opening of the article."""
    return any(
        child.tag == "p" and child in weights for child in inner.itersiblings(preceding=True)
    )


def _heaviest(element: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement | None:
    children = [child for child in element if child in weights and child.tag != "p"]
    return max(children, key=weights.__getitem__, default=None)
