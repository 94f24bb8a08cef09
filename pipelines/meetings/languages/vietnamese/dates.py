"""How Vietnamese says a date: by day and month, by month, as a span."""

from __future__ import annotations

import re

from pipelines.meetings.rule import SHORT_NUMBER, Rule
from pipelines.meetings.said import Part, Partial, Said, read_point, read_span

_TIMES = {
    "rạng sáng": "morning",
    "sáng": "morning",
    "trưa": "afternoon",
    "chiều": "afternoon",
    "tối": "evening",
    "đêm": "evening",
}
_PARTS: dict[str, Part] = {
    "đầu": "early",
    "thượng tuần": "early",
    "giữa": "mid",
    "trung tuần": "mid",
    "cuối": "late",
    "hạ tuần": "late",
}
TIME = r"(?:(?P<time>rạng sáng|sáng|trưa|chiều|tối|đêm)\s(?:nay|qua|mai)?,?\s?)?"
TIME_WORDS = frozenset({"rạng", "sáng", "trưa", "chiều", "tối", "đêm"})
"""What a part of the day begins with."""
PART_WORDS = frozenset({"đầu", "giữa", "cuối", "thượng", "trung", "hạ"})
"""What a part of the month begins with."""
_DAY_WORDS = frozenset({*TIME_WORDS, "ngày", SHORT_NUMBER})
PART = r"(?:(?P<part>đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)\s)?"
_NOT_UNTIL = r"(?<!đến )(?<!đến ngày )(?<!tới ngày )(?<!đến hết ngày )(?<!đến mùng )(?<!đến mồng )"
"""`đến ngày 28/4` says when something ends, not when it is."""
_FREE = r"(?<![\d/.,\-–])"
_END = r"(?!\d|[/.\-–,]\d|\s?%)"
_NTH = r"(?:ngày\s|mùng\s|mồng\s){0,2}"
_TO = r"\s?(?:[\-–&]|đến|tới|và)\s?(?:hết\s)?" + _NTH
_CUE = r"(?:ngày\s|hôm\s|nay\s|qua\s|mai\s|từ\s|đến\s|vào\s|tối\s|sáng\s|chiều\s|trưa\s|đêm\s|\()"
_UNLESS_SHARE = r"(?!\s(?:số|dân|diện|nước|tổng|lượng|đại biểu|nghị sĩ|phiếu|ghế|người|thành viên))"
_YEAR = r"(?:(?:[/.\-–]|,?\snăm\s)(?P<year>\d{4}))?"


def compile_words(pattern: str) -> re.Pattern[str]:
    """A pattern that takes words in any case."""
    return re.compile(pattern, re.IGNORECASE)


def compile_numeric(pattern: str) -> re.Pattern[str]:
    """A pattern that begins with a part of the day, `ngày` or a number, at the start of a word."""
    return compile_words(rf"(?<!\w)(?:{pattern})")


def read_group(match: re.Match[str], group: str) -> int | None:
    """The number of a group; None where it took no part."""
    return int(match[group]) if match.re.groupindex.get(group) and match[group] else None


def read_time(match: re.Match[str]) -> str | None:
    """The part of the day that the match names, or None."""
    return _TIMES.get((match["time"] or "").lower())


def read_part(match: re.Match[str]) -> Part | None:
    """The part of the month that the match names, or None."""
    return _PARTS.get((match["part"] or "").lower())


def _read_day(match: re.Match[str]) -> Said | None:
    point = Partial(read_group(match, "year"), int(match["month"]), int(match["day"]))
    return read_point(point, time_of_day=read_time(match))


def _read_span(match: re.Match[str]) -> Said | None:
    month, year = int(match["month"]), read_group(match, "year")
    starts = Partial(
        read_group(match, "first_year"), read_group(match, "first_month"), int(match["day"])
    )
    return read_span(starts, Partial(year, month, int(match["last"])), time_of_day=read_time(match))


def _read_span_of_months(match: re.Match[str]) -> Said | None:
    """A span; two days joined by `và` are one only where they follow each other."""
    said = _read_span(match)
    if said is None or said.ends is None or " và " not in match.group():
        return said
    follows = said.starts.month == said.ends.month and said.ends.day == (said.starts.day or 0) + 1
    return said if follows else None


def _read_after(match: re.Match[str]) -> Said | None:
    point = Partial(read_group(match, "year"), int(match["month"]), int(match["day"]))
    return read_point(point, open=True)


def _point(year: int | None, month: int | None, day: int | None) -> Partial:
    return Partial(year, month, day)


def _span(first: Partial, last: Partial, time: str | None = None) -> Said:
    return Said(first, last, time_of_day=time)


DAY = Rule(
    name="vi.date.ngay",
    field="starts",
    pattern=compile_numeric(
        _NOT_UNTIL + TIME + r"(?:\(?ngày\s)?" + _NOT_UNTIL + _FREE
        + r"(?P<day>\d{1,2})/(?P<month>\d{1,2})" + _YEAR + _END
        + _UNLESS_SHARE
    ),
    read=_read_day,
    opens=_DAY_WORDS,
    examples={
        "Sáng 18/5, cuộc họp diễn ra": Said(_point(None, 5, 18), time_of_day="morning"),
        "Ngày 7/4, Thứ trưởng dẫn đầu đoàn": Said(_point(None, 4, 7)),
        "(dự kiến tổ chức vào 06/8/2021)": Said(_point(2021, 8, 6)),
        "chiều nay, ngày 3/9/2024, tại Lào": Said(_point(2024, 9, 3), time_of_day="afternoon"),
        "khoảng 2/3 số nước tán thành": None,
        "ngày 31/2 không có": None,
        "kéo dài đến ngày 28/4": None,
        "giai đoạn 2020/2025": None,
    },
)  # fmt: skip

DAY_DASHED = Rule(
    name="vi.date.ngay-gach",
    field="starts",
    pattern=compile_numeric(
        TIME + r"(?:\(?ngày\s)?" + _FREE + r"(?<=[\s(])(?P<day>\d{1,2})[.\-–](?P<month>\d{1,2})"
        r"(?:[.\-–](?P<year>\d{4}))?" + _END
    ),
    read=lambda match: _read_day(match) if _is_cued(match) else None,
    opens=_DAY_WORDS,
    examples={
        "diễn ra ngày 16-1 tại TP Nha Trang": Said(_point(None, 1, 16)),
        "Sáng nay 26.10, Thủ tướng": Said(_point(None, 10, 26), time_of_day="morning"),
        "Trước đó, ngày 6-8-2017 tại Manila": Said(_point(2017, 8, 6)),
        "hôm 17.9 ở Jakarta": Said(_point(None, 9, 17)),
        "thắng với tỷ số 2-1": None,
        "Cách mạng công nghiệp 4.0": None,
        "tăng 5.2 điểm": None,
    },
)

DAY_IN_WORDS = Rule(
    name="vi.date.ngay-thang",
    field="starts",
    pattern=compile_numeric(
        TIME + r"(?:ngày|mồng|mùng)\s(?P<day>\d{1,2})\stháng\s(?P<month>\d{1,2})(?!\d)"
        r"(?:(?:,?\snăm\s|[/\-])(?P<year>\d{4}))?(?!\d)"
    ),
    read=_read_day,
    cues=frozenset({"tháng"}),
    opens=TIME_WORDS | {"ngày", "mồng", "mùng"},
    examples={
        "ngày 8 tháng 8 năm 1967 tại Bangkok": Said(_point(1967, 8, 8)),
        "tối ngày 5 tháng 12": Said(_point(None, 12, 5), time_of_day="evening"),
        "ngày 30 tháng 2": None,
    },
)

SPAN = Rule(
    name="vi.date.tu-den",
    field="starts",
    pattern=compile_numeric(
        TIME + _NTH + _FREE + r"(?P<day>\d{1,2})" + _TO + r"(?P<last>\d{1,2})"
        r"(?:\stháng\s|[/.])(?P<month>\d{1,2})" + _YEAR + _END
    ),
    read=_read_span,
    opens=_DAY_WORDS | {"mùng", "mồng"},
    examples={
        "AMMR 16-17/2 tại Phnom Penh": _span(_point(None, 2, 16), _point(None, 2, 17)),
        "trong hai ngày 15 và 16/8": _span(_point(None, 8, 15), _point(None, 8, 16)),
        "từ ngày 7 - 8.5": _span(_point(None, 5, 7), _point(None, 5, 8)),
        "từ 9 đến 11/10/2024": _span(_point(2024, 10, 9), _point(2024, 10, 11)),
        "từ mùng 1 đến mùng 3/10": _span(_point(None, 10, 1), _point(None, 10, 3)),
        "ngày 21 đến 24 tháng 7 năm 2016": _span(_point(2016, 7, 21), _point(2016, 7, 24)),
        "từ 18 đến 15/1": None,
        "giai đoạn 2016-2017/18": None,
    },
)

SPAN_DASHED = Rule(
    name="vi.date.tu-den-gach",
    field="starts",
    pattern=compile_words(
        r"(?:(?:từ|trong)\s(?:các\s|hai\s|ba\s)?(?:ngày\s)?|ngày\s|(?<=\())"
        + TIME
        + _FREE
        + r"(?P<day>\d{1,2})"
        r"\s(?:đến|tới|và)\s(?:hết\s)?(?:ngày\s)?(?P<last>\d{1,2})\-(?P<month>\d{1,2})"
        r"(?:\-(?P<year>\d{4}))?" + _END
    ),
    read=_read_span,
    opens=frozenset({"từ", "trong", "ngày", SHORT_NUMBER}),
    examples={
        "ASEAN lần thứ 47 (26 đến 28-10)": _span(_point(None, 10, 26), _point(None, 10, 28)),
        "ASEAN lần thứ 48 (ngày 7 và 8-5)": _span(_point(None, 5, 7), _point(None, 5, 8)),
        "diễn ra từ ngày 15 đến 18-1 tại": _span(_point(None, 1, 15), _point(None, 1, 18)),
        "được tổ chức từ 5 đến 6-2": _span(_point(None, 2, 5), _point(None, 2, 6)),
        "từ 10 đến 12-15 đại biểu": None,
    },
)

SPAN_OF_MONTHS = Rule(
    name="vi.date.tu-thang-den-thang",
    field="starts",
    pattern=compile_numeric(
        TIME + r"(?:ngày\s)?" + _FREE + r"(?P<day>\d{1,2})(?:[/.\-]|\stháng\s)"
        r"(?P<first_month>\d{1,2})(?:[/.\-](?P<first_year>\d{4}))?\)?"
        + _TO
        + r"(?P<last>\d{1,2})(?:[/.\-]|\stháng\s)(?P<month>\d{1,2})"
        + _YEAR
        + _END
    ),
    read=_read_span_of_months,
    opens=_DAY_WORDS,
    examples={
        "28/10 - 2/11": _span(_point(None, 10, 28), _point(None, 11, 2)),
        "từ ngày 13/11 đến 15/11 tại Singapore": _span(_point(None, 11, 13), _point(None, 11, 15)),
        "từ 30/12/2024 đến 2/1/2025": _span(_point(2024, 12, 30), _point(2025, 1, 2)),
        "từ hôm nay (2/11) đến mùng 4/11": _span(_point(None, 11, 2), _point(None, 11, 4)),
        "từ 28/12 đến 2/1/2025": _span(_point(2024, 12, 28), _point(2025, 1, 2)),
        "trong hai ngày 11/5 và 12/5": _span(_point(None, 5, 11), _point(None, 5, 12)),
        "từ 1/1 đến 31/12": None,
        "ngày 11/5 và 20/8": None,
    },
)

DAYS_LISTED = Rule(
    name="vi.date.cac-ngay",
    field="starts",
    pattern=compile_words(
        r"ngày\s"
        + TIME
        + _FREE
        + r"(?P<day>\d{1,2}),\s(?P<more>(?:\d{1,2}(?:,\s|\s(?:và\s)?)){0,3})"
        r"(?P<last>\d{1,2})[/.\-](?P<month>\d{1,2})" + _YEAR + _END
    ),
    read=lambda match: _read_listed(match),
    opens=frozenset({"ngày"}),
    examples={
        "trong các ngày 4, 5 và 6/2": _span(_point(None, 2, 4), _point(None, 2, 6)),
        "trong các ngày 3, 4, 5 và 6/2": _span(_point(None, 2, 3), _point(None, 2, 6)),
        "trong các ngày 12, 13, 14/11": _span(_point(None, 11, 12), _point(None, 11, 14)),
        "trong hai ngày 19, 20/10": _span(_point(None, 10, 19), _point(None, 10, 20)),
        "gồm các ngày 5, 20/10": None,
        "ngày 4, 5 và 1/2": None,
    },
)

AFTER = Rule(
    name="vi.date.sau-ngay",
    field="starts",
    pattern=compile_words(
        r"(?:sau|kể từ sau)\sngày\s(?P<day>\d{1,2})[/\-](?P<month>\d{1,2})" + _YEAR + _END
    ),
    read=_read_after,
    opens=frozenset({"sau", "kể"}),
    examples={
        "sẽ họp sau ngày 18/5": Said(_point(None, 5, 18), open=True),
        "sau 18 năm": None,
    },
)


def _read_listed(match: re.Match[str]) -> Said | None:
    """The days of a list; two days with a comma between are one list only where they adjoin."""
    adjoin = int(match["last"]) == int(match["day"]) + 1
    return _read_span(match) if match["more"] or adjoin else None


def _is_cued(match: re.Match[str]) -> bool:
    """`16-1` and `17.9` are dates only after a word that announces one; with a year they are."""
    if match["year"] or match["time"] or match.group().lower().startswith(("ngày", "(ngày")):
        return True
    before = match.string[max(0, match.start() - 6) : match.start()].lower()
    return re.search(_CUE + r"\Z", before) is not None


CALENDAR = (
    DAY, DAY_DASHED, DAY_IN_WORDS, SPAN, SPAN_DASHED, SPAN_OF_MONTHS, DAYS_LISTED, AFTER,
)  # fmt: skip
