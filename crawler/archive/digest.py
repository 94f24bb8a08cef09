"""Digests of WARC records, written as SHA-1 in base 32 as archives do, read in any usual form."""

from __future__ import annotations

import hashlib
from base64 import b32encode


def make_digest(data: bytes) -> str:
    """`sha1:` and the digest of `data` in base 32."""
    digest = hashlib.sha1(data, usedforsecurity=False).digest()
    return f"sha1:{b32encode(digest).decode()}"


def is_intact(data: bytes, stated: str) -> bool:
    """Whether `data` has the stated digest; true for an algorithm that we do not know."""
    name, _, value = stated.partition(":")
    name = name.lower().replace("-", "")
    if name not in ("sha1", "sha256", "sha512", "md5"):
        return True
    digest = hashlib.new(name, data, usedforsecurity=False).digest()
    return value.rstrip("=").lower() in (
        digest.hex(),
        b32encode(digest).decode().rstrip("=").lower(),
    )
