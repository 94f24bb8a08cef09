"""The server of the pages: a WSGI application that reads, on this machine only.

No page of another site can read it: it answers only to names of the loopback interface (so a
foreign name that is bound to 127.0.0.1 gets nothing), and what it sends may load and send nothing
but itself.
"""

from __future__ import annotations

import posixpath
import socket
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit
from wsgiref.types import StartResponse, WSGIEnvironment

import waitress
from waitress.server import BaseWSGIServer

from pipelines.browse.filters import read_choice
from pipelines.browse.pages import Pages
from pipelines.browse.wording import wordings
from pipelines.store.errors import StoreError

HOST = "127.0.0.1"
_NAMES = ("127.0.0.1", "localhost", "::1")
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_ALWAYS = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
]

Headers = list[tuple[str, str]]
Answer = tuple[str, Headers, bytes]
Application = Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]


def make_application(pages: Pages) -> Application:
    """A WSGI application that hands out `pages`."""

    def answer(environment: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        status, headers, body = _answer(pages, environment)
        start(status, [*_ALWAYS, *headers, ("Content-Length", str(len(body)))])
        return [] if environment["REQUEST_METHOD"] == "HEAD" else [body]

    return answer


def open_server(pages: Pages, port: int) -> BaseWSGIServer:
    """A server that listens on the loopback interface; `run` serves, `close` ends it.

    Raises:
        OSError: The port is taken.
    """
    # waitress leaves a socket of its own open where it cannot bind it
    own = socket.create_server((HOST, port))
    return waitress.create_server(make_application(pages), sockets=[own], ident=None)


def _answer(pages: Pages, environment: WSGIEnvironment) -> Answer:
    if _read_name(environment.get("HTTP_HOST", "")) not in _NAMES:
        return _say("403 Forbidden", "This address is not of this machine.")
    if environment["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return _say("405 Method Not Allowed", "Pages can only be read.", ("Allow", "GET, HEAD"))
    query = parse_qs(environment.get("QUERY_STRING", ""), max_num_fields=50)
    path = environment["PATH_INFO"].encode("latin-1").decode("utf-8", "replace").lstrip("/")
    if moved := _find_moved(path, environment, query):
        return _say("302 Found", "", ("Location", moved))
    try:
        body = pages.read(path, read_choice(query))
    except StoreError as error:
        return _say("503 Service Unavailable", str(error))
    if body is None:
        return _say("404 Not Found", "There is no such page.")
    kind = _KINDS[posixpath.splitext(path)[1]]
    return "200 OK", [("Content-Type", kind)], body


def _read_name(host: str) -> str | None:
    """The name in a Host header, without its port; None where it is none."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _find_moved(path: str, environment: WSGIEnvironment, query: dict[str, Any]) -> str | None:
    """Where a short address leads: `/`, `/vi/`, and `?lang=vi` on any page."""
    language, _, rest = path.partition("/")
    if (wanted := query.get("lang", [""])[0]) in wordings():
        others = urlencode({name: v for name, v in query.items() if name != "lang"}, doseq=True)
        return f"/{wanted}/{quote(rest) or 'index.html'}" + (f"?{others}" if others else "")
    if path in ("", "index.html"):
        return f"/{_prefer(environment.get('HTTP_ACCEPT_LANGUAGE', ''))}/index.html"
    return f"/{language}/index.html" if language in wordings() and not rest else None


def _prefer(accepted: str) -> str:
    """The first of the languages that a browser asks for that the pages speak, else English."""
    asked = (part.split(";")[0].strip()[:2].lower() for part in accepted.split(","))
    return next((code for code in asked if code in wordings()), "en")


def _say(status: str, words: str, *headers: tuple[str, str]) -> Answer:
    kind = ("Content-Type", "text/plain; charset=utf-8")
    return status, [kind, *headers], f"{words}\n".encode()
