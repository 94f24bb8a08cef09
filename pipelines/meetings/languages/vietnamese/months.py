"""How Vietnamese says a date wider than a day: a month, a part of it, a quarter, a year."""

from __future__ import annotations

import re

from pipelines.meetings.languages.vietnamese.dates import (
    PART,
    PART_WORDS,
    compile_words,
    read_group,
    read_part,
)
from pipelines.meetings.rule import ANY_NUMBER, SHORT_NUMBER, Rule
from pipelines.meetings.said import Partial, Said, read_point

YEARS = frozenset(map(str, range(1960, 2040)))


def _read_month(match: re.Match[str]) -> Said | None:
    point = Partial(read_group(match, "year"), int(match["month"]))
    return read_point(point, part=read_part(match))


def _read_quarter(match: re.Match[str]) -> Said | None:
    quarter = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match["quarter"].upper())
    number = quarter or int(match["quarter"])
    return read_point(Partial(read_group(match, "year")), quarter=number)


def _read_year(match: re.Match[str]) -> Said | None:
    return read_point(Partial(int(match["year"])))


MONTH = Rule(
    name="vi.date.thang",
    field="starts",
    pattern=compile_words(
        PART
        + r"(?<!ngày\s\d\s)(?<!ngày\s\d\d\s)tháng\s(?P<month>\d{1,2})(?!\d|[/.\-]\d{1,2}(?!\d))"
        r"(?:(?:\s?[/.\-–]\s?|,?\snăm\s)(?P<year>\d{4}))?(?!\d)"
    ),
    read=_read_month,
    cues=frozenset({"tháng"}),
    opens=PART_WORDS | {"tháng"},
    examples={
        "diễn ra vào cuối tháng 6/2020": Said(Partial(2020, 6, None), part="late"),
        "lần thứ 53 (tháng 8/2020)": Said(Partial(2020, 8, None)),
        "trong tháng 4-2020 diễn ra": Said(Partial(2020, 4, None)),
        "đầu tháng 3 tới": Said(Partial(None, 3, None), part="early"),
        "tháng 11 năm 2017": Said(Partial(2017, 11, None)),
        "tháng 13": None,
    },
)

MONTH_IN_BRACKETS = Rule(
    name="vi.date.thang-trong-ngoac",
    field="starts",
    pattern=compile_words(r"(?<=[(\s])(?P<month>\d{1,2})[/\-](?P<year>(?:19|20)\d{2})(?=[),;\s.])"),
    read=lambda match: read_point(Partial(int(match["year"]), int(match["month"]))),
    cues=YEARS,
    opens=frozenset({SHORT_NUMBER}),
    examples={
        "lần thứ 38&39 (Brunei, 11/2021)": Said(Partial(2021, 11, None)),
        "tháng Chủ tịch HĐBA (4/2021)": Said(Partial(2021, 4, None)),
        "vào ngày 06/8/2021": None,
    },
)

QUARTER = Rule(
    name="vi.date.quy",
    field="starts",
    pattern=compile_words(
        r"quý\s(?P<quarter>IV|I{1,3}|[1-4])(?:(?:[/\-]|\snăm\s)(?P<year>\d{4}))?(?![\w/])"
    ),
    read=_read_quarter,
    opens=frozenset({"quý"}),
    examples={
        "trong quý I/2026": Said(Partial(2026, None, None), quarter=1),
        "quý 3 năm 2025": Said(Partial(2025, None, None), quarter=3),
        "quý vị đại biểu": None,
    },
)

YEAR = Rule(
    name="vi.date.nam",
    field="starts",
    pattern=compile_words(
        r"(?<!tháng\s\d\s)(?<!tháng\s\d\d\s)(?<=năm\s)(?P<year>\d{4})(?![\d\-–/])"
    ),
    read=_read_year,
    cues=YEARS,
    opens=frozenset({ANY_NUMBER}),
    examples={
        "Năm 2025, theo cơ chế luân phiên": Said(Partial(2025, None, None)),
        "trong năm 2020-2021": None,
        "khoảng 2500 năm": None,
    },
)

MONTHS = (MONTH, MONTH_IN_BRACKETS, QUARTER, YEAR)
