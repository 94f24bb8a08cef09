"""The index of classes and ids finds what the selectors find, before and after a removal."""

from __future__ import annotations

import pytest

from crawler.marks import Marks, read_wanted
from crawler.selector import read_path
from crawler.site import Selectors
from crawler.tree import css, parse_page, remove

PAGE = """<html class="top"><body id="b" class="top page"><div class="a b"><p class="c">1</p>
<div class="a"><section><p id="x" class="c&#9;d">2</p></section></div></div>
<ul class="d"><li>3</li><li class="c"><b>4</b></li></ul><p title="c">5</p></body></html>"""
SELECTORS = [
    ".c",
    ".c.d",
    "p.c",
    "li.c.d",
    "#x",
    "p#x.d",
    ".a .c",
    ".a > .c",
    ".b > .a .c",
    ".a .a .c",
    ".a .a .a .c",
    ".a > section > .d",
    ".b section #x",
    ".d li",
    ".d > li > b",
    "p",
    "html .c",
    ".top .c",
    ".top",
    ".none",
    ".none p",
    "[title]",
    "p[title=c]",
    ".d li:not(.c)",
    ".a > [id=x], .d",
    ".b > *",
    "div > .c",
    "[id=x]",
    "[id^='x']",
    '[title="c"]',
    '.c[id^="x"]',
    '.c[id$="y"]',
    ".a [id*=x]",
    ".a section > p",
    ".a p:not(#x)",
    ".a p, .d",
    ".d li + li",
    ".d + p",
    ".a > p + div p",
    ".a > *",
    ".d > li:last-child b",
    "li[class=c] b",
    "p[title][class]",
]


@pytest.mark.parametrize("known", [(), SELECTORS])
@pytest.mark.parametrize("selector", SELECTORS)
def test_the_index_finds_what_the_selector_finds(selector: str, known: list[str]) -> None:
    root = parse_page(PAGE)
    marks = Marks(root, Selectors(prune=tuple(known)))
    assert marks.select(selector) == css(selector)(root)
    remove(root.find(".//section"))
    assert marks.select(selector) == css(selector)(root)


@pytest.mark.parametrize(
    ("selector", "steps", "has_rest"),
    [
        ("p.c", 1, False),
        (".a > p.c", 2, False),
        (".a p > b", 1, True),
        (".a p:not(.c)", 1, True),
        ("p[title]", 1, False),
        ("ul p[title] b", 2, True),
        (".a p[title]", 1, True),
    ],
)
def test_the_last_step_with_a_mark_is_looked_up_and_the_rest_left_to_xpath(
    selector: str, steps: int, has_rest: bool
) -> None:
    path = read_path(selector)
    assert path
    assert (len(path.steps), path.rest is not None) == (steps, has_rest)


@pytest.mark.parametrize("selector", ["p", "ul > li", "p:last-child", ".a, .b", ".a + .b", ""])
def test_what_is_more_than_a_path_is_left_to_the_selector(selector: str) -> None:
    assert read_path(selector) is None


def test_only_what_the_selectors_look_up_is_wanted() -> None:
    selectors = Selectors(
        title=("[data-role=title]", "h1.x[lang]", "#top > b"),
        body=("div[itemprop=articleBody] p", "h1"),
    )
    wanted = read_wanted(selectors)
    assert set(wanted.paths) == {*selectors.title, selectors.body[0]}
    assert wanted.choose("x top y") == (".x",)


@pytest.mark.parametrize("classes", ["tjp-opening__char", "a dropcap", "initials"])
def test_the_index_knows_where_initials_may_be(classes: str) -> None:
    assert Marks(parse_page(f"<p class='{classes}'>B</p>"), Selectors()).has_initials
    assert not Marks(parse_page(PAGE), Selectors()).has_initials
