"""Chinese: hard sentences with their readings, titles of the series table."""

from __future__ import annotations

from typing import Any

import pytest

from pipelines.meetings import catalogue
from tests.hard_sentences import read_hard, read_sentence, read_short_article

HARD = read_hard("chinese")
ARTICLES = read_hard("chinese_articles")
TITLES = [(one.title["zh"], one.code) for one in catalogue.series() if "zh" in one.title]


@pytest.mark.parametrize("hard", HARD, ids=[hard["text"][:30] for hard in HARD])
def test_a_hard_chinese_sentence_is_read_as_its_author_meant(hard: dict[str, Any]) -> None:
    wanted = {field: value for field, value in hard.items() if field not in ("text", "published")}
    reading = read_sentence(hard["text"], "zh", hard.get("published"))
    assert {field: reading[field] for field in wanted} == wanted


@pytest.mark.parametrize(("title", "code"), TITLES)
def test_the_usual_title_of_a_series_is_read_as_the_series(title: str, code: str) -> None:
    assert read_sentence(f"他出席{title}。", "zh", None)["names"] == [code]


@pytest.mark.parametrize("article", ARTICLES, ids=[one["title"] for one in ARTICLES])
def test_a_short_article_reports_and_mentions_just_its_meetings(article: dict[str, Any]) -> None:
    reports, mentions = read_short_article(article, "zh")
    assert reports == article["reports"]
    assert mentions == article["mentions"]
