"""How Vietnamese says what a meeting did, who took part and chaired, and which sums it named."""

from __future__ import annotations

import re

from crawler.items import OutcomeKind
from pipelines.meetings.rule import ANY_NUMBER, Rule
from pipelines.meetings.values import CURRENCIES, SCALES, Sum, read_sum

_WHO = (
    r"(?P<who>(?<!\w)(?:[Hh]ội nghị|[Cc]uộc họp|(?:[Cc]ác|[Hh]ai) (?:nước|bên|bộ trưởng|Bộ trưởng|"
    r"[Nn]goại trưởng|nhà lãnh đạo|[Ll]ãnh đạo|đại biểu|quan chức|đối tác|thành viên)|ASEAN|Việt "
    r"Nam|"
    r"(?:Phó )?(?:[Tt]hủ tướng|[Tt]hứ trưởng|[Bb]ộ trưởng|[Tt]ổng thống|Đại "
    r"sứ))(?:\s[^\s,.;:]{1,15}+){0,9}?)"
)
_HELPERS = r"\s(?:(?:đã|cũng|đều|cùng|tiếp tục|tái|nhất|sẽ|còn|hoan nghênh và)\s){0,3}"
_TEXT = r"(?P<text>[^.;\n]{12,400})"


_VERBS: dict[OutcomeKind, str] = {
    "adopted": r"thông qua(?! tháng| ngày| năm)",
    "signed": r"ký kết|ký (?:Hiệp|Bản|Tuyên|Biên|Nghị|Thỏa|Thoả|các)",
    "agreed": (
        r"nhất trí|thống nhất (?:về|định|nội|chương|quan|cần|sẽ|tổ|thông|với)|đồng ý|"
        r"đạt đồng thuận"
    ),
    "reviewed": r"rà soát|kiểm điểm|điểm lại|hoàn tất dự thảo",
    "noted": r"ghi nhận(?! quan ngại)|hoan nghênh|đánh giá cao",
    "committed": r"cam kết|khẳng định cam kết",
    "proposed": r"đề nghị|đề xuất(?! mới)|kiến nghị|kêu gọi",
    "concern": r"quan ngại|bày tỏ quan ngại|chia sẻ quan ngại|ghi nhận quan ngại",
}
_VERB = "|".join(_VERBS.values())
_KINDS = tuple((kind, re.compile(rf"(?:{verbs})(?!\w)")) for kind, verbs in _VERBS.items())


def _read_kind(match: re.Match[str]) -> OutcomeKind:
    start = match.start("text")
    return next(kind for kind, verb in _KINDS if verb.match(match.string, start))


OUTCOME = Rule(
    name="vi.outcome.chu-the-dong-tu",
    field="outcome",
    pattern=re.compile(rf"{_WHO},?{_HELPERS}(?=(?:{_VERB})(?!\w)){_TEXT}"),
    read=_read_kind,
    cues=frozenset(
        "thông ký nhất thống đồng rà kiểm điểm hoàn ghi hoan đánh cam đề kiến kêu ngại".split()
    ),
    opens=frozenset("hội cuộc các hai asean việt phó thủ thứ bộ tổng đại".split()),
    examples={
        "Hội nghị đã thông qua Tuyên bố chung về hợp tác biển.": "adopted",
        "Các bộ trưởng đã ký kết Hiệp định khung về kinh tế số.": "signed",
        "Các nước nhất trí với danh mục gần 20 đề xuất mới cho năm giữa kỳ.": "agreed",
        "Các đại biểu đã rà soát toàn diện công tác chuẩn bị cho cấp cao.": "reviewed",
        "Các nước ghi nhận tích cực về lộ trình triển khai các ưu tiên.": "noted",
        "Theo đó, các đối tác cam kết phối hợp chặt chẽ với ASEAN.": "committed",
        "Thứ trưởng Nguyễn Quốc Dũng đề nghị các nước phối hợp chặt chẽ.": "proposed",
        "Các nước bày tỏ quan ngại về những diễn biến phức tạp ở Biển Đông.": "concern",
        "Các nước ASEAN đoàn kết, thống nhất, vững mạnh và tự cường.": None,
        "Tuyên bố do Lãnh đạo ASEAN thông qua tháng 4/2021 vẫn còn giá trị.": None,
    },
)

PARTICIPANTS = Rule(
    name="vi.participants.su-tham-gia",
    field="participants",
    pattern=re.compile(
        r"(?:sự (?:tham gia|tham dự|hiện diện)(?: của)?|[Tt]ham dự (?:[Hh]ội nghị|cuộc họp) "
        r"(?:có|gồm|"
        r"còn có|bao gồm)|[Tt]ham dự có)\s(?P<who>[^.;\n]{5,400})"
    ),
    read=lambda match: match["who"],
    opens=frozenset({"sự", "tham"}),
    examples={
        "với sự tham gia của 10 quốc gia ASEAN và Nhật Bản": "10 quốc gia ASEAN và Nhật Bản",
        "Tham dự Hội nghị gồm Trưởng SOM các nước ASEAN": "Trưởng SOM các nước ASEAN",
        "Thủ tướng tham gia đối thoại": None,
    },
)

CHAIRED_UNDER = Rule(
    name="vi.chaired_by.duoi-su",
    field="chaired_by",
    pattern=re.compile(
        r"dưới sự (?:đồng )?(?:chủ trì|điều hành|chủ tọa|chủ toạ) của (?P<who>[^.;\n]{3,160})"
    ),
    read=lambda match: match["who"],
    opens=frozenset({"dưới"}),
    examples={
        "dưới sự điều hành của Campuchia": "Campuchia",
        "dưới sự đồng chủ trì của Malaysia và Australia": "Malaysia và Australia",
        "dưới sự lãnh đạo của Đảng": None,
    },
)

CHAIRED_BY = Rule(
    name="vi.chaired_by.do-chu-tri",
    field="chaired_by",
    pattern=re.compile(r"(?<!\w)do (?P<who>[^.;\n]{3,140}?),? (?:đồng )?chủ trì(?!\w)"),
    read=lambda match: match["who"],
    cues=frozenset({"trì"}),
    opens=frozenset({"do"}),
    examples={
        "do Thủ tướng Thái Lan Prayut Chan-o-cha, Chủ tịch ASEAN năm 2019, chủ trì": (
            "Thủ tướng Thái Lan Prayut Chan-o-cha, Chủ tịch ASEAN năm 2019"
        ),
        "cơ quan chủ trì": None,
    },
)

CHAIRS = Rule(
    name="vi.chaired_by.chu-tri",
    field="chaired_by",
    pattern=re.compile(
        r"(?P<who>(?<!\w)(?:Phó )?(?:[Tt]hủ tướng|[Tt]hứ trưởng|[Bb]ộ trưởng|[Nn]goại trưởng|"
        r"[Tt]ổng "
        r"thống|Đại sứ|Chủ tịch)(?=[^.;,]{0,160}?(?:trì|hành|mạc) )"
        r"(?:(?!\s(?:dự|tham|tới|đến|phát|có)\s)[^.;,\n]){3,90}?)"
        r"(?:\s(?:đã|cùng|tối|hôm)\s?[^\s,.;]{0,10}){0,2} "
        r"(?:đồng )?(?:chủ trì|điều hành|(?<!lễ )(?<!phiên )(?:bế mạc|khai mạc)) "
        r"(?:phiên|cuộc|[Hh]ội|lễ)"
    ),
    read=lambda match: match["who"],
    cues=frozenset({"trì", "hành", "mạc"}),
    opens=frozenset("phó thủ thứ bộ ngoại tổng đại chủ".split()),
    examples={
        "Bộ trưởng Lê Hoài Trung đã chủ trì Hội nghị": "Bộ trưởng Lê Hoài Trung",
        "Bộ trưởng dự phiên khai mạc": None,
        "Tổng thống Mỹ bắt tay chéo tại lễ khai mạc hội nghị thượng đỉnh": None,
        "Thủ tướng Phạm Minh Chính dự lễ khai mạc Hội nghị Cấp cao": None,
        "Bộ trưởng Lê Hoài Trung phát biểu tại lễ bế mạc Hội nghị": None,
    },
)

_CURRENCY = "|".join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True))
_SCALE = "|".join(sorted(map(re.escape, SCALES), key=len, reverse=True))


def _read_money(match: re.Match[str]) -> Sum | None:
    before = match.string[max(0, match.start() - 110) : match.start()]
    return (
        None
        if _TRADE.search(before)
        else read_sum(match["number"], match["scale"], match["currency"])
    )


_TRADE = re.compile(r"kim ngạch|GDP|thương mại|tổng vốn|đầu tư|xuất khẩu|nhập khẩu|thu nhập")
MONEY = Rule(
    name="vi.money.so-tien",
    field="money",
    pattern=re.compile(
        rf"(?P<number>\d(?<![\d.,]\d)[\d.,]{{0,20}}+)\s?(?:(?P<scale>{_SCALE})\s?)?"
        rf"(?P<currency>{_CURRENCY})(?!\w)",
        re.IGNORECASE,
    ),
    read=_read_money,
    cues=frozenset(word for name in CURRENCIES for word in name.split()[-1:]),
    opens=frozenset({ANY_NUMBER}),
    examples={
        "sử dụng 10,5 triệu USD từ Quỹ ứng phó Covid-19": Sum(10_500_000.0, "USD"),
        "kim ngạch thương mại hai chiều đạt 1.000 tỷ USD": None,
        "hơn 300 hoạt động": None,
    },
)

RESULTS = (OUTCOME, PARTICIPANTS, CHAIRED_UNDER, CHAIRED_BY, CHAIRS, MONEY)
