"""Selectors that hit nothing in a whole crawl: wrong from the start, or the site has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from crawler.site import Selectors

Hit = tuple[str, str]
"""Field, selector."""
_UNITED = frozenset({"body", "captions", "prune"})
"""Fields of which every selector is tried; of the others one is tried where those before miss."""


def find_missed(selectors: Selectors, hits: Counter[Hit], articles: int) -> Iterator[Hit]:
    """The selectors that were tried on some of `articles` and hit none.

    Args:
        selectors: of the site.
        hits: articles by the selector that was used.
        articles: how many were read.
    """
    for field, chosen in asdict(selectors).items():
        left = articles
        for selector in chosen:
            if left > 0 and not hits[field, selector]:
                yield field, selector
            left -= 0 if field in _UNITED else hits[field, selector]
