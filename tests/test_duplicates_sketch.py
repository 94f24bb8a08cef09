"""What is kept of a text: a sketch that any machine makes alike and that can be read back."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.duplicates.sketch import (
    code_article,
    find_title_dates,
    sketch_article,
)
from tests.wire import OPENING, STORY, make_article

TITLES = [
    ("Giá vàng hôm nay 30/6: tăng", 1),
    ("Kết quả xổ số ngày 7/7/2017", 1),
    ("Thời tiết 7 tháng 2", 1),
    ("6月30日财经早报", 1),
    ("Họp từ 16-17/2", 1),
    ("Chiến lược 2020-2025", 0),
    ("Giảm 31/62 chỉ tiêu", 0),
    ("SOM ASEAN khai mạc", 0),
]


def test_the_words_of_a_stored_article_are_those_of_its_sketch():
    article = make_article(STORY, title="Họp ngày 12/3", sapo="Ba việc còn bỏ ngỏ.")
    sketched = sketch_article(article, "k").words
    again = code_article(article.title, article.sapo, article.text)
    assert (again.title_dates, again.text.tolist()) == (
        sketched.title_dates,
        sketched.text.tolist(),
    )


@pytest.mark.parametrize(("title", "count"), TITLES)
def test_dates_of_a_title_are_found(title, count):
    assert len(find_title_dates(title)) == count


def test_numeric_and_written_dates_of_a_title_agree():
    assert find_title_dates("Thời tiết 7/2") == find_title_dates("Ngày 7 tháng 2 trời rét")


def test_a_lead_counts_wherever_the_site_keeps_it():
    whole = sketch_article(make_article(STORY), "k")
    rest = STORY.removeprefix(OPENING).lstrip()
    apart = sketch_article(make_article(rest, sapo=OPENING), "k")
    twice = sketch_article(make_article(STORY, sapo=OPENING), "k")
    assert whole == apart == twice


@given(st.text())
def test_any_text_has_a_sketch_and_its_unicode_form_makes_no_difference(text):
    sketches = [
        sketch_article(make_article(unicodedata.normalize(form, text), title=text), "k")
        for form in ("NFC", "NFD")
    ]
    assert sketches[0] == sketches[1]


def test_the_title_is_no_part_of_the_text():
    one, other = (sketch_article(make_article(STORY, title=title), "k") for title in ("A", "B"))
    assert replace(one, title=0) == replace(other, title=0)
    assert one.title != other.title


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (date(1970, 1, 2), 1),
        (datetime(1970, 1, 2, 3, tzinfo=UTC), 1),
        (None, 20_000),
    ],
)
def test_the_day_is_that_of_publication_else_of_the_visit(published, day):
    fetched = datetime(2024, 10, 4, 23, 59, tzinfo=UTC)
    article = make_article(STORY, published=published, fetched=fetched)
    assert sketch_article(article, "k").day == day


def test_texts_too_short_to_tell_never_meet():
    one, other = (sketch_article(make_article("Ảnh: TTXVN"), key) for key in "ab")
    assert one.exact != other.exact
    assert one.fingerprints == ()
