"""One HTTP message as the bytes of a WARC record, and back.

Bodies are kept as they came over the wire, still in their content coding (gzip, brotli ...), but
without transfer coding: Scrapy hands them out joined, and says so by leaving the header away.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO

from scrapy.http import Headers, Request, Response
from scrapy.utils.httpobj import urlparse_cached
from warcio.bufferedreaders import ChunkedDataReader

from crawler.archive.trouble import Damaged

_CREDENTIALS = (b"Authorization", b"Proxy-Authorization", b"Cookie")
_BODILESS = (204, 304)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A recorded response: content coding kept, transfer coding gone."""

    status: int
    protocol: str
    headers: Headers
    body: bytes


def format_request(request: Request) -> bytes:
    """The request as HTTP/1.1; credentials never reach an archive."""
    address = urlparse_cached(request)
    target = (address.path or "/") + (f"?{address.query}" if address.query else "")
    headers = Headers(request.headers)
    for name in _CREDENTIALS:
        headers.pop(name, None)
    headers.setdefault(b"Host", address.netloc.rpartition("@")[2])
    first = f"{request.method} {target} HTTP/1.1\r\n".encode()
    return first + format_headers(headers) + b"\r\n" + request.body


def format_response(response: Response) -> bytes:
    """The response as HTTP, header values byte for byte."""
    first = (
        f"{response.protocol or 'HTTP/1.1'} {response.status} {find_phrase(response.status)}\r\n"
    )
    return first.encode() + format_headers(response.headers) + b"\r\n" + response.body


def format_headers(headers: Headers) -> bytes:
    """One line a value, in the order of arrival."""
    lines = ((name, value) for name in headers for value in headers.getlist(name))
    return b"".join(b"%b: %b\r\n" % (name, _one_line(value)) for name, value in lines)


def find_phrase(status: int) -> str:
    """The standard reason phrase of `status`, empty where there is none."""
    return next((known.phrase for known in HTTPStatus if known == status), "")


def parse_response(block: bytes) -> Answer:
    """The response in a record.

    Raises:
        Damaged: `block` is no HTTP response, or its body is shorter than it says.
    """
    head, gap, body = block.partition(b"\r\n\r\n")
    first, _, lines = head.partition(b"\r\n")
    protocol, _, status = first.decode("latin-1").partition(" ")
    if not gap or not protocol.startswith("HTTP/") or not status[:3].isdecimal():
        raise Damaged("a response record without an HTTP response")
    headers = parse_headers(lines)
    code = int(status[:3])
    body = join_chunks(headers, body)
    if code not in _BODILESS:
        check_length(headers, body)
    return Answer(status=code, protocol=protocol, headers=headers, body=body)


def parse_headers(lines: bytes) -> Headers:
    """Header lines; one without a colon is passed over, as browsers do."""
    headers = Headers()
    for line in lines.split(b"\r\n"):
        name, colon, value = line.partition(b":")
        if colon:
            headers.appendlist(name.strip(), value.strip())
    return headers


def join_chunks(headers: Headers, body: bytes) -> bytes:
    """The body without the transfer coding that archives of other programs keep."""
    if b"chunked" not in (headers.get(b"Transfer-Encoding") or b"").lower():
        return body
    del headers[b"Transfer-Encoding"]
    joined: bytes = ChunkedDataReader(BytesIO(body)).read()
    return joined


def check_length(headers: Headers, body: bytes) -> None:
    """Compare the body with its Content-Length.

    Raises:
        Damaged: bytes are missing.
    """
    stated = headers.get(b"Content-Length") or b""
    if stated.isdigit() and len(body) < int(stated):
        raise Damaged(f"half a page: {len(body):,} of {int(stated):,} bytes")


def _one_line(value: bytes) -> bytes:
    return value.replace(b"\r", b" ").replace(b"\n", b" ")
