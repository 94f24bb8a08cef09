"""How Vietnamese counts meetings: `lần thứ 36`, `ASEAN 47`, `lần thứ 38 và 39`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pipelines.meetings.rule import ANY_NUMBER, Rule
from pipelines.meetings.values import read_number

_WORDS = {
    "nhất": 1, "một": 1, "đầu tiên": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5,
    "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mươi": 10, "mốt": 1,
}  # fmt: skip
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?!\d)|[IVXL]{{1,7}}\b|(?:{_WORD})\b(?:\s(?:{_WORD})\b){{0,2}})"
_EACH = re.compile(_NUMBER, re.IGNORECASE)
_MORE = rf"(?:\s?(?:,|và|&|[\-–])\s?(?:lần\s)?(?:thứ\s)?{_NUMBER}){{0,3}}"


def _read_ordinals(match: re.Match[str]) -> list[int] | None:
    return list(_read_listed(match["ordinals"])) or None


@lru_cache(maxsize=1024)  # few words long each; the same few numbers count most meetings
def _read_listed(said: str) -> tuple[int, ...]:
    """The ordinals of one name in their order; () for numbers that cannot be such."""
    found = [read_number(part, "vi") for part in _EACH.findall(said)]
    numbers = tuple(number for number in found if number is not None)
    return numbers if _is_plausible(numbers) else ()


def _is_plausible(numbers: Sequence[int]) -> bool:
    """Ordinals of one name follow one another and are none of a year or a share."""
    return all(0 < number < 150 for number in numbers) and all(
        later - one == 1 for one, later in pairwise(numbers)
    )


LAN_THU = Rule(
    name="vi.ordinal.lan-thu",
    field="ordinals",
    pattern=re.compile(
        rf"(?:(?:lần|kỳ|khóa|khoá)\s(?:thứ\s)?|thứ\s(?=[89]|\d\d|[IVXL]+\b))"
        rf"(?P<ordinals>{_NUMBER}{_MORE})"
        r"(?!\s(?:trong (?:năm|nhiệm kỳ|tháng|vòng)|liên tiếp))",
        re.IGNORECASE,
    ),
    read=_read_ordinals,
    opens=frozenset({"lần", "kỳ", "khóa", "khoá", "thứ"}),
    examples={
        "thứ 16 tại Bangkok": [16],
        "thứ 5 tại Bangkok": None,
        "lần thứ 36": [36],
        "lần thứ 38&39": [38, 39],
        "lần thứ 28 - 29": [28, 29],
        "lần thứ 38 và 39": [38, 39],
        "lần thứ 43, 44 và 45": [43, 44, 45],
        "lần thứ nhất": [1],
        "lần thứ hai mươi lăm": [25],
        "lần thứ XXV": [25],
        "lần 50": [50],
        "lần thứ 28 và 35": None,
        "lần thứ 2020": None,
        "hội nghị cấp cao lần thứ 2 trong năm nay": None,
    },
)

BARE = Rule(
    name="vi.ordinal.so",
    field="ordinals",
    pattern=re.compile(
        r"(?<![\d/.,])(?<!\d[\-–])(?P<ordinals>\d{1,3}(?:\s?(?:và|&|[\-–])\s?\d{1,3})?)"
        r"(?![\d%]|[/.,\-–]\d|\s(?:đến|tới)\s\d)"
        r"(?!\s(?i:nước|quốc|thành viên|năm|lãnh|bộ trưởng|đối tác|ngày|tháng|nền|triệu|tỷ|cộng|"
        r"người|đại biểu|trụ cột|nhà|ưu tiên|văn kiện|sáng kiến|hội nghị|cơ quan))"
    ),
    read=_read_ordinals,
    opens=frozenset({ANY_NUMBER}),
    examples={
        "47 bế mạc": [47],
        "28-29 tại Lào": [28, 29],
        "50)": [50],
        "10 nước thành viên": None,
        "11 Đối tác đối thoại": None,
        "30 đến 31-1": None,
        "2020": None,
        "16-17/2": None,
        "16/2": None,
    },
)

ANNIVERSARY = Rule(
    name="vi.ordinal.nam-ky-niem",
    field="ordinals",
    pattern=re.compile(
        r"(?P<years>\d{1,3})\snăm(?=\s(?:ngày\s)?(?:thiết|thành lập|quan hệ|đối tác))"
    ),
    read=lambda _match: [],
    opens=frozenset({ANY_NUMBER}),
    examples={"25 năm thiết lập quan hệ": [], "25 năm qua": None},
)

YEAR = Rule(
    name="vi.ordinal.nam",
    field="ordinals",
    pattern=re.compile(
        r"(?:năm\s)?(?P<year>(?:19|20)\d{2})(?![\d%]|\s?[/.\-–]\s?\d)(?<![\d\-–]\d{4})"
    ),
    read=lambda _match: [],
    opens=frozenset({ANY_NUMBER, "năm"}),
    examples={"2017 lần thứ 17": [], "năm 2020": [], "2020-2025": None},
)

ORDINALS = (LAN_THU, ANNIVERSARY, YEAR, BARE)
