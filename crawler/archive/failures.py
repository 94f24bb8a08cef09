"""The ways in which a download fails, by the names under which an archive keeps them."""

from __future__ import annotations

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from twisted.internet.error import ConnectError

from crawler.archive.trouble import Damaged

FAILURES: tuple[type[Exception], ...] = (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
    ConnectError,
    OSError,
)
"""Everything that the network can do to a request; anything else is a bug and is not recorded.

A closed table, so that no archive can name a class of its own choice.
"""

_BY_NAME = {kind.__name__: kind for kind in FAILURES}


_FIRST = b"failure: "


def is_failure(block: bytes) -> bool:
    """Whether the block of a metadata record is one of ours; other programs write others."""
    return block.startswith(_FIRST)


def format_failure(failure: Exception) -> bytes:
    """`failure` as the block of a metadata record (`application/warc-fields`)."""
    name = next(kind.__name__ for kind in FAILURES if isinstance(failure, kind))
    message = " ".join(str(failure).split())
    return _FIRST + f"{name}\r\nmessage: {message}\r\n".encode(errors="replace")


def parse_failure(block: bytes) -> Exception:
    """The exception that `format_failure` wrote, of the same class, with the same message.

    Raises:
        Damaged: the block names no failure that we know.
    """
    lines = block.decode(errors="replace").split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines if ": " in line)
    kind = _BY_NAME.get(fields.get("failure", ""))
    if kind is None:
        raise Damaged("a metadata record that is not a failure of ours")
    return kind(fields.get("message", ""))
