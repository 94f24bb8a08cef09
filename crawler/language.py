"""The language of a text, from its own letters and words rather than from what its site says."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SAMPLE = 600
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
    found: str = _identifier().classify(text[:_SAMPLE])[0]
    if declared and any({declared, found} <= twins for twins in _TWINS):
        return declared
    return found


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)
