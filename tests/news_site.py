"""A news site on 127.0.0.1 that plays what a test tells it to, and remembers who asked what when.

    with NewsSite() as site:
        site.add("/tin/1.htm", Answer(body="<h1>ASEAN</h1>"))
        site.add("/busy", Answer(503, headers={"Retry-After": "2"}), Answer(body="well again"))
        site.url("/tin/1.htm")

The k-th request of a path gets its k-th answer, further ones the last. A path that nobody added is
a 404, `/robots.txt` included (which allows everything).
"""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One request that reached the site."""

    path: str
    time: float
    """Seconds of the monotonic clock at its arrival."""
    headers: dict[str, str]
    """Names in lower case."""


@dataclass(frozen=True)
class Answer:
    """What the site does with a request."""

    status: int = 200
    body: str | bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "text/html; charset=utf-8"
    """Content-Type; empty for none."""
    wait: float = 0
    """Seconds before the answer begins."""
    drip: float = 0
    """Seconds between two bytes of the body."""
    zipped: bool = False
    """gzip, for who accepts it."""
    cached: bool = False
    """ETag and Last-Modified, and 304 for who has that version."""
    length: int | None = None
    """A false Content-Length; the connection then ends with the body."""
    endless: bool = False
    """The body is sent again and again, chunked, for as long as anybody takes it."""
    raw: bytes | None = None
    """These bytes instead of HTTP."""
    reset: bool = False
    """The connection is torn down without a word."""


Respond = Answer | Callable[[Seen], Answer]


class NewsSite:
    """The site: runs in threads from `__enter__` to `__exit__`."""

    def __init__(self, *, certificate: Path | None = None, handler: type[Handler] | None = None):
        """`certificate`: a PEM file with key and certificate, for https."""
        self.seen: list[Seen] = []
        self._answers: dict[str, tuple[Respond, ...]] = {}
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), handler or Handler)
        self._server.site = self
        self._scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            self._scheme = "https"

    def __enter__(self) -> NewsSite:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def url(self, path: str = "/", *, host: str = "127.0.0.1") -> str:
        return f"{self._scheme}://{host}:{self.port}{path}"

    def add(self, path: str, *answers: Respond) -> str:
        """Play `answers` at `path` (with its query, if any); its address."""
        self._answers[path] = answers
        return self.url(path)

    def first_answer(self, path: str) -> Answer:
        """What was added as the first answer of `path`."""
        answer = self._answers[path][0]
        assert isinstance(answer, Answer)
        return answer

    def addresses(self, start: str) -> list[str]:
        """The paths that begin with `start` and have an answer."""
        return [path for path in self._answers if path.startswith(start)]

    def robots(self, text: str, status: int = 200) -> None:
        """A robots.txt, or the want of one."""
        self.add("/robots.txt", Answer(status, text, kind="text/plain"))

    def paths(self) -> list[str]:
        """What was asked for, in order, robots.txt aside."""
        return [seen.path for seen in self.seen if seen.path != "/robots.txt"]

    def times(self, path: str | None = None) -> list[float]:
        """When `path`, or anything, was asked for."""
        return [seen.time for seen in self.seen if path in (None, seen.path)]

    def answer(self, seen: Seen) -> Answer:
        with self._lock:
            self.seen.append(seen)
            answers = self._answers.get(seen.path, (Answer(404, "<h1>Không tìm thấy</h1>"),))
            number = min(self._counts[seen.path], len(answers) - 1)
            self._counts[seen.path] += 1
        chosen = answers[number]
        return chosen(seen) if callable(chosen) else chosen

    def rest(self, seconds: float) -> bool:
        """Wait; whether the site is still open then."""
        return not self._closing.wait(seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    site: NewsSite

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two packets: else each answer waits 40 ms
    server: _Server

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        seen = Seen(path=self.path, time=time.monotonic(), headers=headers)
        answer = self.server.site.answer(seen)
        if not self.server.site.rest(answer.wait):
            return
        if answer.reset:
            self._reset()
        elif answer.raw is not None:
            self.wfile.write(answer.raw)
            self.close_connection = True
        else:
            self._send(answer, seen)

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _send(self, answer: Answer, seen: Seen) -> None:
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        headers = dict(answer.headers)
        if answer.kind:
            headers.setdefault("Content-Type", answer.kind)
        if answer.cached:
            headers["ETag"] = f'"{sha256(body).hexdigest()[:16]}"'
            headers["Last-Modified"] = "Fri, 20 Nov 2026 01:30:00 GMT"
            if seen.headers.get("if-none-match") == headers["ETag"]:
                self._head(304, headers)
                return
        if answer.zipped and "gzip" in seen.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body, mtime=0)
        self._body(answer, body, headers)

    def _body(self, answer: Answer, body: bytes, headers: dict[str, str]) -> None:
        if answer.endless:
            self._head(answer.status, headers | {"Transfer-Encoding": "chunked"})
            while self.server.site.rest(0):
                self.wfile.write(b"%x\r\n%b\r\n" % (len(body), body))
            return
        length = len(body) if answer.length is None else answer.length
        self._head(answer.status, headers | {"Content-Length": str(length)})
        self.close_connection |= length != len(body)
        step = 1 if answer.drip else max(1, len(body))
        for start in range(0, len(body), step):
            self.wfile.write(body[start : start + step])
            if answer.drip and not self.server.site.rest(answer.drip):
                return

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """The site keeps its own log."""
