"""Clutter known by its markup: what to cut from any page before its body is looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from lxml.etree import strip_elements
from lxml.html import HtmlElement

from crawler.tree import elements, remove, short_text

Cut = Callable[[HtmlElement, str], None]
"""Told of every element that is cut, with the rule that cuts it."""

_NEVER_TEXT = frozenset(
    "script style noscript template svg iframe button select textarea input object video audio "
    "canvas link meta nav footer aside form dialog".split()
)
_MARKED = elements("descendant::*[@class or @id]")
_LINKED = elements(
    "(descendant::p | descendant::li | descendant::h2 | descendant::h3 | descendant::h4)"
    "[descendant::a]"
)
_OTHER_ARTICLE = elements("self::*[.//h2//a or .//h3//a or .//h4//a][not(.//h1)]")
_MOST_CARD = 0.1
_LONGEST_TITLE = 600
_KEPT_TAGS = frozenset("html body article main h1 h2 h3 h4 h5 h6 p".split())
_INLINE_TAGS = frozenset("a abbr b em i mark small span strong sub sup u".split())
_OTHER_TEXTS = frozenset(
    "advert advertisement advertorial comment comments disqus mostread newsletter newsletters "
    "outbrain popular promo promos promoted promotion readalso readmore readnext recirc "
    "recirculation recommend recommendation recommendations recommended related relate "
    "sponsored subscribe subscription suggested taboola teaser teasers trending furtherreading "
    "morefrom concern lienquan".split()
)
_FURNITURE = frozenset(
    "ad ads adv author authorbox authorinfo authors banner bio breadcrumb breadcrumbs byline "
    "caption captions consent cookie cookies copyright credits dateline disclaimer donate "
    "factbox follow footer gallery infobox keywords login menu modal nav navigation overlay "
    "player podcast "
    "popup print rating register screenreader share sharing signup slideshow social socials tag "
    "tagcloud tags timestamp toolbar tooltip video visuallyhidden widget".split()
)
_BODY_WORDS = frozenset("body content story".split())
_PART = re.compile(r"[A-Za-z]+")
_HUMP = re.compile(r"[A-Z]?[a-z]+")
_SHORTEST_HUMP = 5
_LONGEST_MARKS = 500
_MOST_OTHER_TEXT = 0.3
_MOST_OTHER_TEXT_IN_BODY = 0.02
_MOST_FURNITURE = 0.15
_SENTENCE = re.compile(r"[.!?…。”\"]\s*$")


def prune_tags(root: HtmlElement) -> None:
    """Remove elements whose tag says that they hold no text of the article."""
    strip_elements(root, *_NEVER_TEXT, with_tail=False)


def holds_no_text(element: HtmlElement) -> bool:
    """True for what `prune_tags` removes, and what lies inside it."""
    around = (outer.tag for outer in element.iterancestors())
    return element.tag in _NEVER_TEXT or not _NEVER_TEXT.isdisjoint(around)


def prune_figures(root: HtmlElement, cut: Cut) -> None:
    """Remove pictures with their captions (the captions have been read before)."""
    for element in list(root.iterdescendants("figure", "figcaption")):
        cut(element, "prune.figure")
        remove(element)


def prune_marked(root: HtmlElement, weights: Mapping[HtmlElement, int], cut: Cut) -> None:
    """Remove elements whose class or id names clutter, unless they hold much of the prose.

    Args:
        root: where to look.
        weights: characters of prose in each element, as `container.weigh` gives them.
        cut: told of what is removed.
    """
    total = max(weights.get(root, 0), 1)
    for element in _MARKED(root):
        rules = _read_marks(element.get("class", ""), element.get("id", ""))
        if not rules or element.tag in _KEPT_TAGS:
            continue
        if element.getparent() is None or _is_inline(element):
            continue
        share = weights.get(element, 0) / total
        rule = next((rule for rule, most in rules if share <= most), None)
        if rule and element.find(".//h1") is None:
            cut(element, rule)
            remove(element)


def prune_cards(root: HtmlElement, weights: Mapping[HtmlElement, int], cut: Cut) -> None:
    """Remove links around whole blocks and nested articles: cards of other articles."""
    total = max(weights.get(root, 0), 1)
    for element in list(filter(_is_card, root.iterdescendants("a", "article"))):
        if weights.get(element, 0) <= _MOST_CARD * total:
            cut(element, "prune.card")
            remove(element)


def _is_card(element: HtmlElement) -> bool:
    if not len(element):
        return False
    if element.tag == "article":
        return bool(_OTHER_ARTICLE(element))
    inside = element.iterdescendants("p", "h2", "h3", "h4")
    return element.get("href") is not None and next(inside, None) is not None


def prune_links(root: HtmlElement, cut: Cut) -> None:
    """Remove paragraphs, list items and headings that are nothing but a link to another text."""
    for element in _LINKED(root):
        text = short_text(element, _LONGEST_TITLE)
        if not text or _SENTENCE.search(text):
            continue
        linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
        if linked >= 0.9 * len(text):
            cut(element, "prune.link")
            remove(element)


@lru_cache(maxsize=8192)
def mark_words(marks: str) -> frozenset[str]:
    """The words in classes and ids: `sidebar-grid__content relatedBox` -> sidebar, grid, ..."""
    parts = _PART.findall(marks[:_LONGEST_MARKS])
    humps = (hump for part in parts for hump in _HUMP.findall(part))
    long_humps = {hump.lower() for hump in humps if len(hump) >= _SHORTEST_HUMP}
    return frozenset({part.lower() for part in parts} | long_humps)


def _is_inline(element: HtmlElement) -> bool:
    """True inside a sentence, where a marked link or span is part of the text."""
    return element.tag in _INLINE_TAGS and next(element.iterancestors("p"), None) is not None


@lru_cache(maxsize=8192)
def _read_marks(classes: str, mark: str) -> tuple[tuple[str, float], ...]:
    """The rules that an element's class and id fall under, and the most prose it may hold then."""
    words = mark_words(f"{classes} {mark}")
    rules = []
    if words & _OTHER_TEXTS:
        most = _MOST_OTHER_TEXT_IN_BODY if words & _BODY_WORDS else _MOST_OTHER_TEXT
        rules.append(("prune.other-text", most))
    if words & _FURNITURE and not words & _BODY_WORDS:
        rules.append(("prune.furniture", _MOST_FURNITURE))
    return tuple(rules)
