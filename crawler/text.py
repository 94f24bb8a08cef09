"""One Unicode form and one kind of space: the door through which all text passes once."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]"
)


def clean_text(text: str) -> str:
    """`text` in NFC with plain spaces, single line breaks, no invisible characters, trimmed."""
    lines = map(clean_line, text.replace("\r", "\n").split("\n"))
    return "\n".join(filter(None, lines))


def clean_line(text: str) -> str:
    """`text` as `clean_text`, on one line."""
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", line)).split())
