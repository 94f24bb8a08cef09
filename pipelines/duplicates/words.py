"""The words of a text as copies keep them: one case, one place for tone marks, no punctuation.

A word is what stands between spaces: in Vietnamese a syllable. Where a script sets no spaces it
is a character (Chinese, Japanese), the run up to the next vowel written before its consonant
(Thai, Lao) or a consonant with its marks (Khmer, Burmese).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import numpy as np
import xxhash
from numpy.typing import NDArray

Codes = NDArray[np.uint16]
"""Words as numbers, in the order of the text."""

NUMBERS_FROM = 0xF000
"""Codes from here on are words that begin with a digit."""

_KNOWN_WORDS = 1 << 13
"""Words that are remembered: what news is made of; eight times as many held 20 MB of numbers and
names that never came back."""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = f"{_IDEOGRAPHS}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(
    rf"[^\W_{_UNSPACED}]+"
    rf"|[{_IDEOGRAPHS}]"
    "|[\u0e40-\u0e44]*[\u0e01-\u0e3a\u0e45\u0e47-\u0e4e]+"
    "|[\u0ec0-\u0ec4]*[\u0e81-\u0ebd\u0ec8-\u0ecd\u0edc-\u0edf]+"
    "|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])*"
    "|[\u1000-\u102a\u103f](?:\u1039[\u1000-\u102a]|[\u102b-\u1038\u103a-\u103e])*"
    r"|\d+"
)
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_SPACED_WORD = re.compile(r"[^\W_]+")
"""What `_WORD` finds where all words stand between spaces, in two thirds of its time."""


def read_words(text: str) -> list[str]:
    """The words of `text`, folded."""
    lowered = unicodedata.normalize("NFC", text).lower()
    pattern = _WORD if _HAS_UNSPACED.search(lowered) else _SPACED_WORD
    words = pattern.findall(lowered)
    return [word if word.isascii() else fold_word(word) for word in words]


@lru_cache(maxsize=_KNOWN_WORDS)
def fold_word(word: str) -> str:
    """`word` with its tone marks at the end, so that `hoà` and `hòa` are one word."""
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(letter for letter in letters if letter in _TONES)
    return "".join(letter for letter in letters if letter not in _TONES) + tones


def code_words(words: list[str]) -> Codes:
    """`words` as numbers that are the same on every machine."""
    return np.array([_code_word(word) for word in words], dtype=np.uint16)


@lru_cache(maxsize=_KNOWN_WORDS)
def _code_word(word: str) -> int:
    value = xxhash.xxh3_64_intdigest(word.encode())
    if word[0].isdigit():
        return NUMBERS_FROM + value % (0x10000 - NUMBERS_FROM)
    return value % NUMBERS_FROM
