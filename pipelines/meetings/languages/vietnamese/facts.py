"""How Vietnamese says where and in what form a meeting is held, and who hosts it."""

from __future__ import annotations

import re

from pipelines.meetings.alternatives import one_of
from pipelines.meetings.languages.vietnamese.states import MEMBERS, PARTIES, first_words
from pipelines.meetings.rule import Rule, constant

_HOST = rf"(?P<country>{one_of(PARTIES)})(?!\w)"


def _read_host(match: re.Match[str]) -> str:
    return PARTIES[match["country"]]


HYBRID = Rule(
    name="vi.format.ket-hop",
    field="format",
    pattern=re.compile(
        r"trực tiếp (?:và|kết hợp|kết hợp với|lẫn) trực tuyến|trực tuyến (?:và|kết hợp|kết hợp "
        r"với|lẫn) "
        r"trực tiếp|hình thức kết hợp|hình thức hỗn hợp|trực tiếp và gián tiếp|"
        r"trực tiếp tại [^.;]{2,90}? (?:và (?:kết nối )?|kết hợp (?:với )?(?:hình thức )?)"
        r"trực tuyến",
        re.IGNORECASE,
    ),
    read=constant("hybrid"),
    opens=frozenset({"trực", "hình"}),
    examples={
        "đã diễn ra trực tiếp và trực tuyến tại Phnom Penh": "hybrid",
        "họp trực tiếp tại Lào - nước chủ nhà và trực tuyến tại các nước khác": "hybrid",
        "theo hình thức trực tiếp tại Lào kết hợp với trực tuyến": "hybrid",
        "theo hình thức trực tuyến": None,
    },
)

_ONCE = re.compile(
    r"sau (?:\w+ ){1,3}(?:năm|tháng|kỳ|lần)"
    r"(?:(?: liên tiếp)?(?: phải| chỉ)?|[^.,;]{1,40} (?:phải|chỉ|chỉ có thể))\s$",
    re.IGNORECASE,
)
"""Before `họp trực tuyến`: `sau hai năm phải họp trực tuyến` tells of earlier meetings."""


def _read_online(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 80) : match.start()]
    return None if _ONCE.search(before) else "online"


ONLINE = Rule(
    name="vi.format.truc-tuyen",
    field="format",
    pattern=re.compile(
        r"(?:hình thức|họp|hội nghị|tham vấn|nhóm họp|hội đàm|diễn ra|tổ chức|điểm cầu|khai mạc|"
        r"bế mạc|chủ trì|(?:tham )?dự|cấp cao|ASEAN)\s(?:họp |khẩn |kín )?trực tuyến"
        r"(?! (?:và|kết hợp|lẫn))"
        r"|trực tuyến từ|cầu truyền hình|(?:từ|tại) (?:các )?điểm cầu"
        r"|(?<=\)\s)trực tuyến(?! (?:và|kết hợp|lẫn))"
        r"|(?:họp|hội nghị|diễn ra|tổ chức|khai mạc|thượng đỉnh)\s(?:qua |bằng )?"
        r"(?:hình thức )?(?:video|truyền hình|từ xa)",
        re.IGNORECASE,
    ),
    read=_read_online,
    cues=frozenset({"tuyến", "truyền", "video", "xa", "cầu"}),
    opens=frozenset(
        "hình họp hội nhóm diễn tổ điểm khai bế chủ tham dự cấp asean trực cầu thượng từ "
        "tại".split()
    ),
    examples={
        "đã diễn ra bằng hình thức họp trực tuyến": "online",
        "Quan chức cao cấp ASEAN họp trực tuyến": "online",
        "Ngoại trưởng ASEAN họp khẩn trực tuyến tối 15/10": "online",
        "chủ trì Hội nghị Cấp cao Đông Á (EAS) trực tuyến": "online",
        "hội nghị diễn ra qua video dưới sự chủ trì của Brunei": "online",
        "Từ điểm cầu Hà Nội, Thứ trưởng dự hội nghị": "online",
        "trao đổi qua mạng": None,
        "triệt phá đường dây lừa đảo trực tuyến": None,
        "diễn ra trực tuyến kết hợp trực tiếp": None,
        "lần đầu gặp nhau sau hai năm phải họp trực tuyến": None,
        "sau gần 18 tháng các Hội nghị ASEAN phải họp trực tuyến": None,
        "sau ba tháng chuẩn bị, các nước họp trực tuyến": "online",
    },
)

IN_PERSON = Rule(
    name="vi.format.truc-tiep",
    field="format",
    pattern=re.compile(
        r"(?:hình thức|họp|diễn ra|tổ chức|gặp)\strực tiếp(?! (?:và|kết hợp|lẫn|trực tuyến|đầu "
        r"tiên))",
        re.IGNORECASE,
    ),
    read=constant("in-person"),
    cues=frozenset({"tiếp"}),
    opens=frozenset("hình họp diễn tổ gặp".split()),
    examples={
        "được tổ chức trực tiếp tại Jakarta": "in-person",
        "ảnh hưởng trực tiếp đến an ninh": None,
        "Đây là Hội nghị SOM trực tiếp đầu tiên": None,
    },
)

_NAME = r"(?:[A-ZĐÁÀẢÃẠÂĂÊÔƠƯ][\w’'\-]*|\d+)"
VENUE = Rule(
    name="vi.venue.tai",
    field="venue",
    pattern=re.compile(
        r"(?:tại|ở)\s(?:khu |tòa nhà )?(?P<venue>(?:(?:khách sạn|Khách sạn|resort|khu nghỉ "
        r"dưỡng)|Trung tâm "
        r"(?:[Hh]ội nghị|Triển lãm|Văn hóa)|Trụ sở|trụ sở|Nhà Quốc hội|Nhà khách|"
        r"Cung(?:\s(?:[Vv]ăn h(?:óa|oá)|[Hh]ữu nghị))?|Phủ Chủ tịch|Văn phòng Chính phủ|"
        r"Đại lễ đường)"
        r"(?:\s(?:[Qq]uốc (?:gia|tế)|của|Ban Thư ký|" + _NAME + r")){1,9})"
    ),
    read=lambda match: match["venue"],
    cues=frozenset({"khách", "trung", "trụ", "nhà", "cung", "phủ", "văn", "đại", "resort"}),
    opens=frozenset({"tại", "ở"}),
    examples={
        "khai mạc sáng qua tại Trung tâm Hội nghị Quốc tế Philippines, Manila": (
            "Trung tâm Hội nghị Quốc tế Philippines"
        ),
        "từ ngày 4 đến 6-2 tại khách sạn JW Marriott Hotel Singapore South Beach.": (
            "khách sạn JW Marriott Hotel Singapore South Beach"
        ),
        "khai mạc tại trụ sở Ban Thư ký ASEAN ở Jakarta": "trụ sở Ban Thư ký ASEAN",
        "khai mạc tại Cung Văn hóa quốc gia ở Vientiane": "Cung Văn hóa quốc gia",
        "tại trung tâm thành phố": None,
    },
)  # fmt: skip

HOST = Rule(
    name="vi.host.dang-cai",
    field="host",
    pattern=re.compile(rf"(?:nước chủ nhà|chủ nhà|do)\s{_HOST}(?:\s(?:đăng cai|tổ chức))?"),
    read=lambda match: None if _lacks_verb(match) else _read_host(match),
    opens=frozenset({"nước", "chủ", "do"}),
    examples={
        "Thủ tướng nước chủ nhà Malaysia phát biểu": "MY",
        "hội nghị do Việt Nam đăng cai": "VN",
        "các sáng kiến do Việt Nam đề xuất": None,
    },
)

HOSTS = Rule(
    name="vi.host.chu-tri-to-chuc",
    field="host",
    pattern=re.compile(
        rf"{_HOST}[^.;]{{0,40}}?\s(?:đăng cai|chủ trì tổ chức|là nước chủ nhà|đang tổ chức)"
    ),
    read=_read_host,
    cues=frozenset({"đăng", "trì", "chủ", "tổ"}),
    opens=first_words(PARTIES),
    examples={
        "Việt Nam chính thức đảm nhận vai trò chủ trì tổ chức Hội nghị": "VN",
        "Singapore đang tổ chức Hội nghị hẹp": "SG",
        "Việt Nam dự hội nghị": None,
    },
)

HOLDS = Rule(
    name="vi.host.to-chuc",
    field="host",
    pattern=re.compile(
        r"(?<!và )(?<!với )(?<!- )(?<!-)(?<!, )(?<!tại )(?<!ở )"
        rf"(?P<country>{one_of(MEMBERS)})(?!\w)"
        r"(?:,\s(?:nước\s)?(?:chủ tịch|chủ nhà)[^,.;]{0,40},)?"
        r"(?:\s(?:sẽ|vừa|đã|lần đầu|lần đầu tiên|tiếp tục|chính thức|chuẩn bị|dự kiến)){0,3}"
        r"\s(?:tổ chức|chủ trì)\s(?:thành công\s)?(?:các\s|chuỗi\s|loạt\s)?"
        r"(?:hội nghị|cuộc họp|phiên họp|cấp cao|đại hội đồng)(?!\w)",
        re.IGNORECASE,
    ),
    read=lambda match: MEMBERS.get(match["country"]),
    cues=frozenset({"tổ", "trì"}),
    opens=first_words(MEMBERS),
    examples={
        "Việt Nam lần đầu tiên tổ chức Hội nghị Bộ trưởng Y tế ASEAN": "VN",
        "Lào sẽ tổ chức hội nghị cấp cao vào tháng 9": "LA",
        "Brunei chủ trì Hội nghị Cấp cao ASEAN": "BN",
        "Singapore, nước Chủ tịch ASEAN năm nay, tổ chức hội nghị hẹp": "SG",
        "Việt Nam đồng chủ trì cuộc họp": None,
        "ASEAN và Lào tổ chức hội nghị": None,
        "Đại sứ quán tại Việt Nam tổ chức cuộc họp": None,
        "Việt Nam tổ chức lễ kỷ niệm": None,
    },
)

HOST_OPENS = Rule(
    name="vi.host.khai-mac",
    field="host",
    pattern=re.compile(
        rf"(?:Thủ tướng|Tổng thống|Chủ tịch|Quốc vương|Ngoại trưởng|Bộ trưởng Ngoại giao) {_HOST}"
        r"[^.;,]{0,60}?(?<!lễ)(?<!phiên)(?<!dự)"
        r"\s(?:bế mạc|khai mạc|chào đón|tuyên bố khai mạc|"
        r"(?:trao|chuyển giao|bàn giao) (?:lại )?(?:chiếc )?(?:búa|chức|cương vị|vai trò)"
        r"[^.;,]{0,12}\s[Cc]hủ tịch)(?!\w)"
    ),
    read=_read_host,
    cues=frozenset({"mạc", "chào", "trao", "giao"}),
    opens=frozenset("thủ tổng chủ quốc ngoại bộ".split()),
    examples={
        "Tổng thống Philippines Rodrigo Duterte tối 14/11 bế mạc Hội nghị": "PH",
        "Thủ tướng Malaysia Anwar Ibrahim đã nhiệt liệt chào đón": "MY",
        "Thủ tướng Malaysia Ahmad Salleh trao búa Chủ tịch ASEAN cho Philippines": "MY",
        "Thủ tướng Malaysia, người dự lễ khai mạc": None,
        "trao búa cho Tổng thống Indonesia Joko Widodo tại lễ bế mạc Hội nghị": None,
    },
)

HOST_LEFT = Rule(
    name="vi.host.roi-ve-nuoc",
    field="host",
    pattern=re.compile(rf"rời (?:[^\s,.;]{{1,12}}\s){{0,3}}?{_HOST}[^.;]{{0,20}}? về nước"),
    read=_read_host,
    opens=frozenset({"rời"}),
    examples={
        "đoàn Việt Nam đã rời Malaysia về nước, kết thúc chuyến công tác": "MY",
        "hôm nay rời Hà Nội, lên đường thăm Singapore": None,
    },
)


def _lacks_verb(match: re.Match[str]) -> bool:
    """`do Việt Nam đề xuất` names no host; `nước chủ nhà Việt Nam` does without a verb."""
    return match.group().startswith("do") and not match.group().endswith(("đăng cai", "tổ chức"))


FACTS = (
    HYBRID, ONLINE, IN_PERSON, VENUE, HOST, HOSTS, HOLDS, HOST_OPENS, HOST_LEFT,
)  # fmt: skip
