"""Plain paragraphs are read as trafilatura reads them; everything else is left to it."""

from __future__ import annotations

import random

import pytest
from lxml.html import HtmlElement

from crawler import body
from crawler.body import extract_lines
from crawler.plain import read_plain
from crawler.tree import css, parse_page
from tests.reading import PROSE

TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
LONG = " ".join(PROSE)
PLAIN = [
    "",
    "<p></p> <p> </p><div> </div><div><div></div></div>",
    "<div><p>Bộ trưởng hai nước ký bản ghi nhớ.</p><div><p>Lễ ký có mặt đại sứ.</p></div></div>",
    "<p><strong>Kết quả</strong></p><p>Nước <em>chủ <b>nhà</b></em> cảm ơn <span>các bên</span>.",
    f"<p>{LONG} Xem <a href='/t'>toàn văn</a>.</p>",
    "<p>Thuế giảm còn 5 %,\n  theo\u00a0<i>Thông tư</i>\u20031.</p>",
    "<p><a href='/t'>Đọc thêm tin tức mới nhất trong ngày</a></p>",
    "<p><strong>&gt;&gt; <a href='/t'>Mùa vàng trên ruộng bậc thang</a></strong></p><p>Hết.</p>",
    "<p><a href='/t'>Video</a></p><p>Theo <a href='/t'>Thông tấn xã Việt Nam</a></p>",
    "<p>Xem <a href='/t'>toàn văn</a> tại đây.</p>",
    "<p>Hãng A & B mở cửa hàng.</p><p>- Điểm một</p><p>| cột |</p><p>---</p>",
]
MIXED = [
    "<h2>Bối cảnh</h2>",
    "<ul><li>Điểm một</li></ul>",
    "<table><tr><td>Nước</td><td>Phiếu</td></tr></table>",
    "<p>Dòng một<br>Dòng hai</p>",
    "<p>Trước <b></b> sau</p>",
    "<p>Thêm: <a href='/t'>Mùa vàng trên ruộng bậc thang Mù</a></p>",
    "<p><a href='/t'>Một</a>, <a href='/t'>hai</a></p>",
    "<p>Trước <a href='/t'> </a> sau</p>",
    f"<div><p>{LONG} Xem <a href='/t'>toàn văn</a>.</p></div>",
    "<p>Facebook</p>",
    "Chữ nằm ngoài đoạn",
    "<div>Chữ trong hộp</div>",
    "<section><p>Đoạn trong phần</p></section>",
    "<p>A &amp;amp; B</p>",
    "<p>Ẩn\u200bgiữa</p>",
    f"<p>{LONG}</p><p></p><p>{LONG}</p>",
    "<p><b>" * 201,
]


def find_boxes(inside: str) -> list[HtmlElement]:
    return css(".text")(parse_page(f"<body><div class='text'>{inside}</div></body>"))


def read_otherwise(inside: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines as trafilatura gives them."""
    with monkeypatch.context() as patch:
        patch.setattr(body, "read_plain", lambda _: None)
        return extract_lines(find_boxes(inside), precise=True)


@pytest.mark.parametrize("inside", PLAIN)
def test_plain_paragraphs_are_read_as_trafilatura_reads_them(
    inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes = find_boxes(TEXT + inside)
    assert read_plain(boxes) is not None
    lines = extract_lines(boxes, precise=True)
    assert len(lines) >= len(PROSE)
    assert lines == read_otherwise(TEXT + inside, monkeypatch)


@pytest.mark.parametrize("inside", MIXED)
def test_where_there_is_more_than_paragraphs_trafilatura_is_asked(inside: str) -> None:
    assert read_plain(find_boxes(TEXT + inside)) is None


def test_of_a_short_text_trafilatura_is_asked() -> None:
    assert read_plain(find_boxes(f"<p>{PROSE[0]}</p>")) is None


def test_plain_paragraphs_in_several_boxes_are_read_in_order() -> None:
    boxes = find_boxes(f"{TEXT}</div><p>Giữa</p><div class='text'><p>Hết bài.</p>")
    assert read_plain(boxes) == [*PROSE, "Hết bài."]


def test_any_body_is_read_as_trafilatura_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, plain = random.Random(7), 0
    for _ in range(150):
        inside = "".join(make_block(chance) for _ in range(chance.randint(4, 9)))
        boxes = find_boxes(inside)
        plain += read_plain(boxes) is not None
        assert extract_lines(boxes, precise=True) == read_otherwise(inside, monkeypatch)
    assert plain > 30


def make_block(chance: random.Random) -> str:
    if chance.random() < 0.1:
        return f"<div> {make_block(chance)}</div>\n" * chance.randint(0, 2)
    if chance.random() < 0.01:
        return chance.choice(MIXED[:-1])
    if chance.random() < 0.1:
        before, link = (LONG[: chance.randint(least, 40)] for least in (0, 1))
        return f"<p>{before} <a href='/x'>{link}</a></p>"
    words = [chance.choice(LONG.split()) for _ in range(chance.randint(1, 60))]
    for tag in chance.choices(["b", "span", "em", "a href='/x'"], [4, 4, 4, 1], k=2):
        start, end = sorted(chance.choices(range(len(words)), k=2))
        words[start] = f"<{tag}>{words[start]}"
        words[end] += f"</{tag.split()[0]}>"
    return f"<p>{' '.join(words)}</p>{chance.choice(['', ' '])}"


def test_text_behind_other_blocks_is_kept() -> None:
    said = "The towns on the bay have argued about their ferries for years, and do so still. "
    body = f"<div>{said * 3}<div><b>Quote</b></div>{said * 2}Then the mayors met.</div>"
    box = parse_page(f"<body>{body}</body>").find("body/div")
    assert extract_lines([box], precise=False)[-1].endswith("Then the mayors met.")
