"""The index of classes and ids finds what the selectors find, before and after a removal."""

from __future__ import annotations

import pytest

from crawler.marks import Marks, read_path
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
]


@pytest.mark.parametrize("selector", SELECTORS)
def test_the_index_finds_what_the_selector_finds(selector: str) -> None:
    root = parse_page(PAGE)
    marks = Marks(root)
    assert marks.select(selector) == css(selector)(root)
    remove(root.find(".//section"))
    assert marks.select(selector) == css(selector)(root)


@pytest.mark.parametrize("selector", ["p[title]", "a > [b]", "p:last-child", "a, b", "a + b", ""])
def test_what_is_more_than_a_path_is_left_to_the_selector(selector: str) -> None:
    assert read_path(selector) == ()
