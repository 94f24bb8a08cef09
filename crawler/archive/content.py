"""Bytes out of their content coding, and whether they are a page at all."""

from __future__ import annotations

import re
import struct
import sys
import zlib
from collections.abc import Callable

import brotli
from scrapy.utils._compression import _inflate, _unbrotli, _unzstd
from scrapy.utils.gz import gunzip

from crawler.archive.trouble import Damaged

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LARGEST = 16 * 1024 * 1024
"""Bytes of a page that are read at most, as in a live crawl."""

_DECODERS: dict[str, Callable[..., bytes]] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
"""Scrapy's own, so that a page is the same from an archive as from the network."""
_BROKEN = (
    *(ValueError, OSError, EOFError, struct.error),
    *(zlib.error, brotli.error, zstd.ZstdError),
)
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>)", re.I)
_FEED = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>)?+\s*+(?>(?:<!--(?>.*?-->)\s*+)*+)<(?:rss|feed|urlset|sitemapindex)\b",
    re.S,
)
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 64 * 1024


def decode_content(body: bytes, codings: str) -> bytes:
    """`body` out of its codings, as the Content-Encoding header names them.

    Raises:
        Damaged: a coding is unknown, the bytes are not in it, or far too many come out.
    """
    for coding in reversed([name.strip().lower() for name in codings.split(",") if name.strip()]):
        if coding != "identity":
            body = _decode(body, coding)
    return body


def check_page(body: bytes) -> None:
    """See that `body` is a page.

    Raises:
        Damaged: it is empty, too long, binary, or something else than HTML.
    """
    if not body.strip():
        raise Damaged("an empty page")
    if len(body) > LARGEST:
        raise Damaged(f"a page of more than {LARGEST:,} bytes")
    if is_binary(body):
        raise Damaged("binary junk, not a page")
    if not is_html(body):
        raise Damaged("no HTML")


def is_binary(body: bytes) -> bool:
    """Whether `body` has bytes that stand in no text; UTF-16 is text when it says so."""
    return not body.startswith(_MARKS) and b"\0" in body[:_HEAD]


def is_html(body: bytes) -> bool:
    """Whether there is a tag near the start of `body`, and it is no feed or sitemap."""
    head = body[:_HEAD].replace(b"\0", b"") if body.startswith(_MARKS) else body[:_HEAD]
    return bool(_TAG.search(head)) and not _FEED.match(head.removeprefix(b"\xef\xbb\xbf"))


def _decode(body: bytes, coding: str) -> bytes:
    decoder = _DECODERS.get(coding)
    if decoder is None:
        raise Damaged(f"content coding {coding!r} is unknown")
    try:
        return decoder(body, max_size=LARGEST)
    except _BROKEN as error:
        raise Damaged(f"content coding {coding!r} cannot be undone: {error}") from error
