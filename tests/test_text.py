from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.text import clean_line, clean_text, is_one_of, squeeze


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  một \t hai  ", "một hai"),
        ("một\u00a0hai\u2009ba\u3000bốn", "một hai ba bốn"),
        ("hoa\u0300", "hoà"),
        ("a\u200bb\u00adc\ufeffd", "abcd"),
        ("\u200b \u200b", ""),
        ("một\x00hai", "mộthai"),
        ("tỉnh \ud83d Huế", "tỉnh Huế"),
        ("một\n hai", "một hai"),
        ("“Ngoặc” – giữ nguyên…", "“Ngoặc” – giữ nguyên…"),
        ("東京 2026", "東京 2026"),
    ],
)
def test_a_line_has_one_form(text: str, expected: str) -> None:
    assert clean_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\n\n\n d ", "a\nb\nc\nd"),
        ("\n \n", ""),
        ("một\u2028hai", "một hai"),
    ],
)
def test_a_text_keeps_its_lines_and_drops_empty_ones(text: str, expected: str) -> None:
    assert clean_text(text) == expected


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("KHAI MẠC, hội nghị!", True),
        (" Khai_mạc Hội nghị ", True),
        ("Khai mạc Hội nghị SOM", False),
        ("Bế mạc Hội nghị", False),
        ("...", False),
    ],
)
def test_two_spellings_of_one_title_are_one(text: str, same: bool) -> None:
    assert is_one_of(text, {squeeze("Khai mạc Hội nghị"), squeeze("Tin khác")}) is same


@given(st.text(max_size=90), st.lists(st.text(max_size=90), max_size=3))
def test_what_is_told_by_its_opening_is_told_as_by_the_whole(text: str, others: list[str]) -> None:
    squeezed = {squeeze(other) for other in [*others, text[: len(text) // 2]]}
    assert is_one_of(text, squeezed) is (squeeze(text) in squeezed)


@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(st.text(st.characters(codec=None)))
def test_clean_text_is_nfc_and_can_be_written_as_utf8(text: str) -> None:
    cleaned = clean_text(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned
