"""What is kept of a text: a sketch that any machine makes alike and that can be read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.duplicates.sketch import (
    FORMAT,
    StaleSketch,
    Words,
    find_title_dates,
    pack_words,
    sketch_article,
    unpack_words,
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


@given(
    st.frozensets(st.integers(0, 65535), max_size=5), st.lists(st.integers(0, 65535), max_size=99)
)
def test_what_is_packed_can_be_unpacked(dates, codes):
    found = unpack_words(pack_words(Words(dates, np.array(codes, dtype=np.uint16))))
    assert (found.title_dates, found.text.tolist()) == (dates, codes)


def test_a_blob_of_another_format_says_that_the_index_must_be_rebuilt():
    blob = sketch_article(make_article(STORY), "k").blob
    with pytest.raises(StaleSketch, match="rebuild the index"):
        unpack_words(bytes([FORMAT + 1]) + blob[1:])


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
