"""From the bytes of a page to a clean article: `read_article` is a pure function.

The way of a page: charset, one parse, its statements about itself, the site's prune list, the
fields that the site's selectors name, the container of the body, trafilatura inside it (unless it
holds nothing but paragraphs), then the lines that are clutter by their words. A page of an unknown
site goes the same way with generic rules in place of selectors; so does a page whose site's
selectors have stopped to match.
"""

from __future__ import annotations

from dataclasses import dataclass

from crawler.barriers import check_challenge
from crawler.charset import decode_body, decode_utf8, is_binary
from crawler.items import Article
from crawler.page import Page
from crawler.reading import read_tree
from crawler.site import Site
from crawler.trace import Trace
from crawler.tree import MAX_CHARACTERS, Unreadable, parse_page


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, and how it was read."""

    article: Article
    trace: Trace


def read_article(page: Page, site: Site | None) -> Article | None:
    """The article on `page`; None where there is none.

    Args:
        page: what was fetched.
        site: the facts of its site; None for a site that nobody has described.
    """
    try:
        return read_page(page, site).article
    except Unreadable:
        return None


def read_page(page: Page, site: Site | None, *, detailed: bool = False) -> Reading:
    """The article on `page`, and which selectors hit.

    Args:
        page: what was fetched.
        site: the facts of its site; None for a site that nobody has described.
        detailed: keep what was cut, and the rules that cut it.

    Raises:
        Unreadable: there is no article on the page; the message says why.
        Blocked: there is a challenge in its place.
    """
    if not page.body or page.body.isspace():
        raise Unreadable("empty page")
    if len(page.body) > 4 * MAX_CHARACTERS:
        raise Unreadable(f"page of {len(page.body)} bytes, the limit is {4 * MAX_CHARACTERS}")
    if is_binary(page.body):
        raise Unreadable("binary data, no HTML")
    exact = decode_utf8(page.body)
    text = _decode(page, site) if exact is None else exact
    trace = Trace(detailed)
    try:
        root = parse_page(text, None if exact is None else page.body)
        article = read_tree(page, site, root, trace)
    except Unreadable:
        check_challenge(text, "", page.headers)
        raise
    check_challenge(text, article.text, page.headers)
    return Reading(article, trace)


def _decode(page: Page, site: Site | None) -> str:
    return decode_body(
        page.body,
        content_type=page.headers.get("content-type", ""),
        encoding=site.encoding if site else None,
    )
