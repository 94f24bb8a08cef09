"""`scrapy browse`: what its server answers, to whom, and that it only reads."""

import hashlib
import urllib.error
import urllib.request
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from pipelines.browse.server import make_application, open_server
from pipelines.commands.browse import Command
from tests.programs import scrapy_command, start_program


def ask(served, path, query="", *, method="GET", host="127.0.0.1:8765", **headers):
    """(status, headers, body) of one request."""
    environment = {"PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": method}
    environment |= {"HTTP_HOST": host} | {f"HTTP_{name.upper()}": v for name, v in headers.items()}
    setup_testing_defaults(environment)
    told = []
    body = make_application(served.pages)(environment, lambda *words: told.extend(words))
    return int(told[0].split()[0]), dict(told[1]), b"".join(body)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/en/index.html", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/browse.js", "text/javascript; charset=utf-8"),
        ("/icon.svg", "image/svg+xml"),
    ],
)
def test_a_page_is_sent_with_its_kind_and_may_load_nothing_foreign(served, path, kind):
    status, headers, body = ask(served, path)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert headers["Content-Length"] == str(len(body))
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
    assert "script-src" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_pages_of_the_server_hold_no_script(served):
    for name in served.pages.names():
        if name.endswith(".html"):
            assert b"<script" not in served.pages.read(name), name


@pytest.mark.parametrize(
    ("path", "query", "headers", "place"),
    [
        ("/", "", {}, "/en/index.html"),
        ("/", "", {"accept_language": "vi-VN,vi;q=0.9,en;q=0.8"}, "/vi/index.html"),
        ("/", "", {"accept_language": "fr,zz"}, "/en/index.html"),
        ("/vi/", "", {}, "/vi/index.html"),
        ("/vi", "", {}, "/vi/index.html"),
        ("/en/places.html", "lang=vi", {}, "/vi/places.html"),
        ("/en/index.html", "q=%C4%91&lang=vi&year=2020", {}, "/vi/index.html?q=%C4%91&year=2020"),
        ("/en/x\r\nSet-Cookie: a=1", "lang=vi", {}, "/vi/x%0D%0ASet-Cookie%3A%20a%3D1"),
        ("//foreign.example/", "", {}, None),
    ],
)
def test_short_addresses_lead_to_a_page(served, path, query, headers, place):
    status, told, _ = ask(served, path, query, **headers)
    assert (status, told.get("Location")) == ((302, place) if place else (404, None))


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8765", 200),
        ("127.0.0.1", 200),
        ("[::1]:8765", 200),
        ("rebound.example:8765", 403),
        ("127.0.0.1.rebound.example", 403),
        ("[", 403),
        ("", 403),
    ],
)
def test_only_names_of_this_machine_are_answered(served, host, status):
    assert ask(served, "/en/index.html", host=host)[0] == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(served, method):
    status, headers, _ = ask(served, "/en/index.html", method=method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


def test_a_head_has_no_body(served):
    status, headers, body = ask(served, "/en/index.html", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


def test_a_choice_in_the_address_is_shown(served):
    _, _, body = ask(served, "/en/index.html", "series=SOM&format=online&q=%C4%91")
    assert b"No meeting fits" in body
    _, _, body = ask(served, "/en/index.html", "series=SOM&format=online")
    assert body.count(b'class="entry"') == 1


def test_what_a_query_says_is_no_markup(served):
    _, _, body = ask(served, "/en/index.html", "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert b"<script" not in body
    assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in body


def test_a_taken_port_is_one_line(address, served, capfd):
    server = open_server(served.pages, 0)
    try:
        command = Command()
        command.settings = Settings({"STORE": address, "SPIDER_MODULES": ["spiders"]})
        options = type("Options", (), {"port": int(server.effective_port), "open": False})
        command.run([], options)
    finally:
        server.close()
    assert command.exitcode == 1
    assert "Address already in use" in capfd.readouterr().err


def test_without_a_store_there_is_nothing_to_serve(tmp_path, capfd):
    command = Command()
    command.settings = Settings({"STORE": str(tmp_path / "none.sqlite")})
    command.run([], type("Options", (), {"port": 0, "open": False}))
    assert command.exitcode == 1
    assert "a crawl makes it" in capfd.readouterr().err
    with pytest.raises(UsageError):
        command.run(["store.sqlite"], None)


def read(address):
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address) as answer:
        return answer.status, answer.url, answer.read().decode()


def test_the_command_serves_the_store_and_leaves_it_as_it_is(address):
    before = hashlib.sha256(Path(address).read_bytes()).digest()
    with start_program(*scrapy_command("browse", "--port", "0"), STORE=address) as process:
        said = process.stdout.readline()
        try:
            base = said.split()[0]
            status, url, page = read(base)
            assert (status, url) == (200, f"{base}en/index.html")
            assert "40th ASEAN Summit" in page
            with pytest.raises(urllib.error.HTTPError, match="404"):
                read(f"{base}en/none.html")
        finally:
            process.terminate()
    assert hashlib.sha256(Path(address).read_bytes()).digest() == before
