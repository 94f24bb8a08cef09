"""What Vietnamese says of those who meet, and in titles of articles that report no meeting."""

from __future__ import annotations

import re

_TALKS = r"(?:gặp|tiếp|tiếp xúc|hội đàm|hội kiến|làm việc|điện đàm|trao đổi)"
_EVENT = r"(?:hội nghị|cấp cao|thượng đỉnh|diễn đàn|ASEAN|AMM|ADMM|AEM|AIPA)"
NO_REPORT = re.compile(
    r"(?!.*(?<!\w)(?:dự|tham dự|khai mạc|bế mạc|chủ trì)(?!\w))"
    rf".*?(?<!\w){_TALKS}(?!\w)"
    rf"(?:.*(?:song phương)(?!\w)|.*(?<!\w)(?:bên lề|trước thềm|nhân dịp)\s(?:các\s)?{_EVENT})",
    re.IGNORECASE | re.DOTALL,
)
"""Two countries that meet beside a meeting: `gặp song phương bên lề AMM`."""
TOLD = re.compile(
    r"(?<!\w)(?:gặp(?: gỡ)?|(?:họp|hội đàm|thảo luận|đối thoại|làm việc)\s(?:với|cùng)|"
    r"phát biểu trước|nói với)\s(?P<with>\0)?(?:các\s|những\s){0,2}\Z",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"(?:\s(?:và|cùng|với)|(?<=\svới)|(?<=\scùng))\s(?:các\s|người đồng cấp\s)?", re.IGNORECASE
)
SPOKEN = re.compile(
    r"(?:^|\n)(?:Kính t|T)hưa\s(?:các|quý|toàn|ngài|bà|ông|vị|đồng|quốc)", re.IGNORECASE
)
BETWEEN = re.compile(r"(?<!\w)giữa(?!\w)", re.IGNORECASE)
