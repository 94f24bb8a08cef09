"""A crawl cuts the lines that earlier crawls saw on several articles of the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from crawler.items import SCHEMA, Article
from pipelines.repeated import MOST_LINES, RepeatedLines, choose_most
from spiders.saved import SavedSpider
from tests.tin import TinSpider

FOOTER = "Mời độc giả đón đọc trên ứng dụng của báo"


def crawl(folder: Path, *texts: str) -> list[str]:
    """The texts of a crawl's articles as they leave the step."""
    step = RepeatedLines.from_crawler(get_crawler(TinSpider, {"REPEATED_LINES": str(folder)}))
    step.open_spider()
    found = [step.process_item(make(n, text)).text for n, text in enumerate(texts)]
    step.close_spider()
    return found


def make(number: int, text: str) -> Article:
    url = f"https://tin.example/{number}"
    known = {"title": None, "sapo": None, "language": "vi", "published": None}
    return Article(schema=SCHEMA, url=url, fetched_url=url, site="tin", text=text, **known)


def write(number: int) -> str:
    own = [f"Bài {number}, đoạn {part}: nội dung riêng của bài." for part in range(6)]
    return "\n".join([*own, FOOTER])


def test_a_line_that_a_crawl_saw_on_three_articles_is_cut_by_the_next(tmp_path: Path) -> None:
    texts = [write(number) for number in range(3)]
    assert crawl(tmp_path, *texts) == texts
    assert crawl(tmp_path, *texts) == [text.removesuffix("\n" + FOOTER) for text in texts]


def test_each_site_has_a_file_of_its_own(tmp_path: Path) -> None:
    crawl(tmp_path, *(write(number) for number in range(3)))
    assert [file.name for file in tmp_path.iterdir()] == ["tin.json"]


@pytest.mark.parametrize("content", ["", "[]", '{"x": 1}', '{"a": 1}', "{"])
def test_a_file_that_is_no_list_of_lines_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "tin.json").write_text(content)
    assert crawl(tmp_path, write(1)) == [write(1)]
    assert len((tmp_path / "tin.json").read_text()) > 100


def test_of_many_lines_the_repeated_and_the_newest_are_kept() -> None:
    seen = {line: (1, 2) if line == 0 else (1,) for line in range(MOST_LINES + 10)}
    kept = choose_most(seen)
    assert len(kept) == MOST_LINES
    assert 0 in kept
    assert 10 not in kept
    assert MOST_LINES + 9 in kept


def test_a_crawl_of_many_articles_does_not_remember_all_their_lines(tmp_path: Path) -> None:
    step = RepeatedLines.from_crawler(get_crawler(TinSpider, {"REPEATED_LINES": str(tmp_path)}))
    step.open_spider()
    for number in range(100):
        lines = (f"Dòng {number * 100 + line}" for line in range(100))
        step.process_item(make(number, "\n".join(lines)))
    assert len(step._seen) <= MOST_LINES + 1_000


def test_a_replay_judges_its_input_itself(tmp_path: Path) -> None:
    settings = {"REPEATED_LINES": str(tmp_path)}
    with pytest.raises(NotConfigured):
        RepeatedLines.from_crawler(get_crawler(SavedSpider, settings))
    with pytest.raises(NotConfigured):
        RepeatedLines.from_crawler(get_crawler(TinSpider, settings | {"REPLAY": ["x.warc"]}))
