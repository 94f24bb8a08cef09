"""When Chinese says that something takes place: days, spans, months, weeks and years."""

from __future__ import annotations

import re

from pipelines.meetings import values
from pipelines.meetings.languages.chinese.rules import make_rule
from pipelines.meetings.rule import ANY_NUMBER
from pipelines.meetings.said import Part, Partial, Relative, Said, read_point, read_span

_TIMES = {"凌晨": "morning", "上午": "morning", "早上": "morning", "中午": "afternoon",
          "下午": "afternoon", "晚上": "evening", "晚": "evening", "傍晚": "evening"}  # fmt: skip
_TIME = r"(?P<time>凌晨|上午|早上|中午|下午|晚上|傍晚|晚)?"
_PARTS: dict[str, Part] = {
    "初": "early", "上旬": "early", "中旬": "mid", "下旬": "late", "底": "late", "末": "late",
}  # fmt: skip
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "明年": 1, "前年": -2}
_YEAR = r"(?:(?P<year>\d{4})年|(?P<away>今年|去年|明年))?"
_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1, "明日": 1}
_DIGITS = "一二三四五六七八九十"
_DATED = ANY_NUMBER + "今去明" + _DIGITS
"""What a date with a month begins with: a number or the year."""
_NO_NUMBER = rf"(?<![\d{_DIGITS}第])"
_MONTH = rf"{_NO_NUMBER}(?P<month>\d{{1,2}}|十[一二]?|[一二三四五六七八九])月"
_DAY = r"(?:\d{1,2}|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"


def _number(match: re.Match[str], group: str) -> int | None:
    return values.read_number(match[group], "zh") if match[group] else None


def _time(match: re.Match[str]) -> str | None:
    return _TIMES.get(match["time"] or "")


def _read_day(match: re.Match[str]) -> Said | Relative | None:
    month, day = _number(match, "month"), _number(match, "day")
    if match["away"]:
        return Relative("year", _YEARS[match["away"]], month=month, day=day)
    return read_point(Partial(_number(match, "year"), month, day), time_of_day=_time(match))


def _read_span(match: re.Match[str]) -> Said | Relative | None:
    first, day, last = (_number(match, group) for group in ("month", "day", "last"))
    month = _number(match, "last_month") or first
    if match["away"] and month == first:
        return Relative("year", _YEARS[match["away"]], month=first, day=day, last=last)
    year = _number(match, "year")
    return read_span(Partial(year, first, day), Partial(year, month, last))


def _read_month(match: re.Match[str]) -> Said | Relative | None:
    part = _PARTS.get(match["part"] or "")
    month = _number(match, "month")
    if match["away"] and month is not None and 1 <= month <= 12:
        return Relative("year", _YEARS[match["away"]], month=month, part=part)
    return read_point(Partial(_number(match, "year"), month), part=part)


def _read_day_alone(match: re.Match[str]) -> Relative | None:
    day = _number(match, "day") or 0
    return Relative("month", 0, day=day, time_of_day=_time(match)) if 1 <= day <= 31 else None


def _read_days_alone(match: re.Match[str]) -> Relative | None:
    day, last = _number(match, "day") or 0, _number(match, "last") or 0
    return Relative("month", 0, day=day, last=last) if 0 < day < last <= 31 else None


DAY = make_rule(
    "date.yue-ri",
    rf"{_YEAR}{_MONTH}(?P<day>{_DAY})日{_TIME}",
    _read_day,
    "月",
    {
        "当地时间10月11日，总理": Said(Partial(None, 10, 11)),
        "2024年10月10日上午": Said(Partial(2024, 10, 10), time_of_day="morning"),
        "今天（9月26日）还举行": Said(Partial(None, 9, 26)),
        "将于今年十月三十日在南宁": Relative("year", 0, month=10, day=30),
        "13月1日": None,
    },
    opens=_DATED,
)

SPAN = make_rule(
    "date.zhi",
    rf"{_YEAR}{_MONTH}(?P<day>{_DAY})日?(?:至|到|—|-|–|~|、|和)"
    rf"(?:(?P<last_month>\d{{1,2}}|十[一二]?|[一二三四五六七八九])月)?(?P<last>{_DAY})日(?P<time>)?",
    _read_span,
    "月",
    {"5月27日至28日在吉隆坡举行": Said(Partial(None, 5, 27), Partial(None, 5, 28)),
     "2025年10月26-28日": Said(Partial(2025, 10, 26), Partial(2025, 10, 28)),
     "去年五月七日至八日": Relative("year", -1, month=5, day=7, last=8),
     "10月30日至11月2日": Said(Partial(None, 10, 30), Partial(None, 11, 2)), "5月28日至27日": None},
    opens=_DATED,
)  # fmt: skip

DAY_ALONE = make_rule(
    "date.ri",
    rf"(?<![\d{_DIGITS}期时月至到年、—\-])(?P<day>{_DAY})日{_TIME}(?!\d|至|元|电视|本|内|[游程])",
    _read_day_alone,
    "日",
    {"当地时间10日上午，总理": Relative("month", 0, day=10, time_of_day="morning"),
     "新华社金边11日电": Relative("month", 0, day=11), "10月11日": None, "45日": None},
    opens=ANY_NUMBER + _DIGITS,
)  # fmt: skip

DAYS_ALONE = make_rule(
    "date.ri-zhi-ri",
    r"(?<!\d)(?<!\d月)(?<!年)(?P<day>\d{1,2})日?(?:至|到|—|-|–|~)(?P<last>\d{1,2})日(?!元|电)",
    _read_days_alone,
    "日",
    {"本月27日至31日举行": Relative("month", 0, day=27, last=31), "5月27日至28日": None,
     "会议25-28日举行": Relative("month", 0, day=25, last=28), "31日至2日": None},
    opens=ANY_NUMBER,
)  # fmt: skip

MONTH = make_rule(
    "date.yue",
    rf"{_YEAR}{_MONTH}(?P<part>初|上旬|中旬|下旬|底|末)?(?!\d|份额)",
    _read_month,
    "月",
    {
        "将于10月底在吉隆坡举行": Said(Partial(None, 10), part="late"),
        "2022年11月": Said(Partial(2022, 11)),
        "去年11月": Relative("year", -1, month=11),
        "历时6个月": None,
        "10月11日": None,
    },
    opens=_DATED,
)

TODAY = make_rule(
    "date.jin-tian",
    rf"(?P<which>今天|今日|昨天|昨日|明天|明日){_TIME}(?!（?\d)",
    lambda match: Relative("day", _DAYS[match["which"]], time_of_day=_time(match)),
    "今昨明",
    {
        "外长会昨天在万象开幕": Relative("day", -1),
        "今天下午": Relative("day", 0, time_of_day="afternoon"),
        "今天（9月26日）": None,
    },
)

WEEK = make_rule(
    "date.xia-zhou",
    r"(?P<which>本周|下周|上周|这周)(?:(?P<weekday>[一二三四五六日])(?!次|度))?",
    lambda match: Relative(
        "week",
        {"下周": 1, "上周": -1}.get(match["which"], 0),
        weekday="一二三四五六日".index(match["weekday"]) if match["weekday"] else None,
    ),
    "周",
    {"下周举行": Relative("week", 1), "本周三": Relative("week", 0, weekday=2), "周边": None},
)

YEAR = make_rule(
    "date.nian",
    rf"(?P<year>(?:19|20)\d{{2}})年(?!\d|[{_DIGITS}]{{1,2}}月|来|代|至|[之以]?[前后]|行动|愿景|可持续)",
    lambda match: read_point(Partial(int(match["year"]))),
    "年",
    {"于2005年成立": Said(Partial(2005)), "2025年后的发展": None, "20周年": None},
    opens=ANY_NUMBER,
)

DATES = (DAY, SPAN, DAY_ALONE, DAYS_ALONE, MONTH, TODAY, WEEK, YEAR)
