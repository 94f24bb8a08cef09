"""A saved page: `NAME.html`, and beside it `NAME.json` that says where and when it was fetched.

The sidecar is a JSON object with `url` and `fetched` (ISO 8601, UTC where no offset is given),
and if need be `headers` (an object) and `encoding` (the charset that the site declared).
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson

from crawler.archive.content import LARGEST, check_page
from crawler.archive.trouble import Damaged
from crawler.items import ArchiveRef
from crawler.page import Page

PAGES = (".html", ".htm")


def read_saved(path: Path) -> Page:
    """The saved page at `path`.

    Raises:
        Damaged: the page or its sidecar is not what it should be.
        OSError: one of them cannot be read.
    """
    if path.stat().st_size > LARGEST:
        raise Damaged(f"a page of more than {LARGEST:,} bytes")
    body = path.read_bytes()
    check_page(body)
    sidecar = read_sidecar(path.with_suffix(".json"))
    return Page(
        url=read_address(sidecar),
        body=body,
        fetched=read_date(sidecar),
        headers=read_headers(sidecar),
        archive=ArchiveRef(file=name_file(path), offset=0),
    )


def read_sidecar(path: Path) -> dict[str, Any]:
    """The object in the sidecar.

    Raises:
        Damaged: there is no sidecar, or no JSON object in it.
    """
    if not path.is_file():
        raise Damaged(f"no sidecar {path.name}")
    try:
        sidecar = orjson.loads(path.read_bytes())
    except orjson.JSONDecodeError as error:
        raise Damaged(f"the sidecar {path.name} is no JSON: {error}") from error
    if not isinstance(sidecar, dict):
        raise Damaged(f"the sidecar {path.name} is no JSON object")
    return sidecar


def read_address(sidecar: dict[str, Any]) -> str:
    """The `url` of the sidecar.

    Raises:
        Damaged: there is none, or it is no http(s) address.
    """
    url = sidecar.get("url")
    if not isinstance(url, str) or not is_address(url):
        raise Damaged(f"the sidecar's url is {url!r}")
    return url


def is_address(url: str) -> bool:
    """Whether `url` is an http(s) address with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def read_date(sidecar: dict[str, Any]) -> datetime:
    """The `fetched` of the sidecar.

    Raises:
        Damaged: there is none, or it is no date.
    """
    stated = sidecar.get("fetched")
    try:
        date = datetime.fromisoformat(stated) if isinstance(stated, str) else None
    except ValueError:
        date = None
    if date is None:
        raise Damaged(f"the sidecar's fetched is {stated!r}, no ISO 8601 date")
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def read_headers(sidecar: dict[str, Any]) -> dict[str, str]:
    """The `headers` of the sidecar, names in lower case; `encoding` stands in for a charset.

    Raises:
        Damaged: `headers` is no object of strings, or `encoding` no string.
    """
    headers = sidecar.get("headers", {})
    encoding = sidecar.get("encoding")
    if not isinstance(headers, dict) or not all(isinstance(v, str) for v in headers.values()):
        raise Damaged("the sidecar's headers are no object of strings")
    if not isinstance(encoding, str | None):
        raise Damaged(f"the sidecar's encoding is {encoding!r}")
    lowered = {name.lower(): value for name, value in headers.items()}
    if encoding:
        lowered.setdefault("content-type", f"text/html; charset={encoding}")
    return lowered


def name_file(path: Path) -> str:
    """The name of the file as text, whatever bytes it is made of."""
    return path.name.encode(errors="surrogateescape").decode(errors="replace")
