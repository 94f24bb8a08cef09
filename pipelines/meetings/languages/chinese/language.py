"""Chinese: ordinals, dates, what stands around a name, and all of it put together."""

from __future__ import annotations

import re
from pathlib import Path

from pipelines.meetings import values
from pipelines.meetings.around import Around, AroundBook
from pipelines.meetings.language import Language
from pipelines.meetings.languages.chinese.facts import BEGUN, FACTS, OVER
from pipelines.meetings.languages.chinese.people import read_people
from pipelines.meetings.languages.chinese.rules import Examples, make_rule
from pipelines.meetings.lexicon import Lexicon
from pipelines.meetings.rule import ANY_NUMBER, constant
from pipelines.meetings.rulebook import RuleBook
from pipelines.meetings.said import Part, Partial, Relative, Said, read_point, read_span
from pipelines.meetings.vocabulary import read_catalogue_entries
from pipelines.meetings.words import read_word_entries

_TIMES = {"凌晨": "morning", "上午": "morning", "早上": "morning", "中午": "afternoon",
          "下午": "afternoon", "晚上": "evening", "晚": "evening", "傍晚": "evening"}  # fmt: skip
_TIME = r"(?P<time>凌晨|上午|早上|中午|下午|晚上|傍晚|晚)?"
_PARTS: dict[str, Part] = {
    "初": "early", "上旬": "early", "中旬": "mid", "下旬": "late", "底": "late", "末": "late",
}  # fmt: skip
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "明年": 1, "前年": -2}
_YEAR = r"(?:(?P<year>\d{4})年|(?P<away>今年|去年|明年))?"
_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1, "明日": 1}
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十百零]{1,6})"
_LARGEST = 150
_DATED = ANY_NUMBER + "今去明"
"""What a date with a month begins with: a number or the year."""


def _number(match: re.Match[str], group: str) -> int | None:
    return int(match[group]) if match[group] else None


def _time(match: re.Match[str]) -> str | None:
    return _TIMES.get(match["time"] or "")


def _read_day(match: re.Match[str]) -> Said | None:
    point = Partial(_number(match, "year"), int(match["month"]), int(match["day"]))
    return read_point(point, time_of_day=_time(match))


def _read_span(match: re.Match[str]) -> Said | None:
    first = int(match["month"])
    last = _number(match, "last_month") or first
    year = _number(match, "year")
    return read_span(
        Partial(year, first, int(match["day"])), Partial(year, last, int(match["last"]))
    )


def _read_month(match: re.Match[str]) -> Said | Relative | None:
    part = _PARTS.get(match["part"] or "")
    month = int(match["month"])
    if match["away"] and 1 <= month <= 12:
        return Relative("year", _YEARS[match["away"]], month=month, part=part)
    return read_point(Partial(_number(match, "year"), month), part=part)


def _read_day_alone(match: re.Match[str]) -> Relative | None:
    day = int(match["day"])
    return Relative("month", 0, day=day, time_of_day=_time(match)) if 1 <= day <= 31 else None


def _read_days_alone(match: re.Match[str]) -> Relative | None:
    day, last = int(match["day"]), int(match["last"])
    return Relative("month", 0, day=day, last=last) if 0 < day < last <= 31 else None


def _read_ordinals(match: re.Match[str]) -> list[int] | None:
    numbers = values.read_numbers(match["ordinals"], "zh")
    return numbers if numbers and all(0 < number < _LARGEST for number in numbers) else None


ORDINAL = make_rule(
    "ordinal.di-ci",
    rf"第(?P<ordinals>{_NUMBER}(?:、{_NUMBER}|和第?{_NUMBER}){{0,2}})(?:次|届|屆|轮)",
    _read_ordinals,
    "",
    {"第25次中国-东盟领导人会议": [25], "第十九届东亚峰会": [19],
     "第38、39届东盟峰会": [38, 39], "第一季度": None},
    opens="第",
)  # fmt: skip

DAY = make_rule(
    "date.yue-ri",
    rf"{_YEAR}(?<!\d)(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日{_TIME}",
    _read_day,
    "月",
    {
        "当地时间10月11日，总理": Said(Partial(None, 10, 11)),
        "2024年10月10日上午": Said(Partial(2024, 10, 10), time_of_day="morning"),
        "今天（9月26日）还举行": Said(Partial(None, 9, 26)),
        "13月1日": None,
    },
    opens=_DATED,
)

SPAN = make_rule(
    "date.zhi",
    rf"{_YEAR}(?<!\d)(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日?(?:至|到|—|-|–|~|、|和)"
    r"(?:(?P<last_month>\d{1,2})月)?(?P<last>\d{1,2})日(?P<time>)?",
    _read_span,
    "月",
    {"5月27日至28日在吉隆坡举行": Said(Partial(None, 5, 27), Partial(None, 5, 28)),
     "2025年10月26-28日": Said(Partial(2025, 10, 26), Partial(2025, 10, 28)),
     "10月30日至11月2日": Said(Partial(None, 10, 30), Partial(None, 11, 2)), "5月28日至27日": None},
    opens=_DATED,
)  # fmt: skip

DAY_ALONE = make_rule(
    "date.ri",
    rf"(?<![\d月至到年、—\-])(?P<day>\d{{1,2}})日{_TIME}(?!\d|至|元|电视|本|内)",
    _read_day_alone,
    "日",
    {"当地时间10日上午，总理": Relative("month", 0, day=10, time_of_day="morning"),
     "新华社金边11日电": Relative("month", 0, day=11), "10月11日": None, "45日": None},
    opens=ANY_NUMBER,
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
    rf"{_YEAR}(?<!\d)(?P<month>\d{{1,2}})月(?P<part>初|上旬|中旬|下旬|底|末)?(?!\d|份额)",
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
    r"(?P<year>(?:19|20)\d{2})年(?!\d|来|代|至|行动|愿景|\d{1,2}月|可持续)",
    lambda match: read_point(Partial(int(match["year"]))),
    "年",
    {"于2005年成立": Said(Partial(2005)), "2025年后": Said(Partial(2025)), "20周年": None},
    opens=ANY_NUMBER,
)

PLACE_CUE = re.compile(
    r"(?P<elsewhere>驻)?(?:(?<!正)在|赴|抵达|前往|于)(?:[\u3400-\u9fff]{0,8}?)"
    r"(?:首都|城市|巴厘岛)?\Z"
)
PLACE_SIGN = re.compile("[在赴抵前于]")
UNLISTED_CITY = re.compile(r"(?!)(?P<city>)\Z")
"""Matches nothing: Chinese writes the country before the city."""

NO_DATE_OF_MEETING = re.compile(
    r"(?<=[年月日底初末])[^，。,；]{0,14}(?:成立|建立|建成|签署|生效|启动)(?:后|以来|时|之后)"
)
"""`2015年底东盟共同体成立后` dates the community."""


def _around(
    name: str, value: object, side: str, words: str, examples: Examples, opens: str = ""
) -> Around:
    pattern = (
        rf"(?:{words})[“（]?\Z" if side == "before" else rf"[”）]?(?:[^，。；]{{0,12}}?)(?:{words})"
    )
    rule = make_rule(name, pattern, constant(value), "", examples, opens)
    return Around(rule=rule, side="before" if side == "before" else "after")


AROUND = (
    _around(
        "attends.chu-xi", "attendee", "before",
        r"(?:出席|参加|与会|主持)(?:在?[^，。；]{0,16}(?:举行|召开)的)?",
        {"李强出席[第19届东亚峰会]": "attendee", "出席在万象举行的[东亚峰会]": "attendee",
         "支持[东亚峰会]": None},
        opens="出参与主",
    ),
    _around(
        "report.ju-xing", "held", "after", r"举行|召开|开幕|闭幕|通过|发表|讨论|举办",
        {"[第46届东盟峰会]在吉隆坡举行": "held", "[东亚峰会]成员国": None},
    ),
    _around(
        "report.ju-xing-qian", "held", "before", r"(?:举行|召开|主办|承办|举办)了?",
        {"马来西亚将在槟城举行[东盟高官会]": "held", "在万象举行的[东亚峰会]": None},
        opens="举召主承",
    ),
    _around(
        "status.jiang", "upcoming", "after", r"将(?:于|在)|即将|拟于|定于",
        {"[第46届东盟峰会]将于5月举行": "upcoming", "[东亚峰会]在万象举行": None},
    ),
    _around(
        "background.shang", True, "after", r"(?<=\Z)上提出|期间|前夕|成果|框架下",
        {"[东盟峰会]期间会见": True, "[东盟峰会]在万象举行": None},
    ),
)  # fmt: skip

LANGUAGE = Language(
    code="zh",
    lexicon=Lexicon(
        [*read_word_entries(Path(__file__).parent / "words.toml"), *read_catalogue_entries("zh")]
    ),
    head_first=False,
    ordinals=RuleBook((ORDINAL,)),
    dates=RuleBook((DAY, SPAN, DAY_ALONE, DAYS_ALONE, MONTH, TODAY, WEEK, YEAR)),
    place_cue=PLACE_CUE,
    place_opens=frozenset("驻在赴抵前于"),
    place_sign=PLACE_SIGN,
    unlisted_city=UNLISTED_CITY,
    no_date_of_meeting=NO_DATE_OF_MEETING,
    begun=BEGUN,
    over=OVER,
    around=AroundBook(AROUND),
    sentences=RuleBook(FACTS),
    read_people=read_people,
    host_by_place=False,
)
