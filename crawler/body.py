"""The paragraphs of an article: trafilatura over the part of the page that holds the body."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import strip_tags
from lxml.html import Element, HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from crawler.plain import INLINE, read_plain
from crawler.text import clean_line, compose

_BULLET = re.compile(r"^[-•] (?=\S)")
_ROW = re.compile(r"^\|(.*)\|$")
_RULER = re.compile(r"^[\s|:-]+$")
_MOST_INLINE = 60
"""More tags without a meaning of their own than this in a body are dissolved, for speed."""
_INLINE = frozenset((*INLINE, "a", "sup", "sub", "code", "q", "cite"))
_OPTIONS = {
    precise: Extractor(
        output_format="python", fast=True, precision=precise, comments=False, dedup=False
    )
    for precise in (False, True)
}
"""Of trafilatura, made once: it reads a configuration for each."""
_MUCH_LOOSE = 200
"""Characters of text that stands in no paragraph, but behind other blocks."""
_MOST_CHILDREN = 400
"""Of an element with text between them; trafilatura is quadratic in their number."""


def extract_lines(containers: list[HtmlElement], *, precise: bool) -> list[str]:
    """The paragraphs inside `containers` in order, one line each, tables as `a | b`.

    The containers are taken apart: their children move into a small page of their own, without
    attributes, so that what trafilatura keeps depends on tags and text only.

    Args:
        containers: elements that hold the body, outermost only.
        precise: prefer losing a doubtful block to keeping one.
    """
    if precise and (lines := read_plain(containers)) is not None:
        return [row for line in lines if (row := _clean_row(line, clean=compose))]
    page = _page_of(containers, loose=not precise)
    document = bare_extraction(page, options=_OPTIONS[precise])
    text = document.text if document is not None and not isinstance(document, dict) else ""
    return [line for row in (text or "").split("\n") if (line := _clean_row(row))]


def _page_of(containers: list[HtmlElement], *, loose: bool) -> HtmlElement:
    page, body, article = Element("html"), Element("body"), Element("article")
    page.append(body)
    body.append(article)
    for container in containers:
        _take_in(article, container)
    for element in article.iter():
        href = element.get("href")
        element.attrib.clear()
        if href is not None:
            element.set("href", href)
    for crowded in [e for e in article.iter() if len(e) > _MOST_CHILDREN]:
        _break_up(crowded)
    if loose and _measure_loose(article) >= _MUCH_LOOSE:
        _break_up(article)
    _dissolve_inline(article)
    return page


def _measure_loose(article: HtmlElement) -> int:
    """Characters behind the blocks of `article`, which trafilatura loses."""
    tails = (child.tail for child in article if child.tag != "br" and child.tag not in _INLINE)
    return sum(len(tail.strip()) for tail in tails if tail)


def _take_in(article: HtmlElement, container: HtmlElement) -> None:
    if container.text and container.text.strip():
        lead = Element("p")
        lead.text = container.text
        article.append(lead)
    article.extend(list(container))


def _break_up(crowded: HtmlElement) -> None:
    """Give the loose text of an element with very many children one paragraph a line."""
    lead, children = crowded.text or "", list(crowded)
    blocks: list[HtmlElement] = []
    loose = [lead]
    for child in children:
        tail, child.tail = child.tail or "", None
        if child.tag == "br":
            loose.append("\n")
        elif child.tag in _INLINE:
            loose.append("".join(child.itertext()))
        else:
            blocks += [*_paragraphs(loose), child]
            loose = []
        loose.append(tail)
    crowded[:] = [*blocks, *_paragraphs(loose)]
    crowded.text = None
    crowded.tag = "div" if crowded.tag == "p" else crowded.tag


def _paragraphs(loose: list[str]) -> list[HtmlElement]:
    paragraphs = []
    for line in filter(None, map(clean_line, "".join(loose).split("\n"))):
        paragraph = Element("p")
        paragraph.text = line
        paragraphs.append(paragraph)
    return paragraphs


def _dissolve_inline(article: HtmlElement) -> None:
    if sum(1 for _ in article.iter(*INLINE)) > _MOST_INLINE:
        strip_tags(article, *INLINE)


def _clean_row(row: str, *, clean: Callable[[str], str] = clean_line) -> str:
    if row[:1].isalnum():  # no sign to look at stands in front, as in most rows
        return clean(row)
    if _RULER.match(row):
        return ""
    if cells := _ROW.match(row.strip()):
        return clean_line(" | ".join(filter(None, map(str.strip, cells[1].split("|")))))
    return clean_line(_BULLET.sub("", row))
