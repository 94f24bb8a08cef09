"""How Vietnamese says that somebody who is named is not at the meeting."""

from __future__ import annotations

import re

from pipelines.meetings.sentences import Sentence

_REACH = 220
_APART = re.compile(
    r"(?:riêng với|song phương với|hội đàm với|điện đàm với|gặp gỡ song phương)[^.;]{0,200}\Z"
)
_SPOKEN_OF = re.compile(
    r"(?<!\w)(?:ủy quyền|uỷ quyền|ủy nhiệm|uỷ nhiệm)\scủa\s\Z|(?<!\w)thay mặt\s\Z"
    r"|(?<!\w)(?:về|[Nn]guyên|[Cc]ựu|thay|tiếp)\s(?:[^\s,.;]{1,12}\s)?\Z"
)
_SPOKEN_OF_REACH = 24
"""Characters that `_SPOKEN_OF` can take."""
_MET = re.compile(
    r"(?<!\w)(?:gặp|hội kiến|hội đàm|tiếp xúc|điện đàm)"
    r"(?:\s(?:gỡ|song phương|riêng|ngắn|nhanh|bên lề)){0,2}(?:\s(?:với|giữa))?\s"
    r"(?:(?:(?!ASEAN|các |tại |ở )[^.;]){3,140}?(?:,|\svà|\scùng)\s)?(?:ông\s|bà\s)?\Z"
)
_MET_REACH = 190
_ONLOOKER = re.compile(
    r"(?:,|\s[\-–]|\s\()\s?(?:phó\s)?(?:tổng\s)?(?:giám đốc|chuyên gia|chuyên viên|nhà |giáo sư|"
    r"học giả|người phát ngôn|phát ngôn viên|luật sư|biên tập|phóng viên|cựu |nguyên |"
    r"viện trưởng (?:viện )?(?:nghiên cứu|chiến lược))",
    re.IGNORECASE,
)
_ONLOOKER_BEFORE = re.compile(
    r"(?<!\w)(?:người phát ngôn|phát ngôn viên|chuyên gia|nhà (?:phân tích|nghiên cứu|bình luận)|"
    r"học giả|phóng viên|biên tập viên|giáo sư|đại diện)(?:\s[^\s.,;:]{1,15}){0,10},?\s\Z",
    re.IGNORECASE,
)
_ONLOOKER_REACH = 90

_DIRECTOR = re.compile(r"(?:phó |quyền )?(?:vụ|cục) trưởng", re.IGNORECASE)
_INFORMS = re.compile(r",?\s(?:cũng\s|đã\s)?(?:cho biết|cho hay|thông tin|thông báo)(?!\w)")


def is_absent(sentence: Sentence, start: int) -> bool:
    """True before somebody who is only spoken of, or sends another: `thay mặt Thủ tướng`."""
    text, before = sentence.whole, max(sentence.start, start - _REACH)
    if _SPOKEN_OF.search(text, max(before, start - _SPOKEN_OF_REACH), start) is not None:
        return True
    if text.find(" với", before, start) < 0 and text.find("gặp gỡ", before, start) < 0:
        return False
    return _APART.search(text, before, start) is not None


def is_met_apart(sentence: Sentence, start: int) -> bool:
    """True before somebody with whom talks are held: `có cuộc gặp với Thủ tướng`."""
    before = max(sentence.start, start - _MET_REACH)
    return _MET.search(sentence.whole, before, start) is not None


def is_onlooker(sentence: Sentence, span: tuple[int, int]) -> bool:
    """True for somebody who comments on a meeting: `ông X, giám đốc một viện nghiên cứu`."""
    text, start = sentence.whole, max(sentence.start, span[0] - _ONLOOKER_REACH)
    if _ONLOOKER.match(text, span[1], sentence.end) is not None:
        return True
    return _ONLOOKER_BEFORE.search(text, start, span[0]) is not None


def is_source(sentence: Sentence, title: tuple[int, int] | None, end: int) -> bool:
    """True for the head of a department who tells the press: `Vụ trưởng X cho biết`."""
    if title is None or _DIRECTOR.match(sentence.whole, *title) is None:
        return False
    return _INFORMS.match(sentence.whole, end, sentence.end) is not None
