"""What the name of a person looks like in English, and where it begins and ends."""

from __future__ import annotations

import re

from pipelines.meetings.languages.english.offices import NO_NAME, STATES
from pipelines.meetings.languages.english.taking_part import STYLE

PARTICLE = r"(?:[Bb]in|[Bb]inti|[Ii]bni|[Ii]bn|al|da|de|del|dela|dos|der|van|von|y)"
WORD = r"(?:(?:Ma|St|Sta|Sto)\.|(?:[A-Z]\.){2,3}|[A-ZÀ-ÖØ-ÞĐ](?:\.|[\w’'\-]*\w)?)"
_NICK = r"(?:\s(?:[“\"‘'(][A-Z]\w+[”\"’')]))?"
NAME = rf"{WORD}{_NICK}(?:\s(?:{PARTICLE}\s)?{WORD}){{0,6}}(?:,?\sJr\.)?"
"""With a nickname after the first: `Joko “Jokowi” Widodo`."""
_AFTER_PARTICLE = re.compile(r"\s(?:[Bb]in|[Bb]inti|[Ii]bni|[Ii]bn)\s\Z")
"""`Haji` after it is part of the name: `Abdul Manaf bin Haji Metussin`."""
_IS_STYLE = re.compile(STYLE)
_BALINESE = re.compile(r"I\s(?:Dewa|Gede|Gusti|Kadek|Ketut|Komang|Made|Nyoman|Putu|Wayan)\b")
_TOKEN = re.compile(r"\S+")
_NAME_END = re.compile(r"['’]s?(?:\s|\Z)|\s[Ii]bni\sAl-?[Mm]arhum|,\s(?!Jr)|[,\s]+\Z")


def is_style(word: str) -> bool:
    """True for a word that stands before a name: `Mr`, `Dato`, `Gen.`."""
    return _IS_STYLE.fullmatch(word) is not None


def trim_name(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The name without words that cannot be part of one; None where nothing is left."""
    start, end = span
    for word in _TOKEN.finditer(text[start:end]):
        plain = word.group().rstrip(".,").removesuffix("'s").removesuffix("’s")
        if _is_no_name(plain, text, start + word.start()) and not _is_initial(word.group()):
            end = start + word.start()
            break
    name_end = _NAME_END.search(text[start:end])
    length = end - start if name_end is None else name_end.start()
    return (start, start + length) if length > 2 else None


def _is_no_name(word: str, text: str, at: int) -> bool:
    """True for a word that ends a name; `I` opens Balinese ones: `I Gede Ardika`."""
    return word in STATES or (word in NO_NAME and _BALINESE.match(text, at) is None)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word.endswith(".")


def trim_start(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The name without the title before it: `Minister Nguyen Quoc Dung`."""
    start = span[0]
    for word in re.finditer(r"\S+\s", text[slice(*span)]):
        plain = word.group().strip()
        at = span[0] + word.start()
        part = _AFTER_PARTICLE.search(text, span[0], at) is not None
        if _is_no_name(plain, text, at) or (is_style(plain) and not part):
            start = span[0] + word.end()
    return trim_name(text, (start, span[1]))
