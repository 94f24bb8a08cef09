"""How Vietnamese says a date from the day of publication: `hôm qua`, `tuần tới`."""

from __future__ import annotations

import re

from pipelines.meetings.languages.vietnamese.dates import (
    PART,
    PART_WORDS,
    TIME,
    TIME_WORDS,
    read_part,
    read_time,
)
from pipelines.meetings.rule import Rule
from pipelines.meetings.said import Relative

_DAYS = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}
_AWAY = {
    "này": 0, "nay": 0, "tới": 1, "sau": 1, "tiếp theo": 1, "qua": -1, "trước": -1,
    "vừa qua": -1, "ngoái": -1, "vừa rồi": -1, "kế tiếp": 1,
}  # fmt: skip
_AWAY_WORDS = r"(?P<away>này|nay|tới|sau|tiếp theo|kế tiếp|vừa qua|vừa rồi|qua|trước|ngoái)"
_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3,
    "sáu": 4, "6": 4, "bảy": 5, "7": 5, "nhật": 6,
}  # fmt: skip


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _away(match: re.Match[str]) -> int:
    return _AWAY[match["away"].lower()]


def _read_day(match: re.Match[str]) -> Relative:
    count = _DAYS[match["which"].lower()]
    ahead = match.group().lower().startswith("ngày") and count == -2
    return Relative("day", 2 if ahead else count, time_of_day=read_time(match))


def _read_week(match: re.Match[str]) -> Relative:
    return Relative("week", _away(match))


def _read_weekend(match: re.Match[str]) -> Relative:
    return Relative("week", _away(match), weekday=5)


def _read_month(match: re.Match[str]) -> Relative:
    return Relative("month", _away(match), part=read_part(match))


def _read_month_of_year(match: re.Match[str]) -> Relative | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    return Relative("year", _away(match), month=month, part=read_part(match))


def _read_year(match: re.Match[str]) -> Relative:
    return Relative("year", _away(match))


def _read_weekday(match: re.Match[str]) -> Relative:
    weekday = _WEEKDAYS[(match["weekday"] or match["sunday"]).lower()]
    if match["away"]:
        return Relative("week", _away(match), weekday=weekday, time_of_day=read_time(match))
    return Relative("day", 0, weekday=weekday, time_of_day=read_time(match))


def _is_cued(match: re.Match[str]) -> bool:
    """A bare `thứ năm` may be an ordinal: `phiên thứ năm`."""
    return bool(match["time"] or match["away"] or match["cue"])


TODAY = Rule(
    name="vi.date.hom-nay",
    field="starts",
    pattern=_compile(
        r"\b(?:(?P<time>rạng sáng|sáng|trưa|chiều|tối|đêm)|hôm|ngày(?=\s(?:mai|kia)))"
        r"(?:\sngày(?=\s(?:mai|kia)))?\s(?P<which>nay|qua|mai|kia)\b(?!\s?[,(]?\s?\(?(?:ngày\s)?\d)"
    ),
    read=_read_day,
    cues=frozenset({"nay", "qua", "mai", "kia"}),
    opens=TIME_WORDS | {"hôm", "ngày"},
    examples={
        "ASEAN hôm nay khai mạc": Relative("day", 0),
        "khai mạc sáng qua tại Manila": Relative("day", -1, time_of_day="morning"),
        "họp thường niên vào ngày mai": Relative("day", 1),
        "tổ chức chiều nay tại Lào": Relative("day", 0, time_of_day="afternoon"),
        "đến nay đã qua": None,
        "Sáng nay 26.10, Thủ tướng": None,
    },
)

WEEK = Rule(
    name="vi.date.tuan",
    field="starts",
    pattern=_compile(r"(?<!cuối\s)\btuần\s" + _AWAY_WORDS + r"\b"),
    read=_read_week,
    opens=frozenset({"tuần"}),
    examples={
        "dự kiến họp tuần tới": Relative("week", 1),
        "diễn đàn tuần trước": Relative("week", -1),
        "cuối tuần này": None,
        "tuần trăng mật": None,
    },
)

WEEKEND = Rule(
    name="vi.date.cuoi-tuan",
    field="starts",
    pattern=_compile(r"\bcuối\stuần\s" + _AWAY_WORDS + r"\b"),
    read=_read_weekend,
    cues=frozenset({"tuần"}),
    opens=frozenset({"cuối"}),
    examples={"nhóm họp cuối tuần này": Relative("week", 0, weekday=5), "cuối tuần": None},
)

WEEKDAY = Rule(
    name="vi.date.thu",
    field="starts",
    pattern=_compile(
        TIME + r"\b(?P<cue>hôm\s)?(?:ngày\s)?"
        r"(?:thứ\s(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s(?P<sunday>nhật))"
        r"(?:\stuần\s" + _AWAY_WORDS + r"\b|(?=\s(?:tại|ở|vừa|sẽ|đã)|[,.)]|\s\()|(?(cue)\b|(?!)))"
    ),
    read=lambda match: _read_weekday(match) if _is_cued(match) else None,
    cues=frozenset({"thứ", "chủ"}),
    opens=TIME_WORDS | {"hôm", "ngày", "thứ", "chủ"},
    examples={
        "sáng thứ Năm, các bộ trưởng": Relative("day", 0, weekday=3, time_of_day="morning"),
        "họp vào thứ Ba tuần tới tại Jakarta": Relative("week", 1, weekday=1),
        "họp hôm thứ Hai để bàn": Relative("day", 0, weekday=0),
        "khai mạc sáng Chủ nhật tại Lào": Relative("day", 0, weekday=6, time_of_day="morning"),
        "hội nghị lần thứ năm tại Hà Nội": None,
        "phiên thứ hai, diễn ra": None,
    },
)

MONTH_AWAY = Rule(
    name="vi.date.thang-toi",
    field="starts",
    pattern=_compile(PART + r"\btháng\s" + _AWAY_WORDS + r"\b"),
    read=_read_month,
    cues=frozenset({"tháng"}),
    opens=PART_WORDS | {"tháng"},
    examples={
        "hội nghị cấp cao cuối tháng này": Relative("month", 0, part="late"),
        "vụ thử hồi tháng trước": Relative("month", -1),
        "tháng 11 tới": None,
    },
)

MONTH_OF_YEAR = Rule(
    name="vi.date.thang-nam-ngoai",
    field="starts",
    pattern=_compile(PART + r"tháng\s(?P<month>\d{1,2})\snăm\s" + _AWAY_WORDS + r"\b"),
    read=_read_month_of_year,
    cues=frozenset({"tháng"}),
    opens=PART_WORDS | {"tháng"},
    examples={
        "ở Campuchia tháng 12 năm ngoái": Relative("year", -1, month=12),
        "hồi tháng 4 năm nay": Relative("year", 0, month=4),
        "tháng 4 năm 2020": None,
    },
)

YEAR_AWAY = Rule(
    name="vi.date.nam-toi",
    field="starts",
    pattern=_compile(r"(?<!\d\s)\bnăm\s(?P<away>nay|tới|sau|ngoái|trước)\b"),
    read=_read_year,
    opens=frozenset({"năm"}),
    examples={
        "sẽ tổ chức vào năm tới": Relative("year", 1),
        "tháng 4 năm nay": None,
        "25 năm trước": None,
    },
)

RELATIVE = (TODAY, WEEK, WEEKEND, WEEKDAY, MONTH_AWAY, MONTH_OF_YEAR, YEAR_AWAY)
