"""How Vietnamese says around the name of a meeting that it opens, is held, makes a statement."""

from __future__ import annotations

from pipelines.meetings.languages.vietnamese.beside import read_after, read_before

BESIDE = (
    read_before(
        "beside.cung-ngay",
        "cùng cũng",
        "same-day",
        r"(?:cùng ngày|cũng trong)(?:,?\s[^\s,;:.]{1,20}){0,16}?,?"
        r"\s(?:tại|dự|tham dự|chủ trì|đồng chủ trì)",
        {
            "Cũng trong hôm nay, tại [Diễn đàn Khu vực ASEAN], các bên": "same-day",
            "Chiều cùng ngày, Thủ tướng Phạm Minh Chính đã tham dự [Hội nghị]": "same-day",
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
        r"(?:\s(?:thành công|tốt đẹp)){0,2}"
        r"|kết thúc(?:\s(?:thành công|tốt đẹp))?\schuyến(?:\s[^\s,;:.]{1,12}){1,4}?"
        r"\s(?:tham dự|dự)",
        {
            "kết thúc tốt đẹp chuyến công tác tham dự [Hội nghị cấp cao ASEAN]": "closing",
            "tối 14/11 bế mạc [Hội nghị cấp cao ASEAN]": "closing",
            "Kết thúc tốt đẹp [Hội nghị Bộ trưởng Tư pháp ASEAN]": "closing",
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
            "[Hội nghị AMM] tại thủ đô Bangkok, Thái Lan đã khai mạc": "opening",
            "[Hội nghị AMM] tại Bangkok, các bộ trưởng đã khai mạc": None,
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
    read_before(
        "report.toan-van",
        "toàn",
        "statement",
        r"toàn văn(?:\s(?:nội dung|bản|dự thảo)){0,2}\s(?:tuyên bố|thông cáo)"
        r"(?:\s(?:chung|chủ tịch|báo chí|của)){0,3}",
        {
            "Toàn văn Thông cáo chung [Hội nghị AMM 53]": "statement",
            "Toàn văn Tuyên bố Chủ tịch của [Hội nghị Cấp cao ASEAN]": "statement",
            "Thông cáo chung [Hội nghị AMM 53]": None,
        },
    ),
    read_before(
        "report.phat-bieu-cua",
        "bài diễn phát tham toàn",
        "speech",
        r"(?:bài\s)?(?:phát biểu|tham luận|diễn văn)(?:\s(?:khai mạc|bế mạc|chào mừng|quan trọng))?"
        r"\scủa(?:\s[^\s,;:.]{1,12}){1,9}?\s(?:tại|ở)"
        r"(?:\s(?:lễ|phiên|khai mạc|bế mạc|toàn thể|cuộc)){0,3}",
        {
            "Toàn văn phát biểu của Thủ tướng tại [Hội nghị Cấp cao ASEAN]": "speech",
            "Phát biểu của Bộ trưởng tại lễ khai mạc [Hội nghị AMM]": "speech",
            "theo phát biểu của ông, [Hội nghị AMM]": None,
        },
    ),
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
