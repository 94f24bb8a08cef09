"""The one parse of a page, within limits that keep any page cheap to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import islice
from typing import Any, Protocol, cast

from cssselect import HTMLTranslator
from lxml.etree import ElementDefaultClassLookup, ParserError, XPath, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crawler.text import clean_line

MAX_CHARACTERS = 4_000_000
"""A longer page is not read; the longest real article page seen has 2.2 million."""
MAX_ELEMENTS = 40_000
"""A page of more is not read; the most seen on a real article page are 9,000."""
MAX_DEPTH = 200
"""trafilatura and libxml2 lose text below depth 256; deeper markup becomes plain text."""
_USUAL_DEPTH = 40
_MOST_PIECES = 200
_CONTROLS = bytes(sorted({*range(32)} - {*b"\t\n\r"}))
_NONCHARACTERS = "\ufffe\uffff"
"""With the controls and single surrogates no characters of XML, so lxml refuses them."""
_LONGEST_TAG = 5000
_LONG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{_LONGEST_TAG},}}")
_TAG = re.compile(r"[a-z][a-z0-9]*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 500
"""libxml2 compares each attribute of an element with all others."""
_COUNT = XPath("count(//*)")
_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}\?>", re.I)

_DEEP = cast("Select", XPath("/*" * MAX_DEPTH))
_IS_USUAL = XPath(f"not({'/*' * _USUAL_DEPTH})")

Select = Callable[[HtmlElement], list[HtmlElement]]
"""Elements under an element, in page order."""


class Value(Protocol):
    """The value of an attribute, a `str`."""

    def getparent(self) -> HtmlElement:
        """The element that has it."""


_HEAD_TAGS = frozenset("base link meta noscript script style template title".split())


class Unreadable(ValueError):
    """The page cannot be read as an article; the message says why in one line."""


def parse_page(text: str, encoded: bytes | None = None) -> HtmlElement:
    """The tree of a page, without comments and processing instructions.

    Args:
        text: the page.
        encoded: the same in UTF-8, where it is at hand.

    Raises:
        Unreadable: the page is empty, too long, of too many elements, or no HTML.
    """
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(f"page of {len(text)} characters, the limit is {MAX_CHARACTERS}")
    if "<" not in text:
        raise Unreadable("no HTML" if text.strip() else "empty page")
    try:
        root = document_fromstring(
            fit_bytes(text, encoded), parser=make_parser(), ensure_head_body=True
        )
    except ParserError as error:
        raise Unreadable("no element on the page") from error
    if len(text) >= MAX_ELEMENTS:  # an element takes more than two characters
        _check_number(root)
    _empty_head(root)
    for element in () if _IS_USUAL(root) else _DEEP(root):
        flatten(element)
    return root


def fit_bytes(text: str, encoded: bytes | None = None) -> bytes:
    """`text` in UTF-8 without characters that XML does not know, endless tags cut short.

    Args:
        text: the page.
        encoded: the same in UTF-8, where it is at hand.
    """
    fitting = _shorten_tags(text)
    for noncharacter in filter(fitting.__contains__, _NONCHARACTERS):
        fitting = fitting.replace(noncharacter, "")
    if encoded is None or fitting is not text:
        encoded = fitting.encode("utf-8", "ignore")
    if any(map(encoded.__contains__, _CONTROLS)):  # a look for each is half of one translation
        encoded = encoded.translate(None, _CONTROLS)
    declaration = _XML_DECLARATION.match(encoded)
    return encoded[declaration.end() :] if declaration else encoded


def _shorten_tags(text: str) -> str:
    """`text` with each endless tag cut short."""
    found = (_LONG_TAG.match(text, at) for at in dict.fromkeys(_open_brackets(text)))
    pieces, end = [], 0
    for tag in filter(None, found):
        pieces += [text[end : tag.start()], _shorten(tag[0])]
        end = tag.end()
    return "".join([*pieces, text[end:]]) if pieces else text


def _open_brackets(text: str) -> Iterator[int]:
    """Where `_LONG_TAG` may match; looks at a few characters of each stretch of `text`.

    So long a tag covers a stretch whole, and opens in the one before the first that it covers.
    """
    stretch = _LONGEST_TAG // 2
    for start in range(0, len(text) - stretch + 1, stretch):
        end, before = start + stretch, max(start - stretch, 0)
        if text.find("<", start, end) < 0 and text.find(">", start, end) < 0:
            opened = text.rfind("<", before, start)
            if opened > text.rfind(">", before, start):
                yield opened


def _check_number(root: HtmlElement) -> None:
    """Refuse a page of too many elements; to count them is quicker than to count their signs."""
    if (number := cast(float, _COUNT(root))) > MAX_ELEMENTS:
        raise Unreadable(f"page of {number:.0f} elements, the limit is {MAX_ELEMENTS}")


def _empty_head(root: HtmlElement) -> None:
    """Move what broken HTML has put into the head, and is none of its own, to the body."""
    misplaced = [element for element in root.find("head") if element.tag not in _HEAD_TAGS]
    if misplaced:
        root.find("body")[:0] = misplaced


def _shorten(tag: str) -> str:
    """`tag` without its attributes where these are more than any page needs."""
    if len(tag.split()) <= _MOST_ATTRIBUTES:
        return tag
    names = _QUOTED.sub("", tag).split()
    return names[0] if len(names) > _MOST_ATTRIBUTES else tag


def make_parser() -> HTMLParser:
    """A parser of pages; every element is a plain `HtmlElement`, which spares a call for each."""
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        collect_ids=False,  # nothing asks libxml2 for one
    )
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser


def flatten(element: HtmlElement) -> None:
    """Replace what is inside `element` by its text."""
    text = " ".join(element.itertext())
    tail = element.tail
    element.clear(keep_tail=False)
    element.text, element.tail = text, tail


def elements(expression: str) -> Select:
    """An XPath `expression` that selects elements, compiled."""
    return cast(Select, XPath(expression))


def values(name: str) -> Callable[[HtmlElement], list[Value]]:
    """The values of an attribute below an element, half the time of the elements that have it."""
    return cast("Callable[[HtmlElement], list[Value]]", XPath(f"descendant::*/@{name}"))


_TEXTS = XPath("descendant::text()[string-length(normalize-space()) >= $least]")


def read_texts(element: HtmlElement, *, least: int = 1) -> Iterator[tuple[str, HtmlElement]]:
    """The texts of at least so many characters, each with the element it stands in."""
    for text in cast("list[Any]", _TEXTS(element, least=least)):
        beside = text.getparent()
        yield str(text), beside.getparent() if text.is_tail else beside


def plain_values(name: str, *, of: str = "*") -> Callable[[HtmlElement], list[str]]:
    """As `values`, of one tag or any, but these do not know their elements."""
    path = XPath(f"descendant::{of}/@{name}", smart_strings=False)
    return cast("Callable[[HtmlElement], list[str]]", path)


@lru_cache(maxsize=4096)
def css(selector: str) -> Select:
    """`selector` compiled, for the descendants of the element that it is called with."""
    return select_below(selector)


def select_below(selector: str, *, child: bool = False) -> Select:
    """`selector` compiled, its first element a child or any descendant of the one called with."""
    if _TAG.fullmatch(selector):
        return partial(_select_tag, selector, child=child)
    prefix = "child::" if child else "descendant::"
    return elements(HTMLTranslator().css_to_xpath(selector, prefix=prefix))


def _select_tag(tag: str, element: HtmlElement, *, child: bool) -> list[HtmlElement]:
    """The elements of one tag, without the start of a search by XPath."""
    return list(element.iterchildren(tag) if child else element.iterdescendants(tag))


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


def short_text(element: HtmlElement, most: int) -> str | None:
    """The text inside `element` as it stands, None where it has more than `most` characters.

    Costs no more for a large element than for a small one.
    """
    pieces = list(islice(element.itertext(), _MOST_PIECES + 1))
    text = "".join(pieces).strip()
    return text if len(text) <= most and len(pieces) <= _MOST_PIECES else None


def _pieces(element: HtmlElement) -> Iterable[str]:
    if not len(element):
        yield element.text or ""
        return
    if not any(inner.tag in _BREAKING for inner in element.iterdescendants()):
        yield from element.itertext()
        return
    for event, node in iterwalk(element, events=("start", "end")):
        inside = node is not element
        if inside and node.tag in _BREAKING:
            yield " "
        if event == "start":
            yield node.text or ""
        elif inside:
            yield node.tail or ""


def is_inside(element: HtmlElement, *tags: str) -> bool:
    """True where an element of one of these tags stands around `element`."""
    return next(element.iterancestors(*tags), None) is not None


def remove(element: HtmlElement) -> None:
    """Take `element` out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()
