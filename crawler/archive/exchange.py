"""One exchange with a site, as it goes into an archive: what was asked and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Literal

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser
from warcio.warcwriter import WARCWriter

from crawler.archive.digest import make_digest

_TYPES = {
    "response": "application/http; msgtype=response",
    "request": "application/http; msgtype=request",
    "metadata": "application/warc-fields",
    "warcinfo": "application/warc-fields",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its outcome, each as the block of a WARC record."""

    url: str
    fetched: datetime
    request: bytes
    kind: Literal["response", "metadata"]
    """`metadata`: no answer came; the outcome is a failure."""
    outcome: bytes
    address: str | None = None
    """The site's IP address."""


def format_exchange(exchange: Exchange) -> bytes:
    """Two records, outcome first, each a gzip member."""
    number = StatusAndHeadersParser.make_warc_id()
    shared = {"WARC-Target-URI": exchange.url, "WARC-Date": format_date(exchange.fetched)}
    outcome = shared | {"WARC-Record-ID": number}
    if exchange.address:
        outcome["WARC-IP-Address"] = exchange.address
    asked = shared | {
        "WARC-Record-ID": StatusAndHeadersParser.make_warc_id(),
        "WARC-Concurrent-To": number,
    }
    return format_record(exchange.kind, exchange.outcome, outcome) + format_record(
        "request", exchange.request, asked
    )


def format_record(kind: str, block: bytes, headers: dict[str, str]) -> bytes:
    """One WARC 1.1 record as a gzip member.

    The record is put together here and not by warcio's builder, because that parses the HTTP
    headers and writes those that are not ASCII in another form than they had.
    """
    fields = [("WARC-Type", kind), *headers.items()]
    if kind != "warcinfo":
        fields.append(("WARC-Payload-Digest", make_digest(_find_payload(kind, block))))
    head = StatusAndHeaders("", fields, protocol="WARC/1.1")
    stream = BytesIO(block)
    record = ArcWarcRecord("warc", kind, head, stream, None, _TYPES[kind], len(block))
    member = BytesIO()
    WARCWriter(member, gzip=True, warc_version="1.1").write_record(record)
    return member.getvalue()


def format_date(when: datetime) -> str:
    """`when`, which is UTC, as WARC-Date."""
    return when.replace(tzinfo=None).isoformat() + "Z"


def _find_payload(kind: str, block: bytes) -> bytes:
    return block if kind == "metadata" else block.partition(b"\r\n\r\n")[2]
