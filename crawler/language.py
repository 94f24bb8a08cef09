"""The language of a text, from its own letters and words rather than from what its site says."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SAMPLE = 600
_SCRIPTS = (
    ("vi", re.compile("[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)),
    ("ja", re.compile("[ぁ-ゖァ-ヺ]")),
    ("ko", re.compile("[가-힣]")),
    ("th", re.compile("[ก-ฺเ-๎]")),
    ("km", re.compile("[ក-៓]")),
    ("lo", re.compile("[ກ-ໟ]")),
    ("my", re.compile("[က-႟]")),
)
_ENGLISH = frozenset("the of and to that for with was from which have been said will by at".split())
_MALAY = frozenset(
    "yang dan di ke dengan untuk pada dari ini itu akan dalam telah oleh juga tidak sebagai bagi "
    "kepada ada adalah bahwa bahawa mereka para saat hari".split()
)
"""Small words of Indonesian too."""
_LEAST_ENGLISH, _LEAST_MALAY = 0.15, 0.1
"""Shares of the words of a sample; no other language has so many of these."""
_HAN = re.compile("[\u4e00-\u9fff]")
_LEAST_HAN = 0.3
"""Share of a sample; Japanese and Korean, with letters of their own, were looked for before."""
_LEAST_LETTERS = 0.05
"""Share of a sample; the letters of one language make it up only in a text of that language."""
_SHORTEST = 20
_TWINS = ({"id", "ms"}, {"no", "nb", "nn", "da"})
"""Languages that letters and words hardly tell apart: there the page's own word counts."""


def find_language(text: str, *, stated: str | None = None) -> str | None:
    """ISO 639-1 code of the language of `text`; `stated` where the text is too short to tell.

    Args:
        text: what was written.
        stated: the `lang` of the page or edition, which decides between twins such as id and ms.
    """
    declared = (stated or "").strip().lower().replace("_", "-").split("-")[0] or None
    if len(text) < _SHORTEST:
        return declared
    sample = text[:_SAMPLE]
    if found := find_by_letters(sample) or find_by_words(sample, declared):
        return found
    found = _classify(sample)
    if declared and any({declared, found} <= twins for twins in _TWINS):
        return declared
    return found


def find_by_letters(text: str) -> str | None:
    """The language that alone is written with the letters of `text`; None for shared ones."""
    least = _LEAST_LETTERS * len(text)
    if len(text) - len(text.encode("ascii", "ignore")) <= least:
        return None
    for name, letters in _SCRIPTS:
        if _has_more(letters, text, least):
            return name
    return "zh" if _has_more(_HAN, text, _LEAST_HAN * len(text)) else None


def _has_more(letters: re.Pattern[str], text: str, least: float) -> bool:
    """True where more than `least` of the `letters` are in `text`; the rest is not counted."""
    return next(islice(letters.finditer(text), int(least), None), None) is not None


def find_by_words(text: str, declared: str | None) -> str | None:
    """English, or `declared` if Indonesian or Malay, where `text` has its small words; else None.

    Costs a tenth of what a model of a hundred languages does.
    """
    words = text.lower().split()
    if sum(map(_ENGLISH.__contains__, words)) > _LEAST_ENGLISH * len(words):
        return "en"
    if declared not in {"id", "ms"}:
        return None
    return declared if sum(map(_MALAY.__contains__, words)) > _LEAST_MALAY * len(words) else None


@cache
def load_identifier() -> LanguageIdentifier:
    """What tells languages by a model; to unpack it takes a third of a second."""
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def _classify(text: str) -> str:
    language: str = load_identifier().classify(text)[0]
    return language
