"""Texts of our own for the papers of the loopback world: reports of meetings, and what is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """What one article says."""

    slug: str
    title: str
    paragraphs: tuple[str, ...]
    """The lead first."""
    series: str | None
    """The meeting that it reports; None for a decoy."""


VIETNAMESE = (
    Text(
        "khai-mac-hoi-nghi-quan-chuc-cao-cap-asean-tai-vinh-ha-long",
        "Khai mạc Hội nghị Quan chức Cao cấp ASEAN tại Hạ Long",
        (
            "Sáng 12/3, tại Hạ Long, Hội nghị Quan chức Cao cấp ASEAN (SOM ASEAN) đã khai mạc với"
            " sự tham dự của các Trưởng SOM và đại diện Ban Thư ký ASEAN.",
            "Thứ trưởng Ngoại giao, Trưởng SOM ASEAN Việt Nam chủ trì phiên thảo luận về ưu tiên"
            " của năm, trong đó có việc rà soát các cơ chế và chuẩn bị văn kiện trình Lãnh đạo.",
            "Các Trưởng SOM nhất trí đẩy nhanh việc xây dựng kế hoạch công tác, đồng thời giao Ủy"
            " ban các Đại diện Thường trực hoàn thiện dự thảo trước tháng Sáu.",
            "Về Biển Đông, các nước nhấn mạnh tầm quan trọng của luật pháp quốc tế và mong sớm"
            " hoàn tất Bộ quy tắc ứng xử.",
        ),
        "SOM",
    ),
    Text(
        "hoi-nghi-bo-truong-quoc-phong-asean-lan-thu-19-ra-tuyen-bo-chung",
        "Hội nghị Bộ trưởng Quốc phòng ASEAN lần thứ 19 ra tuyên bố chung",
        (
            "Ngày 31/10, tại Kuala Lumpur, Hội nghị Bộ trưởng Quốc phòng các nước ASEAN (ADMM)"
            " lần thứ 19 đã ra tuyên bố chung về an ninh và thịnh vượng.",
            "Bộ trưởng Quốc phòng Malaysia chủ trì hội nghị. Các Bộ trưởng thông qua hai sáng kiến"
            " về hợp tác cứu trợ thảm họa và về ứng dụng trí tuệ nhân tạo trong quốc phòng.",
            "Đoàn Việt Nam do Đại tướng Phan Văn Giang dẫn đầu đề nghị tăng cường trao đổi giữa"
            " các học viện quân sự và giữ đường dây liên lạc trực tiếp luôn thông suốt.",
            "Hội nghị cũng nghe báo cáo về tiến độ của các nhóm chuyên gia và kế hoạch diễn tập"
            " trong ba năm tới.",
        ),
        "ADMM",
    ),
    Text(
        "be-mac-hoi-nghi-bo-truong-kinh-te-asean-lan-thu-57",
        "Bế mạc Hội nghị Bộ trưởng Kinh tế ASEAN lần thứ 57",
        (
            "Chiều 26/9, Hội nghị Bộ trưởng Kinh tế ASEAN (AEM) lần thứ 57 đã bế mạc tại Kuala"
            " Lumpur (Malaysia) sau bốn ngày làm việc.",
            "Các Bộ trưởng ghi nhận việc hoàn tất đàm phán nâng cấp Hiệp định Thương mại hàng hóa"
            " và giao các quan chức kinh tế cấp cao chuẩn bị lễ ký vào cuối năm.",
            "Hội nghị dành phần lớn thời gian bàn về kinh tế số, về chuỗi cung ứng khu vực và về"
            " cách ứng phó với những thay đổi thuế quan của các nền kinh tế lớn.",
            "Thứ trưởng Công Thương dẫn đầu đoàn Việt Nam, đề nghị tạo thuận lợi hơn nữa cho"
            " doanh nghiệp nhỏ và vừa.",
        ),
        "AEM",
    ),
    Text(
        "thu-tuong-du-hoi-nghi-cap-cao-dong-a-lan-thu-20",
        "Thủ tướng dự Hội nghị Cấp cao Đông Á lần thứ 20",
        (
            "Ngày 27/10, tại Kuala Lumpur, Thủ tướng Phạm Minh Chính cùng Lãnh đạo các nước dự Hội"
            " nghị Cấp cao Đông Á (EAS) lần thứ 20.",
            "Thủ tướng Malaysia Anwar Ibrahim chủ trì hội nghị, nêu rõ diễn đàn cần giữ vai trò"
            " đối thoại chiến lược trong lúc cạnh tranh giữa các nước lớn ngày càng gay gắt.",
            "Các Lãnh đạo trao đổi về an ninh năng lượng, về phòng chống lừa đảo trực tuyến và về"
            " tình hình bán đảo Triều Tiên, đồng thời ra tuyên bố nhân hai mươi năm thành lập.",
            "Phát biểu tại hội nghị, Thủ tướng đề xuất ba ưu tiên hợp tác và kêu gọi các bên kiềm"
            " chế trên biển.",
        ),
        "EAS",
    ),
    Text(
        "hoi-nghi-bo-truong-ngoai-giao-asean-lan-thu-56-hop-tai-jakarta",
        "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 56 họp tại Jakarta",
        (
            "Ngày 11/7, Hội nghị Bộ trưởng Ngoại giao ASEAN (AMM) lần thứ 56 khai mạc tại Jakarta"
            " (Indonesia) dưới sự chủ trì của Ngoại trưởng Retno Marsudi.",
            "Các Bộ trưởng rà soát tiến độ xây dựng Cộng đồng, trao đổi về tình hình Myanmar và về"
            " cách đưa Đồng thuận năm điểm vào thực chất.",
            "Hội nghị cũng bàn việc kết nạp Timor-Leste, thông qua lộ trình hỗ trợ nước này và"
            " giao các quan chức hoàn thiện những tiêu chí còn lại.",
            "Bộ trưởng Ngoại giao Bùi Thanh Sơn đề nghị giữ đoàn kết và lập trường nguyên tắc về"
            " các vấn đề của khu vực.",
        ),
        "AMM",
    ),
    Text(
        "dai-hoi-dong-lien-nghi-vien-asean-lan-thu-44-thong-qua-nghi-quyet",
        "Đại hội đồng Liên nghị viện ASEAN lần thứ 44 thông qua các nghị quyết",
        (
            "Ngày 9/8, tại Jakarta, Đại hội đồng Liên nghị viện Hiệp hội các quốc gia Đông Nam Á"
            " (AIPA) lần thứ 44 đã thông qua các nghị quyết và bế mạc.",
            "Chủ tịch Hạ viện Indonesia Puan Maharani chủ trì phiên toàn thể, cảm ơn các nghị viện"
            " thành viên đã làm việc khẩn trương trong những ngày qua.",
            "Các nghị quyết đề cập chuyển đổi năng lượng, bình đẳng giới trong chính trị và hợp"
            " tác phòng chống ma túy giữa các nước láng giềng.",
            "Đoàn Quốc hội Việt Nam do Chủ tịch Quốc hội Vương Đình Huệ dẫn đầu đã đóng góp vào"
            " ba dự thảo, được các ủy ban tán thành.",
        ),
        "AIPA",
    ),
    Text(
        "dien-dan-khu-vuc-asean-lan-thu-30-hop-o-jakarta",
        "Diễn đàn Khu vực ASEAN lần thứ 30 họp ở Jakarta",
        (
            "Ngày 14/7, tại Jakarta, Diễn đàn Khu vực ASEAN (ARF) lần thứ 30 đã họp với sự tham"
            " dự của Ngoại trưởng hai mươi bảy nước và tổ chức.",
            "Ngoại trưởng Indonesia Retno Marsudi chủ trì, đề nghị các bên dùng diễn đàn để giảm"
            " căng thẳng chứ không để kể tội lẫn nhau.",
            "Các Bộ trưởng thông qua kế hoạch về an ninh biển, trao đổi về phi hạt nhân hóa và về"
            " cứu trợ nhân đạo cho người dân ở những vùng có xung đột.",
            "Nhiều nước hoan nghênh việc mở thêm các khóa huấn luyện chung cho lực lượng bảo vệ"
            " bờ biển trong năm tới.",
        ),
        "ARF",
    ),
    Text(
        "be-mac-hoi-nghi-cap-cao-asean-lan-thu-43-tai-jakarta",
        "Bế mạc Hội nghị Cấp cao ASEAN lần thứ 43 tại Jakarta",
        (
            "Chiều 7/9, tại Jakarta (Indonesia), Hội nghị Cấp cao ASEAN lần thứ 43 đã bế mạc sau"
            " ba ngày làm việc khẩn trương.",
            "Tổng thống Indonesia Joko Widodo, Chủ tịch ASEAN 2023, chủ trì lễ bế mạc và trao búa"
            " chủ tọa cho Thủ tướng Lào Sonexay Siphandone.",
            "Các Lãnh đạo thông qua tuyên bố chung về kinh tế biển xanh, nhất trí thay đổi thứ tự"
            " luân phiên chủ tịch và xem xét lại việc thực hiện các thỏa thuận về Myanmar.",
            "Thủ tướng Phạm Minh Chính cho rằng điều quan trọng nhất là giữ được sự đồng thuận"
            " trong những việc khó.",
        ),
        "ASEAN-SUMMIT",
    ),
)

ENGLISH = (
    Text(
        "asean-senior-officials-meet-in-bangkok-on-the-code-of-conduct",
        "ASEAN senior officials meet in Bangkok to prepare ministers’ talks",
        (
            "BANGKOK - The ASEAN Senior Officials’ Meeting (SOM) opened in Bangkok on March 4 to"
            " prepare the ministers’ talks in July.",
            "Thailand’s permanent secretary for foreign affairs chaired the meeting and asked his"
            " colleagues to settle the open paragraphs of the work plan before the summer.",
            "The officials reviewed the accession of Timor-Leste, the budget of the secretariat"
            " and the proposals of dialogue partners for new working groups.",
            "They agreed to meet again in May and to report to their ministers in writing.",
        ),
        "SOM",
    ),
    Text(
        "asean-defence-ministers-meeting-in-vientiane-adopts-declaration",
        "18th ASEAN defence ministers’ meeting adopts declaration in Vientiane",
        (
            "VIENTIANE - The 18th ASEAN Defence Ministers’ Meeting (ADMM) adopted a joint"
            " declaration on peace and resilience here on November 20.",
            "Lao Defence Minister Chansamone Chanyalath chaired the meeting, which was attended by"
            " all member states and by the secretary-general of the association.",
            "The ministers approved papers on humanitarian assistance and on the protection of"
            " undersea cables, and took note of the programme of exercises.",
            "Several delegations called for restraint at sea and for open lines between navies.",
        ),
        "ADMM",
    ),
    Text(
        "asean-economic-ministers-wind-up-55th-meeting-in-semarang",
        "ASEAN economic ministers wind up 55th meeting in Semarang",
        (
            "SEMARANG - The 55th ASEAN Economic Ministers’ Meeting (AEM) ended in Semarang,"
            " Indonesia, on August 22 with an accord on the digital economy.",
            "Indonesian Trade Minister Zulkifli Hasan, who chaired the meeting, said the talks on"
            " the framework agreement would start before the end of the year.",
            "The ministers welcomed the progress of the upgrade of the goods agreement and urged"
            " officials to finish the remaining chapters on rules of origin.",
            "They also met business leaders, who asked for simpler customs papers.",
        ),
        "AEM",
    ),
    Text(
        "asean-foreign-ministers-meeting-opens-in-vientiane",
        "57th ASEAN Foreign Ministers’ Meeting opens in Vientiane",
        (
            "VIENTIANE - The 57th ASEAN Foreign Ministers’ Meeting (AMM) opened in Vientiane on"
            " July 25 under the chairmanship of Lao Foreign Minister Saleumxay Kommasith.",
            "The ministers discussed the review of the five-point consensus on Myanmar and the"
            " humanitarian aid that reaches people across the border.",
            "They also took up the talks on a code of conduct at sea, on which a third reading of"
            " the text is under way, and the timetable of the coming summit.",
            "A joint communique is expected to be issued at the end of the week.",
        ),
        "AMM",
    ),
)

VIETNAMESE_DECOYS = (
    Text(
        "hoi-nghi-som-apec-lan-thu-nhat-hop-tai-gyeongju",
        "Hội nghị các quan chức cao cấp APEC lần thứ nhất họp tại Gyeongju",
        (
            "Ngày 9/3, tại Gyeongju (Hàn Quốc), Hội nghị lần thứ nhất các quan chức cao cấp APEC"
            " (SOM 1) đã bế mạc sau hai tuần họp các nhóm công tác.",
            "Các quan chức cao cấp của 21 nền kinh tế thành viên thảo luận về kết nối, đổi mới và"
            " thịnh vượng, ba ưu tiên mà nước chủ nhà đề ra cho năm nay.",
            "Các nhóm công tác bàn về thương mại dịch vụ, về an ninh lương thực và về thích ứng"
            " với dân số già, một chủ đề mới trong chương trình của diễn đàn.",
            "Kỳ họp sau diễn ra vào tháng Năm trên đảo Jeju, cùng dịp với cuộc gặp của những"
            " người phụ trách thương mại.",
        ),
        None,
    ),
    Text(
        "asean-cup-doi-tuyen-viet-nam-thang-dam-tran-ra-quan",
        "ASEAN Cup: Đội tuyển Việt Nam thắng đậm trận ra quân",
        (
            "Tối 9/12, trên sân Việt Trì, đội tuyển Việt Nam thắng đậm trong trận ra quân ở giải"
            " bóng đá ASEAN Cup, vươn lên dẫn đầu bảng đấu.",
            "Tiền đạo trẻ ghi hai bàn trong hiệp một, trước khi một cú đá phạt từ xa nâng tỷ số"
            " ngay sau giờ nghỉ và khiến cầu trường vỡ òa.",
            "Huấn luyện viên trưởng khen tinh thần của các cầu thủ vào sân từ ghế dự bị, đồng thời"
            " nhắc cả đội không được chủ quan ở trận sau.",
            "Lượt trận thứ hai diễn ra vào chủ nhật, khi đội được nghỉ thêm một ngày so với đối"
            " thủ cùng bảng.",
        ),
        None,
    ),
)

ENGLISH_DECOYS = (
    Text(
        "apec-senior-officials-close-their-first-round-in-gyeongju",
        "APEC senior officials close their first round in Gyeongju",
        (
            "GYEONGJU - The first APEC Senior Officials’ Meeting (SOM1) of the year closed on"
            " March 9 after two weeks of sessions of its working groups.",
            "Officials of the 21 member economies talked about connectivity, innovation and"
            " prosperity, the three priorities that the host has chosen.",
            "The groups dealt with trade in services, food security and an ageing population, a"
            " subject that is new on the forum’s programme.",
            "The next round takes place on Jeju island in May, together with a gathering of those"
            " in charge of trade.",
        ),
        None,
    ),
    Text(
        "asean-cup-hosts-win-opening-match-with-late-goal",
        "ASEAN Cup: hosts win opening match with a late goal",
        (
            "The hosts won the opening match of the ASEAN Cup on Sunday night with a goal from a"
            " free kick three minutes before the final whistle.",
            "The visitors had led at the break through their captain, but tired after an hour and"
            " hardly left their own half in the rain.",
            "The coach praised his substitutes and said that the team would rest two players with"
            " light injuries before the second round on Wednesday.",
            "Tickets for the semi-finals of the football tournament are on sale from tomorrow.",
        ),
        None,
    ),
)

VIETNAMESE_PASSING = (
    ("gia-xang-dau-giu-nguyen-tu-chieu-nay", "Giá xăng dầu giữ nguyên từ chiều nay"),
    ("khong-khi-lanh-tran-ve-mien-bac", "Không khí lạnh tràn về miền Bắc"),
    ("ve-tau-tet-mo-ban-som-mot-tuan", "Vé tàu Tết mở bán sớm một tuần"),
    ("cau-vuot-moi-thong-xe-cuoi-nam", "Cầu vượt mới thông xe cuối năm"),
    ("nong-dan-trung-mua-cam-sanh", "Nông dân trúng mùa cam sành"),
    ("truong-hoc-doi-gio-vao-lop-mua-dong", "Trường học đổi giờ vào lớp mùa đông"),
    ("le-hoi-hoa-thu-hut-du-khach", "Lễ hội hoa thu hút du khách"),
    ("benh-vien-tinh-them-khoa-nhi-moi", "Bệnh viện tỉnh thêm khoa nhi mới"),
)
"""Slug and headline of what is off the subject."""

ENGLISH_PASSING = (
    ("fuel-prices-stay-put-this-week", "Fuel prices stay put this week"),
    ("heavy-rain-floods-northern-districts", "Heavy rain floods northern districts"),
    ("train-tickets-for-holidays-go-on-sale", "Train tickets for holidays go on sale"),
    ("new-bridge-shortens-way-to-port", "New bridge shortens way to port"),
    ("fruit-growers-expect-record-harvest", "Fruit growers expect record harvest"),
    ("schools-to-start-later-in-winter", "Schools to start later in winter"),
    ("flower-festival-draws-big-crowds", "Flower festival draws big crowds"),
    ("city-hospital-opens-children-ward", "City hospital opens children ward"),
)

VIETNAMESE_LAST = (
    "Bài này có thêm phần ảnh và phần hỏi đáp với bạn đọc; những ai theo dõi đề tài “{title}” có"
    " thể gửi câu hỏi về tòa soạn trước mười giờ tối, và phần trả lời sẽ được đăng trong bản tin"
    " cuối tuần cùng với ý kiến của những người viết khác."
)
ENGLISH_LAST = (
    "Readers who follow the subject of “{title}” are invited to send their questions to the desk"
    " before ten in the evening; answers will be printed in the weekend edition, together with"
    " letters from other readers and a page of pictures from our archive."
)
"""A paragraph that makes a text as long as the sites' articles are."""
