"""How names of persons look in Vietnamese texts: its own, and foreign ones in any spelling."""

from __future__ import annotations

import re
import unicodedata

from pipelines.meetings.languages.vietnamese.offices import CAPITALS, COUNTRIES

_PLAIN = rf"[{CAPITALS}][^\W\d_]*(?:[’'\-][^\W\d_]+)*[’']?"
_WORD = rf"(?:(?:[{CAPITALS}]\.){{1,3}}(?:{_PLAIN})?|{_PLAIN})"
_LINK = r"(?:\s(?:bin|bint|binti|al|de|da|van|von|dos|del)\s|\s?-\s?|\s)"
_TAIL = r"(?:\s-\s[a-z]{1,5}(?!\w))"
NAME = rf"(?P<name>{_WORD}(?:{_LINK}{_WORD}|{_TAIL}){{0,5}})"
_REGIONS = (*COUNTRIES, "Thái Bình Dương", "Ấn Độ Dương", "Đông Nam Á", "Đông Á")
_REGIONS_BY_LETTER = {
    letter: tuple(name for name in _REGIONS if name[0] == letter)
    for letter in {name[0] for name in _REGIONS}
}
_SPACED = re.compile(r"\S+")
_SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Đào Đoàn Mai Trịnh Tô Tào "
    "Lương Lý Lâm Đinh Hà Cao Tạ Thái Chu Lưu Trương Tống Quách Vương Kiều Nông Bế Thân La Tôn "
    "Phùng Doãn Đàm Từ Lục Mạc Khổng Giáp Hứa Đồng Đậu Ninh Nghiêm Thạch Lò Lại Cù Tăng".split()
)
VIETNAMESE_NAME = (
    rf"(?:{'|'.join(sorted(_SURNAMES))})\s[{CAPITALS}][^\W\d_]*\s[{CAPITALS}][^\W\d_]*"
)
"""A name of three words or more that begins with a surname."""
_OWN_SURNAMES = frozenset("Nguyễn Lê Phạm Vũ Võ Đặng Bùi Đỗ Tô Phan".split())
_NO_NAMES = frozenset(
    "ASEAN Asean Bộ Trưởng Chủ Hội Thứ Đại Phó Quyền Tổng Cộng Ban Đoàn Văn Nhà Ngày Chính Quốc "
    "Liên "
    "Thủ Ngoại SOM AIPA APEC EU LHQ Tại Trong Biển Hiệp Tuyên Công Nước Đảng Cấp Khối Tầm Quan "
    "Trung".split()
)
"""Words that begin an office, a body or a sentence, never a name."""
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdhklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
"""What a syllable of Vietnamese may be without its marks."""


def trim_name(match: re.Match[str]) -> tuple[int, int] | None:
    """Span of the name up to the first word of something else; None if nothing is left."""
    start, text = match.start("name"), match["name"]
    end = 0
    for word in _SPACED.finditer(text):
        begins = _first_half(word.group()) in _NO_NAMES or _is_region(text, word.start())
        begins = begins and not text.startswith("Ban Ki", word.start())
        if begins and not (end and _continues(text[:end])):
            break
        end = word.end()
    name = text[:end].rstrip(" -")
    return (start, start + len(name)) if len(name) > 1 and not _is_initials(name) else None


def _is_initials(name: str) -> bool:
    """True for a body's initials, as in `Chủ tịch ASCC`."""
    return name.isupper() and name.isalpha()


def _first_half(word: str) -> str:
    """`ASEAN` of `ASEAN-Hoa`."""
    return word.partition("-")[0]


def _is_region(text: str, at: int) -> bool:
    return text.startswith(_REGIONS_BY_LETTER.get(text[at], ()), at)


def _continues(name: str) -> bool:
    """True inside a Vietnamese name, where `Văn`, `Quốc`, `Công` are given names."""
    return name.split()[0] in _SURNAMES and len(name.split()) < 4 and not name.endswith("-")


def is_plain_name(name: str) -> bool:
    """True for two to five words, the first a surname or all of them foreign."""
    words = name.split()
    return 2 <= len(words) <= 5 and words[0] not in _NO_NAMES


def is_vietnamese(name: str) -> bool:
    """True by the surname; of two words only where no Chinese name is spelt so."""
    words = name.split()
    if len(words) == 2:
        return words[0] in _OWN_SURNAMES
    return words[0] in _SURNAMES and 3 <= len(words) <= 4


def is_foreign(word: str) -> bool:
    """True for a word that is no syllable of Vietnamese: `Anwar`, `Xu-ra-dút`; not `NHNN`."""
    marked = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return not word.isupper() and _SYLLABLE.fullmatch(plain) is None
