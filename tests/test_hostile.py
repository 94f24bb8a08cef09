"""Whatever is in a page, it is read or refused with a reason, soon and in little memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.limits import limit_seconds
from crawler.tree import Unreadable
from tests.reading import PROSE, TITLE, read, write_page

SECONDS = 20.0
"""Each takes less than two on an idle machine; without the limits some take minutes."""
P = "".join(f"<p>{text}</p>" for text in PROSE)


def repeat(markup: str, times: int) -> str:
    return "".join(markup.replace("#", str(number)) for number in range(times))


def ld(script: str) -> str:
    return write_page(head=f'<script type="application/ld+json">{script}</script>')


REFUSED: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "white": (lambda: b" \r\n\t", "empty"),
    "picture": (lambda: b"\x89PNG\r\n" + bytes(5000), "binary"),
    "null bytes": (lambda: write_page().encode("utf-16-le"), "binary"),
    "20 MB": (lambda: repeat(P, 20_000_000 // len(P.encode())), "limit"),
    "5 million characters": (lambda: write_page("x" * 5_000_000), "limit"),
    "50,000 links": (lambda: write_page(repeat("<a href=/#>từ #</a> và ", 50_000)), "elements"),
    "50,000 paragraphs": (lambda: write_page(*["Ngắn."] * 50_000), "elements"),
    "no element": (lambda: "<!doctype html><!-- a -->", "no element"),
    "no body": (lambda: f"<title>{TITLE}</title>", "no text"),
    "frameset": (lambda: "<html><frameset><frame src=a><frame src=b></frameset>", "no text"),
    "no HTML": (lambda: '{"a": "b"}', "no HTML"),
    "JSON": (lambda: json.dumps({"a": "<b>"}), "no text"),
    "meta refresh": (lambda: '<meta http-equiv=refresh content="0;url=http://127.0.0.1/">', "no"),
    "unclosed title": (lambda: f"<title>{TITLE}<body>{P}", "no text"),
    "unclosed script": (lambda: f"<script>var a = '{P}", "no text"),
    "unclosed comment": (lambda: f"<h1>{TITLE}</h1><!-- {P}", "no text"),
    "depth 100,000": (lambda: "<div>" * 100_000 + P, "no text"),
}
READ: dict[str, Callable[[], str | bytes]] = {
    "inline depth 100,000 beside": lambda: write_page(*PROSE, "<b>" * 100_000),
    "8,000 inline tags": lambda: write_page(
        *PROSE, repeat("<b>từ #</b> và <a href=/#>từ</a> ", 8_000)
    ),
    "20,000 inline tags": lambda: write_page(*PROSE, repeat("<i>từ #</i> ", 15_000)),
    "15,000 line breaks": lambda: write_page(*PROSE, repeat("dòng số #<br>", 15_000)),
    "loose text and breaks": lambda: write_page(*PROSE, after=repeat("dòng #<br>", 10_000)),
    "15,000 marked boxes": lambda: write_page(
        after=repeat("<div class='related x#'></div>", 30_000)
    ),
    "10,000 linked items": lambda: write_page(after=repeat("<li><a href=/#>từ #</a></li>", 10_000)),
    "nested lists": lambda: write_page(after="<div><li>" * 80 + "<a href=x>từ</a>" * 10_000),
    "bylines inside one another": lambda: write_page(
        before="<div class=author>" * 150 + "<span class=author>x</span>" * 10_000 + "</div>" * 150
    ),
    "5,000 headlines": lambda: write_page(after="<h1><b>từ</b><b>một đầu đề khác</b></h1>" * 5_000),
    "5,000 figures": lambda: write_page(
        after=repeat(
            "<figure><img src=a><figcaption>Hình # (Ảnh: AFP)</figcaption></figure>", 5_000
        )
    ),
    "20,000 meta tags": lambda: write_page(head="<meta name=author content='Thu Hà'>" * 20_000),
    "a million attributes": lambda: write_page(before=f"<p {'a=1 ' * 900_000}>x</p>"),
    "200,000 names of attributes": lambda: write_page(
        before=f"<p {repeat('a#=1 ', 200_000)}>x</p>"
    ),
    "a class of 2 MB": lambda: write_page(
        before=f"<div class='{'related box ' * 180_000}'>x</div>"
    ),
    "a line of 1 MB": lambda: write_page(*PROSE, "một câu không có dấu chấm " * 40_000),
    "a word of 1 MB": lambda: write_page(*PROSE, "ạ" * 1_000_000),
    "a megabyte of dots": lambda: write_page(*PROSE, "." * 1_000_000),
    "a megabyte of spaces": lambda: write_page(*PROSE, " " * 1_000_000),
    "dashes": lambda: write_page(*PROSE, "- " * 150_000),
    "brackets": lambda: write_page(*PROSE, "(" * 100_000),
    "capitals": lambda: write_page("HÀ NỘI " * 50_000, *PROSE),
    "names": lambda: write_page(*PROSE, "Nguyễn Văn An, " * 50_000),
    "entities": lambda: write_page(*PROSE, "&amp;&lt;&nbsp;&lạ;&#0;&#xD800;&#x110000;" * 20_000),
    "entities of entities": lambda: (
        "<!DOCTYPE html [<!ENTITY a 'ha'>"
        + repeat("<!ENTITY b# '&a;&a;&a;&a;&a;'>", 50)
        + f"]>{write_page(*PROSE, '&b49;')}"
    ),
    "external entity": lambda: (
        f"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>{write_page(*PROSE, '&a;')}"
    ),
    "lone surrogates": lambda: write_page(*PROSE[:2], "một \ud800 hai \udfff ba", *PROSE[2:]),
    "controls": lambda: write_page(*PROSE).replace("Đoạn", "\x01\x0b\x1f\ufffeĐoạn"),
    "a null byte late": lambda: write_page(*PROSE, *[PROSE[0]] * 40, "một\0hai"),
    "unclosed everything": lambda: (
        f"<h1>{TITLE}</h1><div>{P.replace('</p>', '')}<table><tr><td><b>"
    ),
    "JSON-LD 100,000 deep": lambda: ld('{"a":' * 100_000),
    "JSON-LD lists deep": lambda: ld("[" * 100_000),
    "JSON-LD of 2 MB": lambda: ld(json.dumps([{"@type": "NewsArticle", "x": "y" * 100}] * 15_000)),
    "JSON-LD of 8,000 nodes": lambda: ld(json.dumps([{"@type": "NewsArticle"}] * 8_000)),
    "JSON-LD of wrong types": lambda: ld(
        json.dumps(
            {"@type": ["NewsArticle", 5], "headline": {"a": "b"}, "author": [1, None, {"name": {}}]}
            | {"datePublished": {"a": 1}, "articleSection": [None], "publisher": [1]}
        )
    ),
    "JSON-LD of odd numbers": lambda: ld(
        '{"@type": "NewsArticle", "headline": NaN, "datePublished": ' + "9" * 4_000 + "}"
    ),
    "JSON-LD epoch": lambda: ld('{"@type": "NewsArticle", "datePublished": 9999999999}'),
    "foreign base": lambda: write_page(head="<base href='http://127.0.0.1/x/'>"),
    "broken canonical": lambda: write_page(head="<link rel=canonical href='http://[::1'>"),
    "broken port": lambda: write_page(head="<link rel=canonical href='http://a:999999/x'>"),
    "script as canonical": lambda: write_page(head="<link rel=canonical href='javascript:x()'>"),
    "broken picture": lambda: write_page(
        after="<figure><img src='http://[a'><figcaption>Quang cảnh</figcaption></figure>"
    ),
    "codec that is none": lambda: (
        write_page(head="<meta charset=rot13>").encode("utf-16")[2:][::2] + b"\xe7\xe7"
    ),
    "utf-16 declared as xml": lambda: f"<?xml version='1.0' encoding='utf-16'?>{write_page()}",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_article_is_refused_with_a_reason(name: str) -> None:
    make, reason = REFUSED[name]
    body = make()
    with pytest.raises(Unreadable, match=reason) as refused, limit_seconds(SECONDS):
        read(body)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("name", READ)
def test_an_article_is_read_whatever_stands_beside_it(name: str) -> None:
    body = READ[name]()
    with limit_seconds(SECONDS):
        article = read(body).article
    assert article.title
    if name != "codec that is none":
        assert PROSE[1][8:] in f"{article.sapo}\n{article.text}"
        assert article.url.startswith("https://mai.example/")
    assert "root" not in article.text


def test_a_page_of_another_host_never_names_the_address() -> None:
    page = write_page(head="<link rel=canonical href='https://khac.example/a'>")
    assert read(page).article.url == "https://mai.example/tin/som-1.html"


def test_the_largest_pages_are_read_in_little_memory() -> None:
    task = "from tests.test_hostile import measure_memory; print(measure_memory())"
    run = subprocess.run(
        [sys.executable, "-c", task],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert float(run.stdout) < 400


def measure_memory() -> float:
    """Megabytes that the process grew by, at most, over pages near the limits."""
    read(write_page())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for page in (
        write_page(*PROSE, "một câu không có dấu chấm " * 140_000),
        write_page(*PROSE, repeat("<b>từ #</b> ", 38_000)),
        repeat(P, 20_000_000 // len(P.encode())),
    ):
        with suppress(Unreadable):
            read(page)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


TAGS = st.sampled_from(
    "<p> </p> <div class=related> </div> <h1> </h1> <a href=x> </a> <table> <td> <figure> <img> "
    "<article> <br> <script> <!-- --> <meta name=author content= <title> </title> & < > \" ' / "
    "<blockquote> <li> <ul> <svg> <template> <base href=//[> <time datetime=2026-01-01> \0".split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(TAGS | st.text(max_size=30) | st.sampled_from(PROSE), max_size=40))
def test_any_markup_is_read_or_refused(pieces: list[Any]) -> None:
    with suppress(Unreadable):
        assert read("".join(pieces)).article.text is not None


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    with suppress(Unreadable):
        assert read(b"<p>" + PROSE[0].encode() + body).article.text is not None
