"""Time grows with length: no text, however built, stops the finder."""

from __future__ import annotations

import time

import pytest

from crawler.items import SCHEMA, Article
from pipelines.meetings.find import find_meetings, read_languages

LENGTH = 1_000_000
NEAR_MATCHES = {
    "names": ("vi", "Hội nghị Cấp cao các nước của ASEAN và "),
    "ordinals": ("vi", "lần thứ hai mươi, lần thứ hai mươi "),
    "dates": ("vi", "sáng ngày 15 đến ngày 18/ "),
    "numbers": ("vi", "1/1/1/1-1-1-1.1.1 "),
    "offices": ("vi", "Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao, "),
    "capitals": ("vi", "Nguyễn Văn An Bình Công Dũng "),
    "chairs": ("vi", "Việt Nam giữ vai trò cương vị Chủ tịch "),
    "themes": ("vi", "với chủ đề “ASEAN với chủ đề “"),
    "meetings": ("vi", "Ngày 7/4, Hội nghị Cấp cao ASEAN lần 36 do Lào chủ trì tại Vientiane "),
    "English names": ("en", "the 36th ASEAN Foreign Ministers' and the "),
    "English offices": ("en", "Deputy Prime Minister and Minister of Foreign Affairs "),
    "English dates": ("en", "May 26 to 27, from May 26 to "),
    "Chinese names": ("zh", "第二十五次中国东盟领导人"),
    "brackets": ("vi", "((((“ASEAN”)))) ("),
    "spaces": ("vi", "ASEAN \n \n "),
}  # fmt: skip


def article(language: str, text: str) -> Article:
    return Article(SCHEMA, "https://x.example/1", "https://x.example/1", "x", language, text[:200],
                   None, text)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _all_languages_are_loaded() -> None:
    read_languages()


@pytest.mark.parametrize("name", NEAR_MATCHES)
def test_a_megabyte_of_near_matches_is_read_in_time(name: str) -> None:
    language, unit = NEAR_MATCHES[name]
    long = article(language, "ASEAN " + unit * (LENGTH // len(unit)))
    start = time.process_time()
    find_meetings(long)
    assert time.process_time() - start < 1


def test_time_grows_no_faster_than_length() -> None:
    language, unit = NEAR_MATCHES["meetings"]
    short, long = (article(language, unit.strip() + ".\n") for _ in range(2))
    short.text *= 20
    long.text *= 160
    assert spend(long) < 8 * spend(short) * 2


def spend(read: Article) -> float:
    """The least processor time of a few readings."""
    return min(timed(read) for _ in range(5))


def timed(read: Article) -> float:
    start = time.process_time()
    find_meetings(read)
    return time.process_time() - start
