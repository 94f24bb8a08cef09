from __future__ import annotations

import pytest

from crawler.container import find_container, is_alone, weigh
from crawler.prune import prune_marked
from crawler.tree import css, parse_page
from tests.reading import PROSE

P = "".join(f"<p>{text}</p>" for text in PROSE)
LINKED = f"<p><a href='/x'>{PROSE[0]}</a></p>"


def find(body: str) -> str | None:
    return find_container(parse_page(f"<body>{body}</body>").find("body")).get("id")


@pytest.mark.parametrize(
    "body",
    [
        f"<div id=text>{P}</div><div id=other><p>{PROSE[0]}</p></div>",
        f"<main><div id=text>{P}</div></main>",
        f"<div id=text><div>{PROSE[0]}</div>{P}</div><ul id=list>{LINKED * 20}</ul>",
        f"<div id=text><p>{PROSE[0]}</p><div>{P}</div></div>",
        f"<article id=text><h1>a</h1>{P}</article><article><h1>b</h1>{P}</article>",
    ],
)
def test_the_container_is_the_smallest_that_holds_the_prose(body: str) -> None:
    assert find(body) == "text"


@pytest.mark.parametrize("body", ["", "<p>ngắn</p>", LINKED * 20, f"<p>{PROSE[0]}</p>"])
def test_without_prose_the_whole_page_is_the_container(body: str) -> None:
    assert find_container(parse_page(f"<div>{body}</div>")).tag == "html"


def test_links_and_short_lines_weigh_nothing_and_lone_paragraphs_little() -> None:
    body = (
        f"<div id=a>{P}</div><div id=b>{LINKED}<p>ngắn</p></div><div id=c><p>{PROSE[0]}</p></div>"
    )
    page = parse_page(body)
    weights = {element.get("id"): weight for element, weight in weigh(page).items()}
    assert weights["a"] == sum(map(len, PROSE))
    assert "b" not in weights
    assert weights["c"] == len(PROSE[0]) // 4


def test_a_paragraph_is_alone_without_a_sister() -> None:
    page = parse_page(
        "<div><h2>x</h2><p>a</p><b>y</b></div><section><p>c</p><i>z</i><p>d</p></section>"
    )
    assert [is_alone(p) for p in css("p")(page)] == [True, False, False]


def test_text_between_breaks_weighs_where_there_is_more_of_it_than_of_paragraphs() -> None:
    loose = "The towns on the bay have argued about their ferries for years.<br>" * 16
    comment = "<p>I have waited for the ferry at the pier for hours, more than once.</p>" * 2
    body = f'<div id="a"><div id="text">{loose}</div><div id="c">{comment}</div></div>'
    assert find(body) == "text"


def test_loose_text_weighs_nothing_beside_more_paragraphs() -> None:
    prose = "<p>The towns on the bay have argued about their ferries for years.</p>" * 8
    note = "<div>We use cookies to make the pages of this paper better for you.</div>" * 2
    assert find(f'<div id="a"><div id="text">{prose}</div>{note}</div>') == "text"


def test_words_without_a_break_are_no_text_however_many() -> None:
    prose = "<p>The towns on the bay have argued about their ferries for years.</p>" * 8
    words = "ferry harbour bay ticket cheap " * 400
    assert find(f'<div id="text">{prose}</div><div id="words">{words}</div>') == "text"


def test_a_small_box_of_background_is_cut_a_large_one_kept() -> None:
    prose = "<p>The towns on the bay have argued about their ferries for years.</p>"
    for most, boxes in ((8, 0), (1, 1)):
        page = parse_page(f'{prose * most}<div class="infobox">{prose}</div>').find("body")
        prune_marked(page, weigh(page), lambda element, rule: None)
        assert len(page.findall("div")) == boxes
