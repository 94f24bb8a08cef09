"""From whole articles to meetings: which is reported, which are mentioned, who took part."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from crawler.items import SCHEMA, Article, Caption, Meeting
from pipelines.meetings.find import find_meetings, read_languages
from pipelines.meetings.sentences import article_sources
from pipelines.meetings.step import FindMeetings

PUBLISHED = datetime(2024, 7, 27, 9, 30, tzinfo=UTC)
AMM = (
    "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 57 khai mạc",
    "Sáng 25/7, Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 57 (AMM 57) khai mạc tại Viêng Chăn, "
    "Lào, do Phó Thủ tướng, Bộ trưởng Ngoại giao Lào Saleumxay Kommasith chủ trì.",
    "Bộ trưởng Bộ Ngoại giao Bùi Thanh Sơn dẫn đầu đoàn Việt Nam dự Hội nghị. Phát biểu tại Hội "
    "nghị, Bộ trưởng Sơn đề nghị các nước sớm hoàn tất Bộ Quy tắc ứng xử ở Biển Đông (COC).\n"
    "Các Bộ trưởng nhất trí trình Hội nghị Cấp cao ASEAN lần thứ 44 vào tháng 10 tới.",
)


def article(
    title: str | None = None,
    sapo: str | None = None,
    text: str = "",
    *,
    language: str = "vi",
    published: datetime | date | None = PUBLISHED,
) -> Article:
    return Article(
        schema=SCHEMA,
        url="https://x.example/1",
        fetched_url="https://x.example/1",
        site="x",
        language=language,
        title=title,
        sapo=sapo,
        text=text,
        published=published,
    )


def reported(read: Article) -> list[str]:
    return [str(meeting.series) for meeting in find_meetings(read) if meeting.main]


def test_one_article_gives_the_whole_meeting() -> None:
    meeting, summit = find_meetings(article(*AMM))
    assert (meeting.series, meeting.ordinals, meeting.level) == ("AMM", [57], "ministers")
    assert (meeting.starts, meeting.year_from) == (date(2024, 7, 25), "published")
    assert (meeting.report, meeting.status, meeting.time_of_day) == ("opening", "held", "morning")
    assert (meeting.format, meeting.host) == ("in-person", "LA")
    assert meeting.place is not None
    assert (meeting.place.city, meeting.place.country) == ("Viêng Chăn", "LA")
    assert [(one.name, one.country) for one in meeting.chaired_by] == [
        ("Saleumxay Kommasith", "LA")
    ]
    assert [one.code for one in meeting.documents] == ["COC"]
    assert ("agreed", None) in [(one.kind, one.by) for one in meeting.outcomes]
    assert (summit.main, summit.series, summit.ordinals) == (False, "ASEAN-SUMMIT", [44])
    assert (summit.starts, summit.ends) == (date(2024, 10, 1), date(2024, 10, 31))


def test_a_short_second_mention_is_the_person_named_in_full_before() -> None:
    meeting = find_meetings(article(*AMM))[0]
    assert [(one.name, one.title, one.country, one.function) for one in meeting.people] == [
        ("Saleumxay Kommasith", "Phó Thủ tướng, Bộ trưởng Ngoại giao", "LA", "chair"),
        ("Bùi Thanh Sơn", "Bộ trưởng Bộ Ngoại giao", "VN", "head"),
    ]
    assert ("proposed", "Bùi Thanh Sơn") in [(one.kind, one.by) for one in meeting.outcomes]


def test_who_was_met_apart_is_not_at_the_meeting_unless_it_is_named() -> None:
    apart = "Thủ tướng còn có cuộc gặp với Thủ tướng Nhật Bản Ken Mori sau phiên họp."
    said = "Thủ tướng Nhật Bản Ken Mori cho rằng hai bên cần hợp tác."
    there = "Thủ tướng Nhật Bản Ken Mori dự Hội nghị Cấp cao ASEAN."
    lead = "Sáng 26/10, Hội nghị Cấp cao ASEAN lần thứ 47 khai mạc tại Kuala Lumpur."
    for text, names in ((f"{apart}\n{said}", []), (f"{apart}\n{there}", ["Ken Mori"])):
        (meeting,) = find_meetings(article("Cấp cao ASEAN", lead, text))
        assert [person.name for person in meeting.people] == names


def test_every_value_has_its_words() -> None:
    read = article(*AMM)
    sources = article_sources(read)
    for meeting in find_meetings(read):
        quoted = {one.field.split("[")[0].split(".")[0] for one in meeting.evidence}
        assert filled(meeting) <= quoted
        for one in meeting.evidence:
            assert sources[one.source][one.start : one.end] == one.quote != ""


def filled(meeting: Meeting) -> set[str]:
    """The fields that say something and are no reckoning from other fields."""
    names = set(meeting.__slots__) - {"main", "evidence", "precision", "year_from"}
    return {name for name in names if getattr(meeting, name) not in (None, [])}


SOM_INSIDE_AMMR = (
    "ASEAN họp SOM trù bị cho Hội nghị hẹp các Bộ trưởng Ngoại giao",
    "Trong khuôn khổ Hội nghị hẹp Bộ trưởng Ngoại giao ASEAN (AMMR), cuộc họp các quan chức "
    "cao cấp ASEAN (SOM) đã diễn ra ngày 26/7 tại TP Nha Trang (Khánh Hòa).",
)
PMC_INSIDE_AMM = (
    "Việt Nam đề cao đối thoại với Hoa Kỳ",
    "Nhân dịp dự các hoạt động của AMM 57, chiều 26/7, Bộ trưởng Bùi Thanh Sơn dự Hội nghị Bộ "
    "trưởng Ngoại giao ASEAN - Hoa Kỳ tại Viêng Chăn.",
)
SPECIAL = (
    "ASEAN họp đặc biệt về Myanmar",
    "Các ngoại trưởng hôm nay dự Hội nghị đặc biệt Bộ trưởng Ngoại giao ASEAN tại Jakarta.",
)
PREVIEW = (
    "Thủ tướng sẽ dự Hội nghị Cấp cao ASEAN tại Lào",
    "Thủ tướng Phạm Minh Chính sẽ dự Hội nghị Cấp cao ASEAN lần thứ 44 "
    "từ ngày 8 đến 11/10 tại Lào.",
)
SEVERAL = (
    "Thủ tướng dự các hội nghị cấp cao ASEAN với Nhật Bản và Hàn Quốc",
    "Sáng nay, Thủ tướng Phạm Minh Chính dự Hội nghị Cấp cao ASEAN - Nhật Bản và Hội nghị Cấp cao "
    "ASEAN - Hàn Quốc tại Viêng Chăn.",
)
STATEMENT = (
    "Hội nghị Cấp cao ASEAN ra tuyên bố về Biển Đông",
    "Hội nghị Cấp cao ASEAN lần thứ 44 hôm qua ra tuyên bố chung.",
)


@pytest.mark.parametrize(
    ("title", "sapo", "wanted"),
    [
        (*AMM[:2], ["AMM"]),
        (*SOM_INSIDE_AMMR, ["SOM"]),
        (*PMC_INSIDE_AMM, ["PMC-US"]),
        (*SPECIAL, ["AMM-SPECIAL"]),
        (*PREVIEW, ["ASEAN-SUMMIT"]),
        (*SEVERAL, ["ASEAN-JP-SUMMIT", "ASEAN-KR-SUMMIT"]),
        (*STATEMENT, ["ASEAN-SUMMIT"]),
    ],
)
def test_the_reported_meeting_is_told_from_the_others(
    title: str, sapo: str, wanted: list[str]
) -> None:
    assert reported(article(title, sapo)) == wanted


@pytest.mark.parametrize(
    ("title", "sapo"),
    [
        ("Việt Nam thắng Thái Lan ở ASEAN Cup", "Tối 25/7, đội tuyển thắng 3-1 trên sân Mỹ Đình."),
        ("Khai mạc hội chợ ASEAN", "Hội chợ thương mại ASEAN - Trung Quốc quy tụ 300 gian hàng."),
        ("Ông Som trồng sầu riêng", "Ông Som, 52 tuổi, là nông dân giỏi nhất vùng ASEAN này."),
        (
            "SOM thiết kế khu đô thị",
            "Tập đoàn chọn Skidmore, Owings & Merrill (SOM) làm kiến trúc.",
        ),
        ("Khai mạc SOM3 APEC", "Hội nghị SOM3 của APEC khai mạc tại Lima sáng 25/7."),
        (
            "Thủ tướng gặp Thủ tướng Nhật Bản",
            "Bên lề Hội nghị Cấp cao ASEAN lần thứ 44, Thủ tướng gặp Thủ tướng Nhật Bản.",
        ),
        (
            "Đài truyền hình xin lỗi khán giả",
            "Đài truyền hình xin lỗi vì đọc nhầm tên khách ở lễ khai mạc Hội nghị cấp cao ASEAN.",
        ),
        (
            "Vì sao ASEAN cần đổi mới",
            "Theo chuyên gia, các cơ chế như Cấp cao Đông Á, ARF hay ADMM+ cần hiệu quả hơn.",
        ),
    ],
)
def test_an_article_about_something_else_reports_no_meeting(title: str, sapo: str) -> None:
    assert reported(article(title, sapo)) == []


@pytest.mark.parametrize(
    ("sapo", "status"),
    [
        ("Hội nghị Cấp cao ASEAN lần thứ 44 sẽ diễn ra ngày 8/10 tại Lào.", "upcoming"),
        ("Hội nghị Cấp cao ASEAN lần thứ 44 đã diễn ra ngày 20/7 tại Lào.", "held"),
        ("Hội nghị Cấp cao ASEAN lần thứ 44 diễn ra từ ngày 26 đến 28/7 tại Lào.", "ongoing"),
        ("Hội nghị Cấp cao ASEAN lần thứ 44 tại Lào bị hoãn.", "postponed"),
        ("Hội nghị Cấp cao ASEAN 44, dự kiến diễn ra ngày 8/10 ở Huế, được hoãn.", "postponed"),
        ("Hội nghị Cấp cao ASEAN lần thứ 44 tại Lào bị hủy.", "cancelled"),
    ],
)
def test_status_follows_the_words_and_the_calendar(sapo: str, status: str) -> None:
    read = article("Hội nghị Cấp cao ASEAN lần thứ 44 diễn ra", sapo)
    assert find_meetings(read)[0].status == status


def test_an_online_meeting_has_no_place() -> None:
    read = article("SOM ASEAN họp trực tuyến", "Ngày 26/7, tại Hà Nội, SOM ASEAN họp trực tuyến.")
    meeting = find_meetings(read)[0]
    assert (meeting.format, meeting.place, meeting.host) == ("online", None, None)


@pytest.mark.parametrize(
    ("sapo", "host"),
    [
        ("Chiều 25/7, Hội nghị AMM lần thứ 57 họp trực tuyến do Brunei chủ trì.", "BN"),
        ("Chiều 25/7, Hội nghị Cấp cao ASEAN - Mỹ họp trực tuyến do Brunei chủ trì.", None),
        ("Chiều 25/7, Hội nghị AMM lần thứ 57 họp trực tuyến.", None),
    ],
)
def test_the_country_that_chairs_a_meeting_of_asean_alone_hosts_it(
    sapo: str, host: str | None
) -> None:
    assert find_meetings(article("ASEAN họp", sapo))[0].host == host


def test_past_and_next_chairs_are_not_the_chair() -> None:
    text = "Việt Nam, Chủ tịch ASEAN 2020, chúc mừng. Malaysia sẽ làm Chủ tịch ASEAN năm 2025."
    assert find_meetings(article(*AMM[:2], text))[0].chair is None
    text += " Lào, Chủ tịch ASEAN năm 2024, cảm ơn các nước."
    chair = find_meetings(article(*AMM[:2], text))[0].chair
    assert chair is not None
    assert (chair.country, chair.year) == ("LA", 2024)


def test_captions_are_evidence_with_their_own_offsets() -> None:
    read = article("ASEAN họp tại Viêng Chăn", None, "Các nước trao đổi nhiều vấn đề.")
    read.captions = [
        Caption("Quang cảnh."),
        Caption("Bộ trưởng Bùi Thanh Sơn dự Hội nghị Bộ trưởng Ngoại giao ASEAN ngày 25/7."),
    ]
    quotes = [one for meeting in find_meetings(read) for one in meeting.evidence]
    assert {one.source for one in quotes} == {"caption"}
    whole = article_sources(read)["caption"]
    assert all(whole[one.start : one.end] == one.quote for one in quotes)


def test_a_language_that_nobody_taught_gives_no_meetings() -> None:
    assert find_meetings(article(*AMM, language="xx")) == []


WORDS = st.sampled_from(
    "Hội nghị Cấp cao ASEAN lần thứ 36 ngày 18/5 tại Hà Nội , . Bộ trưởng Ngoại giao "
    "Phạm Bình Minh dự - Trung Quốc và ( ) SOM “ ” 28 ARF trực tuyến Chủ tịch năm 2020 the 36th "
    "Summit in Hanoi on May 26 Minister of Foreign Affairs "
    "第 25 次 中国 — 东盟 领导人会议 在 金边".split()
)


@given(st.lists(WORDS, max_size=60), st.sampled_from(sorted(read_languages())))
@settings(max_examples=150, deadline=None)
def test_no_heap_of_words_makes_the_finder_raise(words: list[str], language: str) -> None:
    text = " ".join(words)
    read = article(text[:80], None, text, language=language)
    sources = article_sources(read)
    for meeting in find_meetings(read):
        for one in meeting.evidence:
            assert sources[one.source][one.start : one.end] == one.quote


def test_the_finder_gives_the_same_every_time() -> None:
    assert find_meetings(article(*AMM)) == find_meetings(article(*AMM))


def test_the_step_fills_the_article_and_counts() -> None:
    crawler = get_crawler()
    crawler.stats = MemoryStatsCollector(crawler)
    step = FindMeetings.from_crawler(crawler)
    item = step.process_item(article(*AMM))
    step.process_item(article("Khai mạc hội chợ", "Hội chợ mở cửa."))
    counts = {k: v for k, v in crawler.stats.get_stats().items() if k.startswith("meetings/")}
    assert [meeting.series for meeting in item.meetings] == ["AMM", "ASEAN-SUMMIT"]
    assert counts == {
        "meetings/reported": 1,
        "meetings/mentioned": 1,
        "meetings/articles_with_a_report": 1,
        "meetings/articles_without": 1,
    }


@pytest.mark.parametrize(
    ("before", "name", "verb"),
    [
        ("Sáng 25/7,", "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 57 (AMM-57)", "khai mạc"),
        ("Ngày 25/7,", "Hội nghị Bộ trưởng Lao động ASEAN lần thứ 27", "họp"),
        ("Sáng 8/10, lễ khai mạc", "Hội nghị Cấp cao ASEAN lần thứ 44", "diễn ra"),
    ],
)
def test_a_name_has_no_opening_before_it_its_bracket_closed_and_no_verb_behind_it(
    before: str, name: str, verb: str
) -> None:
    (meeting,) = find_meetings(article(sapo=f"{before} {name} {verb} tại Viêng Chăn, Lào."))
    (quote,) = (one.quote for one in meeting.evidence if one.field == "name")
    assert meeting.name == quote == name
