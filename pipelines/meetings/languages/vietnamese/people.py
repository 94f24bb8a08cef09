"""How Vietnamese names persons of office: office, country and name in all their orders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.meetings.language import Named
from pipelines.meetings.languages.vietnamese.absent import (
    is_absent,
    is_met_apart,
    is_onlooker,
    is_source,
)
from pipelines.meetings.languages.vietnamese.functions import read_function
from pipelines.meetings.languages.vietnamese.names import (
    NAME,
    VIETNAMESE_NAME,
    is_foreign,
    is_plain_name,
    is_vietnamese,
    trim_name,
)
from pipelines.meetings.languages.vietnamese.offices import (
    ABROAD,
    COUNTRIES,
    COUNTRY,
    FIELDS,
    HEAD,
    IN_CHARGE,
    OFFICE,
    ROLE,
    STATE,
)
from pipelines.meetings.lexicon import Hit, Hits
from pipelines.meetings.sentences import Sentence

_MISTER = r"(?:(?<!\w)(?:[Ôô]ng|[Bb]à|[Nn]gài|[Đđ]ồng chí)\s)"
_DOCTOR = r"(?:(?:(?:GS|PGS|TS)\.?\s?){1,2}|(?:Giáo sư|Tiến s[ĩỹ]|Bác s[ĩỹ])\s)"
_POLITE = rf"{_MISTER}?{_DOCTOR}?"

_SHORTENED = r"(?:\s\([A-ZĐ][A-ZĐ&\-]{1,11}\))?"
_HOST = r"(?:\s(?:(?:nước\s)?chủ nhà|nước này)(?!\w))?"
_FIELD_FIRST = re.compile(
    rf"(?P<title>(?:{OFFICE},\s){{0,2}}{HEAD}\s{FIELDS})"
    rf"(?:\s{STATE}?(?P<country>{COUNTRY})|(?=,?\s{VIETNAMESE_NAME})){_SHORTENED},?\s{_POLITE}{NAME}"
)
_ABROAD_TOO = re.compile(
    rf"(?P<title>{OFFICE}\s{STATE}?(?P<country>{COUNTRY})(?:,\s(?:kiêm\s)?{OFFICE}){{1,2}})"
    rf",?\s{_POLITE}{NAME}"
)
_OFFICE_FIRST = re.compile(
    rf"(?P<title>{OFFICE}(?:(?:,\s(?:kiêm\s)?|\skiêm\s){OFFICE}){{0,2}}){IN_CHARGE}{_SHORTENED}"
    rf"{_HOST}(?:\s{STATE}?(?P<country>{COUNTRY}){IN_CHARGE}{_SHORTENED})?"
    rf"(?:,\s(?P<role>{ROLE}))?,?\s{_POLITE}{NAME}"
    rf"(?:\scủa\s{STATE}?(?P<home>{COUNTRY}))?"
)
_ROLE_FIRST = re.compile(
    rf"(?P<role>{ROLE})(?:,\s|"
    rf"\s)(?:(?P<title>{OFFICE}(?:,\s{OFFICE}){{0,2}})(?:\s{STATE}?(?P<country>{COUNTRY}))?,?\s)?"
    rf"{_POLITE}{NAME}"
)
_NAME_FIRST = re.compile(
    rf"(?<!\w)(?<!châu )(?P<mister>{_MISTER})?{NAME}(?:,\s|\s[\-–]\s|\s\()"
    rf"(?P<title>{OFFICE}(?:(?:,|\skiêm)\s{OFFICE}){{0,4}})(?:\s(?:của\s)?{STATE}?(?P<country>{COUNTRY}))?"
)
_OFFICE_AFTER = re.compile(
    rf",\s(?P<title>{OFFICE}(?:(?:,|\skiêm)\s{OFFICE}){{0,4}})(?:\s(?:của\s)?{STATE}?(?P<country>{COUNTRY}))?"
)
_RANK = re.compile(
    r"(?:(?:phó |chuẩn )?đô đốc|(?:(?:đại|thượng|trung|thiếu|thống) )?tướng|đại tá)\Z",
    re.IGNORECASE,
)
_NEXT_PERSON = re.compile(rf"\s{NAME}")
_NAME_BEFORE = re.compile(rf"(?<!\w)(?<!châu )(?:{_MISTER})?{NAME}(?:,\s|\s[\-–]\s|\s\()\Z")
_NAME_REACH = 70
_MISTER_NAME = re.compile(rf"{_MISTER}{_DOCTOR}?{NAME}")
_ROLE_AFTER = re.compile(
    rf"(?:,\s|\s[\-–]\s)(?:{OFFICE}(?:,\s{OFFICE}){{0,2}}(?:\s{COUNTRY})?,\s)?(?P<role>{ROLE})"
)
_ROLE_BEFORE = re.compile(rf"(?P<role>{ROLE}),?\s\Z")
_ROLE_REACH = 60
_COUNTRY = re.compile(COUNTRY)
_AT_LARGE = re.compile(r"ASEAN\Z|LHQ|Liên [Hh]ợp [Qq]uốc")


def read_people(sentence: Sentence, hits: Hits) -> list[Named]:
    """The persons that `sentence` names by office or as `ông`, `bà`, from left to right."""
    offices, misters = hits.of("office"), hits.of("mister")
    if not (offices or misters):
        return []
    found: list[Named] = []
    taken: list[tuple[int, int]] = []
    for rule, match in _read_matches(sentence, offices, misters):
        name = trim_name(match)
        if name is None or _overlaps(name, taken):
            continue
        absent = is_absent(sentence, match.start())
        named = None if absent else _read_match(match, name, sentence, rule)
        if absent or named is not None:
            taken.append(name)
        if named is not None and not _is_city(name, hits):
            found.append(named)
            taken += [] if named.title is None else [named.title]
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
    office_first = (
        ("vi.people.linh-vuc-ten", _FIELD_FIRST),
        ("vi.people.hai-chuc-vu-ten", _ABROAD_TOO),
        ("vi.people.chuc-vu-ten", _OFFICE_FIRST),
    )
    tries = [(*one, start) for start in heads for one in office_first]
    tries += [("vi.people.vai-tro-ten", _ROLE_FIRST, start) for start in heads]
    names = _name_starts(sentence, offices)
    tries += [("vi.people.ten-chuc-vu", _NAME_FIRST, start) for start in names]
    tries += [("vi.people.ong-ba", _MISTER_NAME, hit.start) for hit in misters]
    for rule, pattern, start in tries:
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
    if rule == "vi.people.ong-ba" and is_onlooker(sentence, (match.start(), name[1])):
        return None
    title = match.span("title") if "title" in groups and match["title"] else None
    if is_source(sentence, title, name[1]):
        return None
    if rule == "vi.people.ten-chuc-vu" and not _holds_office(match, sentence):
        return None
    civil = _read_office_after(name[1], title, sentence)
    title = title if civil is None else civil.span("title")
    role = _read_role(match, name[1], sentence)
    said = sentence.whole[slice(*name)]
    return Named(
        name=name,
        title=title,
        role=role,
        country=_read_country(match, civil, sentence, (role, title), said),
        function=read_function((match.start(), _end_of(match, name, civil)), sentence, role),
        acting=any(_is_acting(span, sentence) for span in (role, title)),
        away=is_met_apart(sentence, match.start()),
        short=" " not in said,
        surname=" " not in said and title is not None and is_foreign(said),
        rule=rule,
    )


def _holds_office(match: re.Match[str], sentence: Sentence) -> bool:
    """False where the office after a name is that of the next person: `X, Thủ tướng Y`."""
    if _names_next(match.end(), sentence):
        return False
    return bool(match["mister"]) or is_plain_name(match["name"])


def _names_next(end: int, sentence: Sentence) -> bool:
    """True where the name of another person follows at once: the office is that person's."""
    following = _NEXT_PERSON.match(sentence.whole, end, sentence.end)
    return following is not None and trim_name(following) is not None


def _read_office_after(
    end: int, title: tuple[int, int] | None, sentence: Sentence
) -> re.Match[str] | None:
    """The civil offices after the name of a general: `Đại tướng X, Bộ trưởng Quốc phòng`."""
    if title is None or _RANK.match(sentence.whole, *title) is None:
        return None
    match = _OFFICE_AFTER.match(sentence.whole, end, sentence.end)
    return None if match is not None and _names_next(match.end(), sentence) else match


def _end_of(match: re.Match[str], name: tuple[int, int], civil: re.Match[str] | None) -> int:
    """Where the name ends, with what the rule takes after it."""
    return civil.end() if civil is not None else name[1]


def _is_acting(span: tuple[int, int] | None, sentence: Sentence) -> bool:
    return span is not None and sentence.whole[slice(*span)].lower().startswith("quyền")


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
    name: str,
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
    if name in ABROAD:
        return ABROAD[name]
    at_home = offices[-1] is not None and not _AT_LARGE.search(said)
    return "VN" if at_home and is_vietnamese(name) else None


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)
