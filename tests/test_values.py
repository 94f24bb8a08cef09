"""Numbers in words, Roman numerals, lists and sums of money in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.meetings import values
from pipelines.meetings.values import Sum

NUMBERS = [
    ("36", "vi", 36), ("36th", "en", 36), ("1st", "en", 1), ("22nd", "en", 22), ("3rd", "en", 3),
    ("first", "en", 1), ("Twelfth", "en", 12), ("Twenty-sixth", "en", 26), ("twentieth", "en", 20),
    ("thirty eighth", "en", 38), ("one hundred and first", "en", 101), ("ninety-nine", "en", 99),
    ("one hundred ninety-ninth", "en", 199), ("inaugural", "en", 1), ("hundredth", "en", 100),
    ("nhất", "vi", 1), ("hai", "vi", 2),
    ("tư", "vi", 4), ("mười", "vi", 10), ("mười lăm", "vi", 15),
    ("hai mươi", "vi", 20), ("hai mươi mốt", "vi", 21), ("bốn mươi tám", "vi", 48),
    ("năm mươi tư", "vi", 54), ("một trăm", "vi", 100), ("một trăm linh năm", "vi", 105),
    ("một trăm lẻ ba", "vi", 103), ("một trăm chín mươi chín", "vi", 199),
    ("第二十五", "zh", 25), ("十九", "zh", 19), ("二十", "zh", 20), ("一百零一", "zh", 101),
    ("一百九十九", "zh", 199), ("第三", "zh", 3), ("第36", "zh", None),
    ("XXV", "vi", 25), ("IV", "en", 4), ("XLVIII", "vi", 48), ("IIII", "vi", None),
    ("VX", "vi", None), ("C", "vi", None), ("I", "en", 1), ("MIX", "en", None),
    ("", "vi", None), ("năm trăm nghìn", "vi", None), ("twenty twenty", "en", None),
    ("the", "en", None), ("mười mười", "vi", None), ("sixth twenty", "en", None),
    ("hai mươi", "en", None), ("二十", "vi", None), ("five", "xx", None), ("20201", "vi", None),
]  # fmt: skip

LISTS = [
    ("38 và 39", "vi", [38, 39]), ("38&39", "vi", [38, 39]), ("43-44", "vi", [43, 44]),
    ("43, 44 và 45", "vi", [43, 44, 45]), ("28th and 29th", "en", [28, 29]),
    ("28th & 29th", "en", [28, 29]), ("twenty-eighth", "en", [28]), ("thứ nhất", "vi", []),
    ("twenty-eighth and twenty-ninth", "en", [28, 29]), ("38、39", "zh", [38, 39]), ("", "vi", []),
    ("36", "vi", [36]), ("hai mươi và hai mươi mốt", "vi", [20, 21]), ("38 và nhiều", "vi", []),
]  # fmt: skip

AMOUNTS = [
    ("10,5", 10.5), ("10.5", 10.5), ("1.000.000", 1e6), ("1,000,000", 1e6), ("1.500", 1500.0),
    ("1,500", 1500.0), ("300", 300.0), ("1.234,5", 1234.5),
    ("1,234.56", 1234.56), ("2 500", 2500.0),
    ("99,51", 99.51), ("0,25", 0.25), ("1,2,3", None), ("", None), ("10,", None), (",5", None),
    ("mười", None), ("1.23.456", None), ("١٢", None),
]  # fmt: skip

SUMS = [
    (("10,5", "triệu", "USD"), Sum(10_500_000.0, "USD")),
    (("10.5", "million", "US$"), Sum(10_500_000.0, "USD")),
    (("1", "billion", "$A"), Sum(1e9, "AUD")),
    (("102", "million", "$"), Sum(102e6, "USD")),
    (("430", "亿", "元"), Sum(43e9, "CNY")),
    (("3.500", "tỷ", "đồng"), Sum(3.5e12, "VND")),
    (("500", None, "Đô la Mỹ"), Sum(500.0, "USD")),
    (("500", None, "điểm"), None),
    (("vài", "triệu", "USD"), None),
    (("5", "chục", "USD"), None),
]


@pytest.mark.parametrize(("text", "language", "number"), NUMBERS)
def test_a_number_is_read_in_digits_words_and_roman_form(
    text: str, language: str, number: int | None
) -> None:
    assert values.read_number(text, language) == number


@pytest.mark.parametrize(("text", "language", "numbers"), LISTS)
def test_a_list_of_numbers_is_read_as_each_of_them(
    text: str, language: str, numbers: list[int]
) -> None:
    assert values.read_numbers(text, language) == numbers


@pytest.mark.parametrize(("text", "amount"), AMOUNTS)
def test_decimal_commas_and_points_are_told_from_group_signs(
    text: str, amount: float | None
) -> None:
    assert values.read_amount(text) == amount


@pytest.mark.parametrize(("words", "total"), SUMS)
def test_a_sum_of_money_has_amount_and_currency(
    words: tuple[str, str | None, str], total: Sum | None
) -> None:
    assert values.read_sum(*words) == total


def write_english(number: int) -> str:
    units = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    words = [*units.split(), "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    if number >= 100:
        rest = f" and {write_english(number - 100)}" if number > 100 else ""
        return f"one hundred{rest}"
    if number < 20:
        return words[number - 1]
    unit = f"-{words[number % 10 - 1]}" if number % 10 else ""
    return tens[number // 10 - 2] + unit


def write_vietnamese(number: int) -> str:
    words = "không một hai ba bốn năm sáu bảy tám chín".split()
    if number >= 100:
        link = " linh " if 100 < number < 110 else " "
        return (
            "một trăm" + link + (write_vietnamese(number - 100) if number > 100 else "")
        ).strip()
    if number < 10:
        return words[number]
    ten = "mười" if number < 20 else f"{words[number // 10]} mươi"
    unit = {0: "", 1: "mốt" if number > 20 else "một", 5: "lăm"}.get(
        number % 10, words[number % 10]
    )
    return f"{ten} {unit}".strip()


def write_chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number >= 100:
        link = "零" if 100 < number < 110 else ""
        rest = write_chinese(number - 100) if number > 100 else ""
        return "一百" + link + ("一" + rest if rest.startswith("十") else rest)
    tens, unit = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{digits[tens]}十"
    return ten + (digits[unit] if unit else "")


def write_roman(number: int) -> str:
    signs = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
    ]
    written = ""
    for value, sign in [*signs, (1, "I")]:
        written += sign * (number // value)
        number %= value
    return written


@given(st.integers(1, 199))
def test_every_number_to_199_is_read_back_from_its_words(number: int) -> None:
    assert values.read_number(write_english(number), "en") == number
    assert values.read_number(write_vietnamese(number), "vi") == number
    assert values.read_number(f"第{write_chinese(number)}", "zh") == number


@given(st.integers(1, 399).filter(lambda number: number not in {50, 100}))
def test_every_roman_numeral_is_read_back(number: int) -> None:
    assert values.read_roman(write_roman(number)) == number


@given(st.text(alphabet="IVXLC", max_size=9))
def test_only_the_regular_form_of_a_roman_numeral_is_read(text: str) -> None:
    number = values.read_roman(text)
    assert number is None or write_roman(number) == text


@given(st.text(), st.sampled_from(["vi", "en", "zh", "xx"]))
def test_arbitrary_text_never_raises(text: str, language: str) -> None:
    number = values.read_number(text, language)
    assert number is None or 0 <= number <= 9999
    values.read_numbers(text, language)
    values.read_amount(text)
    assert values.read_sum(text, text, text) is None


@given(st.floats(0, 10**6).map(lambda x: round(x, 2)))
def test_an_amount_reads_the_same_with_comma_and_point(amount: float) -> None:
    written = f"{amount:.2f}"
    assert values.read_amount(written) == amount
    assert values.read_amount(written.replace(".", ",")) == amount
