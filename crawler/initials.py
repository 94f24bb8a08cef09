"""Initials: the first letter of an article in an element of its own, put back into its word."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.tree import remove

_NAME = re.compile("__char|dropcap|drop-cap|initial")
_BLOCKS = ("div", "h1", "h2", "h3", "h4", "p")


def has_initials(names: str) -> bool:
    """True where one of the classes `names` of a page may be that of an initial."""
    return bool(_NAME.search(names))


def join_initials(root: HtmlElement) -> None:
    """Move each initial that is a block to the front of the block behind it.

    One that is a `span` inside its paragraph is joined to its word anyway. Seen on The Jakarta
    Post, 2026: `<h1 class="tjp-opening__char">B</h1><p class="tjp-opening__txt">ank Indonesia`.
    """
    for element in list(filter(_is_initial, root.iterdescendants(*_BLOCKS))):
        following = element.getnext()
        if following is None or (element.tail or "").strip():
            continue
        if (following.text or "")[:1].islower():
            following.text = element.text.strip() + following.text
            remove(element)


def _is_initial(block: HtmlElement) -> bool:
    if len(block) or len((block.text or "").strip(" \t\r\n")) != 1:
        return False
    return has_initials(block.get("class", ""))
