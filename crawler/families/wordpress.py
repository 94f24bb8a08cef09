"""WordPress, the system of many of the region's English papers, as its themes usually mark it."""

from __future__ import annotations

from crawler.site import Selectors

SELECTORS = Selectors(
    title=("h1.entry-title",),
    body=("div.entry-content", "div.td-post-content"),
    authors=("div.td-post-author-name a", ".author.vcard a"),
    published=("time.entry-date",),
    captions=(".wp-caption",),
    prune=(".sharedaddy", ".jp-relatedposts", ".code-block"),
)
SLUG = r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+){3,})"
"""Addresses without a number: articles have slugs of four words and more, sections of fewer."""


def search_feed(home: str, words: str) -> str:
    """The feed of what the paper's own search finds, newest first."""
    return f"{home}/?s={words}&feed=rss2"
