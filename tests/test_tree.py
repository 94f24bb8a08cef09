from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from crawler.tree import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_ELEMENTS,
    Unreadable,
    css,
    inline_text,
    parse_page,
    remove,
    short_text,
    text_of,
)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "empty page"),
        (" \n ", "empty page"),
        ("Xin chào", "no HTML"),
        ("<!doctype html>", "no element"),
        ("<!-- chú thích -->", "no element"),
        ("<p>" + "x" * MAX_CHARACTERS, "characters"),
        ("<p>x" * (MAX_ELEMENTS + 1), "elements"),
    ],
)
def test_what_is_no_page_is_refused_with_a_reason(page: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        parse_page(page)


def test_comments_instructions_and_an_xml_declaration_are_gone() -> None:
    page = '<?xml version="1.0" encoding="utf-16"?><html><body><!-- a --><?php b ?><p>Hà Nội</p>'
    root = parse_page(page)
    assert [element.tag for element in root.iter()] == ["html", "head", "body", "p"]
    assert text_of(root) == "Hà Nội"


def test_characters_that_xml_does_not_know_are_gone() -> None:
    root = parse_page("<p>a\0b\x0bc\ufffed\ud800e&#1;&#xD800;f</p>")
    assert text_of(root.find(".//p")).replace("\ufffd", "") == "abcdef"


@pytest.mark.parametrize(("number", "is_kept"), [(400, True), (600, False)])
def test_a_tag_of_endless_attributes_loses_them(number: int, is_kept: bool) -> None:
    attributes = "".join(f" data-a{n}='{'x' * 20}'" for n in range(number))
    root = parse_page(f"<p>một</p><div id='x'{attributes}>hai</div><p>ba</p>")
    assert (root.find(".//div").get("id") == "x") is is_kept
    assert text_of(root) == "một hai ba"


def test_a_tag_with_one_endless_attribute_keeps_it() -> None:
    root = parse_page(f"<div id='x' data-a='{'a b ' * 9000}'>hai</div>")
    assert len(root.find(".//div").get("data-a")) == 36_000


def test_markup_below_the_deepest_level_becomes_text() -> None:
    root = parse_page("<div>" * (MAX_DEPTH + 20) + "<b>sâu</b> thật")
    assert "sâu thật" in text_of(root)
    assert max(len(list(e.iterancestors())) for e in root.iter()) < MAX_DEPTH


def test_every_element_is_a_plain_html_element() -> None:
    assert {type(e) for e in parse_page("<form><label>a</label><input></form><p>b").iter()} == {
        HtmlElement
    }


@pytest.mark.parametrize(
    ("inside", "joined", "spaced"),
    [
        ("Thủ <b>tướng</b> nói", "Thủ tướng nói", "Thủ tướng nói"),
        ("H<sub>2</sub>O", "H2O", "H 2 O"),
        ("một<br>hai", "một hai", "một hai"),
        ("<p>một</p><p>hai</p>ba", "một hai ba", "một hai ba"),
        ("a<i>b<div>c<b>d</b></div>e</i>f", "ab cd ef", "a b c d e f"),
    ],
)
def test_inline_tags_join_words_and_blocks_part_them(inside: str, joined: str, spaced: str) -> None:
    element = parse_page(f"<div>{inside}</div> sau").find(".//div")
    assert inline_text(element) == joined
    assert text_of(element) == spaced


def test_a_short_text_is_whole_and_a_long_one_none() -> None:
    root = parse_page(
        f"<p> ngắn <b>thôi</b> </p><div>{'x' * 50}</div><ul>{'<li>a</li>' * 999}</ul>"
    )
    assert short_text(root.find(".//p"), 20) == "ngắn thôi"
    assert short_text(root.find(".//div"), 20) is None
    assert short_text(root.find(".//ul"), 20) is None


def test_the_text_behind_a_removed_element_stays() -> None:
    root = parse_page("<p>một <b>hai</b> ba</p>")
    (bold,) = css("p b")(root)
    remove(bold)
    remove(bold)
    assert text_of(root) == "một ba"


@given(st.text(st.characters(codec=None)))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    with suppress(Unreadable):
        assert parse_page(text).find("body") is not None
