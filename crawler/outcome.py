"""What became of a request that brought no page: named, so that it can be counted and said.

An article that gave nothing is `blocked` (refused, or hidden behind a challenge), `gone`,
`forbidden` (by robots.txt), `redirected-away` (to where the site has no articles) or `failed`:
no answer, an error of the server, more bytes or seconds than we take.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest, ResponseDataLossError
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.barriers import name_challenge
from crawler.charset import decode_body
from crawler.guard import NotPublic
from crawler.offsite import Elsewhere
from crawler.response import read_headers
from crawler.robots import Forbidden

_REFUSED = (401, 402, 403, 429, 451)
_GONE = (404, 410)
_UNSAID: dict[type[BaseException] | None, str] = {
    DownloadCancelledError: "more bytes than we take",
    ResponseDataLossError: "fewer bytes than were promised",
}
"""Failures without a message."""
_WRAPPED = re.compile(r"\[<twisted\.python\.failure\.Failure [\w.]+: ([^\[\]]*)>\]")
_ASIDE = re.compile(r"<\d+ [^<>]*>|\([^()]*\)")
"""Response and numbers of bytes in Scrapy's messages; the address is said already."""
_BEGINNING = 100_000
"""Bytes; a challenge is shorter."""


class Settled(IgnoreRequest):
    """Nothing is to be fetched: the page is unchanged, or done already. No trouble at all."""


def name_outcome(failure: Failure) -> str | None:
    """What the failure of a request is called; None where it is none."""
    error = failure.value
    if isinstance(error, Settled):
        return None
    if isinstance(error, HttpError):
        return _name_answer(error.response)
    if isinstance(error, Forbidden):
        return "forbidden"
    return "redirected-away" if isinstance(error, NotPublic | Elsewhere) else "failed"


def describe_failure(failure: Failure) -> str:
    """Why it failed, in one line."""
    error = failure.value
    if isinstance(error, HttpError):
        return ", ".join(_describe_answer(error.response))
    said = " ".join(_ASIDE.sub("", _unwrap(failure.getErrorMessage())).split())
    return said or _UNSAID.get(failure.type, type(error).__name__)


def _unwrap(message: str) -> str:
    """What Twisted wraps into a list of failures; Scrapy hands on the whole."""
    wrapped = _WRAPPED.fullmatch(message)
    return wrapped[1] if wrapped else message


def find_request(failure: Failure) -> Request:
    """What was asked for; Scrapy hangs it on the failure."""
    request: Request = vars(failure)["request"]
    return request


def find_challenge(response: Response) -> str | None:
    """Whose challenge the response is in place of a page of the site; None where it is none."""
    return name_challenge(decode_body(response.body[:_BEGINNING]), "", read_headers(response))


def _name_answer(response: Response) -> str:
    if response.status in _REFUSED or find_challenge(response):
        return "blocked"
    return "gone" if response.status in _GONE else "failed"


def _describe_answer(response: Response) -> Iterator[str]:
    yield f"HTTP {response.status}"
    if challenge := find_challenge(response):
        yield f"{challenge} challenge"
