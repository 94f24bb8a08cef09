"""Chinese: ordinals, what stands around a name, and all of it put together."""

from __future__ import annotations

import re
from pathlib import Path

from pipelines.meetings import values
from pipelines.meetings.around import Around, AroundBook
from pipelines.meetings.language import Language
from pipelines.meetings.languages.chinese.dates import DATES
from pipelines.meetings.languages.chinese.facts import BEGUN, FACTS, OVER
from pipelines.meetings.languages.chinese.people import read_people
from pipelines.meetings.languages.chinese.rules import Examples, make_rule
from pipelines.meetings.lexicon import Lexicon
from pipelines.meetings.rule import constant
from pipelines.meetings.rulebook import RuleBook
from pipelines.meetings.vocabulary import read_catalogue_entries
from pipelines.meetings.words import read_word_entries

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十百零]{1,6})"
_LARGEST = 150


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
        "none.tuan-zhang", True, "after", r"代表团团长",
        {"[东盟高官会(SOM)]越南代表团团长": True, "[东盟高官会]在万象举行": None},
    ),
    _around(
        "year.qu-nian", "last", "before", r"去年(?:在|的|举行的)?",
        {"双方去年在[中国-东盟领导人会议]上": "last", "今年的[东盟峰会]": None},
        opens="去",
    ),
    _around(
        "background.shang", True, "after",
        r"(?<=\Z)上提出|期间|前夕|成果|框架[下内]|[做作](?:好|内容)?准备",
        {"[东盟峰会]期间会见": True, "为[东盟外长会]做准备": True, "[东盟峰会]在万象举行": None},
    ),
)  # fmt: skip

LANGUAGE = Language(
    code="zh",
    lexicon=Lexicon(
        [*read_word_entries(Path(__file__).parent / "words.toml"), *read_catalogue_entries("zh")]
    ),
    head_first=False,
    ordinals=RuleBook((ORDINAL,)),
    dates=RuleBook(DATES),
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
