"""What is known of one news site: facts that a spider file states and the readers use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectors:
    """CSS selectors of an article page, by field; the first one that matches wins.

    `body` and `captions` are the exception: there all matches of all selectors count.
    """

    title: tuple[str, ...] = ()
    sapo: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    """Elements whose `datetime` or `content` attribute, or else text, is the publication time."""
    authors: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    """The place in an element of its own, often glued to the lead."""
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    """Elements that hold one picture and its caption."""
    prune: tuple[str, ...] = ()
    """Clutter, removed before anything is read from the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A page that lists articles, newest first, and the way to its next page."""

    url: str
    cards: str = "body"
    """CSS of the boxes that hold the links; by default every link of the page is looked at."""
    time: str | None = None
    """CSS, inside a card, of the element with the time of the article."""
    next: str | None = None
    """CSS of the link to the next page."""
    pages: str | None = None
    """Address of page 2, 3, ...: a template with `{url}`, `{page}` and `{offset}`."""
    size: int = 20
    """Articles on a page: `offset` is `(page - 1) * size`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """A sitemap index whose children hold the articles of one month each."""

    url: str
    months: str
    """Regular expression with groups `year` and `month`, searched in the children's addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A JSON API that lists articles, newest first."""

    url: str
    """Address of page 1, 2, ...: a template with `{page}`, and `{zone}` if `zone_from` is set."""
    zone_from: str | None = None
    """The section, by its address, whose page states the number of the zone in its source."""
    base: str | None = None
    """What the API's addresses are relative to, where that is not the API's own host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """Where the addresses of a site's articles are found."""

    sections: tuple[Section, ...] = ()
    """Search pages too: they list articles like any other section."""
    feeds: tuple[str, ...] = ()
    """RSS, Atom, or a sitemap of the last days' news."""
    sitemaps: tuple[Sitemap, ...] = ()
    listings: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """The least that a page or a crawl of the site must yield; less is an error, not a silence."""

    articles: int = 1
    """Articles that one crawl finds; those too count that were left as unchanged or irrelevant."""
    characters: int = 200
    """Characters of text in the median article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The facts of one site."""

    name: str
    """Spider name, file name, folder of its saved pages."""
    paper: tuple[str, ...]
    """Names that the paper prints for itself: never authors."""
    editions: Mapping[str, str]
    """Host without `www.` -> language of its edition, ISO 639-1."""
    zone: str
    """IANA time zone of printed times that carry none."""
    addresses: tuple[str, ...]
    """Regular expressions of article addresses, each with a group `id`, searched in
    `host/path?query` (no scheme, no `www.`); every old, AMP, mobile and print form."""
    selectors: Selectors
    folds: tuple[tuple[str, str], ...] = ()
    """(pattern, replacement): AMP and mobile forms of an address to the plain one."""
    discovery: Discovery = field(default_factory=Discovery)
    encoding: str | None = None
    """Charset of pages that declare none or a wrong one."""
    least: Least = field(default_factory=Least)
    unproved: tuple[str, ...] = ()
    """What is missing before the facts can be relied on; empty for a site whose pages were seen.
    A crawl of an unproved site names each selector that no article needed or had."""
