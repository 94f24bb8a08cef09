from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.metadata import Metadata, read_metadata
from crawler.tree import parse_page


def read(head: str) -> Metadata:
    return read_metadata(parse_page(f"<html><head>{head}</head><body><p>a</p></body></html>"))


def ld(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


ARTICLE = {"@type": "NewsArticle", "headline": "Họp SOM"}


@pytest.mark.parametrize(
    "script",
    [
        ld(ARTICLE),
        ld([{"@type": "WebSite"}, ARTICLE]),
        ld({"@graph": [{"@type": "Person"}, ARTICLE]}),
        ld({"@type": "WebPage", "mainEntity": ARTICLE}),
        ld({"@type": ["Thing", "ReportageNewsArticle"], "headline": "Họp SOM"}),
        ld({"@type": "BlogPosting", "headline": "Họp SOM"}),
        ld('{"@type": "NewsArticle", "headline": "Họp SOM",}'),
        ld('{"@type": "NewsArticle",\n"x": "a\tb\nc", "headline": "Họp SOM"};'),
        '<script type="Application/LD+JSON; charset=utf-8">' + json.dumps(ARTICLE) + "</script>",
    ],
)
def test_article_nodes_are_found_wherever_they_stand(script: str) -> None:
    assert read(script).ld("headline") == "Họp SOM"


@pytest.mark.parametrize(
    "script",
    [
        ld("{"),
        ld(""),
        ld("NaN"),
        ld([]),
        ld({"@type": None, "headline": "a"}),
        ld({"@type": "WebPage", "headline": "a"}),
        ld('{"a":' * 50_000),
        ld("[" * 50_000),
        "<script>var a = {'@type': 'NewsArticle', 'headline': 'a'}</script>",
    ],
)
def test_what_is_no_article_node_gives_none(script: str) -> None:
    assert read(script).articles == ()
    assert read(script).ld("headline") is None


def test_a_broken_script_does_not_hide_a_sound_one() -> None:
    assert read(ld("{") + ld(ARTICLE)).ld("headline") == "Họp SOM"


def test_a_script_beyond_the_limit_is_not_read() -> None:
    assert read(ld([ARTICLE | {"x": "a" * 1_000_001}])).articles == ()


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ([{"name": "Thế giới"}, {"item": {"name": "ASEAN"}}], ("Thế giới", "ASEAN")),
        ([{"name": ["a"]}, 5, None, {"item": "https://mai.example"}], ()),
        ({"name": "a"}, ()),
    ],
)
def test_the_breadcrumb_is_read_and_junk_in_it_is_not(items: Any, names: tuple[str, ...]) -> None:
    crumbs = {"@type": "BreadcrumbList", "itemListElement": items}
    assert read(ld(crumbs)).breadcrumb == names


def test_metas_go_by_name_property_and_itemprop_in_any_case() -> None:
    found = read(
        '<meta name="Author" content=" Thu  Hà "><meta property="og:title" content="A">'
        '<meta itemprop="datePublished" content="2026-01-02"><meta name="author" content="B">'
        '<meta charset="utf-8"><meta name="empty" content="">'
    )
    assert found.contents("author") == ["Thu Hà", "B"]
    assert found.meta("none", "empty", "og:title") == "A"
    assert found.meta("datepublished") == "2026-01-02"
    assert found.meta("none") is None


def test_the_first_link_of_a_relation_counts() -> None:
    found = read('<link rel="Canonical x" href=" /a "><link rel=canonical href="/b"><link rel=y>')
    assert found.links == {"canonical": "/a", "x": "/a"}
