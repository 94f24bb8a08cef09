"""What Vietnamese says right before and right after the name of a meeting."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.meetings.languages.vietnamese.beside import read_after, read_before
from pipelines.meetings.languages.vietnamese.reports import BESIDE, REPORT, STATEMENT
from pipelines.meetings.languages.vietnamese.statuses import STATUS

NONE = (
    read_before(
        "none.doi-thoai-voi",
        "đối",
        True,
        r"đối thoại(?:\s[^\s,;:.]{1,12}){0,8}?\svới",
        {
            "đối thoại giữa lãnh đạo ASEAN với [AIPA]": True,
            "cùng với [Đại hội đồng AIPA]": None,
        },
    ),
    read_before(
        "none.khuon-kho-asean",
        "khuôn",
        True,
        r"khuôn khổ(?:\s(?:hợp tác|của))?\sASEAN[^.;]{0,140}",
        {
            "các hoạt động trong khuôn khổ ASEAN, ASEAN+1, ASEAN+3, [Cấp cao Đông Á]": True,
            "trong khuôn khổ [Hội nghị AMM]": None,
        },
    ),
    read_before(
        "none.chuc-danh",
        "chủ phó trưởng người tổng",
        True,
        r"(?:(?<!tuyên bố )chủ tịch|phó chủ tịch|trưởng ban tổ chức|người phát ngôn|tổng thư ký|"
        r"(?<!bộ )(?<!ngoại )(?<!thứ )trưởng)(?:\s(?:của|luân phiên))?",
        {
            "Cục trưởng Cục Đối ngoại, Trưởng [SOMTC] Việt Nam": True,
            "các Bộ trưởng [ADMM+] họp": None,
            "Toàn văn Tuyên bố Chủ tịch [Hội nghị Cấp cao ASEAN]": None,
            "Bộ trưởng Công Thương, Chủ tịch [Hội nghị Bộ trưởng Kinh tế ASEAN]": True,
            "Chủ tịch Quốc hội dự [Hội nghị AMM]": None,
        },
    ),
    read_before(
        "none.co-che",
        "cơ diễn khuôn",
        True,
        r"(?:cơ chế|khuôn khổ|diễn đàn)(?:\s[^\s.;]{1,12}){0,9}\s(?:như|gồm|bao gồm)[^.;]{0,110}",
        {
            "các cơ chế do ASEAN dẫn dắt như ASEAN+3, [Cấp cao Đông Á]": True,
            "theo cơ chế luân phiên, Việt Nam tổ chức [Hội nghị AMM]": None,
        },
    ),
)

_SAYS = re.compile(
    r"[^.;,]{0,150}?\s(?:cho hay|cho biết|nêu|ghi rõ|nhấn mạnh|khẳng định|tái khẳng định|"
    r"bày tỏ|kêu gọi|ghi nhận|hoan nghênh|lên án)(?!\w)"
)
_DOCUMENT = read_before(
    "background.van-kien",
    "dự thông tuyên",
    True,
    r"(?:dự thảo )?(?:(?:tuyên bố|thông cáo)(?:\s(?:chung|chủ tịch|báo chí))?\scủa|"
    r"(?:tuyên bố|thông cáo)\s(?:chung|chủ tịch|báo chí))",
    {
        "thảo luận dự thảo Tuyên bố chung [Hội nghị ADMM+]": True,
        "theo thông cáo chung của [Hội nghị AMM 48], các bên": True,
        "Thông cáo chung của [Hội nghị AMM 48] cho hay": None,
    },
)


def _read_document(match: re.Match[str]) -> bool | None:
    """None where the document itself speaks or is given: the article is about what it says."""
    given = match.string[: match.start()].lower().endswith("toàn văn ")
    return None if given or _SAYS.match(match.string, match.end()) else True


BACKGROUND = (
    replace(_DOCUMENT, rule=replace(_DOCUMENT.rule, read=_read_document)),
    read_before(
        "background.trong-khuon-kho",
        "bên khuôn ngay nhân tiếp trong trước tại",
        True,
        r"(?:khuôn khổ|trong chương trình|nhân dịp|nhân|bên lề|"
        r"(?:tiếp tục|tiếp nối)(?:\s(?:các|chuỗi)){0,2}\s(?:chương trình|hoạt động|sự kiện)"
        r"(?:\s(?:làm việc|nghị sự|tại|trong|chuỗi)){0,4}|"
        r"trước thềm|ngay trước|ngay sau|tiếp theo|tiếp sau|tại khuôn khổ|bên cạnh)"
        r"(?:\s(?:cùng|tham dự|dự|của|khuôn khổ|dịp|chuyến|công tác|đi)){0,4}",
        {
            "Trong khuôn khổ chuyến công tác tham dự [Hội nghị ADMM 13], ông gặp": True,
            "Trong khuôn khổ [Hội nghị AMM], SOM đã họp": True,
            "Sự kiện thuộc khuôn khổ [Hội nghị AMM]": True,
            "Tiếp tục chương trình làm việc tại [Hội nghị Cấp cao ASEAN 35], sáng 4/11": True,
            "Tiếp nối các hoạt động trong chuỗi [Hội nghị Cấp cao ASEAN]": True,
            "Thủ tướng tiếp tục dự [Hội nghị Cấp cao ASEAN]": None,
            "gặp nhau bên lề các [Hội nghị Cấp cao ASEAN]": True,
            "nhân dịp tham dự [Hội nghị Cấp cao ASEAN]": True,
            "Thủ tướng dự [Hội nghị Cấp cao ASEAN]": None,
        },
    ),
    read_before(
        "background.truoc-chuyen-di",
        "trước sau nhân khi",
        True,
        r"(?:trước|sau|nhân)\s(?:chuyến|khi)(?:\s[^\s,;:.]{1,15}){0,5}?\s(?:tham dự|dự)"
        r"|khi(?:\s[^\s,;:.]{1,15}){0,6}?\s(?:tới|đến)(?:\s[^\s,;:.]{1,15}){0,3}?\s(?:tham dự|dự)",
        {
            "phát biểu tại một viện nghiên cứu khi tới dự [hội nghị cấp cao ASEAN]": True,
            "biểu tình khi Tổng thống Mỹ tới dự [hội nghị cấp cao ASEAN]": True,
            "khi Ngoại trưởng Mỹ chuẩn bị tới Bangkok dự [Diễn đàn Khu vực ASEAN]": True,
            "phát biểu khi dự [hội nghị cấp cao ASEAN]": None,
            "tiếp Đại sứ trước chuyến đi dự [Hội nghị cấp cao ASEAN]": True,
            "lên đường dự [Hội nghị cấp cao ASEAN]": None,
        },
    ),
    read_before(
        "background.chuan-bi",
        "an chuẩn hướng phục tiến tiền trù",
        True,
        r"(?:chuẩn bị|trù bị|phục vụ|tiền đề|hướng tới|hướng đến|tiến tới|chuẩn bị nội dung|"
        r"an ninh|an toàn|chuẩn bị(?:\s[^\s,;:.]{1,12}){1,7}?\s(?:tại|ở|cho|trình))"
        r"(?:\s(?:cho|tốt|tích cực|kỹ|chu đáo|nội dung)){0,3}(?:\sthành công\scủa)?",
        {
            "công tác chuẩn bị cho [Hội nghị AMM]": True,
            "bảo đảm an ninh cho [Hội nghị cấp cao ASEAN]": True,
            "chuẩn bị các văn kiện thông qua ở [Hội nghị cấp cao ASEAN]": True,
            "SOM trù bị cho [Hội nghị hẹp Bộ trưởng Ngoại giao]": True,
            "công tác chuẩn bị tại Lào, [Hội nghị AMM]": None,
        },
    ),
    read_before(
        "background.ket-qua",
        "cam chương chủ dự kết nội quyết sáng thoả thành thông thỏa tuyên",
        True,
        r"(?:kết quả|thành công|quyết định|kết luận|tuyên bố|thỏa thuận|thoả thuận|cam kết|"
        r"sáng kiến|thành quả|thông cáo|dự thảo|nội dung|chương trình nghị sự|chủ nhà)"
        r"(?:\s(?:chính|chung|đạt được|tốt đẹp|chủ tịch))?\s(?:tại|từ|trình|(?<!tuyên bố )"
        r"(?<!tuyên bố chung )(?<!thông cáo )(?<!thông cáo chung )của)",
        {
            "triển khai kết quả của [Hội nghị cấp cao ASEAN 35]": True,
            "cam kết tại các [Hội nghị Cấp cao ASEAN]": True,
            "khẳng định tại [Hội nghị Cấp cao ASEAN]": None,
        },
    ),
    read_before(
        "background.sau",
        "bao có cùng giữa gồm hậu kể ngoài như sau so thông trong trình trước từ",
        True,
        r"(?:sau|trước|kể từ|hậu|từ sau|so với|giữa hai|sau khi kết thúc|trước khi|cùng với|ngoài|"
        r"như|trình|thông báo|trong đó có|có thể thành lập)",
        {
            "hoàn thành trước [Hội nghị AMM 53]": True,
            "vài ngày trước khi [các ngoại trưởng ASEAN họp]": True,
            "sau [Hội nghị Cấp cao ASEAN 37]": True,
            "Ngay sáng nay, [Hội nghị AMM]": None,
        },
    ),
)

WHERE = (
    read_before(
        "background.khong-du",
        "không chưa vắng bỏ",
        True,
        r"(?:không|chưa)(?:\s(?:thể|hề|đích thân)){0,2}\s(?:tham dự|dự|tham gia|"
        r"(?:tới|đến|sang)(?:\s[^\s,;:.]{1,15}){0,3}?\s(?:tham dự|dự))"
        r"|vắng mặt\s(?:tại|ở)|bỏ lỡ",
        {
            "Tổng thống Mỹ không tham dự [hội nghị cấp cao ASEAN]": True,
            "Tổng thống Mỹ sẽ không tới Jakarta dự [hội nghị cấp cao ASEAN]": True,
            "không nước nào dự [hội nghị cấp cao ASEAN]": None,
        },
    ),
    read_before(
        "background.tiec",
        "tiệc bữa dạ quốc",
        True,
        r"(?:bữa tiệc|dạ tiệc|quốc yến|bữa (?:tối|trưa)|tiệc)(?:\s[^\s,;:.]{1,12}){0,3}?"
        r"(?:\s(?:của|tại|dịp|nhân|chào mừng))",
        {
            "hát tại tiệc tối của [hội nghị thượng đỉnh ASEAN]": True,
            "dự tiệc tối [hội nghị thượng đỉnh ASEAN]": None,
        },
    ),
    read_before(
        "background.noi-dien-ra",
        "nơi khu địa",
        True,
        r"(?:nơi|khu vực|địa điểm)\s(?:đang\s|sẽ\s)?(?:diễn ra|tổ chức|họp)",
        {
            "cấm bay gần khu vực diễn ra [Hội nghị cấp cao ASEAN]": True,
            "tại khu vực này diễn ra [Hội nghị cấp cao ASEAN]": None,
        },
    ),
)

PAST = (
    read_after(
        "background.vua-qua",
        "qua đó trước ngoái rồi kết",
        True,
        r"(?:vừa qua|trước đó|lần trước|năm ngoái|vừa rồi|vừa kết thúc)",
        {"khẳng định lại tại [Hội nghị AMM 50] vừa qua": True, "[Hội nghị AMM] năm nay": None},
    ),
)

_SAID_AT = re.compile(
    r"[^.;\n]{8,150}?[,)]\s(?:[^\s,.;:]{1,15}\s){0,3}?"
    r"(?:(?:[Pp]hó\s)?(?:[Tt]hủ tướng|[Tt]ổng thống|[Bb]ộ trưởng|[Tt]hứ trưởng|[Nn]goại trưởng|"
    r"[Cc]hủ tịch|[Đđ]ại sứ|[Đđ]ại tướng|[Tt]hượng tướng|[Tt]ổng thư ký|[Qq]uốc vương)|ông|bà)"
    r"\s(?:[^\s.;:]{1,20}\s){1,25}?(?:khẳng định|nhấn mạnh|phát biểu|kêu gọi|đề nghị|đề xuất|"
    r"cho rằng|bày tỏ|chia sẻ|tuyên bố|cảnh báo|nêu|nói|đánh giá|cam kết|hoan nghênh|"
    r"thông báo)(?!\w)"
)
_AT = read_before(
    "attends.tai",
    "tại ở",
    "attendee",
    r"(?:tại|ở)(?:\s(?:phiên|lễ|khai mạc|bế mạc|toàn thể|họp|hẹp)){0,3}",
    {
        "Tại [Hội nghị AMM], Thủ tướng Lê Văn Minh khẳng định vai trò của ASEAN": "attendee",
        "Tại phiên toàn thể [Hội nghị AMM] ở Lào, Tổng thống Mỹ nói": "attendee",
        "Tại [Hội nghị AMM], các bên ký kết": None,
        "Cạnh [Hội nghị AMM], ông Minh nói": None,
    },
)


def _read_at(match: re.Match[str]) -> str | None:
    """`attendee` where somebody of office goes on to say something at the meeting."""
    return "attendee" if _SAID_AT.match(match.string, match.end()) else None


ATTENDS = (
    replace(_AT, rule=replace(_AT.rule, read=_read_at)),
    read_before(
        "attends.dan-dau",
        "dẫn",
        "head",
        r"dẫn đầu(?:\s[^\s,;:.]{1,15}){1,8}?\s(?:tham dự|dự|tham gia|đến)",
        {
            "dẫn đầu đoàn Việt Nam dự [Hội nghị SOM]": "head",
            "dẫn đầu đoàn đại biểu cấp cao Việt Nam tham dự [Hội nghị]": "head",
            "dẫn đầu khu vực về [Hội nghị]": None,
        },
    ),
    read_before(
        "attends.du",
        "có dự phát tham thảo tới đến",
        "attendee",
        r"(?:tham dự|dự|dự họp|tham gia|đến dự|tới dự|có mặt tại|phát biểu tại|tham luận tại|"
        r"phát biểu khai mạc|phát biểu trực tuyến tại|thảo luận tại)(?:\s(?:trực tuyến|lễ|chính "
        r"thức|phiên|toàn thể|khai mạc|bế mạc|họp|tại|dự|và chủ trì|phiên họp|ban chấp hành|"
        r"ban điều hành|trọng thể|thứ nhất|thứ hai)){0,4}",
        {
            "dự Phiên họp Ban Chấp hành [Đại hội đồng AIPA]": "attendee",
            "Thủ tướng tham dự [Hội nghị Cấp cao ASEAN]": "attendee",
            "phát biểu tại phiên khai mạc [Hội nghị AMM]": "attendee",
            "dự kiến tổ chức [Hội nghị AMM]": None,
        },
    ),
    read_before(
        "purpose.de-du",
        "nhằm để",
        True,
        r"(?:để|nhằm)(?:\s(?:tới|đến|sang|bay|lên đường)(?:\s[^\s,;:.]{1,15}){0,6}?)?"
        r"\s(?:tham dự|dự|tham gia)",
        {
            "có mặt tại Lào để tham dự [Hội nghị AMM]": True,
            "rời Hà Nội để sang Lào dự [Hội nghị AMM]": True,
            "sẽ tham dự [Hội nghị AMM]": None,
        },
    ),
    read_before(
        "attends.chu-tri",
        "chủ làm điều đồng",
        "chair",
        r"(?:chủ trì|đồng chủ trì|điều hành|làm chủ tọa|chủ tọa)(?:\s(?:trực tuyến|tổ chức|phiên|"
        r"khai mạc|bế mạc|họp)){0,3}",
        {
            "Bộ trưởng chủ trì [Hội nghị AMM]": "chair",
            "cơ quan chủ trì, [Hội nghị AMM]": None,
        },
    ),
)

AROUND = (*NONE, *BACKGROUND, *WHERE, *PAST, *ATTENDS, *BESIDE, *REPORT, *STATEMENT, *STATUS)
