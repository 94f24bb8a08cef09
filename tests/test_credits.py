from __future__ import annotations

import pytest

from crawler.credits import (
    cut_prefix,
    cut_trailing_credit,
    find_agency,
    find_byline,
    is_credit_line,
    read_dateline,
)
from tests.reading import PROSE

BODY = ["Các nước đã họp tại Hà Nội.", "Hội nghị kết thúc tốt đẹp."] * 2


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("(TTXVN/Vietnam+)", "TTXVN"),
        ("Theo AFP, Reuters", "AFP"),
        ("VNA", "VNA"),
        ("Nguồn: Tân Hoa xã", "Tân Hoa xã"),
        ("新华社", "新华社"),
        ("CAPTAIN", None),
        ("AFPTH", None),
        ("Báo Mai", None),
    ],
)
def test_an_agency_is_found_as_a_word_of_its_own(text: str, agency: str | None) -> None:
    assert find_agency([text]) == agency


@pytest.mark.parametrize(
    "line",
    [
        "(TTXVN/Vietnam+)",
        "(TTXVN)",
        "-VNA",
        "Source: VNA",
        "CPV/VNA",
        "-- BERNAMA",
        "Theo AFP",
        "./. VNA",
    ],
)
def test_a_line_of_nothing_but_a_credit_is_one(line: str) -> None:
    assert is_credit_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "VNA đưa tin về hội nghị tại Hà Nội",
        "AP Moller mở rộng cảng",
        "Theo TTXVN, hội nghị đã kết thúc",
        "Hội nghị SOM ASEAN",
        "",
    ],
)
def test_a_sentence_that_names_an_agency_is_no_credit(line: str) -> None:
    assert not is_credit_line(line)


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("Hanoi (VNA) – The ASEAN SOM opened", "Hanoi", "VNA"),
        ("Vientiane (VNA) - The ASEAN SOM", "Vientiane", "VNA"),
        ("JAKARTA, Oct 1 (Bernama) -- The ASEAN", "JAKARTA", "Bernama"),
        ("AKP Phnom Penh, September 18, 2021 — The ASEAN", "Phnom Penh", "AKP"),
        ("KUALA LUMPUR, July 9 — Malaysia", "KUALA LUMPUR", None),
        ("KUALA LUMPUR — Malaysia", "KUALA LUMPUR", None),
        ("Da Nang City (VNA) – The ASEAN", "Da Nang City", "VNA"),
        ("Hà Nội (TTXVN) - Chiều 5/3", "Hà Nội", "TTXVN"),
        ("新华社河内7月9日电 东盟", None, "新华社"),
        ("Hội nghị - theo ông - đã kết thúc", None, None),
        ("ASEAN-Trung Quốc họp", None, None),
        ("Hà Nội là nơi họp (VNA) - theo ông", None, None),
        ("The meeting, VNA reported, – opened", None, None),
        ("", None, None),
    ],
)
def test_a_dateline_opens_a_text(text: str, place: str | None, agency: str | None) -> None:
    assert read_dateline(text) == (place, agency)


@pytest.mark.parametrize(
    "text", ["ASEAN – một cộng đồng", "SOM – kênh đối thoại", "COVID - mối lo", "ADMM – hội nghị"]
)
def test_an_abbreviation_that_opens_a_text_is_no_place(text: str) -> None:
    assert read_dateline(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(BKTO) - Sáng nay", "Sáng nay"),
        ("(Chinhphu.vn) - Sáng nay", "Sáng nay"),
        ("(Dân trí) - Sáng nay", "Sáng nay"),
        ("TTO - Sáng nay", "Sáng nay"),
        ("TPO – Sáng nay", "Sáng nay"),
        ("QĐND Online – Sáng nay", "Sáng nay"),
        ("(VOV5) - Sáng nay", "Sáng nay"),
        ("PV (TTXVN/Vietnam+) - Sáng nay", "Sáng nay"),
        ("TTO-2026 là một mã", "TTO-2026 là một mã"),
        ("TPO mở cửa", "TPO mở cửa"),
        ("Họp báo (BKTO) - Sáng nay", "Họp báo (BKTO) - Sáng nay"),
        ("Hà Nội (TTXVN) - Sáng nay", "Hà Nội (TTXVN) - Sáng nay"),
    ],
)
def test_the_label_of_the_paper_goes_and_nothing_else(text: str, rest: str) -> None:
    assert cut_prefix(text) == rest


@pytest.mark.parametrize(
    ("text", "rest", "agency"),
    [
        ("Hội nghị kết thúc. (TTXVN/Vietnam+)", "Hội nghị kết thúc.", "TTXVN"),
        ("The meeting ended./. VNA", "The meeting ended./. VNA", None),
        ("The meeting ended.-VNA", "The meeting ended.", "VNA"),
        ("The meeting ended. -- Bernama", "The meeting ended.", "Bernama"),
        ("The meeting ended. — Reuters", "The meeting ended.", "Reuters"),
        ("Theo hãng tin AFP", "Theo hãng tin AFP", None),
        ("Hội nghị do VNA (TTXVN) tổ chức.", "Hội nghị do VNA (TTXVN) tổ chức.", None),
    ],
)
def test_the_credit_behind_the_last_sentence_parts(
    text: str, rest: str, agency: str | None
) -> None:
    assert cut_trailing_credit(text) == (rest, agency)


@pytest.mark.parametrize(
    "line",
    [
        "Hữu Toàn",
        "THIỆN TRẦN",
        "Tâm Hằng (TTXVN)",
        "Thu Hà - Minh Đức",
        "Nguyễn Văn An",
        "TP",
        "H.A",
        "TRỌNG ĐẠT – THU HÀ",
        "Nguyễn Hồng (theo TTXVN)",
    ],
)
def test_a_name_in_the_last_line_is_a_byline(line: str) -> None:
    assert find_byline([*BODY, line]) == len(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị đã kết thúc tốt đẹp.",
        "Trụ cột kinh tế",
        "Hợp tác kinh tế",
        "Ba trụ cột",
        "Về hợp tác quốc phòng",
        "ASEAN",
        "Kết luận",
        "",
    ],
)
def test_a_heading_or_sentence_in_the_last_line_is_no_byline(line: str) -> None:
    assert find_byline([*BODY, line]) is None


def test_a_name_far_above_the_end_or_as_the_only_line_is_no_byline() -> None:
    assert find_byline(["Mở đầu.", "Hữu Toàn", *BODY, *BODY]) is None
    assert find_byline(["Hữu Toàn"]) is None
    assert find_byline([]) is None


@pytest.mark.parametrize("place", ["Hà Nội", "Phnom Penh", "Đà Nẵng", "Việt Nam", "Trung Quốc"])
def test_a_place_as_a_subheading_before_its_paragraph_is_no_byline(place: str) -> None:
    assert (
        find_byline(
            [
                *BODY,
                place,
                PROSE[0],
            ]
        )
        is None
    )
