from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.charset import decode_body, is_binary, is_utf8

VIETNAMESE = (
    "Bộ trưởng Ngoại giao các nước ASEAN họp tại thủ đô Hà Nội, theo Thông tấn xã Việt Nam. "
)
PORTUGUESE = "O primeiro-ministro Xanana Gusmão visitou Díli; a cooperação não é só económica. "
THAI = "รัฐมนตรีต่างประเทศอาเซียนประชุมที่กรุงเทพมหานครเมื่อวันจันทร์ "
CHINESE = "东盟外长会议星期一在河内举行，与会各国就地区合作交换意见并通过联合公报。"
JAPANESE = "東南アジア諸国連合の外相会議がハノイで開かれ、共同声明を採択した。"
KOREAN = "아세안 외교장관회의가 월요일 하노이에서 열려 공동성명을 채택했다. "


def dress(text: str, *, meta: str = "") -> str:
    charset = f'<meta charset="{meta}">' if meta else ""
    return f"<html><head>{charset}<title>x</title></head><body><p>{text * 6}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (PORTUGUESE, "cp1252"),
        (THAI, "cp874"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (KOREAN, "euc_kr"),
        (VIETNAMESE, "utf-8"),
    ],
)
def test_the_charset_of_a_page_that_declares_none_is_found(text: str, codec: str) -> None:
    assert decode_body(dress(text).encode(codec)) == dress(text)


@pytest.mark.parametrize(
    ("text", "label", "codec"),
    [
        (PORTUGUESE, "iso-8859-1", "cp1252"),
        ("“Gusmão” – ", "latin1", "cp1252"),
        (THAI, "TIS-620", "cp874"),
        (CHINESE, "gb2312", "gb18030"),
        ("東盟㗎", "big5", "big5hkscs"),
        (KOREAN, "euc-kr", "cp949"),
        (JAPANESE, "Shift_JIS", "cp932"),
    ],
)
def test_a_declared_charset_is_read_as_browsers_do(text: str, label: str, codec: str) -> None:
    page = dress(text, meta=label)
    assert decode_body(page.encode(codec)) == page


@pytest.mark.parametrize("label", ["gb2312", "iso-8859-1", "windows-1258", "x-unknown", "utf-7"])
def test_utf8_is_utf8_whatever_is_declared(label: str) -> None:
    page = dress(VIETNAMESE, meta=label)
    assert decode_body(page.encode(), content_type=f"text/html; charset={label}") == page


def test_a_page_that_falsely_declares_utf8_is_detected() -> None:
    page = dress(PORTUGUESE, meta="utf-8")
    assert decode_body(page.encode("cp1252"), content_type="text/html; charset=utf-8") == page


def test_the_site_is_trusted_before_the_header_and_the_header_before_the_page() -> None:
    body = dress("Gusmão Díli", meta="gb18030").encode("cp1252")
    header = "text/html; charset=windows-1252"
    assert "Gusmão" in decode_body(body, content_type=header)
    assert "Gusmão" not in decode_body(body)
    assert "Gusm" in decode_body(body, content_type=header, encoding="cp1250")
    assert "Gusmão" not in decode_body(body, content_type=header, encoding="cp1250")


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_decides_and_goes(mark: bytes, codec: str) -> None:
    page = dress(VIETNAMESE, meta="iso-8859-1")
    assert decode_body(mark + page.encode(codec)) == page


def test_utf8_may_be_cut_inside_a_character() -> None:
    body = ("x" * 50 + "ế").encode()[:-1]
    assert is_utf8(body)
    assert decode_body(body).startswith("x" * 50)


def test_utf8_with_a_few_broken_bytes_stays_utf8() -> None:
    body = dress(VIETNAMESE).encode()
    dirty = body[:90] + b"\xed\xa0\x80" + body[90:] + b"\xff"
    text = decode_body(dirty)
    assert text.count("\ufffd") == 4
    assert VIETNAMESE in text


@pytest.mark.parametrize("text", [PORTUGUESE, "Gusmão", "naïve"])
def test_a_page_with_little_beyond_ascii_is_not_taken_for_dirty_utf8(text: str) -> None:
    assert not is_utf8(text.encode("cp1252"))


@pytest.mark.parametrize(
    "label", ["rot13", "zip", "hex", "base64", "idna", "punycode", "undefined", "mbcs", "bz2"]
)
def test_a_label_that_is_no_charset_of_pages_counts_as_none(label: str) -> None:
    page = dress(PORTUGUESE, meta=label)
    assert decode_body(page.encode("cp1252")) == page


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.7",
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"a\0b",
    ],
)
def test_binary_data_is_recognised(body: bytes) -> None:
    assert is_binary(body)


@pytest.mark.parametrize("body", [b"<p>PDF</p>", "ế".encode("utf-16"), b"", b"PKI <p>"])
def test_pages_are_not_taken_for_binary_data(body: bytes) -> None:
    assert not is_binary(body)


@given(st.binary(), st.text(max_size=20))
def test_any_bytes_have_characters(body: bytes, label: str) -> None:
    assert isinstance(decode_body(body, content_type=f"charset={label}"), str)
