"""Vietnamese: hard sentences with their readings."""

from __future__ import annotations

from typing import Any

import pytest

from pipelines.meetings.languages.vietnamese.spelling import respell
from tests.hard_sentences import (
    read_article_meetings,
    read_hard,
    read_sentence,
    read_short_article,
)

HARD = [*read_hard("vietnamese"), *read_hard("vietnamese_people")]
ARTICLES = read_hard("vietnamese_articles")
ATTENDANCE = read_hard("vietnamese_attendance")


def test_there_are_at_least_a_hundred_hard_sentences() -> None:
    assert len(HARD) >= 100


@pytest.mark.parametrize("hard", HARD, ids=[hard["text"][:60] for hard in HARD])
def test_a_hard_vietnamese_sentence_is_read_as_its_author_meant(hard: dict[str, Any]) -> None:
    wanted = {field: value for field, value in hard.items() if field not in ("text", "published")}
    reading = read_sentence(hard["text"], "vi", hard.get("published"))
    assert {field: reading[field] or type(wanted[field])() for field in wanted} == wanted


@pytest.mark.parametrize("article", ARTICLES, ids=[one["title"][:60] for one in ARTICLES])
def test_a_short_article_reports_and_mentions_just_its_meetings(article: dict[str, Any]) -> None:
    reports, mentions = read_short_article(article, "vi")
    assert reports == article["reports"]
    assert mentions == article["mentions"]


@pytest.mark.parametrize("article", ATTENDANCE, ids=[one["title"][:60] for one in ATTENDANCE])
def test_a_short_article_names_who_takes_part_and_the_host(article: dict[str, Any]) -> None:
    reported = next(one for one in read_article_meetings(article, "vi") if one.main)
    assert [person.name for person in reported.people] == article["people"]
    chair = None if reported.chair is None else reported.chair.country
    assert (reported.host or chair) == (article.get("host") or article.get("chair"))


@pytest.mark.parametrize(
    ("name", "other"),
    [("Văn hóa", "Văn hoá"), ("Khánh Hoà", "Khánh Hòa"), ("toàn thể", None), ("quý", None)],
)
def test_a_tone_mark_has_two_places_at_the_end_of_a_syllable(name: str, other: str | None) -> None:
    assert respell(name) == other
