"""One Unicode form and one kind of space: the door through which all text passes once."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[^\S\n]+")
_AROUND_BREAKS = re.compile(r" *\n[ \n]*")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]"
)


def clean_text(text: str) -> str:
    """`text` in NFC with plain spaces, single line breaks, no invisible characters, trimmed."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _SPACES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _AROUND_BREAKS.sub("\n", text).strip()


def clean_line(text: str) -> str:
    """`text` as `clean_text`, on one line."""
    return clean_text(text).replace("\n", " ")
