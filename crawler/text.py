"""One Unicode form and one kind of space: the door through which all text passes once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import repeat

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]"
)
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_OPENING = 12
"""Characters."""


def clean_text(text: str) -> str:
    """`text` in NFC with plain spaces, single line breaks, no invisible characters, trimmed."""
    lines = map(clean_line, text.replace("\r", "\n").split("\n"))
    return "\n".join(filter(None, lines))


def clean_line(text: str) -> str:
    """`text` as `clean_text`, on one line."""
    line = " ".join(text.split())
    if line.isprintable():  # as nothing is that `_INVISIBLE` names, nor any space but the plain one
        return compose(line)
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", line)).split())


def compose(text: str) -> str:
    """`text` in NFC: `clean_line` for what is printable and has single spaces, none at its ends."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """The letters and digits of `text`, in lower case: what two spellings of one title share."""
    joined = "".join(text.split())
    return joined.lower() if joined.isalnum() else _BETWEEN_WORDS.sub("", joined).lower()


def is_one_of(text: str, squeezed: Collection[str]) -> bool:
    """True where `squeeze(text)` is one of `squeezed`; most texts are told by their opening."""
    opening = squeeze(text[:_OPENING])[:-1]  # its last letter may be a sigma that is no final one
    return any(map(str.startswith, squeezed, repeat(opening))) and squeeze(text) in squeezed
