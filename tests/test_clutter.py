from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.clutter import clean_lines, is_date_line, is_prose, is_stop_heading, junk_rule

LONG = (
    "Các nước thành viên nhất trí tăng cường hợp tác kinh tế, quốc phòng và an ninh trong năm tới."
)


def clean(*lines: str, title: str | None = None, sapo: str | None = None) -> list[str]:
    return clean_lines(lines, title=title, sapo=sapo, cut=lambda line, rule: None)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("...", "dots"),
        (". . .", "dots"),
        ("-----", "dots"),
        (">> Việt Nam dự hội nghị", "arrow-link"),
        ("-> Việt Nam dự hội nghị", "arrow-link"),
        ("► Việt Nam dự hội nghị", "arrow-link"),
        ("[Việt Nam dự Hội nghị SOM ASEAN tại Lào]", "bracketed-title"),
        ("Đọc thêm: Việt Nam dự hội nghị", "read-more"),
        ("Xem thêm", "read-more"),
        ("Also read: Vietnam attends", "read-more"),
        ("READ MORE: Vietnam attends", "read-more"),
        ("Baca juga: Menlu hadir", "read-more"),
        ("Theo dõi Báo Mai trên", "follow"),
        ("Theo dõi VietnamPlus", "follow"),
        ("Follow us on Telegram", "follow"),
        ("Nguồn: TTXVN", "source"),
        ("Bản in", "button"),
        ("Copy link", "button"),
        ("Lưu bài viết", "button"),
        ("Sao chép liên kết", "button"),
        ("Facebook", "button"),
        ("Phiên bản di động", "button"),
        ("© 2026 Báo Mai", "copyright"),
        ("Pewarta: Budi", "credit-line"),
        ("Redaktion: Anna Holm und Peter Lund", "credit-line"),
        ("(th/tkm)", "initials"),
        ("Từ khóa: ASEAN, SOM", "tags"),
        ("Tags: ASEAN", "tags"),
    ],
)
def test_furniture_is_known_by_its_words(line: str, rule: str) -> None:
    assert junk_rule(line) == f"line.{rule}"


@pytest.mark.parametrize(
    "line",
    [
        LONG,
        "Đọc thêm sách giúp người dân hiểu hơn về ASEAN.",
        "Theo dõi sát tình hình trên Biển Đông, các nước kêu gọi kiềm chế và đối thoại.",
        "Nguồn tin ngoại giao cho biết hội nghị kéo dài.",
        "[1] Xem phụ lục",
        "Facebook bị phạt tại Indonesia.",
        "Read the statement, he said.",
        "Watch out, the minister warned.",
        "Related parties will meet in Hanoi next week.",
        "Get the deal done, she said.",
        "X",
        "“Baca” là một từ tiếng Indonesia.",
        "Email của Ban Tổ chức đã được gửi đi.",
        "Summary executions were condemned.",
        "(ASEAN)",
        "-2 độ C tại Sa Pa",
    ],
)
def test_sentences_that_look_like_furniture_are_kept(line: str) -> None:
    if line != "X":
        assert junk_rule(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Tin liên quan",
        "TIN LIÊN QUAN",
        "Tin cùng chuyên mục:",
        "Cùng chuyên mục",
        "Bài viết cùng chủ đề",
        "» Đọc thêm",
        "Xem thêm",
        "Có liên quan",
        "Bài trước đó",
        "Tin đọc nhiều",
        "Có thể bạn quan tâm",
        "Xem nhiều",
        "More from WVR",
        "Related News",
        "You may also like",
        "相关新闻",
    ],
)
def test_headings_over_other_articles_stop_the_text(line: str) -> None:
    assert is_stop_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "Tin liên quan đến hội nghị được giữ kín.",
        "Các bên có liên quan",
        "Đọc thêm nhiều sách",
        "Related parties",
        "Tin mới nhất từ hội nghị là tích cực",
        "",
        "...",
    ],
)
def test_other_headings_do_not_stop_the_text(line: str) -> None:
    assert not is_stop_heading(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Thứ Năm, 16/01/2020, 14:27", True),
        ("08:01 | 26/02/2026", True),
        ("Cập nhật: 26.2.2026", True),
        ("12 March 2024", True),
        ("March 12, 2024, 4:32 PM", True),
        ("2026年2月26日", True),
        ("会议于2021年4月23日至24日在雅加达举行。", False),
        ("Ngày 5/3/2026, Hội nghị SOM ASEAN khai mạc tại Hà Nội.", False),
        ("Hội nghị lần thứ 36", False),
        ("16-1", False),
        ("", False),
    ],
)
def test_a_line_that_prints_a_date_and_next_to_nothing_else(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Hội nghị kết thúc./.", "Hội nghị kết thúc."),
        ("Hội nghị kết thúc ./.", "Hội nghị kết thúc."),
        ("Hội nghị kết thúc. ./.", "Hội nghị kết thúc."),
        ("Hội nghị còn tiếp…./.", "Hội nghị còn tiếp…"),
        ("“Chúng tôi đồng ý”./.", "“Chúng tôi đồng ý”"),
        ("Hội nghị kết thúc. /.", "Hội nghị kết thúc."),
        ("The meeting ended. -- BERNAMA", "The meeting ended."),
        ("Tỷ lệ là 1/2.", "Tỷ lệ là 1/2."),
        ("Xem tại mai.example/.", "Xem tại mai.example/."),
        ("Hội nghị kết thúc...", "Hội nghị kết thúc..."),
    ],
)
def test_end_marks_go_and_leave_one_full_stop(line: str, kept: str) -> None:
    assert clean(LONG, line) == [LONG, kept]


def test_the_title_and_the_lead_are_not_repeated_as_lines() -> None:
    title, sapo = "Khai mạc Hội nghị SOM ASEAN", "Các Trưởng SOM họp tại Hà Nội."
    lines = ("KHAI MẠC hội nghị SOM ASEAN!", sapo, LONG)
    assert clean(*lines, title=title, sapo=sapo) == [LONG]
    assert clean("Thế giới Khai mạc Hội nghị SOM ASEAN", LONG, title=title) == [LONG]


def test_a_date_line_goes_only_above_the_first_paragraphs() -> None:
    assert clean("26/02/2026 08:01", LONG) == [LONG]
    assert clean(*[LONG] * 4, "26/02/2026") == [*[LONG] * 4, "26/02/2026"]


def test_nothing_stands_after_a_stop_heading_in_the_second_half() -> None:
    assert clean(LONG, LONG, "Tin liên quan", "Bài khác", LONG) == [LONG, LONG]


def test_a_box_between_paragraphs_loses_its_titles_and_no_paragraph() -> None:
    lines = (LONG, "Tin liên quan", "Việt Nam dự hội nghị", "ASEAN họp", *[LONG] * 4)
    assert clean(*lines) == [LONG] * 5


def test_the_cutter_tells_what_went_and_why() -> None:
    told: list[tuple[str, str]] = []
    clean_lines(
        [LONG, "Bản in", "Tin liên quan", "Bài khác"],
        title=None,
        sapo=None,
        cut=lambda line, rule: told.append((rule, line)),
    )
    assert sorted(told) == [
        ("line.button", "Bản in"),
        ("stop.heading", "Bài khác"),
        ("stop.heading", "Tin liên quan"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"), [(LONG, True), (LONG.rstrip("."), False), ("Ngắn.", False)]
)
def test_prose_is_long_and_ends_as_a_sentence(line: str, expected: bool) -> None:
    assert is_prose(line) is expected


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=12))
def test_no_line_is_made_up(lines: list[str]) -> None:
    kept = clean(*lines)
    assert len(kept) <= len(lines)
    assert all(any(new.rstrip(".") in old for old in lines) for new in kept)
