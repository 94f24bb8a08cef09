"""How Vietnamese names persons of office: office, country and name in all their orders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.items import Function
from pipelines.meetings.language import Named
from pipelines.meetings.languages.vietnamese.absent import (
    is_absent,
    is_met_apart,
    is_onlooker,
)
from pipelines.meetings.languages.vietnamese.offices import (
    ABROAD,
    COUNTRIES,
    COUNTRY,
    OFFICE,
    ROLE,
    STATE,
)
from pipelines.meetings.lexicon import Hit, Hits
from pipelines.meetings.sentences import Sentence

_CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_WORD = rf"(?:[{_CAPITALS}]\.|[{_CAPITALS}][^\W\d_]*(?:[’'\-][^\W\d_]+)*[’']?)"
_LINK = r"(?:\s(?:bin|bint|binti|al|de|da|van|von|dos|del)\s|\s?-\s?|\s)"
_TAIL = r"(?:\s-\s[a-z]{1,5}(?!\w))"
_NAME = rf"(?P<name>{_WORD}(?:{_LINK}{_WORD}|{_TAIL}){{0,5}})"
_MISTER = r"(?:(?<!\w)(?:[Ôô]ng|[Bb]à|[Nn]gài|[Đđ]ồng chí)\s)"

_SHORTENED = r"(?:\s\([A-ZĐ][A-ZĐ&\-]{1,11}\))?"
_HOST = r"(?:\s(?:(?:nước\s)?chủ nhà|nước này)(?!\w))?"
_OFFICE_FIRST = re.compile(
    rf"(?P<title>{OFFICE}(?:,\s(?:kiêm\s)?{OFFICE}|\skiêm\s{OFFICE}){{0,2}}){_SHORTENED}"
    rf"{_HOST}(?:\s{STATE}?(?P<country>{COUNTRY}))?"
    rf"(?:,\s(?P<role>{ROLE}))?,?\s{_MISTER}?{_NAME}"
    rf"(?:\scủa\s{STATE}?(?P<home>{COUNTRY}))?"
)
_ROLE_FIRST = re.compile(
    rf"(?P<role>{ROLE})(?:,\s|"
    rf"\s)(?:(?P<title>{OFFICE}(?:,\s{OFFICE}){{0,2}})(?:\s{STATE}?(?P<country>{COUNTRY}))?,?\s)?"
    rf"{_MISTER}?{_NAME}"
)
_NAME_FIRST = re.compile(
    rf"(?<!\w)(?<!châu )(?P<mister>{_MISTER})?{_NAME}(?:,\s|\s[\-–]\s|\s\()"
    rf"(?P<title>{OFFICE}(?:,\s{OFFICE}){{0,4}})(?:\s(?:của\s)?{STATE}?(?P<country>{COUNTRY}))?"
)
_OFFICE_AFTER = re.compile(
    rf",\s(?P<title>{OFFICE}(?:,\s{OFFICE}){{0,4}})(?:\s(?:của\s)?{STATE}?(?P<country>{COUNTRY}))?"
)
_RANK = re.compile(r"(?:(?:phó |chuẩn )?đô đốc|(?:đại|thượng|trung|thiếu) tướng)\Z", re.IGNORECASE)
_NEXT_PERSON = re.compile(rf"\s{_NAME}")
_NAME_BEFORE = re.compile(rf"(?<!\w)(?<!châu )(?:{_MISTER})?{_NAME}(?:,\s|\s[\-–]\s|\s\()\Z")
_NAME_REACH = 70
_MISTER_NAME = re.compile(rf"(?:{_MISTER}){_NAME}")
_ROLE_AFTER = re.compile(
    rf"(?:,\s|\s[\-–]\s)(?:{OFFICE}(?:,\s{OFFICE}){{0,2}},\s)?(?P<role>{ROLE})"
)
_ROLE_BEFORE = re.compile(rf"(?P<role>{ROLE}),?\s\Z")
_ROLE_REACH = 60
_REGIONS = (*COUNTRIES, "Thái Bình Dương", "Ấn Độ Dương", "Đông Nam Á", "Đông Á")
_REGIONS_BY_LETTER = {
    letter: tuple(name for name in _REGIONS if name[0] == letter)
    for letter in {name[0] for name in _REGIONS}
}
_SPACED = re.compile(r"\S+")
_COUNTRY = re.compile(COUNTRY)
_AT_LARGE = re.compile(r"ASEAN\Z|LHQ|Liên [Hh]ợp [Qq]uốc")
_SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Đào Đoàn Mai Trịnh Tô Tào "
    "Lương Lý Lâm Đinh Hà Cao Tạ Thái Chu Lưu Trương Tống Quách Vương Kiều Nông Bế Thân La Tôn "
    "Phùng Doãn Đàm Từ Lục Mạc Khổng Giáp Hứa Đồng Đậu Ninh Nghiêm Thạch Lò Lại Cù Tăng".split()
)
_OWN_SURNAMES = frozenset("Nguyễn Lê Phạm Vũ Võ Đặng Bùi Đỗ Tô Phan".split())
_NO_NAMES = frozenset(
    "ASEAN Asean Bộ Trưởng Chủ Hội Thứ Đại Phó Quyền Tổng Cộng Ban Đoàn Văn Nhà Ngày Chính Quốc "
    "Liên "
    "Thủ Ngoại SOM AIPA APEC EU LHQ Tại Trong Biển Hiệp Tuyên Công Nước Đảng Cấp Khối Tầm Quan "
    "Trung".split()
)
"""Words that begin an office, a body or a sentence, never a name."""
_CHAIRS = re.compile(
    r"[^.;]{0,60}?(?:chủ trì|đồng chủ trì|điều hành|"
    r"(?<!lễ )(?<!phiên )(?<!dự )(?:bế mạc|khai mạc))"
)
_LEADS = re.compile(r"[^.;]{0,60}?(?:dẫn đầu|làm Trưởng đoàn)")
_SPEAKS = re.compile(
    r"[^.;]{0,40}?(?:phát biểu|cho biết|khẳng định|nhấn mạnh|đề nghị|kêu gọi|nêu|bày tỏ|chia sẻ|"
    r"nói)"
)
_FUNCTIONS: tuple[tuple[frozenset[str], re.Pattern[str], Function], ...] = (
    (frozenset({"dẫn", "làm"}), _LEADS, "head"),
    (frozenset({"trì", "hành", "mạc"}), _CHAIRS, "chair"),
    (frozenset("phát cho khẳng nhấn đề kêu nêu bày chia nói".split()), _SPEAKS, "speaker"),
)
"""What says of somebody that he does what; each with words one of which stands in every match."""


def read_people(sentence: Sentence, hits: Hits) -> list[Named]:
    """The persons that `sentence` names by office or as `ông`, `bà`, from left to right."""
    offices, misters = hits.of("office"), hits.of("mister")
    if not (offices or misters):
        return []
    found: list[Named] = []
    taken: list[tuple[int, int]] = []
    for rule, match in _read_matches(sentence, offices, misters):
        name = _trim_name(match)
        if name is None or _overlaps(name, taken):
            continue
        absent = is_absent(sentence, match.start())
        named = None if absent else _read_match(match, name, sentence, rule)
        if absent or named is not None:
            taken.append(name)
        if named is not None and not _is_city(name, hits):
            found.append(named)
    return sorted(found, key=lambda named: named.name)


def _is_city(name: tuple[int, int], hits: Hits) -> bool:
    """True for a name that begins with that of a city; `Quang Vinh` only has one in it."""
    return any(hit.start <= name[0] < hit.end for hit in hits.of("city"))


def _read_matches(
    sentence: Sentence, offices: Sequence[Hit], misters: Sequence[Hit]
) -> Iterator[tuple[str, re.Match[str]]]:
    """Matches at the words where an office, a role or `ông` begins, the surest rules first."""
    text, end = sentence.whole, sentence.end
    heads = [hit.start for hit in offices]
    tries = (
        ("vi.people.chuc-vu-ten", _OFFICE_FIRST, heads),
        ("vi.people.vai-tro-ten", _ROLE_FIRST, heads),
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


def _read_match(
    match: re.Match[str], name: tuple[int, int], sentence: Sentence, rule: str
) -> Named | None:
    groups = match.re.groupindex
    if rule == "vi.people.ong-ba" and is_onlooker(sentence, name[1]):
        return None
    title = match.span("title") if "title" in groups and match["title"] else None
    if rule == "vi.people.ten-chuc-vu" and not _holds_office(match, sentence):
        return None
    civil = _read_office_after(name[1], title, sentence)
    title = title if civil is None else civil.span("title")
    role = _read_role(match, name[1], sentence)
    return Named(
        name=name,
        title=title,
        role=role,
        country=_read_country(match, civil, sentence, (role, title)),
        function=_read_function(civil.end() if civil else match.end("name"), sentence, role),
        acting=any(_is_acting(span, sentence) for span in (role, title)),
        away=is_met_apart(sentence, match.start()),
        short=" " not in sentence.whole[slice(*name)],
        rule=rule,
    )


def _holds_office(match: re.Match[str], sentence: Sentence) -> bool:
    """False where the office after a name is that of the next person: `X, Thủ tướng Y`."""
    if _names_next(match.end(), sentence):
        return False
    return bool(match["mister"]) or _is_plain_name(match["name"])


def _names_next(end: int, sentence: Sentence) -> bool:
    """True where the name of another person follows at once: the office is that person's."""
    following = _NEXT_PERSON.match(sentence.whole, end, sentence.end)
    return following is not None and _trim_name(following) is not None


def _read_office_after(
    end: int, title: tuple[int, int] | None, sentence: Sentence
) -> re.Match[str] | None:
    """The civil offices after the name of a general: `Đại tướng X, Bộ trưởng Quốc phòng`."""
    if title is None or _RANK.match(sentence.whole, *title) is None:
        return None
    match = _OFFICE_AFTER.match(sentence.whole, end, sentence.end)
    return None if match is not None and _names_next(match.end(), sentence) else match


def _is_acting(span: tuple[int, int] | None, sentence: Sentence) -> bool:
    return span is not None and sentence.whole[slice(*span)].lower().startswith("quyền")


def _trim_name(match: re.Match[str]) -> tuple[int, int] | None:
    """Span of the name up to the first word of something else; None if nothing is left."""
    start, text = match.start("name"), match["name"]
    end = 0
    for word in _SPACED.finditer(text):
        begins = _first_half(word.group()) in _NO_NAMES or _is_region(text, word.start())
        if begins and not (end and _continues(text[:end])):
            break
        end = word.end()
    name = text[:end].rstrip(" -")
    return (start, start + len(name)) if len(name) > 1 else None


def _first_half(word: str) -> str:
    """`ASEAN` of `ASEAN-Hoa`."""
    return word.partition("-")[0]


def _is_region(text: str, at: int) -> bool:
    return text.startswith(_REGIONS_BY_LETTER.get(text[at], ()), at)


def _continues(name: str) -> bool:
    """True inside a Vietnamese name, where `Văn`, `Quốc`, `Công` are given names."""
    return name.split()[0] in _SURNAMES and len(name.split()) < 4


def _is_plain_name(name: str) -> bool:
    """True for two to five words, the first a surname or all of them foreign."""
    words = name.split()
    return 2 <= len(words) <= 5 and words[0] not in _NO_NAMES


def _read_role(match: re.Match[str], end: int, sentence: Sentence) -> tuple[int, int] | None:
    if "role" in match.re.groupindex and match["role"]:
        return match.span("role")
    text, start = sentence.whole, max(sentence.start, match.start() - _ROLE_REACH)
    after = _ROLE_AFTER.match(text, end, sentence.end)
    if after is not None and _names_next(after.end(), sentence):
        after = None
    found = after or _ROLE_BEFORE.search(text, start, match.start())
    return None if found is None else found.span("role")


def _read_country(
    match: re.Match[str],
    civil: re.Match[str] | None,
    sentence: Sentence,
    offices: Sequence[tuple[int, int] | None],
) -> str | None:
    """The country that office or role name; else Viet Nam, whose officials need no country here."""
    for one in (match,) if civil is None else (civil, match):
        for group in ("country", "home"):
            if group in one.re.groupindex and one[group]:
                return COUNTRIES[one[group]]
    said = " ".join(sentence.whole[slice(*span)] for span in offices if span)
    found = _COUNTRY.search(said) if said else None
    if found is not None:
        return COUNTRIES[found.group()]
    if match["name"] in ABROAD:
        return ABROAD[match["name"]]
    at_home = offices[-1] is not None and not _AT_LARGE.search(said)
    return "VN" if at_home and _is_vietnamese(match["name"]) else None


def _is_vietnamese(name: str) -> bool:
    """True by the surname; of two words only where no Chinese name is spelt so."""
    words = name.split()
    if len(words) == 2:
        return words[0] in _OWN_SURNAMES
    return words[0] in _SURNAMES and 3 <= len(words) <= 4


def _read_function(end: int, sentence: Sentence, role: tuple[int, int] | None) -> Function | None:
    """What is said after `end`, where the person's name and offices end."""
    for cues, pattern, function in _FUNCTIONS:
        if cues.isdisjoint(sentence.keys):
            continue
        if pattern.match(sentence.whole, end, sentence.end):
            return function
    return "head" if role is not None else None


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)
