"""A site that changes its template is told from one that has an odd day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawler.health.coverage import Coverage, Report
from crawler.health.history import append_report, read_history
from crawler.health.judge import find_alarms
from crawler.health.lengths import Lengths
from crawler.items import SCHEMA, Article
from crawler.trace import Trace
from tests.news_site import Answer, NewsSite
from tests.newspaper import publish_newspaper, write_article
from tests.programs import run_scrapy

GOOD = {
    "title": 1.0,
    "sapo": 0.9,
    "time": 1.0,
    "byline": 0.8,
    "captions": 0.6,
    "own_selectors": 1.0,
}


def article(
    number: int = 1, *, text: str = "Hội nghị khai mạc. " * 40, **fields: object
) -> Article:
    known = {"title": "Tin", "published": datetime(2026, 11, 22, 8, tzinfo=UTC), "authors": ["A B"]}
    return Article(
        schema=SCHEMA,
        url=f"https://tin.example/{number}",
        fetched_url="",
        site="tin",
        language="vi",
        sapo=None,
        text=text,
        **(known | fields),  # type: ignore[arg-type]
    )


def report(articles: int = 20, length: int = 2000, **shares: float) -> Report:
    examples = dict.fromkeys((*GOOD, "length", "selectors/title"), "https://tin.example/1")
    return Report(articles, GOOD | shares, length, examples)


def read_by(**selectors: dict[str, float]) -> Report:
    """A report of these shares of the selectors, each article read by one of a field at most."""
    reached = {name: sum(shares.values()) for name, shares in selectors.items()}
    own = reached.get("body", 1.0)
    return replace(report(own_selectors=own), reached=reached, selectors=selectors)


HISTORY = [report(), report(18, 1900), report(25, 2100), report(3, 90, time=0.0)]


def test_coverage_counts_what_articles_have_and_shows_one_that_has_not() -> None:
    coverage = Coverage()
    coverage.add(article(1), Trace(by_site=True))
    odd = article(2, published=date(2026, 11, 22), authors=[], text="Ngắn.")
    coverage.add(odd, Trace())
    found = coverage.report()
    assert (found.articles, found.shares["title"], found.shares["time"]) == (2, 1.0, 0.5)
    assert found.shares["own_selectors"] == 0.5
    assert found.examples["byline"] == found.examples["length"] == "https://tin.example/2"


@pytest.mark.parametrize(
    ("now", "what"),
    [
        (report(own_selectors=0.1), "own_selectors"),
        (report(time=0.2), "time"),
        (report(byline=0.1), "byline"),
        (report(length=300), "length"),
        (report(2), "articles"),
    ],
)
def test_a_fall_is_an_alarm_with_a_page(now: Report, what: str) -> None:
    (alarm,) = find_alarms(now, HISTORY)
    assert alarm.what == what
    assert what == "articles" or "https://tin.example/1" in str(alarm)


@pytest.mark.parametrize(
    "now",
    [
        report(),
        report(captions=0.35),
        report(length=1200),
        report(3, 90, own_selectors=0.0),
        Report(0, dict.fromkeys(GOOD, 0.0), 0, unchanged=20),
    ],
)
def test_an_ordinary_day_is_none(now: Report) -> None:
    history = HISTORY if now.articles != 3 else HISTORY[-1:]
    assert find_alarms(now, history) == []


BOTH = read_by(title={"h1.a": 0.8, "h1.b": 0.2}, body={"div.a": 1.0}, tags={".t a": 0.5})


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (
            read_by(title={"h1.a": 0.0, "h1.b": 0.2}, body={"div.a": 1.0}, tags={".t a": 0.5}),
            "title: read by the site's selectors of 20% of the articles, 100% before, selector h1.a"
            " misses, for example https://tin.example/1",
        ),
        (
            read_by(title={"h1.a": 0.8, "h1.b": 0.2}, body={"div.a": 0.1}, tags={".t a": 0.5}),
            "own_selectors: 10% of the articles, 100% before, selector div.a misses, for example"
            " https://tin.example/1",
        ),
    ],
)
def test_the_alarm_names_the_selectors_that_used_to_hit_and_miss(now: Report, said: str) -> None:
    assert [str(alarm) for alarm in find_alarms(now, [BOTH] * 3)] == [said]


def test_a_field_that_another_selector_reads_now_or_that_comes_and_goes_is_no_alarm() -> None:
    now = read_by(title={"h1.a": 0.0, "h1.b": 1.0}, body={"div.a": 1.0}, tags={".t a": 0.0})
    assert find_alarms(now, [BOTH] * 3) == []


def test_the_median_length_is_exact_and_takes_the_memory_of_few() -> None:
    lengths = Lengths()
    for number in range(3_001):
        lengths.add(number)
    assert lengths.find_median() == 1_500
    for _ in range(4_000):
        lengths.add(5_000_000)
    assert lengths.find_median() == 20_000
    assert Lengths().find_median() == 0


def test_without_a_history_only_the_selectors_are_judged() -> None:
    assert find_alarms(report(time=0.0), []) == []
    assert [a.what for a in find_alarms(report(own_selectors=0.2), [])] == ["own_selectors"]


def test_a_history_survives_a_torn_line(tmp_path: Path) -> None:
    append_report(tmp_path, "tin", report(11))
    with (tmp_path / "tin.jsonl").open("a") as file:
        file.write('{"articles": 12, "sha')
    append_report(tmp_path, "tin", report(13))
    assert [one.articles for one in read_history(tmp_path, "tin")] == [11, 13]


def test_a_changed_template_is_an_alarm_the_same_day_and_the_articles_still_come(
    news_site: NewsSite, tmp_path: Path
) -> None:
    stories = publish_newspaper(news_site, 7)
    for story in stories:
        page = write_article(news_site, story)
        news_site.add(story.path, Answer(body=page.replace("detail__", "v2-detail__")))
    out = tmp_path / "out.jsonl"
    settings = {
        "SPIDER_MODULES": "tests.world",
        "GUARD_ALLOW": "127.0.0.1",
        "DOWNLOAD_DELAY": "0",
        "STORE": ":temporary:",
        "HEALTH": str(tmp_path / "health"),
        "REPEATED_LINES": str(tmp_path / "lines"),
    }
    words = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
    base = news_site.url("/").rstrip("/")
    run = run_scrapy("crawl", "alpha", "-O", str(out), *words, ALPHA_BASE=base)
    assert run.code == 1
    said = (
        "alpha has changed: own_selectors: 0% of the articles, 100% before, selector div.detail__"
    )
    assert said + "content misses, for example " in run.err
    assert any(story.path in run.err for story in stories)
    texts = [json.loads(line)["text"] for line in out.read_text("utf-8").splitlines()]
    assert len(texts) == 7
    assert all("Hội nghị" in text for text in texts)
