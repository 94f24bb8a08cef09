"""From the bytes of a page to its characters: the declared charset if it is right, else a guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_CONTENT_TYPE = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKS = tuple(mark for mark, _ in _BOMS)
# Browsers read the label on the left as the superset on the right (WHATWG Encoding Standard).
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_PAGE_CODEC = re.compile(r"ascii|big5|cp\d|euc_|gb|hz|iso|johab|koi8|mac|ptcp|shift_|tis-")
"""Python knows codecs that no page is written in: `rot13`, `hex`, `idna`."""
_REGION = ["utf_8", "cp1252", "cp874", "cp1258", "gb18030", "big5hkscs", "shift_jis", "euc_kr"]
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF")
_SAMPLE = 2048
_MOST_DETECTED = 500_000
_ASCII = bytes(range(128))
_LEAST_SOUND = 30
"""Bytes beyond ASCII for each broken one; in any other charset nearly all of them are broken."""


def is_binary(body: bytes) -> bool:
    """True for what cannot be a page: pictures, PDF, archives, bytes with NULs."""
    if body.startswith(_MAGIC):
        return True
    return b"\0" in body[:_SAMPLE] and not body.startswith(_MARKS)


def decode_utf8(body: bytes) -> str | None:
    """The characters of `body`; None for what is not UTF-8 throughout, or opens with a mark."""
    if body.startswith(_MARKS):
        return None
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def decode_body(body: bytes, *, content_type: str = "", encoding: str | None = None) -> str:
    """The characters of `body`; undecodable bytes become U+FFFD, nothing is raised.

    Trusted in this order: byte order mark, the bytes being UTF-8, `encoding` (the site's own), the
    `Content-Type` header, the page's `meta`, detection among the charsets of the region.
    """
    for mark, marked in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(marked, "replace")
    if (text := decode_utf8(body)) is not None:
        return text
    if is_utf8(body):
        return body.decode("utf-8", "replace")
    declared = (encoding, _header_charset(content_type), _meta_charset(body))
    name = next(filter(None, map(_codec, filter(None, declared))), None)
    return body.decode(name or _detect(body), "replace")


def is_utf8(body: bytes) -> bool:
    """True where `body` is UTF-8, perhaps cut in the middle of a character or dirty in places."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        broken = body.decode("utf-8", "replace").count("\ufffd")
        return broken * _LEAST_SOUND < len(body.translate(None, _ASCII))
    return True


def _header_charset(content_type: str) -> str | None:
    match = _CONTENT_TYPE.search(content_type)
    return match[1] if match else None


def _meta_charset(body: bytes) -> str | None:
    match = _DECLARED.search(body[:_SAMPLE])
    return match[1].decode("ascii", "ignore") if match else None


def _codec(label: str) -> str | None:
    """Python's codec for `label`; None for what is no charset, and for UTF-8, which was tried."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return _SUPERSETS.get(name, name) if _PAGE_CODEC.match(name) else None


def _detect(body: bytes) -> str:
    best = from_bytes(body[:_MOST_DETECTED], cp_isolation=_REGION).best()
    return best.encoding if best else "cp1252"
