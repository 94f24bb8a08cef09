"""How Vietnamese says where and in what form a meeting is held, and who hosts and chairs it."""

from __future__ import annotations

import re

from pipelines.meetings import catalogue
from pipelines.meetings.language import ChairSaid
from pipelines.meetings.rule import Rule, constant

_MEMBERS = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "vi")
    if country.kind == "member"
}
_HOSTS = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "vi")
    if country.kind in ("member", "partner")
}


def _alternatives(names: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_MEMBER = rf"(?P<country>{_alternatives(_MEMBERS)})(?!\w)"
_HOST = rf"(?P<country>{_alternatives(_HOSTS)})(?!\w)"
_YEAR = r"(?:\s(?:năm\s)?(?P<year>\d{4}))?"
_CHAIR = rf"[Cc]hủ tịch (?:luân phiên )?(?:của )?(?P<body>ASEAN|Asean|ARF){_YEAR}"


def _read_chair(match: re.Match[str]) -> ChairSaid:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    body = (groups.get("body") or "ASEAN").upper()
    return ChairSaid(_MEMBERS[match["country"]], year, body)


def _read_host(match: re.Match[str]) -> str:
    return _HOSTS[match["country"]]


HYBRID = Rule(
    name="vi.format.ket-hop",
    field="format",
    pattern=re.compile(
        r"trực tiếp (?:và|kết hợp|kết hợp với|lẫn) trực tuyến|trực tuyến (?:và|kết hợp|kết hợp "
        r"với|lẫn) "
        r"trực tiếp|hình thức kết hợp|hình thức hỗn hợp",
        re.IGNORECASE,
    ),
    read=constant("hybrid"),
    cues=frozenset({"trực", "hình"}),
    examples={
        "đã diễn ra trực tiếp và trực tuyến tại Phnom Penh": "hybrid",
        "theo hình thức trực tuyến": None,
    },
)

ONLINE = Rule(
    name="vi.format.truc-tuyen",
    field="format",
    pattern=re.compile(
        r"(?:hình thức|họp|hội nghị|nhóm họp|hội đàm|diễn ra|tổ chức|điểm cầu|theo hình thức họp|"
        r"(?:tham )?dự|cấp cao|ASEAN)\s(?:họp )?trực tuyến(?! (?:và|kết hợp|lẫn))|trực tuyến từ"
        r"|cầu truyền hình",
        re.IGNORECASE,
    ),
    read=constant("online"),
    cues=frozenset({"tuyến", "truyền"}),
    examples={
        "đã diễn ra bằng hình thức họp trực tuyến": "online",
        "Quan chức cao cấp ASEAN họp trực tuyến": "online",
        "triệt phá đường dây lừa đảo trực tuyến": None,
        "diễn ra trực tuyến kết hợp trực tiếp": None,
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
        r"Cung|Phủ Chủ tịch|Văn phòng Chính phủ|Đại lễ đường)"
        r"(?:\s(?:[Qq]uốc (?:gia|tế)|của|" + _NAME + r")){1,9})"
    ),
    read=lambda match: match["venue"],
    cues=frozenset({"khách", "trung", "trụ", "nhà", "cung", "phủ", "văn", "đại", "resort"}),
    examples={
        "khai mạc sáng qua tại Trung tâm Hội nghị Quốc tế Philippines, Manila": (
            "Trung tâm Hội nghị Quốc tế Philippines"
        ),
        "từ ngày 4 đến 6-2 tại khách sạn JW Marriott Hotel Singapore South Beach.": (
            "khách sạn JW Marriott Hotel Singapore South Beach"
        ),
        "tại trung tâm thành phố": None,
    },
)  # fmt: skip

HOST = Rule(
    name="vi.host.dang-cai",
    field="host",
    pattern=re.compile(rf"(?:nước chủ nhà|chủ nhà|do)\s{_HOST}(?:\s(?:đăng cai|tổ chức))?"),
    read=lambda match: None if _lacks_verb(match) else _read_host(match),
    cues=frozenset({"nhà", "do"}),
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
    examples={
        "Việt Nam chính thức đảm nhận vai trò chủ trì tổ chức Hội nghị": "VN",
        "Singapore đang tổ chức Hội nghị hẹp": "SG",
        "Việt Nam dự hội nghị": None,
    },
)

HOST_OPENS = Rule(
    name="vi.host.khai-mac",
    field="host",
    pattern=re.compile(
        rf"(?:Thủ tướng|Tổng thống|Chủ tịch|Quốc vương|Ngoại trưởng|Bộ trưởng Ngoại giao) {_HOST}"
        r"[^.;,]{0,60}?\s(?:bế mạc|khai mạc|chào đón|tuyên bố khai mạc)(?!\w)"
    ),
    read=_read_host,
    cues=frozenset({"mạc", "chào"}),
    examples={
        "Tổng thống Philippines Rodrigo Duterte tối 14/11 bế mạc Hội nghị": "PH",
        "Thủ tướng Malaysia Anwar Ibrahim đã nhiệt liệt chào đón": "MY",
        "Thủ tướng Malaysia, người dự lễ khai mạc": None,
    },
)

HOST_LEFT = Rule(
    name="vi.host.roi-ve-nuoc",
    field="host",
    pattern=re.compile(rf"rời (?:[^\s,.;]{{1,12}}\s){{0,3}}?{_HOST}[^.;]{{0,20}}? về nước"),
    read=_read_host,
    cues=frozenset({"rời"}),
    examples={
        "đoàn Việt Nam đã rời Malaysia về nước, kết thúc chuyến công tác": "MY",
        "hôm nay rời Hà Nội, lên đường thăm Singapore": None,
    },
)

CHAIR_OF = Rule(
    name="vi.chair.chu-tich-cua",
    field="chair",
    pattern=re.compile(
        rf"(?<!chức ){_CHAIR}[^.,;]{{0,30}}?\s(?:của|do)\s{_MEMBER}"
        rf"|năm Chủ tịch (?:ASEAN )?của (?P<owner>{_alternatives(_MEMBERS)})(?!\w)"
    ),
    read=lambda match: (
        ChairSaid(_MEMBERS[match["owner"]], None, "ASEAN") if match["owner"] else _read_chair(match)
    ),
    cues=frozenset({"tịch"}),
    examples={
        "đánh giá cao vai trò Chủ tịch ASEAN 2020 của Việt Nam": ChairSaid("VN", 2020, "ASEAN"),
        "trong năm chủ tịch ASEAN của Singapore": ChairSaid("SG", None, "ASEAN"),
        "chuyển giao chức chủ tịch ASEAN 2018 cho Thủ tướng Singapore": None,
    },
)

CHAIR_AFTER = Rule(
    name="vi.chair.nuoc-chu-tich",
    field="chair",
    pattern=re.compile(
        rf"{_MEMBER}(?:\s[^\s,;.]{{1,15}}){{0,5}}?\s?(?:,|-|–|\(|làm|là|đảm nhiệm|đảm nhận|giữ|"
        rf"tiếp nhận)\s?"
        rf"(?:nước |vai trò |cương vị |chức |nước giữ chức ){{0,2}}{_CHAIR}"
    ),
    read=_read_chair,
    cues=frozenset({"tịch"}),
    examples={
        "dưới sự điều hành của Campuchia - nước Chủ tịch ASEAN năm 2022": ChairSaid(
            "KH", 2022, "ASEAN"
        ),
        "phối hợp chặt chẽ với Việt Nam, Chủ tịch ARF 2020": ChairSaid("VN", 2020, "ARF"),
        "Lào giữ chức chủ tịch luân phiên của ASEAN trong năm nay": ChairSaid("LA", None, "ASEAN"),
        "Thủ tướng Thái Lan Prayut Chan-o-cha, Chủ tịch ASEAN năm 2019": ChairSaid(
            "TH", 2019, "ASEAN"
        ),
        "Việt Nam chúc mừng nước Chủ tịch ASEAN": None,
    },
)

CHAIR_BEFORE = Rule(
    name="vi.chair.voi-tu-cach",
    field="chair",
    pattern=re.compile(
        rf"(?:tư cách|nhiệm kỳ|cương vị|vai trò)(?: là)?(?: nước)? {_CHAIR}(?:[^.;]{{0,80}}?[”\"])?"
        rf"(?:\s[^\s,;.]{{1,15}}){{0,3}},\s{_MEMBER}"
    ),
    read=_read_chair,
    cues=frozenset({"tịch"}),
    examples={
        "Với tư cách là nước Chủ tịch ASEAN 2020, Việt Nam sẽ": ChairSaid("VN", 2020, "ASEAN"),
        "Trong nhiệm kỳ Chủ tịch ASEAN 2020 với chủ đề “Gắn kết và chủ động”, Việt Nam": ChairSaid(
            "VN", 2020, "ASEAN"
        ),
        "Chủ tịch ASEAN 2020 phát biểu": None,
    },
)

CHAIR_NAMED = Rule(
    name="vi.chair.nuoc-chu-tich-ten",
    field="chair",
    pattern=re.compile(
        rf"(?:nước )?Chủ tịch (?:luân phiên )?(?:ASEAN )?{_MEMBER}"
        rf"(?:[^.;]{{0,40}}?\snăm (?P<body>ASEAN) (?P<year>\d{{4}}))?"
    ),
    read=lambda match: _read_chair(match) if match.group().startswith("nước") else None,
    cues=frozenset({"tịch"}),
    examples={
        "do nước Chủ tịch Brunei đề xuất trong năm ASEAN 2021": ChairSaid("BN", 2021, "ASEAN"),
        "Chủ tịch Lào Bounnhang Vorachith phát biểu": None,
    },
)

CHAIR_DONE = Rule(
    name="vi.chair.lam-chu-tich",
    field="chair",
    pattern=re.compile(rf"do {_MEMBER} (?:đảm nhiệm|giữ|làm) (?:vai trò |chức |nước )?Chủ tịch"),
    read=_read_chair,
    cues=frozenset({"tịch"}),
    examples={
        "đầu tiên trong năm 2022 do Campuchia làm Chủ tịch": ChairSaid("KH", None, "ASEAN"),
        "do Campuchia đề xuất": None,
    },
)

THEME = Rule(
    name="vi.theme.chu-de",
    field="theme",
    pattern=re.compile(
        r"(?:chủ đề|tinh thần)(?:\s[^\s“\"]{1,15}){0,5}?:?\s"
        r"[“\"](?P<theme>[^”\"\n]{5,160}?)[,.]?[”\"]"
        r"(?:\s\((?P<english>[A-Z][A-Za-z .:,’'\-]{8,120})\))?",
        re.IGNORECASE,
    ),
    read=lambda match: match["theme"],
    cues=frozenset({"đề", "thần"}),
    examples={
        'với chủ đề "Chia sẻ giá trị, cùng chung vận mệnh", theo': (
            "Chia sẻ giá trị, cùng chung vận mệnh"
        ),
        'dưới tinh thần “Gắn kết và Chủ động thích ứng," đặc biệt': (
            "Gắn kết và Chủ động thích ứng"
        ),
        "về chủ đề hợp tác kinh tế": None,
    },
)


def _lacks_verb(match: re.Match[str]) -> bool:
    """`do Việt Nam đề xuất` names no host; `nước chủ nhà Việt Nam` does without a verb."""
    return match.group().startswith("do") and not match.group().endswith(("đăng cai", "tổ chức"))


FACTS = (
    HYBRID, ONLINE, IN_PERSON, VENUE, HOST, HOSTS, HOST_OPENS, HOST_LEFT,
    CHAIR_OF, CHAIR_AFTER, CHAIR_BEFORE, CHAIR_NAMED, CHAIR_DONE, THEME,
)  # fmt: skip
