"""Feeds and sitemaps: XML that may be garbage, cut off or hostile."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from io import BytesIO

from lxml import etree

from crawler.discovery.link import Link, Links, complete

_MAX_SIZE = 64 << 20
"""Bytes of an unpacked sitemap: the protocol allows 50 MB."""
_ENTRIES = frozenset({"item", "entry", "url", "sitemap"})
_ROOT = re.compile(rb"<(?:\w+:)?(rss|RDF|feed|urlset|sitemapindex)\b")
_ENTRY_END = re.compile(rb"</(?:\w+:)?(?:item|entry|url|sitemap)\s*>")
_PUBLISHED = ("pubDate", "published", "publication_date", "date")
_MODIFIED = ("lastmod", "updated")
_SAID = frozenset({*_PUBLISHED, *_MODIFIED, "loc", "link", "title"})


def read_xml(body: bytes, *, base: str) -> Links:
    """The entries of an RSS or Atom feed, a sitemap or a sitemap index.

    Of a list that breaks off, the entries before the break: the last one has no end tag, and its
    address may be cut. `base` makes relative addresses absolute. Nothing is raised.
    """
    root = _ROOT.search(body)
    if root is None:
        return Links((), "neither a feed nor a sitemap" if body.strip() else "empty")
    whole, trouble = _cut_whole(body, root[1])
    links: list[Link] = []
    try:
        links.extend(_read_entries(whole, base))
    except etree.XMLSyntaxError as error:
        trouble = f"broken XML: {error.msg}"
    return Links(tuple(links), trouble)


def _cut_whole(body: bytes, root: bytes) -> tuple[bytes, str | None]:
    """`body` up to its last whole entry, and what is wrong where that is not its end."""
    if re.search(rb"</(?:\w+:)?%b\s*>\s*\Z" % root, body):
        return body, None
    end = max((found.end() for found in _ENTRY_END.finditer(body)), default=0)
    return body[:end], f"<{root.decode()}> breaks off"


def _read_entries(body: bytes, base: str) -> Iterator[Link]:
    if not body:
        return
    elements = etree.iterparse(
        BytesIO(body.lstrip()),
        recover=True,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in elements:
        if _name(element) in _ENTRIES:
            yield from _read_entry(element, base)
            element.clear()


def _read_entry(entry: etree._Element, base: str) -> Iterator[Link]:
    said: dict[str, str] = {}
    for element in entry.iterdescendants():
        name, text = _name(element), (element.text or element.get("href") or "").strip()
        if name in _SAID and text and element.get("rel", "alternate") == "alternate":
            said.setdefault(name, text)
    address = said.get("loc") or said.get("link")
    if address and (url := complete(address, base=base)):
        yield Link(url, _day(said, _PUBLISHED), _day(said, _MODIFIED), said.get("title", ""))


def _day(said: dict[str, str], names: tuple[str, ...]) -> date | None:
    return next((day for name in names if (day := read_day(said.get(name, "")))), None)


def read_day(text: str) -> date | None:
    """The day of an ISO 8601 or RFC 822 time, as its writer counts it; None where it is neither."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        return None


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def unpack(body: bytes) -> bytes:
    """`body`, out of gzip where it is: of a cut gzip the beginning, of a broken one nothing."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, _MAX_SIZE)
    except zlib.error:
        return b""
