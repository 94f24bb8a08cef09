"""Title, lead, section and tags of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from crawler.metadata import Metadata
from crawler.prune import mark_words
from crawler.text import clean_line, squeeze
from crawler.tree import inline_text, is_inside, read_texts

_TITLE = XPath("string(descendant::title)")
_HAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_LEAD_TAGS = ("p", "h2", "h3", "span", "div")
_MOST_BEHIND = 60
_SUFFIX = re.compile(r"\s[|–—·»‹:-]+\s[^|–—·»‹]{2,60}$")
_SUFFIXES = (_SUFFIX, re.compile(r"\s\|\s[^|]{2,60}$"))
_HAN_SUFFIXES = (
    re.compile(r"\s?(?:_+|--+|[|｜]).{2,60}$"),
    re.compile(r"[-–—：]\w{0,12}(?:[网網报報社]|新[闻聞]|[频頻]道|在线|門戶|电视台)$"),
    _SUFFIX,
)
_MARK = re.compile(r"\s?[|_–—·»‹-]")
_NO_HEADLINE = frozenset("title script style noscript template option textarea".split())
_LEAD_WORDS = frozenset(
    "sapo lead lede intro standfirst dek deck summary chapo subtitle subheadline subhead "
    "excerpt strapline description abstract teasertext preamble ingress perex".split()
)
_SHORTEST_TITLE = 20
_LEAD_LENGTH = (40, 900)


def read_title(root: HtmlElement, metadata: Metadata) -> str | None:
    """The headline: the `h1` that agrees with the page's statements, else the best of these."""
    stated = [clean_line(text) for text in _stated_titles(root, metadata) if text]
    found = list(_headings(root))
    for part in (child for element in found if len(element) > 1 for child in element):
        if any(is_tail(inline_text(part), title) for title in stated):
            return inline_text(part)
    for element in found:
        if any(_is_kicker(element, title) for title in stated):
            return clean_line(element[0].tail or "")
    headings = [text for element in found if (text := inline_text(element))]
    for heading in headings:
        if any(agree(heading, title) for title in stated):
            return heading
    if not stated:
        return headings[0] if headings else None
    return _find_opening(root, stated) or cut_suffix(stated[0], headings)


def cut_suffix(title: str, others: Sequence[str] = ()) -> str:
    """`title` without the ` | Section | Paper`, `-Paper` or `_Section_Paper` at its end."""
    least, suffixes = (8, _HAN_SUFFIXES) if _HAN.search(title) else (15, _SUFFIXES)
    for suffix in suffixes:
        shorter = suffix.sub("", title)
        title = shorter if len(shorter) >= least or shorter in others else title
    return title


def _find_opening(root: HtmlElement, stated: Iterable[str]) -> str | None:
    """The longest text of the page that a stated title opens with, before a mark or a space.

    It is the headline of a page whose headline is no `h1`: `Title_Section_Paper`, `Title-Paper`.
    """
    found = [
        text
        for text in {clean_line(text) for text, element in read_texts(root) if _may_head(element)}
        if any(_opens(text, title) for title in stated)
    ]
    return max(found, key=len, default=None)


def _may_head(element: HtmlElement) -> bool:
    return element.tag not in _NO_HEADLINE and not is_inside(element, "a", "nav", "footer", "head")


def _opens(text: str, title: str) -> bool:
    if 2 * len(text) < len(title) or not title.startswith(text):
        return False
    rest = title[len(text) :]
    return not rest or bool(_MARK.match(rest)) or (rest[0] == " " and bool(_HAN.search(title)))


def is_tail(part: str, title: str) -> bool:
    """True where `part` of a heading is what follows the kicker in a stated title."""
    return len(part) >= _SHORTEST_TITLE and squeeze(title).endswith(squeeze(part))


def _is_kicker(heading: HtmlElement, title: str) -> bool:
    """True where a kicker is all that a heading has before a stated title: `<i>Look</i>Title`."""
    return (
        len(heading) == 1
        and not (heading.text or "").strip()
        and len(said := squeeze(heading[0].tail or "")) >= _SHORTEST_TITLE
        and squeeze(cut_suffix(title)) == said
    )


def agree(heading: str, title: str) -> bool:
    """True where one of two titles contains the other, but for spaces and punctuation."""
    one, other = squeeze(heading), squeeze(title)
    short, long = sorted((one, other), key=len)
    return len(short) >= 8 and short in long and len(short) >= 0.5 * len(long)


def read_lead(root: HtmlElement, metadata: Metadata, title: str | None) -> HtmlElement | None:
    """The element behind the headline that is the lead, by its class or as the description."""
    heading = next((h for h in _headings(root) if title and agree(inline_text(h), title)), None)
    if heading is None:
        return None
    description = squeeze(metadata.meta("og:description", "description") or "")[:120]
    for element in islice(_elements_behind(heading), _MOST_BEHIND):
        text = inline_text(element)
        if not _LEAD_LENGTH[0] <= len(text) <= _LEAD_LENGTH[1]:
            continue
        marked = mark_words(f"{element.get('class', '')} {element.get('id', '')}") & _LEAD_WORDS
        same = len(description) >= 40 and squeeze(text).startswith(description[:60])
        if marked or same:
            return element
    return None


def _headings(root: HtmlElement) -> Iterator[HtmlElement]:
    return (h for h in root.iterdescendants("h1") if not is_inside(h, "nav", "footer"))


def _elements_behind(heading: HtmlElement) -> Iterator[HtmlElement]:
    """What may hold the lead, in page order: paragraphs, headings, boxes without any of these."""
    for outer in (heading, *heading.iterancestors()):
        for beside in outer.itersiblings():
            for element in beside.iter(*_LEAD_TAGS):
                if element.tag != "div" or not any(c.tag in ("div", "p") for c in element):
                    yield element


def read_section(metadata: Metadata, printed: Iterable[str]) -> str | None:
    """The section: as the site prints it, else JSON-LD or meta, else the last breadcrumb."""
    said = metadata.ld("articleSection")
    stated = (
        said[0] if isinstance(said, list) and said else said,
        metadata.meta("article:section"),
    )
    texts = (*printed, *(s for s in stated if isinstance(s, str)), *metadata.breadcrumb[-1:])
    return next((section for text in texts if (section := clean_line(text))), None)


def read_tags(metadata: Metadata, printed: Iterable[str]) -> list[str]:
    """The tags as the site prints them, else `article:tag`, else the keywords."""
    texts = [tag.strip("#,; ") for tag in printed]
    if not any(texts):
        texts = [
            part
            for text in metadata.contents("article:tag") or (metadata.meta("keywords") or "",)
            for part in text.split(",")
        ]
    return list(dict.fromkeys(tag for text in texts if (tag := clean_line(text))))


def _stated_titles(root: HtmlElement, metadata: Metadata) -> list[str]:
    headline = metadata.ld("headline")
    texts = (
        metadata.meta("og:title"),
        headline if isinstance(headline, str) else None,
        metadata.meta("twitter:title"),
        str(_TITLE(root)),
    )
    return [text for text in texts if text]
