"""How Vietnamese says whether a meeting was held, goes on, lies ahead or fell through."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.meetings.languages.vietnamese.beside import read_after, read_before

_PUT_OFF = re.compile(
    r"[^.;]{0,110}?\s(?:được|bị|phải|đã|tạm)\s(?:tạm\s)?(?P<how>hoãn|lùi|dời|hủy|huỷ)(?!\w)"
)
_PLANNED = read_after(
    "status.se",
    "kiến sẽ sắp chuẩn",
    "upcoming",
    r"(?:dự kiến|sẽ|sắp|chuẩn bị)",
    {
        "[Hội nghị AMM] dự kiến diễn ra": "upcoming",
        "[Hội nghị AMM] sắp diễn ra": "upcoming",
        "[Hội nghị AMM], dự kiến diễn ra ngày 14/3 tại Huế, được hoãn lại": "postponed",
        "[Hội nghị AMM] dự kiến họp trong tháng 4 đã bị hủy": "cancelled",
        "[Hội nghị AMM] đã diễn ra": None,
    },
)


def _read_planned(match: re.Match[str]) -> str:
    """What was planned lies ahead, unless the sentence goes on to say that it was put off."""
    found = _PUT_OFF.match(match.string, match.end())
    if found is None:
        return "upcoming"
    return "cancelled" if found["how"] in ("hủy", "huỷ") else "postponed"


STATUS = (
    read_before(
        "status.se-truoc",
        "chuẩn dự lên sẽ",
        "upcoming",
        r"(?:sẽ|chuẩn bị|dự kiến|lên đường)(?:\s[^\s,;:.]{1,15}){0,6}",
        {
            "Thủ tướng sẽ dự [hội nghị cấp cao ASEAN]": "upcoming",
            "Thủ tướng đã dự [hội nghị cấp cao ASEAN]": None,
        },
    ),
    replace(_PLANNED, rule=replace(_PLANNED.rule, read=_read_planned)),
    read_after(
        "status.dang",
        "đang",
        "ongoing",
        r"đang",
        {"[Hội nghị AMM] đang diễn ra": "ongoing", "[Hội nghị AMM] đã diễn ra": None},
    ),
    read_before(
        "status.hoan-truoc",
        "hoãn lùi dời",
        "postponed",
        r"(?:hoãn|lùi|dời)(?:\s(?:thời điểm|thời gian|lịch|việc|tổ chức|ngày)){0,3}",
        {"Mỹ hoãn tổ chức [Hội nghị Cấp cao]": "postponed", "Mỹ tổ chức [Hội nghị]": None},
    ),
    read_before(
        "status.huy-truoc",
        "hủy huỷ",
        "cancelled",
        r"(?:hủy|huỷ)(?: bỏ)?(?:\s(?:việc|tổ chức|kế hoạch)){0,3}",
        {"Chile hủy tổ chức [Hội nghị Cấp cao]": "cancelled", "Mỹ tổ chức [Hội nghị]": None},
    ),
    read_after(
        "status.hoan",
        "hoãn lùi dời",
        "postponed",
        r"(?:bị |phải |tạm |được )*(?:hoãn|lùi|dời)",
        {"[Hội nghị AMM] phải hoãn": "postponed", "[Hội nghị AMM] họp": None},
    ),
    read_after(
        "status.huy",
        "hủy huỷ",
        "cancelled",
        r"(?:bị |phải |đã )*(?:hủy|huỷ|hủy bỏ|huỷ bỏ)",
        {"[Hội nghị AMM] bị hủy": "cancelled", "[Hội nghị AMM] họp": None},
    ),
    read_before(
        "status.de-xuat",
        "cân khả kiến trao xem đề",
        "proposed",
        r"(?:đề xuất|đề nghị|kiến nghị|trao đổi về|khả năng|xem xét|cân nhắc)\s(?:việc\s)?"
        r"(?:tổ chức|triệu tập|có)",
        {"trao đổi về tổ chức [cuộc gặp Lãnh đạo ASEAN]": "proposed", "tổ chức [Hội nghị]": None},
    ),
    read_after(
        "status.da",
        "đã",
        "held",
        r"đã",
        {"[Hội nghị AMM] đã diễn ra": "held", "[Hội nghị AMM] sẽ diễn ra": None},
    ),
)
