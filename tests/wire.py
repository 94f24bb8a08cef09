"""A wire story and what papers make of it: texts of our own for the search for copies."""

from __future__ import annotations

from datetime import date
from typing import Any

from crawler.items import SCHEMA, Article

OPENING = (
    "Sáng 12/3, tại thủ đô Viêng Chăn, Cuộc họp Quan chức Cao cấp ASEAN đã khai mạc với sự tham"
    " dự của trưởng đoàn mười một nước thành viên và đại diện Ban Thư ký. Thứ trưởng Ngoại giao"
    " Lào chủ trì phiên khai mạc và đề nghị các đoàn tập trung vào ba việc còn bỏ ngỏ từ kỳ họp"
    " trước."
)
MIDDLE = (
    "Các trưởng đoàn nghe báo cáo về tiến độ xây dựng kế hoạch công tác năm năm, nhất trí giao"
    " nhóm chuyên gia hoàn thiện dự thảo trước tháng sáu để trình bộ trưởng. Nhiều ý kiến cho"
    " rằng cần giữ nhịp trao đổi thường xuyên với các đối tác, đồng thời rút ngắn số văn kiện"
    " phải đàm phán tại mỗi hội nghị cấp cao."
)
VIEWS = (
    "Trưởng đoàn Việt Nam nêu đề xuất lập kênh liên lạc nhanh giữa các cơ quan phòng chống"
    " thiên tai, chia sẻ kinh nghiệm khắc phục hậu quả bão lũ ở miền Trung và sẵn sàng đăng cai"
    " một khóa tập huấn trong quý ba. Đề xuất được đoàn Philippines và Brunei tán thành ngay"
    " tại phòng họp."
)
CLOSING = (
    "Về tình hình khu vực, các đoàn chia sẻ lo ngại trước những diễn biến phức tạp trên biển,"
    " khẳng định lập trường giải quyết tranh chấp bằng biện pháp hòa bình. Cuộc họp kéo dài đến"
    " chiều mai và sẽ thông qua chương trình nghị sự của hội nghị bộ trưởng vào tháng bảy tới."
)
STORY = "\n".join((OPENING, MIDDLE, VIEWS, CLOSING))

EDITED = (
    STORY.replace("Sáng 12/3, tại thủ đô", "(TTXVN) - Sáng 12/3, ở thủ đô")
    .replace("hòa bình", "hoà bình")
    .replace("nhất trí giao nhóm", "thống nhất giao nhóm")
    .replace("chiều mai", "hết chiều mai")
)
SHORTENED = "\n".join((OPENING, MIDDLE))
EXTENDED = (
    f"{STORY}\nBên lề cuộc họp, trưởng đoàn Thái Lan gặp riêng phía Myanmar về thương mại biên"
    " giới, hai bên hẹn gặp lại tại Băng Cốc trong tháng tư."
)
NEW_LEAD = (
    "Chiều 13/3, nhóm chuyên gia bất ngờ công bố toàn văn dự thảo kế hoạch, trong đó lần đầu"
    " nêu mức đóng góp ngân sách của từng nước và lịch giải ngân theo quý, điều mà hai kỳ họp"
    f" trước đều gác lại vì bất đồng gay gắt.\nTrước đó, {STORY}"
)
"""News of the next day above the whole old story."""
REWORDED = (
    "Lào vừa tổ chức lễ mở đầu kỳ họp SOM của khối Đông Nam Á vào buổi sáng ngày 12 tháng 3."
    " Người điều hành là một thứ trưởng nước chủ nhà; ông muốn mọi người dứt điểm các hồ sơ tồn"
    " đọng. Bản kế hoạch cho nửa thập niên tới được xem xét, chuyên viên phải viết xong trong"
    " ba tháng. Hà Nội gợi ý mở đường dây nóng ứng phó thảm họa, được Manila và Bandar Seri"
    " Begawan ủng hộ. Chuyện Biển Đông cũng được đem ra bàn thảo, tinh thần chung là không dùng"
    " vũ lực."
)
"""The same meeting by a reporter of one's own."""
SHARED_PASSAGE = "\n".join((NEW_LEAD.split("\n")[0], REWORDED, VIEWS, MIDDLE))


def make_daily_prices(day: str, *, bar: str, ring: str, ounce: str, gap: str, move: str) -> str:
    """The template that a price desk fills every morning."""
    return (
        f"Mở cửa phiên sáng {day}, giá vàng miếng trong nước được niêm yết ở mức {bar} triệu"
        f" đồng mỗi lượng, {move}. Vàng nhẫn tròn trơn giao dịch quanh {ring} triệu đồng mỗi"
        f" lượng. Trên thị trường thế giới, giá vàng giao ngay đứng ở {ounce} USD mỗi ounce."
        f" Chênh lệch giữa hai thị trường còn khoảng {gap} triệu đồng, chưa kể thuế và phí gia"
        " công theo quy định."
    )


ENGLISH = (
    "VIENTIANE, March 12 - Senior officials of the regional bloc opened two days of talks on"
    " Tuesday with a call to finish a five-year work plan before the ministers meet in July."
    " The host's deputy foreign minister told delegates that three items left over from the"
    " last round had to be closed this time, among them a hotline between disaster agencies."
    " The proposal, tabled by Hanoi, drew immediate support from Manila and Bandar Seri"
    " Begawan, two participants said. Delegates also voiced concern over recent incidents at"
    " sea and repeated that disputes should be settled by peaceful means."
)
CHINESE = (
    "东盟高官会十二日上午在万象开幕，十一个成员国的代表团团长和秘书处代表出席会议。"
    "老挝副外长主持开幕式，希望各方集中精力处理上次会议遗留的三项议题。"
    "会议听取了五年工作计划的进展报告，同意由专家组在六月之前完成草案并提交部长会议。"
    "越南代表团建议在各国防灾机构之间建立快速联络渠道，菲律宾和文莱当场表示支持。"
    "各方还就海上局势交换了意见，重申应当以和平方式解决争端。会议将持续到明天下午结束。"
)
THAI = (
    "การประชุมเจ้าหน้าที่อาวุโสอาเซียนเปิดขึ้นเมื่อเช้าวันที่สิบสองที่กรุง"
    "เวียงจันทน์"
    " โดยมีหัวหน้าคณะผู้แทนจากประเทศสมาชิกทั้งสิบเอ็ดประเทศเข้าร่วม"
    " รัฐมนตรีช่วยต่างประเทศลาวเป็นประธานในพิธีเปิดและขอให้ทุกฝ่ายเร่งแก้"
    "ไขเรื่องที่ค้างอยู่สามเรื่อง"
    " ที่ประชุมรับฟังรายงานความคืบหน้าของแผนงานห้าปีและเห็นชอบให้คณะผู้"
    "เชี่ยวชาญจัดทำร่างให้เสร็จก่อนเดือนมิถุนายน"
    " เวียดนามเสนอให้จัดตั้งช่องทางติดต่อเร่งด่วนระหว่างหน่วยงานป้องกันภัยพิบัติ"
    " ซึ่งฟิลิปปินส์และบรูไนแสดงการสนับสนุนทันที"
)


def make_article(text: str, *, url: str = "https://a.example/1", **fields: Any) -> Article:
    """An article of 12 March 2026 with this text."""
    given: dict[str, Any] = {"title": "Khai mạc SOM ASEAN", "sapo": None, "language": "vi"}
    given |= {"published": date(2026, 3, 12), "site": "a.example", "fetched_url": url}
    return Article(schema=SCHEMA, url=url, text=text, **(given | fields))
