"""Pages that tests write themselves: a skeleton, prose, and the reading of both."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.page import Page
from crawler.read import Reading, read_page

TITLE = "Các Trưởng SOM rà soát công tác chuẩn bị cho Hội nghị Cấp cao"
FETCHED = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PROSE = tuple(
    f"Đoạn {number}: các nước trao đổi về hợp tác khu vực, {words} và nhất trí họp lại sau."
    for number, words in enumerate(
        ("kết nối đường sắt", "an ninh lương thực", "chuyển đổi số", "ứng phó thiên tai"), 1
    )
)


def write_page(*paragraphs: str, head: str = "", before: str = "", after: str = "") -> str:
    """A page of an unknown site; `before` and `after` stand around the paragraphs."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or PROSE)
    return (
        f"<!DOCTYPE html><html lang='vi'><head><title>{TITLE} | Báo Mai</title>{head}</head>"
        f"<body><h1>{TITLE}</h1>{before}<div class='text'>{text}{after}</div></body></html>"
    )


def read(body: bytes | str, *, url: str = "https://mai.example/tin/som-1.html") -> Reading:
    """How the page with this body is read where nobody has described the site."""
    data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return read_page(Page(url=url, body=data, fetched=FETCHED), None, detailed=True)
