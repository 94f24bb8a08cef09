"""English: hard sentences with their readings, titles of the series table, people."""

from __future__ import annotations

from typing import Any

import pytest

from pipelines.meetings import catalogue
from tests.hard_sentences import (
    read_article_meetings,
    read_hard,
    read_sentence,
    read_short_article,
)

HARD = [*read_hard("english"), *read_hard("english_people")]
ARTICLES = [
    *read_hard("english_articles"),
    *read_hard("english_places"),
    *read_hard("english_press"),
    *read_hard("english_releases"),
    *read_hard("english_wires"),
]
TOLD = [one for one in ARTICLES if {"people", "host", "status"} & one.keys()]
TITLES = [(one.title["en"], one.code) for one in catalogue.series() if "en" in one.title]
PHRASES = [(name, one.code) for one in catalogue.series() for name in one.names.get("en", ())]


def test_there_are_at_least_fifty_hard_sentences() -> None:
    assert len(HARD) >= 50


@pytest.mark.parametrize("hard", HARD, ids=[hard["text"][:60] for hard in HARD])
def test_a_hard_english_sentence_is_read_as_its_author_meant(hard: dict[str, Any]) -> None:
    wanted = {field: value for field, value in hard.items() if field not in ("text", "published")}
    reading = read_sentence(hard["text"], "en", hard.get("published"))
    assert {field: reading[field] for field in wanted} == wanted


@pytest.mark.parametrize(("title", "code"), TITLES)
def test_the_usual_title_of_a_series_is_read_as_the_series(title: str, code: str) -> None:
    assert read_sentence(f"He attended the {title}.", "en", None)["names"] == [code]


@pytest.mark.parametrize(("name", "code"), PHRASES)
def test_a_name_that_stands_for_itself_is_read_as_its_series(name: str, code: str) -> None:
    assert read_sentence(f"He attended the {name}.", "en", None)["names"] == [code]


@pytest.mark.parametrize("article", ARTICLES, ids=[one["title"][:60] for one in ARTICLES])
def test_a_short_article_reports_and_mentions_just_its_meetings(article: dict[str, Any]) -> None:
    reports, mentions = read_short_article(article, "en")
    assert reports == article["reports"]
    assert mentions == article["mentions"]


@pytest.mark.parametrize("article", TOLD, ids=[one["title"][:60] for one in TOLD])
def test_a_short_article_names_its_people_host_and_status(article: dict[str, Any]) -> None:
    first = read_article_meetings(article, "en")[0]
    people = [one.name for one in first.people]
    said = {"people": people, "host": first.host, "status": first.status}
    wanted = {field: article[field] for field in said if field in article}
    assert {field: said[field] for field in wanted} == wanted


def test_a_person_has_the_country_that_another_sentence_gives() -> None:
    text = (
        "Foreign Minister Ann Baker attended the ASEAN Foreign Ministers' Meeting in Jakarta.\n"
        "Australia's Baker said talks were frank. Malaysia's Petro said it would invest."
    )
    first = read_article_meetings({"title": "Ministers meet", "text": text}, "en")[0]
    assert [(one.name, one.country) for one in first.people] == [("Ann Baker", "AU")]
