"""What a page of an unknown site prints beside its headline: when it was published, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.text import clean_line, squeeze
from crawler.times import read_time
from crawler.tree import is_inside, read_texts

_NO_TEXT = frozenset("script style noscript template textarea option title".split())
_HEADINGS = ("h1", "h2", "h3", "h4")
_BEFORE, _BEHIND = 6, 60
"""Pieces of text before and behind the headline that may belong to it."""
_MOST_HEADLINES = 3
_PROSE, _HAN_PROSE = 140, 50
"""Characters of a piece that is a paragraph: there the article has begun."""
_MOST_BESIDE = 40
"""Letters that may stand beside a date."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"\W{0,3}\d{1,2}[:.h]\d\d")
_HAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_NO_LETTER = re.compile(r"[\W\d_]+")
_CHANGED = re.compile(
    r"\b(?:updated?|modified|aktualisiert|geändert|stand|mis à jour|modifié|actualizad[oa]|"
    r"modificad[oa]|atualizad[oa]|aggiornato|bijgewerkt|oppdatert|uppdaterad|opdateret|"
    r"zaktualizowano|aktualizováno|güncellenme|güncelleme|обновлено|оновлено|diperbarui|cập nhật|"
    r"copyright)\b|©|更新|수정",
    re.I,
)
_LABEL = re.compile(
    r"发布日期|发布时间|發布時間|发表时间|发表于|公開日|掲載日|published|posted on|veröffentlicht|"
    r"publié|publicad[oa]|pubblicato|gepubliceerd|publisert|publicerad|udgivet|opublikowano|"
    r"yayınlanma|опубликовано|опубліковано|diterbitkan",
    re.I,
)
_BY = re.compile(
    r"(?:(?:written |text )?by|von|par|por|di|door|av|af|oleh|(?:author|autore?|autorin|auteur|"
    r"text|tekst|texte|texto|testo|penulis)\s?:)(?:\s|$)",
    re.I,
)
_HAN_BY = re.compile(r"(?:作者|记者|記者|撰文)\s?[:：]?\s?(?=[^\s:：]|$)")
_HAN_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,10}(?:[、,， ][\u4e00-\u9fff·]{2,10}){0,3}")
_PERSON = re.compile(
    r"[A-ZÀ-ÞĀ-ŽА-Я][\w.'’-]*(?:\s(?:(?:d[aei]|del|dos|van|von|der|den|la|el|al|bin|binti)\s){0,2}"
    r"[A-ZÀ-ÞĀ-ŽА-Я][\w.'’-]*){1,3}"
)
_NEXT = re.compile(r"\s?(?:,|&|;)\s|\s(?:and|und|et|y|e|och|og|en|i|dan)\s")
_MOST_NAMES = 4


def read_stamps(root: HtmlElement, title: str | None) -> Iterator[str]:
    """Texts that say when the article was published: near its headline, then with a label."""
    pieces = _read_pieces(root)
    for near in _near_headline(pieces, title):
        yield from _stamps(near)
    labelled = (at for at, (text, _) in enumerate(pieces) if _LABEL.search(text))
    for at in labelled:
        yield from _stamps(pieces[at : at + 2])


def read_bylines(root: HtmlElement, title: str | None) -> Iterator[str]:
    """The names behind `By`, `von`, `作者` beside the headline."""
    for near in _near_headline(_read_pieces(root), title):
        texts = [text for text, _ in near]
        for text, following in zip(texts, [*texts[1:], ""], strict=False):
            yield from _names_behind(text, following)


Piece = tuple[str, HtmlElement]
"""A text, and the element that it stands in."""


def _read_pieces(root: HtmlElement) -> list[Piece]:
    nodes = ((clean_line(text), element) for text, element in read_texts(root))
    return [(text, element) for text, element in nodes if text and element.tag not in _NO_TEXT]


def _near_headline(pieces: list[Piece], title: str | None) -> Iterator[list[Piece]]:
    """The pieces that stand behind the headline, then those before it, wherever it stands.

    One paragraph may be behind it: the lead.
    """
    for at in islice(_find_headlines(pieces, title), _MOST_HEADLINES):
        yield list(_until_prose(pieces[at + 1 : at + 1 + _BEHIND], after=1))
        yield list(_until_prose(reversed(pieces[max(at - _BEFORE, 0) : at])))[::-1]


def _find_headlines(pieces: list[Piece], title: str | None) -> list[int]:
    """Where the title stands, in headings first."""
    wanted = squeeze(title or "")
    found = [
        at
        for at, (text, _) in enumerate(pieces)
        if 4 * len(text) >= len(wanted) > 0
        and 2 * len(said := squeeze(text)) >= len(wanted)
        and said in wanted
    ]
    return sorted(found, key=lambda at: not _is_heading(pieces[at][1]))


def _is_heading(element: HtmlElement) -> bool:
    return element.tag in _HEADINGS or is_inside(element, *_HEADINGS)


def _until_prose(pieces: Iterable[Piece], *, after: int = 0) -> Iterator[Piece]:
    """The pieces up to the first paragraph, or to one that comes `after` others."""
    for text, element in pieces:
        if len(text) >= (_HAN_PROSE if _HAN.search(text) else _PROSE):
            after -= 1
        if after < 0:
            return
        yield text, element


def _stamps(pieces: list[Piece]) -> Iterator[str]:
    """The texts among `pieces` that are little more than a date, which is none of a change."""
    before = ""
    for at, (text, element) in enumerate(pieces):
        if (year := _YEAR.search(text)) and not _is_quoted(element):
            if at + 1 < len(pieces) and _CLOCK.match(following := pieces[at + 1][0]):
                text = f"{text} {following}"
            changed = _CHANGED.search(f"{before} {text[: year.end()]}")
            if not changed and len(_NO_LETTER.sub("", text)) <= _MOST_BESIDE and read_time(text):
                yield text
        before = text if len(text) <= _MOST_BESIDE else ""


def _is_quoted(element: HtmlElement) -> bool:
    return element.tag == "blockquote" or is_inside(element, "blockquote")


def _names_behind(text: str, following: str) -> Iterator[str]:
    """The names of a byline, which may stand in the piece behind its lead-in."""
    if label := _HAN_BY.search(text):
        names = text[label.end() :] or following.lstrip(":： ")
        if found := _HAN_NAMES.match(names):
            yield from re.split("[、,， ]", found[0])
    elif lead := _BY.match(text):
        yield from _persons(text[lead.end() :] or following)


def _persons(text: str) -> Iterator[str]:
    """The names at the start of `text`, up to what is none."""
    for part in _NEXT.split(text)[:_MOST_NAMES]:
        name = _PERSON.match(part)
        if name is None:
            return
        yield name[0]
        if name.end() < len(part):
            return
