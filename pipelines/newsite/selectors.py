"""Selectors for a page of a site that nobody has described: a family's, else guessed ones."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import date, datetime
from importlib import import_module
from types import ModuleType

from lxml.html import HtmlElement

from crawler import families, headline
from crawler.authors import split_names
from crawler.container import find_container
from crawler.items import Article
from crawler.metadata import read_metadata
from crawler.site import Selectors
from crawler.times import day_of, read_time
from crawler.tree import css, elements, inline_text, short_text
from pipelines.newsite.furniture import name_captions, name_clutter
from pipelines.newsite.naming import name_element

_LONGEST_DATE = 60
_BYLINES = elements(
    "descendant::*[contains(@class, 'author') or contains(@class, 'byline')"
    " or @rel='author' or @itemprop='author']"
)
_BREADCRUMBS = elements("descendant::*[contains(@class, 'breadcrumb')][.//a]")
_OUTSIDE_HEADER = elements(
    "body/descendant::*[not(ancestor-or-self::header or ancestor-or-self::nav"
    " or ancestor-or-self::footer or ancestor-or-self::aside)]"
)
_HEADINGS = elements("descendant::*[self::h1 or self::h2]")


def load_families() -> Iterator[ModuleType]:
    """The modules of the content systems, found by their folder."""
    for module in pkgutil.iter_modules(families.__path__):
        yield import_module(f"{families.__name__}.{module.name}")


def find_family(root: HtmlElement) -> ModuleType | None:
    """The content system most of whose fields the page has; it must have title and body."""
    scores = {
        module: len(found)
        for module in load_families()
        if {"title", "body"} <= (found := _filled(keep_hits(module.SELECTORS, root)))
    }
    return max(scores, key=scores.__getitem__, default=None)


def keep_hits(selectors: Selectors, root: HtmlElement) -> Selectors:
    """Of `selectors` those that match something on the page."""
    kept = {
        field: tuple(selector for selector in chosen if css(selector)(root))
        for field, chosen in asdict(selectors).items()
    }
    return Selectors(**kept)


def guess_selectors(root: HtmlElement, article: Article) -> Selectors:
    """Selectors of the elements that `article`, read without any, came from.

    Args:
        root: the page.
        article: what the generic reader took from it.
    """
    body = name_element(find_container(root.body), root)
    found = {
        "title": _name_title(root, article),
        "sapo": _name_lead(root, article),
        "body": body,
        "published": _name_time(root, article),
        "authors": _name_byline(root, article),
        "section": _name_breadcrumb(root),
    }
    return Selectors(
        **{field: (name,) for field, name in found.items() if name},
        captions=name_captions(body, root) if body else (),
        prune=name_clutter(body, root) if body else (),
    )


def _filled(selectors: Selectors) -> set[str]:
    return {field.name for field in fields(selectors) if getattr(selectors, field.name)}


def _name_title(root: HtmlElement, article: Article) -> str | None:
    wanted = article.title or ""
    found = (h for h in _HEADINGS(root) if headline.agree(inline_text(h), wanted))
    return _name_first(found, root)


def _name_lead(root: HtmlElement, article: Article) -> str | None:
    lead = headline.read_lead(root, read_metadata(root), article.title)
    return None if lead is None or lead.tag == "p" else name_element(lead, root)


def _name_time(root: HtmlElement, article: Article) -> str | None:
    """An element that states the day of publication and little else; a `datetime` before text.

    Where the generic reader found no day, one with a time of day as well, but for the page's own
    clock in its header.
    """
    if article.published is None:
        dated = [element for element in _OUTSIDE_HEADER(root) if _states_time(element)]
    else:
        day = day_of(article.published)
        dated = [element for element in root.body.iter() if _states(element, day)]
    inner = [e for e in dated if not any(child in dated for child in e.iterdescendants())]
    return _name_first(sorted(inner, key=lambda element: not element.get("datetime")), root)


def _states(element: HtmlElement, day: date) -> bool:
    stated = element.get("datetime") or short_text(element, _LONGEST_DATE) or ""
    moment = read_time(stated)
    return moment is not None and day_of(moment) == day


def _states_time(element: HtmlElement) -> bool:
    return isinstance(read_time(short_text(element, _LONGEST_DATE) or ""), datetime)


def _name_byline(root: HtmlElement, article: Article) -> str | None:
    found = [e for e in _BYLINES(root) if split_names(inline_text(e)) == article.authors]
    return _name_first(reversed(found), root) if article.authors else None


def _name_breadcrumb(root: HtmlElement) -> str | None:
    name = _name_first(_BREADCRUMBS(root), root)
    return f"{name} a" if name else None


def _name_first(found: Iterator[HtmlElement] | list[HtmlElement], root: HtmlElement) -> str | None:
    names = (name_element(element, root) for element in found)
    return next(filter(None, names), None)
