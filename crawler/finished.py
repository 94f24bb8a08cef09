"""An article that nothing is missing of but what it is beside others; it travels as bytes.

A process that only passes articles on need not unpack them: the JSON line is made where the article
was, but for the fields that say what it is a copy of. These are filled in where that is known.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import orjson

from crawler.items import Article, Meeting

_DECIDED = ("version", "duplicate_of", "duplicate_kind", "related")
"""Neighbours in the record."""
_FIELDS = {field.name: None for field in fields(Article) if field.name not in _DECIDED}
"""The others, in their order."""
_OPEN = b',"version":1,"duplicate_of":null,"duplicate_kind":null,"related":[],'
"""How they stand in a line as long as nothing is decided; no text can hold it, as the quotation
marks of a text are written with a backslash."""

_TRAVELLING = ("_packed", "_line", "counts", "cut", "sketch", *_DECIDED)
"""What is not packed on a journey."""
_set = object.__setattr__
"""For what needs no look whether it is packed: a dozen attributes of each article."""


class FinishedArticle(Article):
    """An article with its meetings; after a journey it is unpacked once a field is asked for."""

    __slots__ = ("_line", "_packed", "counts", "cut", "sketch")
    __dataclass_fields__ = Article.__dataclass_fields__  # orjson does not look at bases
    counts: Mapping[str, int]
    """Of its meetings, by the names of the stats."""
    cut: int
    """How many repeated lines were cut from it."""
    sketch: Any
    """What the search for copies needs of it."""
    _packed: bytes | None
    _line: tuple[bytes, bytes] | None
    """What stands before and behind the decided fields."""

    def __init__(self, article: Article, *, cut: int, sketch: Any) -> None:
        self._packed = self._line = None
        for name in (*_FIELDS, *_DECIDED):
            _set(self, name, getattr(article, name))
        self.counts = count_meetings(article.meetings)
        self.cut = cut
        self.sketch = sketch

    def __getattr__(self, name: str) -> Any:
        """A field that is still packed."""
        if name not in _FIELDS or not self._packed:
            raise AttributeError(name, name=name, obj=self)
        self._unpack(self._packed)
        return getattr(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _FIELDS and self._packed:
            self._unpack(self._packed)
        _set(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        decided = tuple(getattr(self, name) for name in _DECIDED)
        own = (self.counts, self.cut, self.sketch)
        if self._packed:
            return _restore, (self._packed, self._line, decided, own)
        values = [getattr(self, name) for name in _FIELDS]
        packed = pickle.dumps(values, pickle.HIGHEST_PROTOCOL)
        return _restore, (packed, _split_line(self), decided, own)

    def format_line(self) -> bytes | None:
        """Its JSON line; None where somebody may have changed a field since it was made."""
        if self._line is None:
            return None
        decided = orjson.dumps({name: getattr(self, name) for name in _DECIDED})
        return b"".join((self._line[0], b",", decided[1:-1], b",", self._line[1]))

    def _unpack(self, packed: bytes) -> None:
        self._packed = self._line = None
        for name, value in zip(_FIELDS, pickle.loads(packed), strict=True):
            _set(self, name, value)


def format_line(item: Any) -> bytes:
    """The JSON line of an article, or of any other dataclass or dict.

    Raises:
        orjson.JSONEncodeError: JSON cannot hold it.
    """
    line = item.format_line() if isinstance(item, FinishedArticle) else None
    return line or orjson.dumps(item, option=orjson.OPT_APPEND_NEWLINE)


def count_meetings(meetings: Iterable[Meeting]) -> dict[str, int]:
    """How many meetings an article reports, mentions, and reports without a date."""
    main = [meeting.main for meeting in meetings]
    reported = sum(main)
    return {
        "reported": reported,
        "mentioned": len(main) - reported,
        "undated": sum(meeting.main and meeting.starts is None for meeting in meetings),
    }


def _split_line(article: Article) -> tuple[bytes, bytes] | None:
    try:
        line = orjson.dumps(article, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        return None  # said where it should be written
    before, found, behind = line.partition(_OPEN)
    return (before, behind) if found else None


def _restore(
    packed: bytes, line: tuple[bytes, bytes] | None, decided: tuple[Any, ...], own: tuple[Any, ...]
) -> FinishedArticle:
    article = FinishedArticle.__new__(FinishedArticle)
    for name, value in zip(_TRAVELLING, (packed, line, *own, *decided), strict=True):
        _set(article, name, value)
    return article
