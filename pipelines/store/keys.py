"""The address key of an article as it is kept. No database is loaded: workers need this alone."""

from __future__ import annotations

import hashlib

from crawler.items import Article
from pipelines.duplicates.sketch import Sketch, sketch_article

KEY_LONGEST = 400
"""Characters; PostgreSQL indexes at most 2,704 bytes."""


def sketch_kept(article: Article, key: str) -> Sketch:
    """The sketch of `article`, whose address key is `key`, as it is made when it is kept."""
    return sketch_article(article, shorten_key(key))


def shorten_key(key: str) -> str:
    """`key`, or its beginning and a hash where no index of a database would take it whole."""
    if len(key) <= KEY_LONGEST:
        return key
    digest = hashlib.blake2b(key.encode(errors="surrogatepass"), digest_size=16).hexdigest()
    return f"{key[:KEY_LONGEST]}#{digest}"
