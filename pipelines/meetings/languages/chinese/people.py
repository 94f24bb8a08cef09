"""The persons of a Chinese sentence: who stands right after the name of an office."""

from __future__ import annotations

import re

from crawler.items import Function
from pipelines.meetings.language import Named
from pipelines.meetings.lexicon import Hit, Hits
from pipelines.meetings.sentences import Sentence

_HOLDER = re.compile(
    r"(?P<name>(?![们也就等及均都分随陪共今当同与应以此并还正已曾仍又兼率国]|身份|职务)"
    r"(?:(?:(?![出提年着的在将表等各会扩级议]|国[家会务防际王])[\u3400-\u9fff]){2,6}?|[\u3400-\u9fff](?=·))"
    r"(?:·(?:(?![在将以于率同与和应说称])[\u3400-\u9fff]){1,6}){0,2})"
    r"(?=\d|[(（]|[上中少大]将|[也还则均以称]|呼吁|的主持|出席|主持|表示|指出|强调|说|参加|在|将|于|同|会见|致辞|发表|抵达|率|赴|乘|应|等|共同|"
    r"联合|分别|亲王|宣布|当地|与(?!会)|和(?!出席|主持|表示|指出|强调|说|在|将)|[，。、])"
)
_ALSO = re.compile(r"兼|(?<=委员)、")
"""Stands between two offices of one person."""
_OF_STATE = re.compile(
    r"(?:政府|联邦|共和国|王国){0,2}(?:[^，。；、和与及各]{1,8}部)?|"
    r"(?:高级别?|政府){0,2}代表团由[^，。；、]{0,8}"
)
"""Stands between a country and the office of somebody of its."""
_SPELT = re.compile(r"[(（][A-Za-z .'’\-]{3,40}[)）]")
"""A foreign name in its own letters, after it."""
_OF_CHINA = ("国务院", "国务委员")
"""How offices begin that the mainland's press gives no country."""
_CHAIRS = re.compile(
    r"(?:(?:\d{1,2}月)?\d{1,2}日)?(?:上午|下午|晚)?(?:在[^，。；]{1,12}?)?"
    r"(?P<also>(?:、|和|与|同|及)[^，。；]{2,40}?)?(?P<jointly>共同|联合)?(?:现场|视频|线上|的)?主持(?!人)"
)
_LEADS = re.compile(r"(?:作为[^，。；]{0,8}代表团团长|率(?:领|[^，。；会]{0,12}?团))")
_SPEAKS = re.compile(
    r"(?:[^，。；]{0,24}?(?:致辞|致词|讲话|发言|演讲)|(?:也|还|则)?(?:在[^，。；]{1,24}?)?"
    r"(?:时|中|上)?(?:表示|指出|强调|说|介绍|认为|呼吁|提出|宣布))"
)
_ATTENDS = re.compile(
    r"(?:[、和与及同][^，。；]{2,40})?[^，。；]{0,16}?(?:出席|参加|与会)(?!人员|代表)"
)
_MET_BEFORE = re.compile(r"(?:会见|会晤|拜会|接见|致电|通话)(?:了|来访的|来华的)?[^，。；]{0,6}\Z")
_MET_AFTER = re.compile(r"[^，。；]{0,12}?(?:会谈|会面|会晤|通电话|通话|双边会见)")
_SPOKESMEN = frozenset({"发言人", "高官"})


def read_people(sentence: Sentence, hits: Hits) -> list[Named]:
    """Who stands right after an office; a spokesman speaks of the meeting and is not there."""
    people = []
    for hit in hits.of("title"):
        match = _HOLDER.match(sentence.whole, hit.end, sentence.end)
        if match is not None and hit.entry.name not in _SPOKESMEN:
            people.append(_read_holder(hit, match.span("name"), sentence, hits))
    return people


def _read_holder(title: Hit, name: tuple[int, int], sentence: Sentence, hits: Hits) -> Named:
    start = _first_office(title, sentence, hits)
    function, jointly = _read_function(name[1], sentence)
    return Named(
        name=name,
        title=(start, title.end),
        country=_country_before(start, sentence, hits),
        function=function,
        jointly=jointly,
        away=function != "chair" and _is_met(start, name[1], sentence),
        rule="zh.people.title-name",
    )


def _first_office(title: Hit, sentence: Sentence, hits: Hits) -> int:
    """Where the first of the offices begins that end with `title`: `副总理兼国防部长`."""
    start = title.start
    for other in reversed(hits.of("title")):
        if other.end < start and _ALSO.fullmatch(sentence.whole, other.end, start):
            start = other.start
    return start


def _country_before(start: int, sentence: Sentence, hits: Hits) -> str | None:
    """The country right before an office; China's where the office is one of its alone."""
    for hit in reversed(hits.of("country")):
        if hit.end <= start:
            if _OF_STATE.fullmatch(sentence.whole, hit.end, start):
                return hit.entry.code
            break
    return "CN" if sentence.whole.startswith(_OF_CHINA, start) else None


def _read_function(end: int, sentence: Sentence) -> tuple[Function | None, bool]:
    """What somebody does whose name ends at `end`, and whether two do it."""
    text, last = sentence.whole, sentence.end
    if spelt := _SPELT.match(text, end, last):
        end = spelt.end()
    chairs = _CHAIRS.match(text, end, last)
    if chairs is not None:
        return "chair", bool(chairs["jointly"] or chairs["also"])
    if _LEADS.match(text, end, last):
        return "head", False
    if _SPEAKS.match(text, end, last):
        return "speaker", False
    return ("attendee" if _ATTENDS.match(text, end, last) else None), False


def _is_met(start: int, end: int, sentence: Sentence) -> bool:
    """True for who is met beside the meeting: `会见泰国总理佩通坦`, `同印尼外长蕾特诺会谈`."""
    text = sentence.whole
    low = max(sentence.start, start - 14)
    if _MET_BEFORE.search(text, low, start):
        return True
    after = _MET_AFTER.match(text, end, sentence.end)
    return after is not None and re.search(r"[同与和][^，。；]{0,8}\Z", text[low:start]) is not None
