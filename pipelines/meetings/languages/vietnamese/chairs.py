"""How Vietnamese says who holds the chair of ASEAN, and under which theme."""

from __future__ import annotations

import re

from pipelines.meetings.alternatives import one_of
from pipelines.meetings.language import ChairSaid
from pipelines.meetings.languages.vietnamese.states import MEMBERS, first_words
from pipelines.meetings.rule import Rule

_MEMBER = rf"(?P<country>{one_of(MEMBERS)})(?!\w)"
_YEAR = r"(?:\s(?:năm\s)?(?P<year>\d{4}))?"
_CHAIR = rf"[Cc]hủ tịch (?:luân phiên )?(?:của )?(?P<body>ASEAN|Asean|ARF)(?!\w){_YEAR}"


_YEAR_AFTER = re.compile(r"[^.;,]{0,25}?(?<!\d)(?P<year>(?:19|20)\d{2})(?!\d)")
"""Behind the chair: `đảm nhiệm chức Chủ tịch ASEAN từ 1/1/2020`."""


def _read_chair(match: re.Match[str]) -> ChairSaid:
    groups = match.groupdict()
    said = groups.get("year") or groups.get("later")
    later = None if said else _YEAR_AFTER.match(match.string, match.end())
    said = later["year"] if later else said
    year = int(said) if said else None
    body = (groups.get("body") or "ASEAN").upper()
    return ChairSaid(MEMBERS[match["country"]], year, body)


CHAIR_OF = Rule(
    name="vi.chair.chu-tich-cua",
    field="chair",
    pattern=re.compile(
        rf"(?<!chức ){_CHAIR}[^.,;]{{0,30}}?\s(?:của|do)\s{_MEMBER}"
        rf"|năm Chủ tịch (?:ASEAN )?của (?P<owner>{one_of(MEMBERS)})(?!\w)"
    ),
    read=lambda match: (
        ChairSaid(MEMBERS[match["owner"]], None, "ASEAN") if match["owner"] else _read_chair(match)
    ),
    cues=frozenset({"tịch"}),
    opens=frozenset({"chủ", "năm"}),
    examples={
        "đánh giá cao vai trò Chủ tịch ASEAN 2020 của Việt Nam": ChairSaid("VN", 2020, "ASEAN"),
        "trong năm chủ tịch ASEAN của Singapore": ChairSaid("SG", None, "ASEAN"),
        "chuyển giao chức chủ tịch ASEAN 2018 cho Thủ tướng Singapore": None,
        "kết quả nhiệm kỳ Chủ tịch ASEANAPOL của Việt Nam": None,
    },
)

CHAIR_AFTER = Rule(
    name="vi.chair.nuoc-chu-tich",
    field="chair",
    pattern=re.compile(
        rf"{_MEMBER}(?:\s(?!{one_of(MEMBERS)})[^\s,;.]{{1,15}}){{0,5}}?\s?"
        rf"(?:,|-|–|\(|làm|là|đảm nhiệm|đảm nhận|giữ|tiếp nhận)\s?"
        rf"(?:nước |vai trò |cương vị |chức |nước giữ chức |hiện |đang |giữ |đảm nhiệm |đảm nhận )"
        rf"{{0,4}}{_CHAIR}"
    ),
    read=_read_chair,
    cues=frozenset({"tịch"}),
    opens=first_words(MEMBERS),
    examples={
        "dưới sự điều hành của Campuchia - nước Chủ tịch ASEAN năm 2022": ChairSaid(
            "KH", 2022, "ASEAN"
        ),
        "các sáng kiến của Thái Lan, nước đang giữ vai trò Chủ tịch ASEAN": ChairSaid(
            "TH", None, "ASEAN"
        ),
        "phối hợp chặt chẽ với Việt Nam, Chủ tịch ARF 2020": ChairSaid("VN", 2020, "ARF"),
        "Lào giữ chức chủ tịch luân phiên của ASEAN trong năm nay": ChairSaid("LA", None, "ASEAN"),
        "Thủ tướng Thái Lan Prayut Chan-o-cha, Chủ tịch ASEAN năm 2019": ChairSaid(
            "TH", 2019, "ASEAN"
        ),
        "Việt Nam đảm nhiệm chức Chủ tịch ASEAN từ ngày 1/1/2020": ChairSaid("VN", 2020, "ASEAN"),
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
    opens=frozenset({"tư", "nhiệm", "cương", "vai"}),
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
        rf"(?:nước )?Chủ tịch (?:luân phiên )?(?:ASEAN (?:(?:năm )?(?P<year>\d{{4}}) )?)?{_MEMBER}"
        rf"(?:[^.;]{{0,40}}?\snăm (?P<body>ASEAN) (?P<later>\d{{4}}))?"
    ),
    read=lambda match: _read_chair(match) if match.group().startswith("nước") else None,
    cues=frozenset({"tịch"}),
    opens=frozenset({"nước"}),
    examples={
        "dưới sự chủ trì của nước Chủ tịch ASEAN 2023 Indonesia": ChairSaid("ID", 2023, "ASEAN"),
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
    opens=frozenset({"do"}),
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
    opens=frozenset({"chủ", "tinh"}),
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

CHAIRS = (CHAIR_OF, CHAIR_AFTER, CHAIR_BEFORE, CHAIR_NAMED, CHAIR_DONE, THEME)
