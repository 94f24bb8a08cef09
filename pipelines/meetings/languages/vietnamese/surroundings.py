"""What Vietnamese says right before and right after the name of a meeting."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.meetings.languages.vietnamese.beside import read_after, read_before
from pipelines.meetings.languages.vietnamese.statuses import STATUS

NONE = (
    read_before(
        "none.chuc-danh",
        "chủ phó trưởng người tổng",
        True,
        r"(?:chủ tịch|phó chủ tịch|trưởng ban tổ chức|người phát ngôn|tổng thư ký)"
        r"(?:\s(?:của|luân phiên))?",
        {
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
    """None where the document itself speaks: then the article is about what it says."""
    return None if _SAYS.match(match.string, match.end()) else True


BACKGROUND = (
    replace(_DOCUMENT, rule=replace(_DOCUMENT.rule, read=_read_document)),
    read_before(
        "background.trong-khuon-kho",
        "bên khuôn ngay nhân tiếp trong trước tại",
        True,
        r"(?:khuôn khổ|trong chương trình|tiếp tục chương trình|nhân dịp|nhân|bên lề|"
        r"trước thềm|ngay trước|ngay sau|tiếp theo|tiếp sau|tại khuôn khổ|bên cạnh)"
        r"(?:\s(?:cùng|tham dự|dự|của|khuôn khổ|dịp|chuyến|công tác|đi)){0,4}",
        {
            "Trong khuôn khổ chuyến công tác tham dự [Hội nghị ADMM 13], ông gặp": True,
            "Trong khuôn khổ [Hội nghị AMM], SOM đã họp": True,
            "Sự kiện thuộc khuôn khổ [Hội nghị AMM]": True,
            "gặp nhau bên lề các [Hội nghị Cấp cao ASEAN]": True,
            "nhân dịp tham dự [Hội nghị Cấp cao ASEAN]": True,
            "Thủ tướng dự [Hội nghị Cấp cao ASEAN]": None,
        },
    ),
    read_before(
        "background.truoc-chuyen-di",
        "trước sau nhân",
        True,
        r"(?:trước|sau|nhân)\s(?:chuyến|khi)(?:\s[^\s,;:.]{1,15}){0,5}?\s(?:tham dự|dự)",
        {
            "tiếp Đại sứ trước chuyến đi dự [Hội nghị cấp cao ASEAN]": True,
            "lên đường dự [Hội nghị cấp cao ASEAN]": None,
        },
    ),
    read_before(
        "background.chuan-bi",
        "an chuẩn hướng phục tiến tiền trù",
        True,
        r"(?:chuẩn bị|trù bị|phục vụ|tiền đề|hướng tới|hướng đến|tiến tới|chuẩn bị nội dung|"
        r"an ninh|an toàn)"
        r"(?:\s(?:cho|tốt|tích cực|kỹ|chu đáo|nội dung)){0,3}(?:\sthành công\scủa)?",
        {
            "công tác chuẩn bị cho [Hội nghị AMM]": True,
            "bảo đảm an ninh cho [Hội nghị cấp cao ASEAN]": True,
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
        r"(?:sau|trước|kể từ|hậu|từ sau|so với|giữa hai|sau khi kết thúc|cùng với|ngoài|"
        r"như|trình|thông báo|trong đó có|có thể thành lập)",
        {
            "hoàn thành trước [Hội nghị AMM 53]": True,
            "sau [Hội nghị Cấp cao ASEAN 37]": True,
            "Ngay sáng nay, [Hội nghị AMM]": None,
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

ATTENDS = (
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
        r"(?:để|nhằm)\s(?:tham dự|dự|tham gia)",
        {"có mặt tại Lào để tham dự [Hội nghị AMM]": True, "sẽ tham dự [Hội nghị AMM]": None},
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

BESIDE = (
    read_before(
        "beside.cung-ngay",
        "cùng cũng",
        True,
        r"(?:cùng ngày|cũng trong)(?:,?\s[^\s,;:.]{1,20}){0,16}?,?"
        r"\s(?:tại|dự|tham dự|chủ trì|đồng chủ trì)",
        {
            "Cũng trong hôm nay, tại [Diễn đàn Khu vực ASEAN], các bên": True,
            "Chiều cùng ngày, Thủ tướng Phạm Minh Chính đã tham dự [Hội nghị]": True,
            "Cùng ngày, trước thềm [Hội nghị]": None,
        },
    ),
)

REPORT = (
    read_before(
        "report.khai-mac",
        "dự khai lễ phiên phát tuyên",
        "opening",
        r"(?:lễ |phiên |phát biểu |tuyên bố |dự )?khai mạc(?:\s(?:trọng thể|chính thức|tại|"
        r"của)){0,2}",
        {
            "Khai mạc [hội nghị thượng đỉnh ASEAN] tại Lào": "opening",
            "tối qua bế mạc [Hội nghị]": None,
        },
    ),
    read_before(
        "report.be-mac",
        "bế dự kết lễ phiên phát tuyên",
        "closing",
        r"(?:lễ |phiên |phát biểu |tuyên bố |kết thúc |dự )?(?:bế mạc|kết thúc)"
        r"|kết thúc(?:\s(?:thành công|tốt đẹp))?\schuyến(?:\s[^\s,;:.]{1,12}){1,4}?"
        r"\s(?:tham dự|dự)",
        {
            "kết thúc tốt đẹp chuyến công tác tham dự [Hội nghị cấp cao ASEAN]": "closing",
            "tối 14/11 bế mạc [Hội nghị cấp cao ASEAN]": "closing",
            "khai mạc [Hội nghị]": None,
        },
    ),
    read_before(
        "report.to-chuc",
        "chủ diễn họp khép mở nhóm tiến tổ đang đăng",
        "held",
        r"(?:tổ chức|đăng cai|đăng cai tổ chức|diễn ra|khép lại|mở đầu|đang có|tiến hành|nhóm "
        r"họp|họp|"
        r"chủ nhà|chủ trì tổ chức)(?:\s(?:phiên|thành công)){0,2}",
        {
            "Singapore đang tổ chức [Hội nghị hẹp AMMR]": "held",
            "tại Lào diễn ra [Hội nghị Cấp cao ASEAN]": "held",
            "ban tổ chức của [Hội nghị]": None,
        },
    ),
    read_after(
        "report.khai-mac-sau",
        "khai",
        "opening",
        r"(?:chính thức |trọng thể |đã |vừa |hôm nay )*khai mạc",
        {
            "[Hội nghị AMM] lần này khai mạc sáng qua": "opening",
            "[Hội nghị AMM] diễn ra": None,
        },
    ),
    read_after(
        "report.be-mac-sau",
        "bế khép",
        "closing",
        r"(?:chính thức |trọng thể |đã |vừa )*(?:bế mạc|khép lại)",
        {
            "[Hội nghị AMM] và các hội nghị liên quan đã bế mạc chiều 28-10": "closing",
            "[Hội nghị AMM] khai mạc": None,
        },
    ),
    read_after(
        "report.dien-ra",
        "diễn tổ họp kết tập thông thảo rà tuyên nhất ghi trao do",
        "held",
        r"(?:đã |vừa |sẽ |đang |được |dự kiến )*(?:diễn ra|tổ chức|nhóm họp|họp|kết thúc|tập trung|"
        r"thông qua|thảo luận|rà soát|ra tuyên bố|nhất trí|ghi nhận|trao đổi|do)",
        {
            "[Cuộc họp SOM], cấp Thứ trưởng, đã diễn ra": None,
            "[Hội nghị SOM ARF] đã diễn ra theo hình thức trực tuyến": "held",
            "[Hội nghị AMM]: những điểm nhấn": None,
        },
    ),
)

STATEMENT = (
    read_after(
        "report.ra-tuyen-bo",
        "ra nhắc kêu bày lên công cam quan bế hay nêu",
        "statement",
        r"(?:ra|đưa ra|nhắc đến|nhắc tới|kêu gọi|bày tỏ|lên án|công bố|cam kết|quan ngại|bế tắc|"
        r"cho hay|nêu rõ)",
        {
            "Thông cáo chung của [AMM 48] cho hay": "statement",
            "[Cấp cao ASEAN] nhắc đến tình hình Biển Đông": "statement",
            "[Cấp cao ASEAN] tại Lào": None,
        },
    ),
)

AROUND = (*NONE, *BACKGROUND, *PAST, *ATTENDS, *BESIDE, *REPORT, *STATEMENT, *STATUS)
