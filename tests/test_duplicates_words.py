"""Words as the search for copies reads them, and the fingerprints made of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.duplicates.winnow import GRAM, WINDOW_WIDEST, find_fingerprints
from pipelines.duplicates.words import NUMBERS_FROM, code_words, read_words

FOLDED = [
    ("Hòa bình, HOÀ BÌNH", "hoà bình; hòa bình"),
    ("thủy lợi", "thuỷ lợi"),
    ("Hội nghị “cấp cao” – lần thứ 38", "hội nghị cấp cao lần thứ 38"),
    ("Hà Nội-TP.Hồ Chí Minh", "hà nội tp hồ chí minh"),
    ("ho\u0300a bi\u0300nh", "hòa bình"),
]
COUNTED = [
    ("Senior officials' meeting, 12/3", 5),
    ("东盟高官会 SOM", 6),
    ("アセアン会議", 6),
    ("การประชุมเจ้าหน้าที่", 2),
    ("ກອງປະຊຸມເຈົ້າໜ້າທີ່", 2),
    ("អាស៊ាន", 3),
    ("အာဆီယံ", 3),
    ("COVID疫情2019年", 5),
    ("…—!", 0),
    ("", 0),
]


@pytest.mark.parametrize(("one", "other"), FOLDED)
def test_spellings_of_one_text_are_the_same_words(one, other):
    assert read_words(one) == read_words(other)


@pytest.mark.parametrize(("text", "count"), COUNTED)
def test_words_are_found_with_and_without_spaces(text, count):
    assert len(read_words(text)) == count


@given(st.text(max_size=60))
def test_a_character_of_a_script_without_spaces_changes_no_other_word(text):
    assert read_words(f"{text} 中") == [*read_words(text), "中"]


@pytest.mark.parametrize("text", ["bán bàn bạn", "ma mà má", "mo mô mơ", "a ă â"])
def test_words_that_differ_by_a_mark_stay_apart(text):
    words = read_words(text)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("word", "is_number"), [("38", True), ("2026", True), ("som", False)])
def test_codes_tell_numbers_from_words(word, is_number):
    assert (code_words([word])[0] >= NUMBERS_FROM) == is_number


def test_codes_are_the_same_on_every_machine():
    words = read_words("Cuộc họp lần thứ 38 của ASEAN")
    assert code_words(words).tolist() == [4851, 35532, 20559, 59559, 63827, 49200, 4663]


def _codes(length: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 1 << 16, length).astype(np.uint16)


def test_fewer_words_than_a_run_leave_no_fingerprint():
    assert find_fingerprints(_codes(GRAM - 1, 1)) == ()


def test_fingerprints_are_distinct_ascending_and_fit_32_bits():
    found = find_fingerprints(_codes(3000, 2))
    assert list(found) == sorted(set(found))
    assert -(1 << 31) <= found[0] < found[-1] < 1 << 31


def test_a_long_text_keeps_few_fingerprints():
    assert len(find_fingerprints(_codes(2000, 3))) < 2000 / 15


@given(
    st.integers(0, 1500),
    st.integers(0, 1500),
    st.integers(WINDOW_WIDEST + GRAM - 1, 400),
    st.integers(0, 99),
)
def test_texts_with_a_passage_in_common_share_a_fingerprint(before, after, length, seed):
    passage = _codes(length, seed)
    longer = np.concatenate([_codes(before, seed + 100), passage, _codes(after, seed + 200)])
    assert set(find_fingerprints(longer)) & set(find_fingerprints(passage))
