from __future__ import annotations

import pytest

from crawler.captions import is_caption_line, make_caption, read_captions
from crawler.items import Caption
from crawler.tree import css, parse_page

TITLE = "Khai mạc Hội nghị SOM ASEAN"


@pytest.mark.parametrize(
    ("printed", "text", "credit"),
    [
        ("Trưởng SOM phát biểu. (Ảnh: TTXVN)", "Trưởng SOM phát biểu.", "TTXVN"),
        ("Trưởng SOM phát biểu (Ảnh: Thu Hà/TTXVN).", "Trưởng SOM phát biểu", "Thu Hà/TTXVN"),
        ("Quang cảnh hội nghị. Ảnh: Bộ Ngoại giao", "Quang cảnh hội nghị.", "Bộ Ngoại giao"),
        ("Quang cảnh. Ảnh tư liệu: AFP/TTXVN", "Quang cảnh.", "AFP/TTXVN"),
        ("Quang cảnh. (Nguồn: Getty Images)", "Quang cảnh.", "Getty Images"),
        ("Delegates at the meeting. (Photo: VNA)", "Delegates at the meeting.", "VNA"),
        ("Delegates. Photo by: Ana Cruz", "Delegates.", "Ana Cruz"),
        ("The hall in Cebu — Reuters pic", "The hall in Cebu", "Reuters"),
        ("Ảnh: TTXVN", "Ảnh: TTXVN", None),
        ("(Ảnh: TTXVN)", "TTXVN", "TTXVN"),
        ("Lễ khai mạc ở Hà Nội", "Lễ khai mạc ở Hà Nội", None),
        ("Bức ảnh: một kỷ niệm của ông", "Bức ảnh: một kỷ niệm của ông", None),
        ("Hội nghị (ngày 5/3) tại Huế", "Hội nghị (ngày 5/3) tại Huế", None),
    ],
)
def test_a_caption_and_its_credit_part(printed: str, text: str, credit: str | None) -> None:
    assert make_caption(printed) == Caption(text, credit)


def test_nothing_printed_is_no_caption() -> None:
    assert make_caption(" \n") is None


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (f"{TITLE} ảnh 1Các đại biểu chụp ảnh chung", "Các đại biểu chụp ảnh chung"),
        (f"{TITLE} ảnh 12", TITLE),
        (TITLE, TITLE),
        (f"{TITLE} tại Huế", "tại Huế"),
    ],
)
def test_the_title_that_the_cms_glued_to_a_caption_goes(printed: str, text: str) -> None:
    caption = make_caption(printed, title=TITLE)
    assert caption is not None
    assert caption.text.strip() in {text, f"{TITLE} ảnh 12"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Các đại biểu dự hội nghị. (Ảnh: TTXVN)", True),
        ("Quang cảnh hội nghị. Ảnh: Thu Hà", True),
        ("Ông nói: “Bức ảnh này là nguồn: sức mạnh”, rồi đi.", False),
        ("Các nước nhất trí tăng cường hợp tác (theo nguồn tin riêng).", False),
        ("Theo ông, đây là một bước tiến. (Nguồn: TTXVN)", False),
        ("Hội nghị diễn ra tại Hà Nội.", False),
        ("a" * 400 + " (Ảnh: TTXVN)", False),
    ],
)
def test_a_line_with_a_picture_credit_is_a_caption_and_others_are_not(
    line: str, expected: bool
) -> None:
    assert is_caption_line(line) is expected


def test_pictures_are_read_with_caption_credit_and_absolute_address() -> None:
    page = parse_page(
        "<figure><img src='data:image/gif;base64,x' data-src='/a.jpg'>"
        "<figcaption>Trưởng SOM <b>phát biểu</b>. (Ảnh: TTXVN)</figcaption></figure>"
        "<table><tr><td><img src='b.jpg'></td></tr><tr><td>Toàn cảnh hội trường</td></tr></table>"
        "<figure><img src='http://[hỏng'><figcaption>Ảnh không có địa chỉ</figcaption></figure>"
        "<figure><img src='c.jpg'></figure>"
        "<figure><img src='d.jpg'><figcaption>Toàn cảnh hội trường</figcaption></figure>"
    )
    found = read_captions(
        css("figure, table")(page), title=None, base="https://mai.example/tin/a.html"
    )
    assert found == [
        Caption("Trưởng SOM phát biểu.", "TTXVN", "https://mai.example/a.jpg"),
        Caption("Toàn cảnh hội trường", None, "https://mai.example/tin/b.jpg"),
        Caption("Ảnh không có địa chỉ", None, None),
    ]
