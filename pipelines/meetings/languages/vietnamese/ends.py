"""How Vietnamese says till when a meeting that has begun goes on."""

from __future__ import annotations

import re

from pipelines.meetings.languages.vietnamese.dates import read_group
from pipelines.meetings.rule import Rule
from pipelines.meetings.said import Length, Partial, Said, read_point

UNTIL = Rule(
    name="vi.ends.keo-dai-den",
    field="ends",
    pattern=re.compile(
        r"(?:(?:kéo dài|diễn ra|tiếp tục)(?:\s(?!từ)[^\s,;.]{1,12}){0,4}?\s(?:đến|tới)(?:\shết)?|"
        r"(?:bế mạc|kết thúc)(?:\s(?!từ)[^\s,;.]{1,12}){0,4}?\s(?:đến|tới|vào))"
        r"(?:\s(?:ngày|hết ngày))?\s"
        r"(?P<day>\d{1,2})[/\-](?P<month>\d{1,2})(?:[/\-](?P<year>\d{4}))?(?![\d/\-])",
        re.IGNORECASE,
    ),
    read=lambda match: read_point(
        Partial(read_group(match, "year"), int(match["month"]), int(match["day"]))
    ),
    opens=frozenset({"kéo", "diễn", "tiếp", "bế", "kết"}),
    examples={
        "Hội nghị kéo dài đến ngày 11/7 với chủ đề": Said(Partial(None, 7, 11)),
        "sẽ bế mạc vào ngày 13/11/2020": Said(Partial(2020, 11, 13)),
        "diễn ra từ ngày 9 đến 11/7": None,
        "kéo dài đến khuya": None,
        "Hội nghị Cấp cao diễn ra vào ngày 26/6": None,
    },
)

FROM_TODAY = Rule(
    name="vi.ends.tu-hom-nay-den",
    field="ends",
    pattern=re.compile(
        r"từ\s(?:hôm|sáng|chiều|tối|trưa|ngày)\s(?:nay|mai|qua)\s(?:đến|tới)(?:\shết)?"
        r"(?:\sngày|\smùng|\smồng){0,2}\s"
        r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})(?:[/.\-](?P<year>\d{4}))?(?![\d/.\-])",
        re.IGNORECASE,
    ),
    read=lambda match: read_point(
        Partial(read_group(match, "year"), int(match["month"]), int(match["day"]))
    ),
    opens=frozenset({"từ"}),
    examples={
        "diễn ra từ hôm nay đến ngày 22-10 tại Lào": Said(Partial(None, 10, 22)),
        "họp từ ngày mai tới 11.7": Said(Partial(None, 7, 11)),
        "từ hôm nay đến cuối năm": None,
        "từ 9 đến 11/7": None,
    },
)

_DAYS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7}

LASTS = Rule(
    name="vi.ends.keo-dai-ngay",
    field="ends",
    pattern=re.compile(
        r"kéo dài (?:trong )?(?P<days>[2-7]|hai|ba|bốn|năm|sáu|bảy) ngày(?!\s(?:qua|đêm|nữa))",
        re.IGNORECASE,
    ),
    read=lambda match: Length(_DAYS.get(match["days"].lower()) or int(match["days"])),
    opens=frozenset({"kéo"}),
    examples={
        "khai mạc Hội nghị hẹp Bộ trưởng Ngoại giao ASEAN kéo dài hai ngày": Length(2),
        "kéo dài trong 3 ngày": Length(3),
        "kéo dài ngày này qua ngày khác": None,
        "căng thẳng kéo dài ba ngày qua": None,
    },
)

ENDS = (UNTIL, FROM_TODAY, LASTS)
