"""Patterns of offices, roles and countries, put together from their lists."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipelines.meetings import catalogue
from pipelines.meetings.alternatives import one_of
from pipelines.meetings.lexicon import Entry

_FILE: Mapping[str, Any] = tomllib.loads(
    (Path(__file__).parent / "offices.toml").read_text(encoding="utf-8")
)
_LISTS: Mapping[str, list[str]] = {key: one for key, one in _FILE.items() if key != "abroad"}
ABROAD: Mapping[str, str] = {
    name: code for code, names in _FILE["abroad"].items() for name in names
}
"""Name of a foreign leader that is spelt like a Vietnamese one -> country."""
COUNTRIES = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "vi")
    if country.kind != "organisation"
}
"""Name of a country -> its code."""


def _one_of(names: Iterable[str]) -> str:
    return rf"(?:{one_of(names)})(?!\w)"


def _either_case(name: str) -> str:
    """`thủ tướng` also as `Thủ tướng` and `Thủ Tướng`."""
    return " ".join(f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}" for word in name.split())


COUNTRY = _one_of(COUNTRIES)
STATE = (
    r"(?:(?:nước\s)?(?:C[Hh]|Cộng h(?:òa|oà)|Vương quốc|Liên bang|CHND|CHDCND|CHXHCN)"
    r"(?:\s(?:[Dd]ân chủ|[Nn]hân dân|Liên bang|[Xx]ã hội [Cc]hủ nghĩa|[Hh]ồi giáo)){0,3}\s|nước\s)"
)
"""What stands before a country in its full form: `nước Cộng hòa Dân chủ Nhân dân Lào`."""
_FRIENDS = _one_of(
    name
    for name, country in catalogue.names_in(catalogue.countries(), "vi")
    if country.kind in ("member", "partner")
)


def _either_case_of(names: Iterable[str]) -> str:
    """A pattern of any of `names`, the longest first, put together by their first letters."""
    by_letter: dict[str, list[str]] = {}
    for name in map(_either_case, sorted(names, key=len, reverse=True)):
        letter, _, rest = name.partition("]")
        by_letter.setdefault(letter, []).append(rest)
    return "|".join(f"{letter}](?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_REGIONS = ("Thái Bình Dương", "Ấn Độ Dương", "Đông Nam Á", "Đông Á", "châu Á", "châu Âu", "ASEAN")
HEAD = rf"(?:{_either_case_of(_LISTS['heads'])})"
_INITIALS = (
    r"(?:Bộ\s[A-ZĐ](?:[A-ZĐ]|[&\-](?=[A-ZĐ])){1,11}|[A-ZĐ]{2,4}&[A-ZĐ]{2,6}|"
    r"[A-ZĐ]{1,3}(?:-[A-ZĐ]{2,4}){1,3}"
    r"(?:&[A-ZĐ]{2})?)(?!\w)"
)
CAPITALS = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_CAPITAL = f"[{CAPITALS}]"
_SMALL = rf"(?!{_CAPITAL})[^\W\d_]+"
_FIELD = (
    rf"(?!{HEAD}(?!\w)){_CAPITAL}[^\W\d_]*"
    rf"(?:\s(?!{_one_of(_LISTS['no_field'])}){_SMALL}){{1,5}}"
)
"""What a unit is for, of whatever words: `Đối ngoại`, `Hợp tác quốc tế`."""
FIELDS = rf"(?:{_FIELD}(?:(?:,\s|\svà\s|\s?[\-–]\s?|\s)(?:{_FIELD}|Mỏ|Số)){{0,3}})"
"""`Pháp luật và Nhân quyền`, `Văn hóa, Nghệ thuật`; with it offices that no list has are read."""
_UNIT = rf"(?:{_one_of(_LISTS['units'])}\s(?:{FIELDS}|châu Âu|châu Á|châu Phi)(?!\w))"
_NUMBERED = rf"(?:{_one_of(_LISTS['numbered'])}[\s\-]\d{{1,4}}(?!\d))"
_BODY = (
    rf"(?:(?:Bộ\s|bộ\s)?{_one_of(_LISTS['ministries'])}|{_NUMBERED}|{_UNIT}"
    rf"|{_one_of(_LISTS['bodies'])}|{_INITIALS})"
)
_ABROAD = rf"(?:{_FRIENDS}\s(?:tại|bên cạnh)\s(?:{_FRIENDS}|ASEAN|LHQ|Liên hợp quốc))"
OFFICE = rf"(?<!\w){HEAD}(?!\w)(?:\s(?:{_ABROAD}|{_BODY})){{0,4}}"
"""An office with its bodies, without the country at its end."""
IN_CHARGE = (
    rf"(?:\s(?:phụ trách|đặc trách|về)"
    rf"(?:\s(?:{_FIELD}|{_one_of(_REGIONS)}|{COUNTRY}|(?:Đông|Tây)(?=\s{_SMALL})|[\-–]|{_SMALL})){{1,9}}?"
    rf"(?:\s{_BODY})?(?=\s(?:{COUNTRY}\s)?(?:\([A-ZĐ&]{{2,9}}\)\s)?(?:Tiến s[ĩỹ]\s)?"
    rf"(?!ASEAN|Bộ|Ban|Ủy|Hội|Liên|Cộng|{COUNTRY}|{_one_of(_REGIONS)}){_CAPITAL}\S*\s{_CAPITAL}))?"
)
"""What an office is in charge of, before a name: `phụ trách Cộng đồng Kinh tế ASEAN`."""
ROLE = (
    rf"(?:[Qq]uyền\s)?{_one_of(_LISTS['roles'])}"
    rf"(?:\s(?:của\s)?(?:{_FRIENDS}|ASEAN|cấp cao)(?!\w)){{0,2}}"
)
"""A role in a meeting: `Quyền Trưởng SOM ASEAN Việt Nam`."""


def read_office_entries() -> list[Entry]:
    """Where an office, a role or a polite `ông` may begin, for the lexicon."""
    return [
        *(Entry(head, "office", "office") for head in _LISTS["heads"]),
        *(Entry(word, "office", "role") for word in ("trưởng", "quyền trưởng", "phó trưởng đoàn")),
        *(Entry(word, "mister", "mister") for word in ("ông", "bà", "ngài", "đồng chí")),
    ]
