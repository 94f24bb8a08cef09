"""What stands in the body of a page and is none of its text: clutter, and pictures' captions."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml.html import HtmlElement

from crawler.container import weigh
from crawler.prune import prune_cards, prune_links, prune_marked
from crawler.tree import css, elements
from pipelines.newsite.naming import mark_names

_PICTURES = elements("descendant::*[self::figure or contains(@class, 'aption')][.//img]")


def name_captions(body: str, root: HtmlElement) -> tuple[str, ...]:
    """Selectors of the pictures with captions in the element that `body` selects."""
    found = [picture for part in css(body)(root) for picture in _PICTURES(part)]
    return tuple(
        dict.fromkeys(name if name[0] == "." else f"{body} {name}" for name in _all(found))
    )


def name_clutter(body: str, root: HtmlElement) -> tuple[str, ...]:
    """Selectors of what the generic rules would cut from the element that `body` selects."""
    page = deepcopy(root)
    cut: list[HtmlElement] = []

    def keep(element: HtmlElement, _: str) -> None:
        cut.append(element)

    for part in css(body)(page):
        prune_cards(part, weigh(part), keep)
        prune_links(part, keep)
        prune_marked(part, weigh(part), keep)
    marked = [name for name in dict.fromkeys(_all(cut)) if name[0] in ".#"]
    return tuple(name for name in marked if name not in name_captions(body, root))


def _all(found: Iterable[HtmlElement]) -> list[str]:
    return [name for element in found if (name := next(mark_names(element), None))]
