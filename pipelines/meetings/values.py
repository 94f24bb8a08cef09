"""Values as languages write them: numbers in words and Roman numerals, lists, sums of money.

`read_number` and `read_numbers` take what a rule has already cut out of a text; what is not such a
value is None (or an empty list), never an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_UNITS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_ORDINALS_EN = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH = {
    **{word: value for value, word in enumerate(_UNITS_EN)},
    **{word: value for value, word in enumerate(_ORDINALS_EN)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS_EN, strict=True)},
    **{f"{word[:-1]}ieth": v for v, word in zip(range(20, 100, 10), _TENS_EN, strict=True)},
    "hundred": 100, "hundredth": 100, "inaugural": 1,
}  # fmt: skip
_VIETNAMESE = {
    "không": 0, "một": 1, "mốt": 1, "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mươi": 10, "trăm": 100,
}  # fmt: skip
_CHINESE = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9, "十": 10, "百": 100,
}  # fmt: skip
_WORDS: Mapping[str, Mapping[str, int]] = {"en": _ENGLISH, "vi": _VIETNAMESE, "zh": _CHINESE}
_SILENT: Mapping[str, frozenset[str]] = {
    "en": frozenset({"and"}), "vi": frozenset({"linh", "lẻ"}), "zh": frozenset(),
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ORDINAL_SIGN = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")
_LIST_SIGN = re.compile(r"\s*(?:,|&|[-–—](?=\s*\d)|、|\bvà\b|\band\b|和|及|至)\s*")
_DIGITS = re.compile(r"\d{1,4}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:(?P<sign>[.,\s])\d{3})(?:(?P=sign)\d{3}){0,5}", re.ASCII)
_DECIMAL = re.compile(r"(?P<whole>\d{1,12}|\d{1,3}(?:[.,]\d{3}){1,3})[.,](?P<part>\d{1,4})", re.A)
SCALES: Mapping[str, int] = {
    "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12,
    "thousand": 10**3, "million": 10**6, "mln": 10**6, "billion": 10**9, "bln": 10**9,
    "trillion": 10**12, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8,
    "万亿": 10**12,
}  # fmt: skip
"""Words after a number that multiply it."""
CURRENCIES: Mapping[str, str] = {
    "usd": "USD", "đô la mỹ": "USD", "đô la": "USD", "đô-la": "USD", "đô": "USD", "us$": "USD",
    "$": "USD", "us dollars": "USD", "u.s. dollars": "USD", "dollars": "USD", "美元": "USD",
    "euro": "EUR", "eur": "EUR", "euros": "EUR", "€": "EUR", "欧元": "EUR",
    "đồng": "VND", "vnd": "VND", "nhân dân tệ": "CNY", "ndt": "CNY", "yuan": "CNY", "rmb": "CNY",
    "元": "CNY", "人民币": "CNY", "yên": "JPY", "yen": "JPY", "¥": "JPY", "日元": "JPY",
    "won": "KRW", "韩元": "KRW", "baht": "THB", "bạt": "THB", "ringgit": "MYR", "rm": "MYR",
    "rupiah": "IDR", "rupee": "INR", "rupees": "INR", "pesos": "PHP", "peso": "PHP",
    "bảng anh": "GBP", "bảng": "GBP", "£": "GBP", "pounds": "GBP", "英镑": "GBP",
    "s$": "SGD", "sgd": "SGD", "singapore dollars": "SGD", "đô la singapore": "SGD",
    "a$": "AUD", "$a": "AUD", "aud": "AUD", "australian dollars": "AUD", "đô la australia": "AUD",
    "đô la úc": "AUD", "nz$": "NZD", "c$": "CAD",
}  # fmt: skip
"""Signs and words of money, in lower case, by ISO 4217."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money."""

    amount: float
    currency: str
    """ISO 4217."""


def read_number(text: str, language: str) -> int | None:
    """`36`, `36th`, `XXV`, `twenty-sixth`, `hai mươi lăm`, `二十五` as a number, or None."""
    text = _ORDINAL_SIGN.sub("", text.strip())
    if _DIGITS.fullmatch(text):
        return int(text)
    roman = read_roman(text)
    return _read_words(text.lower(), language) if roman is None else roman


def read_numbers(text: str, language: str) -> list[int]:
    """`38 và 39`, `38&39`, `28th and 29th`, `38、39`: each number, or [] if one is none."""
    parts = [part for part in _LIST_SIGN.split(text) if part]
    found = [read_number(part, language) for part in parts]
    numbers = [number for number in found if number is not None]
    if len(numbers) == len(parts):
        return numbers
    whole = read_number(text, language)
    return [] if whole is None else [whole]


def read_roman(text: str) -> int | None:
    """A Roman numeral in its regular form, `IV` but not `IIII`, up to 399; None for other text.

    A lone `C` or `L` is a letter, not a number of meetings.
    """
    if text in {"", "C", "L"} or _ROMAN_FORM.fullmatch(text) is None:
        return None
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-one if one < then else one for one, then in zip(values, following, strict=True))


def read_amount(text: str) -> float | None:
    """`10,5` and `10.5` as 10.5, `1.000.000` and `1,000,000` as a million; None for other text.

    One sign before three digits groups them: `1.500` and `1,500` are 1500, as the press means it.
    """
    text = text.strip()
    if re.fullmatch(r"\d{1,15}", text, re.ASCII):
        return float(text)
    if _GROUPED.fullmatch(text):
        return float(re.sub(r"\D", "", text))
    match = _DECIMAL.fullmatch(text)
    if match is None or len(match["part"]) == 3:
        return None
    return float(f"{re.sub(r'[.,]', '', match['whole'])}.{match['part']}")


def read_sum(number: str, scale: str | None, currency: str) -> Sum | None:
    """A sum of its three words: `10,5`, `triệu`, `USD`; None where one of them is not known."""
    amount = read_amount(number)
    code = CURRENCIES.get(currency.strip().lower())
    factor = SCALES.get(scale.strip().lower()) if scale else 1
    if amount is None or code is None or factor is None:
        return None
    return Sum(round(amount * factor, 2), code)


def _read_words(text: str, language: str) -> int | None:
    """A number in words: the value of each word, then hundreds, tens and units put together."""
    known, silent = _WORDS.get(language, {}), _SILENT.get(language, frozenset())
    words = list(text.removeprefix("第")) if language == "zh" else re.split(r"[\s\-–]+", text)
    spoken = [word for word in words if word not in silent]
    values = [known[word] for word in spoken if word in known]
    if not values or len(values) != len(spoken) or len(values) > 6:
        return None
    return _add_up(values, regular=language == "en")


def _add_up(values: list[int], *, regular: bool) -> int | None:
    """`[2, 10, 5]` is 25 and `[1, 100, 5]` is 105; None where values do not fall.

    `regular` languages have words for the tens (`twenty`) and do not multiply by ten.
    """
    if 100 in values:
        return _add_hundreds(values, regular=regular)
    match values:
        case [one]:
            return one
        case [tens, unit] if regular and tens >= 20 and 0 < unit < 10:
            return tens + unit
        case [10, unit] if not regular and 0 < unit < 10:
            return 10 + unit
        case [tens, 10] if not regular and 1 <= tens < 10:
            return tens * 10
        case [tens, 10, unit] if not regular and 1 <= tens < 10 and 0 < unit < 10:
            return tens * 10 + unit
    return None


def _add_hundreds(values: list[int], *, regular: bool) -> int | None:
    """`[1, 100, 0, 5]` is 105, `[100]` is 100."""
    at = values.index(100)
    before, after = values[:at] or [1], values[at + 1 :] or [0]
    after = after[1:] if len(after) > 1 and after[0] == 0 else after
    hundreds, rest = _add_up(before, regular=regular), _add_up(after, regular=regular)
    if hundreds is None or rest is None or not 0 < hundreds < 10 or rest > 99:
        return None
    return hundreds * 100 + rest
