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
        ({"lists/blocked": 1}, "1 lists of articles that the site refused"),
        ({"read/blocked": 2}, "2 articles that the site refused"),
        ({"read/failed": 2}, "2 articles that gave no answer"),
        ({"read/unreadable": 3}, "3 of 3 pages give no article: 3 without a readable text"),
        ({"read/articles": 4, "read/gone": 2, "read/forbidden": 3}, "5 of 9 pages give no"),
        ({"lists/unproved": 2}, "none of the site's lists was read"),
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
        {"read/articles": 3, "read/gone": 2, "read/unreadable": 1},
        {"read/unreadable": 2},
        {"store/unchanged": 5, "read/redirected-away": 3},
        {"lists/unproved": 2, "lists/read": 1},
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
    refused = {"read/blocked": 4, "read/gone": 1, "lists/unproved": 2}
    assert summarise(refused) == "0 articles, 1 gone, 4 blocked, 2 unproved lists not there"
    assert summarise({}) == "0 articles"
