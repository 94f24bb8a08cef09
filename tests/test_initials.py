"""An initial in an element of its own is part of its word again, and nothing else moves."""

from __future__ import annotations

import pytest

from crawler.initials import join_initials
from crawler.tree import parse_page, text_of


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            '<div><h1 class="tjp-opening__char">B</h1><p class="txt">ank Indonesia</p></div>',
            "Bank Indonesia",
        ),
        ('<div class="dropcap">Đ</div><p>oàn Việt Nam</p>', "Đoàn Việt Nam"),
        ('<p class="drop-cap"> T </p><p>he ministers</p>', "The ministers"),
        ('<p><span class="dropcap">T</span>he ministers</p>', "T he ministers"),
        ('<h2 class="initial">A</h2><p>Summit opens</p>', "A Summit opens"),
        ('<h2 class="initials">AB</h2><p>oth sides</p>', "AB oth sides"),
        ("<h2>B</h2><p>oth sides</p>", "B oth sides"),
        ('<h2 class="dropcap">B</h2>, <p>oth sides</p>', "B , oth sides"),
        ('<h2 class="dropcap">B</h2>', "B"),
    ],
)
def test_an_initial_is_put_back_into_its_word(page: str, text: str) -> None:
    root = parse_page(f"<html><body>{page}</body></html>")
    join_initials(root)
    assert text_of(root.body) == text
