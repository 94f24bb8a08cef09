"""Links: what the files of the pages are called, and the way from one to another."""

from __future__ import annotations

import re
from hashlib import sha256
from posixpath import dirname, relpath
from urllib.parse import quote, urlsplit

from pipelines.merging.traits import fold

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")
_OTHER = re.compile(r"[^a-z0-9]+")


def name_file(text: str) -> str:
    """`text` as the name of a file, without its ending: as it is, or in plain letters.

    Names of distinct texts are distinct, but for case where they are codes.
    """
    if _PLAIN.fullmatch(text):
        return text
    return name_distinctly(text, text)


def name_person(name: str) -> str:
    """The page of everybody with this name, in whatever script of accents."""
    return name_distinctly(name, fold(name))


def name_article(url: str) -> str:
    """The page of the article at `url`, the same in every store."""
    return _digest(url, 16)


def name_distinctly(text: str, key: str) -> str:
    """Plain letters of `text` and a digest of `key`, which alone makes it distinct."""
    plain = _OTHER.sub("-", fold(text)).strip("-")[:50]
    return "-".join(filter(None, (plain, _digest(key, 8))))


def link(source: str, target: str) -> str:
    """The relative address of the file `target` in the file `source`, both from the root."""
    return quote(relpath(target, dirname(source) or "."), safe="/.+-_")


def web_address(url: str) -> str | None:
    """`url` where it is one that a browser may be sent to; None for `javascript:` and the like."""
    return url if urlsplit(url).scheme in ("http", "https") else None


def _digest(text: str, length: int) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
