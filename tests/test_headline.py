from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.headline import (
    agree,
    cut_suffix,
    is_tail,
    read_lead,
    read_section,
    read_tags,
    read_title,
)
from crawler.metadata import Metadata, read_metadata
from crawler.tree import inline_text, parse_page

TITLE = "Khai mạc Hội nghị SOM ASEAN tại Hà Nội"
LEAD = "Các Trưởng SOM rà soát công tác chuẩn bị cho Hội nghị Cấp cao vào cuối năm nay."


def title(head: str = "", body: str = "") -> str | None:
    root = parse_page(f"<html><head>{head}</head><body>{body}<p>a</p></body></html>")
    return read_title(root, read_metadata(root))


def metadata(head: str) -> Metadata:
    return read_metadata(parse_page(f"<html><head>{head}</head><body><p>a</p></body></html>"))


def og(content: str, name: str = "og:title") -> str:
    return f'<meta property="{name}" content="{content}">'


def ld(**values: Any) -> str:
    node = json.dumps({"@type": "NewsArticle"} | values)
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (og(f"{TITLE} | Báo Mai"), f"<h1>Báo Mai</h1><h1>{TITLE}</h1>"),
        (og(TITLE), f"<h1><span>Thế giới</span> <span>{TITLE}</span></h1>"),
        (og(TITLE), "<h1>Báo Mai</h1>"),
        (ld(headline=TITLE), ""),
        (f"<title>{TITLE} - Báo Mai</title>", ""),
        ("", f"<nav><h1>Mục lục</h1></nav><h1>{TITLE}</h1>"),
        (ld(headline={"a": 1}), f"<h1>{TITLE}</h1>"),
        (og(""), f"<h1>{TITLE}</h1>"),
    ],
)
def test_the_headline_is_what_page_and_heading_agree_on(head: str, body: str) -> None:
    assert title(head, body) == TITLE


def test_a_page_without_any_title_has_none() -> None:
    assert title() is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITLE} | Báo Mai", TITLE),
        (f"{TITLE} - Báo Mai điện tử", TITLE),
        (f"{TITLE} — BÁO MAI", TITLE),
        (TITLE, TITLE),
        ("SOM - Hà Nội", "SOM - Hà Nội"),
        ("ASEAN-Trung Quốc họp cấp cao", "ASEAN-Trung Quốc họp cấp cao"),
    ],
)
def test_the_paper_behind_a_title_goes(text: str, expected: str) -> None:
    assert cut_suffix(text) == expected


@pytest.mark.parametrize(
    ("heading", "stated", "expected"),
    [
        ("“Khai mạc” hội nghị SOM!", "Khai mạc Hội nghị SOM", True),
        ("Khai mạc Hội nghị SOM", "Khai mạc Hội nghị SOM | Báo Mai", True),
        ("Báo Mai", "Khai mạc Hội nghị SOM | Báo Mai", False),
        ("Bế mạc Hội nghị SOM", "Khai mạc Hội nghị SOM", False),
        ("", "", False),
    ],
)
def test_titles_agree_where_one_holds_the_other(heading: str, stated: str, expected: bool) -> None:
    assert agree(heading, stated) is expected


@pytest.mark.parametrize(
    ("part", "expected"), [("Hội nghị SOM ASEAN tại Hà Nội", True), ("Hà Nội", False)]
)
def test_the_tail_of_a_title_is_long(part: str, expected: bool) -> None:
    assert is_tail(part, TITLE) is expected


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        ("", f"<div class='article-sapo'>{LEAD}</div>", True),
        ("", f"<h2 class='detailLead'>{LEAD}</h2>", False),
        ("", f"<p class='standfirst'>{LEAD}</p>", True),
        (og(LEAD, "og:description"), f"<p>{LEAD}</p>", True),
        (og(LEAD, "og:description"), f"<h2>{LEAD} Và thêm nữa.</h2>", True),
        ("", f"<p>{LEAD}</p>", False),
        ("", "<p class='sapo'>Ngắn.</p>", False),
        ("", f"<p class='sapo'>{LEAD * 20}</p>", False),
        ("", f"<p class='sapodilla'>{LEAD}</p>", False),
    ],
)
def test_the_lead_stands_behind_the_headline_and_is_marked(
    head: str, body: str, found: bool
) -> None:
    root = parse_page(f"<head>{head}</head><body><h1>{TITLE}</h1>{body}<p>x</p></body>")
    element = read_lead(root, read_metadata(root), TITLE)
    assert (element is not None and inline_text(element).startswith(LEAD)) is found


def test_what_stands_above_the_headline_is_no_lead() -> None:
    root = parse_page(f"<p class='sapo'>{LEAD}</p><h1>{TITLE}</h1><p>x</p>")
    assert read_lead(root, read_metadata(root), TITLE) is None
    assert read_lead(root, read_metadata(root), None) is None


@pytest.mark.parametrize(
    ("head", "printed", "section"),
    [
        (ld(articleSection="Thế giới"), ["ASEAN"], "ASEAN"),
        (ld(articleSection="Thế giới"), [], "Thế giới"),
        (ld(articleSection=["Thế giới", "ASEAN"]), [], "Thế giới"),
        (ld(articleSection=[None, {}]) + og("Quốc tế", "article:section"), [], "Quốc tế"),
        (ld(articleSection={"a": 1}), [], None),
        ("", [" "], None),
    ],
)
def test_the_section_is_as_printed_or_stated(
    head: str, printed: list[str], section: str | None
) -> None:
    assert read_section(metadata(head), printed) == section


@pytest.mark.parametrize(
    ("head", "printed", "tags"),
    [
        ("", ["#ASEAN", "SOM,", "#ASEAN"], ["ASEAN", "SOM"]),
        (og("ASEAN, SOM", "article:tag"), [], ["ASEAN", "SOM"]),
        (og("ASEAN", "article:tag") + og("SOM", "article:tag"), [], ["ASEAN", "SOM"]),
        ('<meta name="keywords" content="ASEAN,,SOM , ">', [], ["ASEAN", "SOM"]),
        ("", [], []),
    ],
)
def test_tags_are_as_printed_or_stated_each_once(
    head: str, printed: list[str], tags: list[str]
) -> None:
    assert read_tags(metadata(head), printed) == tags


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("海湾各镇就渡轮时刻表达成一致_财经频道_海湾网", "海湾各镇就渡轮时刻表达成一致"),
        ("海湾各镇就渡轮时刻表达成一致--时政--海湾网", "海湾各镇就渡轮时刻表达成一致"),
        ("海湾各镇就渡轮时刻表达成一致-海湾日报", "海湾各镇就渡轮时刻表达成一致"),
        ("海湾各镇就渡轮时刻表达成一致-第二部分", "海湾各镇就渡轮时刻表达成一致-第二部分"),
        ("Harbour towns agree on ferries | Politics | The Bay", "Harbour towns agree on ferries"),
        ("Harbour towns agree on ferries ‹ The Bay", "Harbour towns agree on ferries"),
        ("Ferries | Politics | The Bay", "Ferries | Politics"),
    ],
)
def test_sections_and_papers_behind_a_stated_title_are_cut(stated: str, expected: str) -> None:
    assert title(f"<title>{stated}</title>") == expected


@pytest.mark.parametrize("rest", ["-海湾学会官网", "_海湾官方网站", " 海湾附属医院"])
def test_a_headline_that_is_no_h1_is_what_the_stated_title_opens_with(rest: str) -> None:
    said = "海湾各镇就渡轮时刻表达成一致 明年起实行"
    assert title(f"<title>{said}{rest}</title>", f"<div>{said}</div>") == said


def test_a_link_or_a_part_of_a_sentence_is_no_headline() -> None:
    stated = "Harbour towns agree on ferries this spring"
    body = "<a>Harbour towns agree</a><div>Harbour towns agree on</div>"
    assert title(f"<title>{stated}</title>", body) == stated


def test_a_kicker_in_the_heading_is_cut_where_a_title_is_stated_without_it() -> None:
    body = "<h1><span>At last!</span>Harbour towns agree on ferries</h1>"
    assert title(og("Harbour towns agree on ferries | The Bay"), body) == (
        "Harbour towns agree on ferries"
    )
