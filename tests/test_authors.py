from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.authors import is_name, is_paper, read_authors, split_names
from crawler.metadata import read_metadata
from crawler.tree import parse_page


def authors(
    head: str = "", body: str = "", *, printed: tuple[str, ...] = (), papers: tuple[str, ...] = ()
) -> list[str]:
    root = parse_page(f"<html><head>{head}</head><body>{body}<p>a</p></body></html>")
    return read_authors(
        root,
        read_metadata(root),
        url="https://www.baomai.example/a",
        printed=printed,
        papers=papers,
    )


def ld(author: Any) -> str:
    node = json.dumps({"@type": "NewsArticle", "author": author, "publisher": {"name": "Báo Mai"}})
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thu Hà", ["Thu Hà"]),
        ("THIỆN TRẦN", ["THIỆN TRẦN"]),
        ("Tâm Hằng (TTXVN)", ["Tâm Hằng"]),
        ("Thu Hà - Minh Đức", ["Thu Hà", "Minh Đức"]),
        ("Thu Hà, Minh Đức và Lê Anh", ["Thu Hà", "Minh Đức", "Lê Anh"]),
        ("Bài và ảnh: Thu Hà", ["Thu Hà"]),
        ("By Siti Aminah and John O’Neil", ["Siti Aminah", "John O’Neil"]),
        ("By: Maria Santos | Ana Cruz", ["Maria Santos", "Ana Cruz"]),
        ("Reporter: Budi Santoso", ["Budi Santoso"]),
        ("Oleh Budi Santoso", ["Budi Santoso"]),
        ("Von Anna-Lena Kühn", ["Anna-Lena Kühn"]),
        ("Jean-Pierre Le Goff et Anne Roy", ["Jean-Pierre Le Goff", "Anne Roy"]),
        ("By Anna Holm, Peter Lund, and Ines Sá", ["Anna Holm", "Peter Lund", "Ines Sá"]),
        ("Photo by Anna Holm, public domain", []),
        ("作者：未知 责任编辑：李海湾", []),
        ("海湾时报网", []),
        ("佚名", []),
        ("name, email@baomai.example", []),
        ("", []),
        ("12/05/2026 08:30", []),
        ("https://mai.example/thu-ha", []),
        ("thu.ha", []),
        ("@thuha", []),
        ("PV", []),
        ("Monday", []),
        ("Đây là một câu dài hơn hẳn tên của bất kỳ phóng viên nào ở đây", []),
    ],
)
def test_names_are_split_as_printed(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize("text", ["Byron Smith", "Vonnegut", "Parker Lee", "Đinh Thị By", "TP"])
def test_a_name_that_begins_like_a_lead_in_stays_whole(text: str) -> None:
    assert split_names(text) == [text]


@pytest.mark.parametrize("text", ["a", "x" * 61, "một hai ba bốn năm sáu bảy tám", "<b>", "—"])
def test_what_cannot_be_a_name_is_none(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Person", "name": "Thu Hà"}, ["Thu Hà"]),
        ([{"name": "Thu Hà"}, {"name": "Minh Đức"}], ["Thu Hà", "Minh Đức"]),
        ("Thu Hà", ["Thu Hà"]),
        ({"name": ["Thu Hà", "Minh Đức"]}, ["Thu Hà", "Minh Đức"]),
        ({"@type": "Organization", "name": "Thông tin chung"}, []),
        ({"@type": "Person", "name": "Báo Mai"}, []),
        ({"@type": "Person", "name": "baomai"}, []),
        ({"@type": "Person", "name": ""}, []),
        ([1, None, [2], {"name": {"x": 1}}, {"name": 5}], []),
        (7, []),
    ],
)
def test_json_ld_names_persons_and_never_the_paper(author: Any, names: list[str]) -> None:
    assert authors(ld(author)) == names


def test_the_byline_of_the_site_wins_over_json_ld_and_meta() -> None:
    head = ld({"name": "Minh Đức"}) + '<meta name="author" content="Lê Anh">'
    assert authors(head, printed=("Thu Hà",)) == ["Thu Hà"]
    assert authors(head) == ["Minh Đức"]
    assert authors(head, printed=("Báo Mai",)) == ["Minh Đức"]


def test_a_meta_tag_that_names_the_paper_is_no_author() -> None:
    head = (
        '<meta name="author" content="Báo Mai Điện Tử"><meta property="og:site_name" content="x">'
    )
    assert authors(head, papers=("Báo Mai điện tử",)) == []


@pytest.mark.parametrize(
    "body",
    [
        '<span class="article-byline">By Siti Aminah</span>',
        '<a rel="author" href="/s">Siti Aminah</a>',
        '<div class="author"><a itemprop="name">Siti Aminah</a> 5 h ago</div>',
        '<p itemprop="author">Siti Aminah</p>',
    ],
)
def test_an_element_marked_as_byline_is_read(body: str) -> None:
    assert authors(body=body) == ["Siti Aminah"]


@pytest.mark.parametrize(
    "body",
    [
        '<aside><span class="byline">By Siti Aminah</span></aside>',
        '<footer class="author">Siti Aminah</footer><footer><b class=author>Ai</b></footer>',
        '<p class="text">By Siti Aminah</p>',
        f'<div class="authors">{"Siti Aminah nói rằng " * 20}</div>',
        f'<div class="authors">{"<i>x</i>" * 300}</div>',
    ],
)
def test_names_elsewhere_are_no_bylines(body: str) -> None:
    assert authors(body=body.replace('<footer class="author">Siti Aminah</footer>', "")) == []


@pytest.mark.parametrize(("name", "same"), [("BÁO MAI!", True), ("Báo Mái", False), ("", False)])
def test_the_paper_is_known_but_for_case_and_punctuation(name: str, same: bool) -> None:
    assert is_paper(name, ["Báo Mai"]) is same


@pytest.mark.parametrize("label", ["Written by", "Verfasst von", "Được viết bởi", "Ditulis oleh"])
def test_a_label_of_a_card_names_the_author(label: str) -> None:
    card = f'<meta name="twitter:label1" content="{label}">'
    assert authors(card + '<meta name="twitter:data1" content="Thu Hà">') == ["Thu Hà"]
    assert authors('<meta name="twitter:misc:Written by" content="Thu Hà">') == ["Thu Hà"]


def test_another_label_of_a_card_names_nobody() -> None:
    card = '<meta name="twitter:label1" content="Est. reading time">'
    assert authors(card + '<meta name="twitter:data1" content="Thu Hà">') == []


def test_a_statement_that_opens_with_the_paper_is_its_address() -> None:
    head = '<meta name="author" content="Báo Mai, Frankfurt, Germany">'
    assert authors(head, papers=("Báo Mai",)) == []
    assert authors('<meta name="author" content="Thu Hà, Báo Mai">', papers=("Báo Mai",)) == [
        "Thu Hà"
    ]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('<div>von <a href="/autoren/name/x">Anna Kühn</a></div>', ["Anna Kühn"]),
        ('<p>12:30 <br> By <a href="/authors/siti">Siti Aminah</a></p>', ["Siti Aminah"]),
        ('<div>Read <a href="/author/x">Siti Aminah</a></div>', []),
        ('<div>By <a href="/news/x">Siti Aminah</a></div>', []),
        ('<aside>By <a href="/author/x">Siti Aminah</a></aside>', []),
    ],
)
def test_a_lead_in_and_a_link_to_the_authors_page_make_a_byline(
    body: str, names: list[str]
) -> None:
    assert authors(body=body) == names


def test_the_author_of_a_quotation_is_none_of_the_article() -> None:
    cite = '<blockquote>Ferries are late. <cite class="author">Anna Holm</cite></blockquote>'
    assert authors(body=cite) == []
    assert authors(body='<span class="authorized">Anna Holm</span>') == []


def test_what_a_chinese_title_ends_with_is_the_paper() -> None:
    head = '<title>渡轮时刻表_海湾财经</title><meta name="author" content="海湾">'
    assert authors(head) == []
    assert authors(head.replace('"海湾"', '"李渡口"')) == ["李渡口"]
