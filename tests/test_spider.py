"""A news spider on a loopback newspaper: what it asks for, what it reads, what it reports."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crawler.verdict import find_failures
from tests.made_spiders import LISTING
from tests.news_site import Answer, NewsSite
from tests.newspaper import Story, publish_newspaper
from tests.programs import run_program
from tests.shared import read_lines

STORIES = 12


@dataclass(frozen=True)
class Crawl:
    """How a crawl of one newspaper ended."""

    site: NewsSite
    stories: list[Story]
    articles: list[dict[str, Any]]
    stats: dict[str, Any]
    log: list[str]
    """Of all crawls together."""

    def numbers(self) -> list[int]:
        """The articles by their number, sorted; twice where an article came twice."""
        return sorted(int(a["url"].rpartition("post1000")[2][:2]) for a in self.articles)


def print_whole_paper(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    stories = publish_newspaper(site, STORIES)
    site.add("/asean.html?lai=1", Answer(body=f'<a href="{stories[0].path}?utm_source=x">A'))
    site.add("/api/tin-1.html", Answer(body=LISTING % stories[11].path, kind="application/json"))
    site.add("/api/tin-2.html", Answer(body='{"data": {"contents": []}}'))
    return stories, {}


def print_old_paper(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    stories = publish_newspaper(site, 30)
    return stories, {"since": "2026-10", "until": "2026-10-20", "pages": "1"}


def print_broken_lists(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    stories = publish_newspaper(site, 6)
    site.add("/sitemap.xml", Answer(body="\x00 garbage", kind="application/xml"))
    cut = f"<rss><item><link>{stories[0].path}</link></item><item><link>/a-post1"
    site.add("/rss/asean.rss", Answer(body=cut, kind="application/rss+xml"))
    site.add("/asean.html?lai=1", Answer(status=500))
    site.robots("User-agent: *\nDisallow: /api/\n")
    return stories, {"since": "2026-01"}


def print_empty_pages(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    stories = publish_newspaper(site, 4)
    site.add(stories[0].path, Answer(body=b"%PDF-1.7 \x00\x01"))
    site.add(stories[1].path, Answer(body="<html><body></body></html>"))
    return stories, {}


def print_refusals(site: NewsSite) -> tuple[list[Story], dict[str, str]]:
    """No article is to be had, each for a reason of its own; one of seven links is irrelevant."""
    stories = publish_newspaper(site, 9)
    challenge = "<title>Just a moment...</title><script src='/cdn-cgi/challenge'></script>"
    home = Answer(302, headers={"Location": "/"})
    answers = (
        Answer(403, "<h1>Forbidden</h1>"),
        Answer(503, challenge, headers={"cf-mitigated": "challenge"}),
        Answer(200, challenge),
        Answer(404),
        Answer(302, headers={"Location": "https://elsewhere.example/"}),
        home,
        home,
        Answer(500),
        Answer(body=b"\0" * (17 << 20), zipped=True),
    )
    for story, answer in zip(stories, answers, strict=True):
        site.add(story.path, answer)
    site.add("/", Answer(body="<h1>Trang nhất</h1>"))
    site.add("/asean.html?lai=1", Answer(body="<a href='/gia-vang-tang-nhe-post9.html'>Giá vàng"))
    site.add("/api/tin-1.html", Answer(200, challenge))
    return stories, {}


PAPERS = (
    print_whole_paper,
    print_old_paper,
    print_broken_lists,
    print_empty_pages,
    print_refusals,
)


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Crawl]]:
    """All newspapers, crawled over real HTTP in one process."""
    with ExitStack() as stack:
        sites = [stack.enter_context(NewsSite()) for _ in PAPERS]
        printed = [paper(site) for paper, site in zip(PAPERS, sites, strict=True)]
        folders = [tmp_path_factory.mktemp(paper.__name__) for paper in PAPERS]
        tasks = [
            {"folder": str(folder), "arguments": {"base": site.url("")} | arguments}
            for folder, site, (_, arguments) in zip(folders, sites, printed, strict=True)
        ]
        done = run_program(sys.executable, "-m", "tests.tin", json.dumps(tasks), timeout=120)
        assert done.code == 0, done.err
        yield {
            paper.__name__: Crawl(
                site, stories, read_output(folder / "out.jsonl"), stats, done.err.splitlines()
            )
            for paper, site, folder, (stories, _), stats in zip(
                PAPERS, sites, folders, printed, done.lines(), strict=True
            )
        }


def read_output(file: Path) -> list[dict[str, Any]]:
    """The articles; a crawl without any writes no file."""
    return read_lines(file) if file.exists() else []


def test_every_article_of_every_list_is_read_once(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_whole_paper"]
    assert done.numbers() == list(range(1, STORIES + 1))
    asked = Counter(path.partition("?")[0] for path in done.site.paths())
    assert {asked[story.path] for story in done.stories} == {1}
    assert done.stats["read/articles"] == STORIES
    assert done.stats["selectors/body/div.detail__content"] == STORIES
    assert not [name for name in done.stats if name.startswith("least/")]


def test_sitemaps_are_left_alone_where_no_past_is_asked_for(crawls: dict[str, Crawl]) -> None:
    assert "/sitemap.xml" not in crawls["print_whole_paper"].site.paths()


def test_the_past_is_found_in_the_sitemaps_of_its_months(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_old_paper"]
    first, last = date(2026, 10, 1), date(2026, 10, 20)
    assert done.numbers() == [s.number for s in done.stories if first <= s.day <= last]
    sitemaps = [path for path in done.site.paths() if path.startswith("/sitemaps/")]
    assert sitemaps == ["/sitemaps/news-2026-10.xml"]


def test_broken_lists_cost_one_line_each_and_the_crawl_goes_on(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_broken_lists"]
    assert done.numbers() == list(range(1, 7))
    assert "/a-post1" not in done.site.paths()
    kinds = ("unreadable", "unanswered", "forbidden")
    assert [done.stats[f"lists/{kind}"] for kind in kinds] == [2, 1, 1]
    for path in ("/sitemap.xml", "/rss/asean.rss", "/api/tin-1.html", "/asean.html?lai=1"):
        lines = [line for line in done.log if f"{done.site.url(path)}: " in line]
        assert len([line for line in lines if "WARNING tin: list" in line]) == 1, path
    assert "Traceback" not in "\n".join(done.log)


def test_a_list_that_robots_forbid_is_not_asked_for(crawls: dict[str, Crawl]) -> None:
    assert "/api/tin-1.html" not in crawls["print_broken_lists"].site.paths()


def test_pages_without_an_article_are_counted_and_passed_over(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_empty_pages"]
    assert done.numbers() == [3, 4]
    assert done.stats["read/unreadable"] == 2
    assert not [name for name in done.stats if name.startswith("spider_exceptions")]


def test_a_crawl_that_yields_too_little_says_so(crawls: dict[str, Crawl]) -> None:
    done = crawls["print_empty_pages"]
    assert done.stats["least/articles"] == 1
    expected = "ERROR tin: tin fell short: 2 articles, at least 3 expected"
    assert len([line for line in done.log if expected in line]) == 1


def test_articles_that_are_not_to_be_had_are_counted_by_the_reason(
    crawls: dict[str, Crawl],
) -> None:
    done = crawls["print_refusals"]
    counted = {name: n for name, n in done.stats.items() if name.startswith(("read/", "lists/b"))}
    assert counted == {
        "read/blocked": 3,
        "read/gone": 1,
        "read/redirected-away": 3,
        "read/failed": 2,
        "lists/blocked": 1,
    }


def test_each_article_that_is_not_to_be_had_is_one_line_with_its_address(
    crawls: dict[str, Crawl],
) -> None:
    done = crawls["print_refusals"]
    said = [line for line in done.log if "WARNING tin: " in line]
    for story in (*done.stories[:5], *done.stories[7:]):
        assert len([line for line in said if done.site.url(story.path) in line]) == 1
    first = done.site.url(done.stories[0].path)
    assert any(line.endswith(f"article blocked: {first}: HTTP 403") for line in said)


def test_a_site_that_refuses_its_articles_fails_though_its_lists_are_well(
    crawls: dict[str, Crawl],
) -> None:
    stats = crawls["print_refusals"].stats
    assert stats["discovery/irrelevant"] == 1
    assert find_failures(stats) == [
        "1 lists of articles that the site refused or hid behind a challenge",
        "3 articles that the site refused or hid behind a challenge",
        "2 articles that gave no answer",
        "4 of 4 pages give no article: 3 leading elsewhere, 1 gone",
        "fewer articles than the site must yield",
    ]
