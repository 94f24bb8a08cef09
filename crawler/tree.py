"""The one parse of a page, within limits that keep any page cheap to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import cast

from cssselect import HTMLTranslator
from lxml.etree import XPath
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crawler.text import clean_line

MAX_CHARACTERS = 8_000_000
"""A longer page is not read; the longest real article page seen has 2.2 million."""
MAX_DEPTH = 200
"""trafilatura and libxml2 lose text below depth 256; deeper markup becomes plain text."""
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>", re.I)

Select = Callable[[HtmlElement], list[HtmlElement]]
"""Elements under an element, in page order."""


_HEAD_TAGS = frozenset("base link meta noscript script style template title".split())


class Unreadable(ValueError):
    """The page cannot be read as an article; the message says why in one line."""


def parse_page(text: str) -> HtmlElement:
    """The tree of a page, without comments and processing instructions.

    Raises:
        Unreadable: the page is empty, too long or no HTML.
    """
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(f"page of {len(text)} characters, the limit is {MAX_CHARACTERS}")
    text = _XML_DECLARATION.sub("", text.replace("\0", ""))
    if "<" not in text:
        raise Unreadable("no HTML" if text.strip() else "empty page")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = document_fromstring(text.encode("utf-8", "ignore"), parser=parser, ensure_head_body=True)
    _empty_head(root)
    for element in elements("/*" * MAX_DEPTH)(root):
        flatten(element)
    return root


def _empty_head(root: HtmlElement) -> None:
    """Move what broken HTML has put into the head, and is none of its own, to the body."""
    misplaced = [element for element in root.head if element.tag not in _HEAD_TAGS]
    root.body[:0] = misplaced


def flatten(element: HtmlElement) -> None:
    """Replace what is inside `element` by its text."""
    text = " ".join(element.itertext())
    tail = element.tail
    element.clear(keep_tail=False)
    element.text, element.tail = text, tail


def elements(expression: str) -> Select:
    """An XPath `expression` that selects elements, compiled."""
    return cast(Select, XPath(expression))


@lru_cache(maxsize=4096)
def css(selector: str) -> Select:
    """`selector` compiled, for the descendants of the element that it is called with."""
    return elements(HTMLTranslator().css_to_xpath(selector, prefix="descendant::"))


def text_of(element: HtmlElement) -> str:
    """The text inside `element` on one line; breaks and blocks count as spaces."""
    return clean_line(" ".join(element.itertext()))


def inline_text(element: HtmlElement) -> str:
    """The text inside `element` on one line, its inline tags joined without a space."""
    return clean_line("".join(_pieces(element)))


_BREAKING = frozenset(
    "address article aside blockquote br div dd dl dt figure figcaption footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td th thead tr ul".split()
)


def _pieces(element: HtmlElement) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        space = " " if child.tag in _BREAKING else ""
        yield space
        yield from _pieces(child)
        yield space
        yield child.tail or ""


def remove(element: HtmlElement) -> None:
    """Take `element` out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()
