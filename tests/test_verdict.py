from __future__ import annotations

from typing import Any

import pytest

from crawler.verdict import find_failures, summarise

WELL = {"finish_reason": "finished", "item_scraped_count": 3}


def test_a_crawl_with_articles_that_came_to_its_end_is_well() -> None:
    assert find_failures(WELL) == []


@pytest.mark.parametrize(
    ("stats", "word"),
    [
        ({"finish_reason": "shutdown"}, "shutdown"),
        ({"finish_reason": None}, "None"),
        ({"finish_reason": "memusage_exceeded"}, "memusage"),
        ({"spider_exceptions/KeyError": 2, "spider_exceptions/ValueError": 1}, "3 pages"),
        ({"feed/failed": "disk full"}, "disk full"),
        ({"saved/trouble": 4}, "4 files"),
        ({"store/failed": 1}, "1 articles"),
        ({"lists/unanswered": 1}, "no answer"),
        ({"least/articles": 1}, "fewer articles"),
        ({"item_scraped_count": 0}, "no articles"),
    ],
)
def test_what_went_wrong_is_one_line(stats: dict[str, Any], word: str) -> None:
    (line,) = find_failures(WELL | stats)
    assert word in line


@pytest.mark.parametrize(
    "stats",
    [
        {"finish_reason": "closespider_itemcount"},
        {"saved/trouble": 0},
        {"item_scraped_count": 0, "store/unchanged": 5},
        {"log_count/ERROR": 1, "httperror/response_ignored_count": 3},
    ],
)
def test_what_is_no_failure_is_none(stats: dict[str, Any]) -> None:
    assert find_failures(WELL | stats) == []


def test_a_crawl_without_stats_is_a_failure() -> None:
    assert len(find_failures({})) == 2


def test_the_summary_counts_what_became_of_the_articles() -> None:
    stats = WELL | {"store/new": 2, "store/copies": 1, "read/unreadable": 0}
    assert summarise(stats) == "3 articles, 2 new, 1 copies"
    assert summarise({}) == "0 articles"
