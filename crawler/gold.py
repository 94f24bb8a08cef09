"""What a saved page is known to say: the part of an article that its page alone decides."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from crawler.items import Article

FIELDS = (
    "url",
    "site",
    "language",
    "title",
    "sapo",
    "text",
    "authors",
    "agency",
    "dateline",
    "published",
    "modified",
    "published_from",
    "section",
    "tags",
    "captions",
)


def write_gold(article: Article) -> dict[str, Any]:
    """The fields of `article` as JSON has them; `text` as a list of its paragraphs."""
    gold = {name: value for name, value in asdict(article).items() if name in FIELDS}
    for name in ("published", "modified"):
        gold[name] = gold[name].isoformat() if gold[name] else None
    return gold | {"text": article.text.split("\n")}
