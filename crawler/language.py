"""The language of a text, from its own letters and words rather than from what its site says."""

from __future__ import annotations

import re
from functools import cache

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
    found: str = find_by_letters(sample) or _identifier().classify(sample)[0]
    if declared and any({declared, found} <= twins for twins in _TWINS):
        return declared
    return found


def find_by_letters(text: str) -> str | None:
    """The language that alone is written with the letters of `text`; None for shared ones."""
    if text.isascii():
        return None
    least = _LEAST_LETTERS * len(text)
    return next((name for name, letters in _SCRIPTS if len(letters.findall(text)) > least), None)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)
