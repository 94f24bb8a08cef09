"""What a Vietnamese sentence says that a person does at a meeting: lead, chair, speak."""

from __future__ import annotations

import re

from crawler.items import Function
from pipelines.meetings.languages.vietnamese.offices import OFFICE
from pipelines.meetings.sentences import Sentence

_CHAIRS = re.compile(
    r"(?:(?!\sdo\s|\ssự\s)[^.;]){0,60}?(?:chủ trì|đồng chủ trì|chủ tọa|chủ toạ|điều hành|"
    r"(?<!lễ )(?<!phiên )(?<!dự )(?:bế mạc|khai mạc))"
)
_LEADS = re.compile(r"(?:(?!\sdo\s)[^.;]){0,60}?(?:dẫn đầu|làm [Tt]rưởng đoàn)")
_SPEAKS = re.compile(
    r"[^.;]{0,40}?(?:phát biểu|cho biết|khẳng định|nhấn mạnh|đề nghị|kêu gọi|nêu|bày tỏ|chia sẻ|"
    r"nói)"
)
_DONE: tuple[tuple[frozenset[str], re.Pattern[str], Function], ...] = (
    (frozenset({"dẫn", "làm"}), _LEADS, "head"),
    (frozenset({"trì", "tọa", "toạ", "hành", "mạc"}), _CHAIRS, "chair"),
    (frozenset("phát cho khẳng nhấn đề kêu nêu bày chia nói".split()), _SPEAKS, "speaker"),
)
"""What says of somebody that he does what; each with words one of which stands in every match."""
_CHAIRED = re.compile(
    r"(?:chủ (?:trì|tọa|toạ)|điều hành)(?: chung)? (?:của|bởi)\s"
    r"(?:[^.;]{0,140}?\s(?:và|cùng)\s)?(?:(?:ông|bà|ngài|đồng chí)\s)?\Z"
)
"""Before who is in the chair: `dưới sự chủ trì của`; of two, before the second too."""
_CHAIRED_REACH = 200
_OFFICES_AFTER = re.compile(rf"(?:,\s{OFFICE}(?=,|\s)){{1,3}}")


def read_function(
    span: tuple[int, int], sentence: Sentence, role: tuple[int, int] | None
) -> Function | None:
    """What is said before and after `span`, where the offices and the name of a person stand."""
    if _is_chair(span[0], sentence):
        return "chair"
    end = span[1]
    offices = _OFFICES_AFTER.match(sentence.whole, end, sentence.end)
    ends = (end,) if offices is None else (end, offices.end())
    for cues, pattern, function in _DONE:
        if cues.isdisjoint(sentence.keys):
            continue
        if any(pattern.match(sentence.whole, at, sentence.end) for at in ends):
            return function
    return "head" if role is not None else None


def _is_chair(start: int, sentence: Sentence) -> bool:
    before = max(sentence.start, start - _CHAIRED_REACH)
    if sentence.keys.isdisjoint({"trì", "tọa", "toạ", "hành"}):
        return False
    return _CHAIRED.search(sentence.whole, before, start) is not None
