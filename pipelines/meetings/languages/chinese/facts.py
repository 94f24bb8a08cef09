"""What a Chinese sentence says of a meeting besides its name: format, last day, chair of ASEAN."""

from __future__ import annotations

import re

from pipelines.meetings import catalogue
from pipelines.meetings.alternatives import one_of
from pipelines.meetings.language import ChairSaid
from pipelines.meetings.languages.chinese.rules import make_rule
from pipelines.meetings.rule import constant
from pipelines.meetings.said import Length, Partial, Relative, Said, read_point

HYBRID = make_rule(
    "format.xian-shang-xia",
    r"线上(?:和|与|、|\+|加)?线下|线下(?:和|与|、|\+|加)线上",
    constant("hybrid"),
    "线",
    {"以线上线下相结合的方式举行": "hybrid", "线上举行": None},
)

ONLINE = make_rule(
    "format.shi-pin",
    r"视频(?:方式|会议|形式)|(?:线上|在线)(?:方式|举行|会议|出席)|以视频",
    constant("online"),
    "视线",
    {"以视频方式举行": "online", "线下举行": None},
)

_DAYS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7}


def _read_until(match: re.Match[str]) -> Said | Relative | None:
    day = int(match["day"])
    if match["month"]:
        return read_point(Partial(None, int(match["month"]), day))
    return Relative("month", 0, day=day) if 1 <= day <= 31 else None


UNTIL = make_rule(
    "ends.zhi",
    r"(?:持续|延续|进行|举行)(?:至|到)(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日",
    _read_until,
    "至到",
    {
        "会议将持续至12日": Relative("month", 0, day=12),
        "峰会将举行到5月27日": Said(Partial(None, 5, 27)),
        "持续至深夜": None,
    },
    opens="持延进举",
)

LASTS = make_rule(
    "ends.wei-qi",
    rf"(?:为期|会期|历时)(?P<days>[2-7{''.join(_DAYS)}])[天日]",
    lambda match: Length(_DAYS.get(match["days"]) or int(match["days"]), loose=True),
    "天日",
    {"峰会为期两天": Length(2, loose=True), "为期3天的会议": Length(3, loose=True),
     "为期两周": None},
    opens="为会历",
)  # fmt: skip

BEGUN = re.compile("开幕|揭幕|拉开帷幕|开始举行")
OVER = re.compile("闭幕|落幕|落下帷幕|结束")

_MEMBERS = {
    name: country.code
    for country in catalogue.countries()
    if country.kind == "member"
    for name in country.names.get("zh", ())
}
_MEMBER = rf"(?P<country>{one_of(_MEMBERS)})"
_YEAR = r"(?:(?P<year>20\d{2})年?|今年的?|本年度?)?"


def _read_chair(match: re.Match[str]) -> ChairSaid:
    year = int(match["year"]) if match["year"] else None
    return ChairSaid(_MEMBERS[match["country"]], year, "ASEAN")


CHAIR = make_rule(
    "chair.lun-zhi",
    rf"{_YEAR}(?:的)?东盟轮值主席国[，、]?{_MEMBER}",
    _read_chair,
    "轮",
    {
        "东盟轮值主席国马来西亚总理安瓦尔主持": ChairSaid("MY", None, "ASEAN"),
        "作为2025年东盟轮值主席国，马来西亚将": ChairSaid("MY", 2025, "ASEAN"),
        "东盟轮值主席国代表": None,
    },
)

CHAIR_IS = make_rule(
    "chair.dan-ren",
    rf"{_MEMBER}(?:是|为|作为|担任|出任|接任){_YEAR}(?:的)?东盟轮值主席国(?!，?(?:{one_of(_MEMBERS)}))",
    _read_chair,
    "轮",
    {
        "印尼担任2023年东盟轮值主席国": ChairSaid("ID", 2023, "ASEAN"),
        "老挝是今年东盟轮值主席国": ChairSaid("LA", None, "ASEAN"),
        "支持老挝履行轮值主席国职责": None,
    },
)

FACTS = (HYBRID, ONLINE, UNTIL, LASTS, CHAIR, CHAIR_IS)
