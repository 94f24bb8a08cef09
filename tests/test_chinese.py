"""Chinese: hard sentences with their readings, titles of the series table."""

from __future__ import annotations

from typing import Any

import pytest

from pipelines.meetings import catalogue
from tests.hard_sentences import read_hard, read_sentence

HARD = read_hard("chinese")
TITLES = [(one.title["zh"], one.code) for one in catalogue.series() if "zh" in one.title]


@pytest.mark.parametrize("hard", HARD, ids=[hard["text"][:30] for hard in HARD])
def test_a_hard_chinese_sentence_is_read_as_its_author_meant(hard: dict[str, Any]) -> None:
    wanted = {field: value for field, value in hard.items() if field not in ("text", "published")}
    reading = read_sentence(hard["text"], "zh", hard.get("published"))
    assert {field: reading[field] for field in wanted} == wanted


@pytest.mark.parametrize(("title", "code"), TITLES)
def test_the_usual_title_of_a_series_is_read_as_the_series(title: str, code: str) -> None:
    assert read_sentence(f"他出席{title}。", "zh", None)["names"] == [code]
