"""Names in one breath: `the AMM, the PMC and the 30th ARF in Bangkok` share day and place."""

from __future__ import annotations

import re

from pipelines.meetings.mentions import Mention

_NEAR, _FAR = 12, 120
_JOINT = re.compile(r",|\b(?:and|as well as|và|cùng)\b")
_BREAK = re.compile(
    r"[.;:!?\n]|\b(?:that|which|who|will|was|were|is|are|has|had|have|before|after|ahead|during|on|in|at|"
    r"from|by|said|where|when|while|đã|sẽ|đang|diễn ra|nhằm|để|trước|sau|khi|tại|ở|ngày|từ|do|nêu|"
    r"cho biết|trong|bên lề|nhân|theo|đoàn|chuẩn bị|phát biểu|được|là|đồng thời|chủ trì)\b",
    re.IGNORECASE,
)


def are_listed(left: Mention, right: Mention) -> bool:
    """True where only words of a list stand between two names of one sentence."""
    gap = right.start - left.end
    if gap <= _NEAR:
        return True
    text = left.sentence.whole
    if gap > _FAR or _BREAK.search(text, left.end, right.start) is not None:
        return False
    plain = left.said("background") is None and right.said("background") is None
    return plain and _JOINT.search(text, left.end, right.start) is not None
