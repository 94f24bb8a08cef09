"""What Vietnamese says right before a place where something is held."""

from __future__ import annotations

import re

PLACE_CUE = re.compile(
    r"(?P<elsewhere>(?:[Đđ]ại sứ|[Pp]hái đoàn|[Ss]ứ quán|[Đđ]ại diện|[Tt]ổng lãnh sự|[Đđ]ầu tư|"
    r"cộng đồng|"
    r"[Dd]oanh nghiệp|[Tt]ình hình|diễn biến|[Cc]uộc sống)"
    r"(?:(?!\s(?:diễn ra|tổ chức|khai mạc|bế mạc|họp)\s)[^.;,]){0,40}\s)?"
    r"(?<!\w)(?:tại|ở|tới|đến|sang)\s(?:[^\s,;.]+\s){0,1}?"
    r"(?:[Tt]hủ đô|[Tt]hành phố|[Cc]ố đô|[Đđ]ảo|[Tt]ỉnh|[Bb]ang|[Tt]hị trấn|[Tt]hị xã|TP\.?|Tp\.?|"
    r"[Tt]hành phố cảng|[Đđ]ảo nghỉ dưỡng|[Đđ]ặc khu|[Kk]hu nghỉ dưỡng|"
    r"[Hh]òn đảo|nước)?(?:\s(?:nghỉ dưỡng|du lịch|ven biển|biển|cảng|hành chính|cổ|của))?\s?\Z"
    r"|(?<!\w)(?:tại|ở)\s(?:[Kk]hách sạn|[Tt]rung tâm|[Tt]rụ sở|Cung|Nhà|Phủ|[Kk]hu)"
    r"[^.;,\n]{3,50},\s\Z|\(\Z"
)
PLACE_OPENS = frozenset("đại phái sứ tổng đầu cộng doanh tình diễn cuộc tại ở tới đến sang".split())
PLACE_SIGN = re.compile(r"(?:tại|ở|tới|đến|sang)\s|\(\Z")
UNLISTED_CITY = re.compile(
    r"(?P<city>[A-ZĐÂÊÔÁÀẢÃẠÉẾỆÍÓÚÝ]\w+(?:\s[A-ZĐÂÊÔÁÀẢÃẠÉẾỆÍÓÚÝ]\w+|-\w+){0,3})(?:,|\s\()\s?(?:(?:tỉnh|"
    r"bang|đảo)\s[^,.;]{2,30},\s"
    r"|miền\s\w+\s)?\Z"
)

SAID = re.compile(
    r"(?<!\w)(?:thông báo|cho biết|cho hay|đưa tin|xác nhận|nói|thông cáo|họp báo|"
    r"thông cáo báo chí)"
    r"(?:\s(?:vào|trong|hôm|ngày|sáng|chiều|tối)){0,3}\s\Z"
)
NO_DATE_OF_MEETING = re.compile(
    r"(?<!\w)(?:đưa tin|dẫn lời|rời|lên đường|khởi hành|hạ cánh|về nước|"
    r"(?:cho biết|cho hay|thông báo|công bố|họp báo)(?!,?\s(?:tại|trong|sau|(?:về )?kết quả))|"
    r"(?:tới|đến|sang)\s(?:thủ đô\s|thành phố\s)?[A-ZĐ])"
    r"|(?<=\d) và (?:sẽ )?(?:tham )?dự"
)
OTHER_YEAR = re.compile(
    r"(?<!\w)(?:[Hh]ồi\s(?:(?:đầu|giữa|cuối)\snăm|tháng|năm)|[Nn]ăm (?:ngoái|trước)|"
    r"[Tt]háng trước|[Cc]ách đây)(?!\w)"
)
"""Tells of what happened long before, as in a sentence that explains who somebody is."""
