"""Who a text came from: wire agency, dateline, paper's own prefix, byline in the last line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.clutter import is_prose
from crawler.text import clean_line

_AGENCIES = (
    "TTXVN|VNA|VNS|Bernama|AKP|ANTARA|Antara|KPL|PNA|TNA|MNA|TATOLI|AFP|AP|Reuters|Xinhua|THX|"
    "Tân Hoa xã|Kyodo|Jiji|Yonhap|TASS|RIA Novosti|Sputnik|dpa|EFE|ANSA|PTI|CNA|"
    "新华社|中新社|中央社|路透社|法新社"
)
_AGENCY = re.compile(rf"(?<!\w)(?:{_AGENCIES})(?!\w)")
_CREDIT_LINE = re.compile(
    rf"\W{{0,2}}(?:(?:theo|nguồn|source|sumber|来源)\s?[:：]?\s)?\W{{0,2}}(?:[a-z]{{2,6}}/)?"
    rf"(?:{_AGENCIES})(?:\s?[/&+]\s?[\w+. ]{{1,25}}|-[\w+.]{{1,15}}|,\s?(?:{_AGENCIES}))?\W{{0,3}}",
    re.I,
)
_TRAILING_CREDIT = re.compile(
    rf"(?<=[.!?…”\"/])\s*(?:[-–—]+\s?|\()(?P<name>{_AGENCIES})(?:/[\w+. ]{{1,20}})?\)?\s*$"
)
_PLACE = r"(?P<place>[A-ZÀ-ỸĐ][^\W\d_]*(?:[ .'’-]{1,2}[A-ZÀ-ỸĐ(][^\W\d_]*\)?){0,4})"
_WIDER = r"(?:,\s[A-Z][\w.]{0,15}(?:\s[A-Z][\w.]{1,15}){0,2})?"
_DAY = r"(?:,?\s(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?(?:,?\s\d{4})?)?"
_LABEL = (
    r"(?!(?:UPDATED?|BREAKING|LIVE|WATCH|VIDEO|PHOTOS?|EXCLUSIVE|OPINION|COMMENTARY|EDITORIAL|"
    r"CORRECTION|NOTE|READ|QUESTION|ANSWER)\b)"
)
_DASH = r"\s{0,2}[-–—]{1,2}\s"
_BODIES = (
    "ASEAN|SOM|AMM|ADMM|AEM|ARF|EAS|AIPA|APEC|ASEM|AFTA|RCEP|CPTPP|EVFTA|BRICS|NATO|OPEC|OECD|WTO|"
    "WHO|IMF|UNESCO|UNICEF|UNCLOS|AUKUS|QUAD|COC|DOC|GMS|MRC|COP|COVID|GDP|FDI|VIDEO|PHOTO|INFOGRAPHIC"
)
"""Words in capitals that open a text and are no places."""
_DATELINES = tuple(
    re.compile(form)
    for form in (
        rf"{_PLACE}{_WIDER}{_DAY}\s?\((?P<agency>{_AGENCIES})(?:/[\w+. ]{{1,20}})?\){_DASH}",
        rf"(?P<agency>{_AGENCIES})\s{_PLACE},\s[A-Z][a-z]+\s\d{{1,2}},\s\d{{4}}{_DASH}",
        rf"(?!(?:{_BODIES})\b)(?P<place>[A-ZÀ-ỸĐ]{{3,}}(?:[ .'’-][A-ZÀ-ỸĐ]{{2,}}){{0,3}})"
        rf"{_WIDER}{_DAY}{_DASH}",
        # The Star, The Sun, CNA.
        rf"{_LABEL}(?P<place>[A-Z]{{3,}}(?:[ .'’-][A-Z]{{2,}}){{0,3}}):\s",
        rf"(?P<agency>{_AGENCIES})(?P<place>)[^,。]{{2,8}}\d{{1,2}}月\d{{1,2}}日电",
    )
)
_PREFIX = re.compile(
    r"^\(?(?:BKTO|TT|NDĐT|Chinhphu\.vn|Dân trí|TTO|TPO|PLO|NLĐO|SGGPO|SGGP|PANO|QĐND(?: Online)?|"
    r"ANTD\.VN|VOV\d?|VOVWORLD|VOV\.VN|TBTCVN|TBTCO|TBNH|HNM|HNMO|CAND|ANTĐ|MTG|VTV\.vn|TG&VN)\)?"
    r"\s?[-–—]\s"
)
_REPORTER_PREFIX = re.compile(rf"^\(?PV\)?\s\((?:{_AGENCIES})(?:/[\w+. ]{{1,20}})?\){_DASH}")
_WORD = r"(?:[A-ZÀ-ỸĐ][^\W\d_]{1,7}|[A-ZÀ-ỸĐ]{1,3}\.?)"
_NAME_LINE = re.compile(
    rf"(?:{_WORD})(?:\s{_WORD}){{1,4}}(?:\s?[-,–/]\s?{_WORD}(?:\s{_WORD}){{1,3}})?"
)
_BYLINE_CREDIT = re.compile(rf"\s*\((?:theo\s)?(?:{_AGENCIES})(?:/[\w+. ]{{1,20}})?\)$", re.I)
_INITIALS = re.compile(r"[A-ZĐ]{2,3}|[A-ZĐ]\.[A-ZĐ]\.?")
_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)
_LEAST_LETTERS = 20
_TAIL = 4
"""Bylines stand in the last lines; captions may follow them."""


def find_agency(texts: Iterable[str]) -> str | None:
    """The first wire agency named in `texts`, as printed: `(TTXVN/Vietnam+)` -> `TTXVN`."""
    found = (_AGENCY.search(text) for text in texts)
    return next((match[0] for match in found if match), None)


def is_credit_line(line: str) -> bool:
    """True for a line that is nothing but a credit: `(TTXVN/Vietnam+)`, `Source: VNA`."""
    return len(line) < 60 and bool(_CREDIT_LINE.fullmatch(line))


def read_dateline(text: str) -> tuple[str | None, str | None]:
    """The place and the agency of a text that opens with a dateline: `Hanoi (VNA) – ...`."""
    for form in _DATELINES:
        if match := form.match(text):
            return clean_line(match["place"]) or None, match.groupdict().get("agency")
    return None, None


def cut_prefix(text: str) -> str:
    """`text` without the paper's own label in front: `(BKTO) - `, `TTO - `, `(Dân trí) - `."""
    return _REPORTER_PREFIX.sub("", _PREFIX.sub("", text))


def cut_trailing_credit(text: str) -> tuple[str, str | None]:
    """`text` without the agency behind its last sentence, and that agency."""
    match = _TRAILING_CREDIT.search(text)
    return (text[: match.start()].rstrip(), match["name"]) if match else (text, None)


def is_vietnamese(lines: Iterable[str]) -> bool:
    """True where the text has letters that only Vietnamese has, and not just in a name."""
    return sum(len(_VIETNAMESE.findall(line)) for line in lines) >= _LEAST_LETTERS


def find_byline(lines: list[str]) -> int | None:
    """The index of the line at the end of a Vietnamese article that is its byline.

    A name alone (`Hữu Toàn`, `THIỆN TRẦN`, `Tâm Hằng (TTXVN)`), or initials in the very last line;
    captions may follow, but no paragraph: over one stands a subheading (`Hà Nội`).
    """
    for index in range(len(lines) - 1, max(len(lines) - 1 - _TAIL, 0), -1):
        if is_prose(lines[index]):
            return None
        line = _BYLINE_CREDIT.sub("", lines[index]).strip(" ./")
        is_last = index == len(lines) - 1
        if (len(line) <= 45 and _NAME_LINE.fullmatch(line)) or (
            is_last and _INITIALS.fullmatch(line)
        ):
            return index if is_vietnamese(lines) else None
    return None
