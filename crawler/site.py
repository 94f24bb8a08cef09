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
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    """Elements that hold one picture and its caption."""
    prune: tuple[str, ...] = ()
    """Clutter, removed before anything is read from the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """The least that a page or a crawl of the site must yield; less is an error, not a silence."""

    articles: int = 1
    """Articles in one crawl."""
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
    encoding: str | None = None
    """Charset of pages that declare none or a wrong one."""
    least: Least = field(default_factory=Least)
