"""How Vietnamese names persons of office: office, country and name in all their orders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.items import Function
from pipelines.meetings.language import Named
from pipelines.meetings.languages.vietnamese.offices import (
    COUNTRIES,
    COUNTRY,
    OFFICE,
    ROLE,
)
from pipelines.meetings.lexicon import Hit
from pipelines.meetings.sentences import Sentence

_CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_WORD = rf"(?:[{_CAPITALS}]\.|[{_CAPITALS}][^\W\d_]*(?:[’'\-][^\W\d_]+)*)"
_LINK = r"(?:\s(?:bin|bint|binti|al|de|da|van|von|dos|del)\s|\s?-\s?|\s)"
_TAIL = r"(?:\s-\s[a-z]{1,5}(?!\w))"
_NAME = rf"(?P<name>{_WORD}(?:{_LINK}{_WORD}|{_TAIL}){{0,5}})"
_MISTER = r"(?:(?<!\w)(?:[Ôô]ng|[Bb]à|[Nn]gài|[Đđ]ồng chí)\s)"

_OFFICE_FIRST = re.compile(
    rf"(?P<title>{OFFICE}(?:,\s(?:kiêm\s)?{OFFICE}|\skiêm\s{OFFICE}){{0,2}})"
    rf"(?:\s(?:nước\s)?(?:chủ nhà\s)?(?P<country>{COUNTRY}))?"
    rf"(?:,\s(?P<role>{ROLE}))?,?\s{_MISTER}?{_NAME}"
)
_ROLE_FIRST = re.compile(
    rf"(?P<role>{ROLE})(?:,\s|"
    rf"\s)(?:(?P<title>{OFFICE}(?:,\s{OFFICE}){{0,2}})(?:\s(?P<country>{COUNTRY}))?,?\s)?"
    rf"{_MISTER}?{_NAME}"
)
_NAME_FIRST = re.compile(
    rf"(?<!\w)(?<!châu )(?P<mister>{_MISTER})?{_NAME}(?:,\s|\s[\-–]\s|\s\()"
    rf"(?P<title>{OFFICE}(?:,\s{OFFICE}){{0,2}})(?:\s(?:của\s)?(?P<country>{COUNTRY}))?"
)
_NAME_BEFORE = re.compile(rf"(?<!\w)(?<!châu )(?:{_MISTER})?{_NAME}(?:,\s|\s[\-–]\s|\s\()\Z")
_NAME_REACH = 70
_MISTER_NAME = re.compile(rf"(?:{_MISTER}){_NAME}")
_ROLE_AFTER = re.compile(
    rf"(?:,\s|\s[\-–]\s)(?:{OFFICE}(?:,\s{OFFICE}){{0,2}},\s)?(?P<role>{ROLE})"
)
_ROLE_BEFORE = re.compile(rf"(?P<role>{ROLE}),?\s\Z")
_ROLE_REACH = 60
_COUNTRY_NAMES = tuple(COUNTRIES)
_COUNTRY = re.compile(COUNTRY)
_AT_LARGE = re.compile(r"ASEAN\Z|LHQ|Liên [Hh]ợp [Qq]uốc")
_SIGNS = frozenset({"office", "mister"})
"""Kinds of hits at which a person may be named."""
_SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Đào Đoàn Mai Trịnh Tô Tào "
    "Lương Lý Lâm Đinh Hà Cao Tạ Thái Chu Lưu Trương Tống Quách Vương Kiều Nông Bế Thân La".split()
)
_NO_NAMES = frozenset(
    "ASEAN Asean Bộ Trưởng Chủ Hội Thứ Đại Phó Quyền Tổng Cộng Ban Đoàn Văn Nhà Ngày Chính Quốc "
    "Liên "
    "Thủ Ngoại SOM AIPA APEC EU LHQ Tại Trong Biển Hiệp Tuyên Công Nước Đảng Cấp Khối Tầm Quan "
    "Trung".split()
)
"""Words that begin an office, a body or a sentence, never a name."""
_CHAIRS = re.compile(r"[^.;]{0,60}?(?:chủ trì|đồng chủ trì|điều hành|bế mạc|khai mạc)")
_LEADS = re.compile(r"[^.;]{0,60}?(?:dẫn đầu|làm Trưởng đoàn)")
_SPEAKS = re.compile(
    r"[^.;]{0,40}?(?:phát biểu|cho biết|khẳng định|nhấn mạnh|đề nghị|kêu gọi|nêu|bày tỏ|chia sẻ|"
    r"nói)"
)
_FUNCTIONS: tuple[tuple[re.Pattern[str], Function], ...] = (
    (_LEADS, "head"), (_CHAIRS, "chair"), (_SPEAKS, "speaker"),
)  # fmt: skip
_AWAY = re.compile(
    r"(?:riêng với|song phương với|hội đàm với|điện đàm với|gặp gỡ song phương)[^.;]{0,200}\Z"
    r"|(?<!\w)(?:về|nguyên|cựu|thay|tiếp)\s(?:[^\s,.;]{1,12}\s)?\Z"
)


def read_people(sentence: Sentence, hits: Sequence[Hit]) -> list[Named]:
    """The persons that `sentence` names by office or as `ông`, `bà`, from left to right."""
    if not any(hit.entry.kind in _SIGNS for hit in hits):
        return []
    places = [(hit.start, hit.end) for hit in hits if hit.entry.kind == "city"]
    found: list[Named] = []
    for rule, match in _read_matches(sentence, hits):
        named = _read_match(match, sentence, rule)
        if named is not None and not _overlaps(named.name, [*places, *(o.name for o in found)]):
            found.append(named)
    return sorted(found, key=lambda named: named.name)


def _read_matches(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[tuple[str, re.Match[str]]]:
    """Matches at the words where an office, a role or `ông` begins, the surest rules first."""
    offices = [hit for hit in hits if hit.entry.kind == "office"]
    misters = [hit for hit in hits if hit.entry.kind == "mister"]
    text, end = sentence.whole, sentence.end
    tries = (
        ("vi.people.chuc-vu-ten", _OFFICE_FIRST, [hit.start for hit in offices]),
        ("vi.people.vai-tro-ten", _ROLE_FIRST, [hit.start for hit in offices]),
        ("vi.people.ten-chuc-vu", _NAME_FIRST, _name_starts(sentence, offices)),
        ("vi.people.ong-ba", _MISTER_NAME, [hit.start for hit in misters]),
    )
    for rule, pattern, starts in tries:
        for start in starts:
            match = pattern.match(text, start, end)
            if match is not None:
                yield rule, match


def _name_starts(sentence: Sentence, offices: Sequence[Hit]) -> Iterator[int]:
    """Where a name begins that stands right before an office: `ông Lê Hoài Trung, Thứ trưởng`."""
    for hit in offices:
        if sentence.whole[max(0, hit.start - 2)].isalnum():
            continue
        before = max(sentence.start, hit.start - _NAME_REACH)
        match = _NAME_BEFORE.search(sentence.whole, before, hit.start)
        if match is not None:
            yield match.start()


def _read_match(match: re.Match[str], sentence: Sentence, rule: str) -> Named | None:
    groups = match.re.groupindex
    name = _trim_name(match)
    if name is None or _is_away(match, sentence):
        return None
    title = match.span("title") if "title" in groups and match["title"] else None
    if rule == "vi.people.ten-chuc-vu" and not (match["mister"] or _is_plain_name(match["name"])):
        return None
    role = _read_role(match, name[1], sentence)
    return Named(
        name=name,
        title=title,
        role=role,
        country=_read_country(match, sentence, title, role),
        function=_read_function(match, sentence, role),
        acting=any(_is_acting(span, sentence) for span in (role, title)),
        short=" " not in sentence.whole[slice(*name)],
        rule=rule,
    )


def _is_acting(span: tuple[int, int] | None, sentence: Sentence) -> bool:
    return span is not None and sentence.whole[slice(*span)].lower().startswith("quyền")


def _trim_name(match: re.Match[str]) -> tuple[int, int] | None:
    """Span of the name up to the first word of something else; None if nothing is left."""
    start, text = match.start("name"), match["name"]
    end = 0
    for word in re.finditer(r"[^\s]+", text):
        rest = text[word.start() :]
        if word.group() in _NO_NAMES and not (end and _continues(text[:end])):
            break
        if _begins_with_country(rest) and not (end and _continues(text[:end])):
            break
        end = word.end()
    name = text[:end].rstrip(" -")
    return (start, start + len(name)) if len(name) > 1 else None


def _begins_with_country(text: str) -> bool:
    return text.startswith(_COUNTRY_NAMES)


def _continues(name: str) -> bool:
    """True inside a Vietnamese name, where `Văn`, `Quốc`, `Công` are given names."""
    return name.split()[0] in _SURNAMES and len(name.split()) < 4


def _is_plain_name(name: str) -> bool:
    """True for two to five words, the first a surname or all of them foreign."""
    words = name.split()
    return 2 <= len(words) <= 5 and words[0] not in _NO_NAMES


def _is_away(match: re.Match[str], sentence: Sentence) -> bool:
    """True for somebody who is spoken of or met elsewhere: `gặp riêng với Tổng thống Mỹ`."""
    before = max(sentence.start, match.start() - 220)
    return _AWAY.search(sentence.whole, before, match.start()) is not None


def _read_role(match: re.Match[str], end: int, sentence: Sentence) -> tuple[int, int] | None:
    if "role" in match.re.groupindex and match["role"]:
        return match.span("role")
    text, start = sentence.whole, max(sentence.start, match.start() - _ROLE_REACH)
    found = _ROLE_AFTER.match(text, end, sentence.end) or _ROLE_BEFORE.search(
        text, start, match.start()
    )
    return None if found is None else found.span("role")


def _read_country(
    match: re.Match[str],
    sentence: Sentence,
    title: tuple[int, int] | None,
    role: tuple[int, int] | None,
) -> str | None:
    """The country that office or role name; else Viet Nam, whose officials need no country here."""
    if "country" in match.re.groupindex and match["country"]:
        return COUNTRIES[match["country"]]
    said = " ".join(sentence.whole[slice(*span)] for span in (role, title) if span)
    named = _COUNTRY.search(said) if said else None
    if named is not None:
        return COUNTRIES[named.group()]
    at_home = title is not None and not _AT_LARGE.search(said)
    return "VN" if at_home and _is_vietnamese(match["name"]) else None


def _is_vietnamese(name: str) -> bool:
    words = name.split()
    return words[0] in _SURNAMES and 3 <= len(words) <= 4


def _read_function(
    match: re.Match[str], sentence: Sentence, role: tuple[int, int] | None
) -> Function | None:
    for pattern, function in _FUNCTIONS:
        if pattern.match(sentence.whole, match.end("name"), sentence.end):
            return function
    return "head" if role is not None else None


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)
