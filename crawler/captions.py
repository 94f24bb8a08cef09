"""Captions with their credits: `... phát biểu. (Ảnh: TTXVN)` -> text, credit, picture."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from lxml.html import HtmlElement

from crawler.canonical import is_clean
from crawler.items import Caption
from crawler.text import clean_line
from crawler.tree import elements, inline_text

_WORDS = (
    r"ảnh(?: minh họa| tư liệu)?|nguồn(?: ảnh)?|photo(?:s)?(?: by| credit| courtesy of)?|source|"
    r"picture|pic|image|foto|credit|sumber|图|摄"
)
_CREDIT = re.compile(
    rf"\s*(?:\((?:{_WORDS})\s?[:：/-]?\s?(?P<inside>[^()]{{2,80}})\)|"
    rf"(?:(?<=[.!?…”\"])|(?<=[.!?…”\"]\s)|(?<=\s)(?=(?-i:[A-ZẢ图摄])))(?:{_WORDS})\s?[:：]\s?(?P<bare>[^()]{{2,60}})|"
    r"—\s(?P<agency>[A-Z][\w/ .]{1,40}?)\s?(?:pic|photo|file picture|picture))\s*\.?$",
    re.I,
)
_SIGNS = (")", ":", "：", "—")
_CREDIT_SIGN = re.compile(r"\)\s*\.?\s*$|[:：—]")
_LONGEST_CREDIT = 140
_NUMBERED = re.compile(r"^\s*(?:ảnh|photo|hình)\s\d{1,2}(?=\D|$)[\s.:-]*", re.I)
_OWN_CAPTION = elements(
    "descendant::*[self::figcaption or contains(@class, 'aption') or self::td[not(.//img)]]"
)
_SOURCES = ("data-src", "data-original", "data-photo-original-src", "src")


def read_captions(
    elements: Iterable[HtmlElement], *, title: str | None, base: str
) -> list[Caption]:
    """The captions in `elements` (one picture each), every text once; none where there is no text.

    Args:
        elements: figures, caption tables.
        title: cut from the front, where the CMS glued `<title> ảnh 1` to the caption.
        base: address that relative picture addresses are relative to.
    """
    captions: dict[str, Caption] = {}
    for element in elements:
        caption = make_caption(_caption_text(element), title=title)
        if caption is not None:
            caption.image = _image(element, base)
            captions.setdefault(caption.text, caption)
    return list(captions.values())


def make_caption(text: str, *, title: str | None = None) -> Caption | None:
    """A caption out of its printed `text`, its credit apart; None where nothing is printed."""
    text = clean_line(text)
    if title and text.startswith(title):
        text = _NUMBERED.sub("", text.removeprefix(title)) or text
    match = _find_credit(text)
    if not match:
        return Caption(text) if text else None
    credit = clean_line(match["inside"] or match["bare"] or match["agency"]).strip(" .")
    return Caption(text[: match.start()].strip(" -–—") or credit, credit)


def is_caption_line(line: str) -> bool:
    """True for a line of the running text that ends with a picture credit."""
    return len(line) < 400 and has_credit(line) and not line.startswith(("Theo", "Nguồn"))


def has_credit(text: str) -> bool:
    """True where a picture credit stands at the end of `text`."""
    return _find_credit(text) is not None


def _find_credit(text: str) -> re.Match[str] | None:
    """The credit at the end of `text`; most lines have none of the signs that open one."""
    if not any(map(text[-_LONGEST_CREDIT:].__contains__, _SIGNS)):
        return None
    start = max(len(text) - _LONGEST_CREDIT, 0)
    return _CREDIT.search(text, start) if _CREDIT_SIGN.search(text, start) else None


def _caption_text(element: HtmlElement) -> str:
    own = [inline_text(part) for part in _OWN_CAPTION(element)]
    return max(own, key=len, default="") or inline_text(element)


def _join(base: str, source: str) -> str | None:
    if is_clean(source):
        return source
    try:
        return urljoin(base, source)
    except ValueError:
        return None


def _image(element: HtmlElement, base: str) -> str | None:
    for image in element.iter("img"):
        for name in _SOURCES:
            source: str = (image.get(name) or "").strip()
            if source and not source.startswith("data:"):
                return _join(base, source)
    return None
