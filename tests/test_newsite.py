"""`scrapy newsite`: the spider, the page and the gold of a new site out of one of its articles."""

from __future__ import annotations

import json
import re
import sys
from argparse import Namespace
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from scrapy.exceptions import UsageError
from scrapy.utils.project import get_project_settings

from crawler.canonical import article_id
from crawler.page import Page
from crawler.read import read_page
from crawler.site import Site
from crawler.sites import load_sites
from crawler.times import day_of
from crawler.tree import parse_page
from pipelines.commands.newsite import Command
from pipelines.newsite.facts import Guess, guess_address, guess_site, guess_zone
from pipelines.newsite.naming import name_element
from pipelines.newsite.source import write_source
from tests.news_site import Answer, NewsSite
from tests.programs import ROOT, run_program, run_scrapy

PAGES = sorted((ROOT / "tests" / "pages").rglob("*.html"))
SITES = load_sites(get_project_settings())
ONE = ROOT / "tests/pages/khmertimes/amm-retreat-phnom-penh-2022-02.html"
FAMILIES = {
    "vietnamplus": "mcms",
    "plo": "mcms",
    "baoquocte": "mastercms",
    "congthuong": "mastercms",
    "nld": "vccorp",
    "thanhnien": "vccorp",
    "thesun": "wordpress",
    "gnlm": "wordpress",
    "bernama": None,
    "qdnd": None,
}


def read_sidecar(file: Path) -> dict[str, Any]:
    return json.loads(file.with_suffix(".json").read_text("utf-8"))


def load_page(file: Path) -> Page:
    known = read_sidecar(file)
    fetched = datetime.fromisoformat(known["fetched"])
    return Page(url=known["url"], body=file.read_bytes(), fetched=fetched)


@cache
def guess(file: Path) -> Guess:
    return guess_site(load_page(file), "neu", known=SITES.values())


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_guessed_facts_read_most_pages_as_the_reviewed_ones_do() -> None:
    titles, days, texts = [], [], []
    for file in PAGES:
        gold = read_sidecar(file)["gold"]
        reading = read_page(load_page(file), guess(file).site)
        article, lines = reading.article, set(reading.article.text.split("\n"))
        assert reading.trace.by_site, file
        titles.append(article.title == gold["title"])
        days.append(
            bool(article.published) and str(day_of(article.published)) == gold["published"][:10]
        )
        texts.append(len(lines & set(gold["text"])) >= 0.8 * max(len(lines), len(gold["text"])))
    assert len(PAGES) >= 50
    assert share(titles) == 1
    assert share(days) >= 0.95
    assert share(texts) >= 0.85


@pytest.mark.parametrize("name", FAMILIES)
def test_the_content_system_is_known_by_the_selectors_that_hit(name: str) -> None:
    file = next(file for file in PAGES if file.parent.name == name)
    family = guess(file).family
    assert (family.__name__.rpartition(".")[2] if family else None) == FAMILIES[name]


def load_source(text: str) -> Site:
    names: dict[str, Any] = {"__name__": "spiders.neu"}
    exec(compile(text, "neu.py", "exec"), names)
    return names["NeuSpider"].site


@pytest.mark.parametrize("file", PAGES[::4], ids=lambda file: file.parent.name)
def test_the_written_spider_states_the_guessed_facts(file: Path) -> None:
    made = guess(file)
    assert load_source(write_source(made.site, made.family)) == made.site


def test_the_written_spiders_need_no_formatting(tmp_path: Path) -> None:
    for number, file in enumerate(PAGES):
        made = guess(file)
        (tmp_path / f"s{number}.py").write_text(write_source(made.site, made.family), "utf-8")
    config = f"--config={ROOT / 'pyproject.toml'}"
    for command in (("format", "--check"), ("check",)):
        done = run_program(
            sys.executable, "-m", "ruff", *command, config, "--no-cache", str(tmp_path)
        )
        assert done.code == 0, done.out + done.err


@pytest.mark.parametrize(
    ("url", "others"),
    [
        ("https://a.vn/hop-asean-post123.html", ["https://a.vn/thoi-su/khac-post9.html"]),
        ("https://a.vn/x/hop-asean-1234567.htm", ["https://a.vn/hop-khac-7654321.htm"]),
        ("https://www.a.my/news/2025/05/26/asean-opens", ["https://a.my/x/2024/01/02/other/"]),
        ("https://a.id/n/2025/05/26/asean-opens.html", ["https://a.id/n/2024/01/02/other.html"]),
        ("https://a.my/en/news.php?id=2346749", ["https://a.my/en/news.php?x=1&id=7"]),
        ("https://a.kh/501025612/asean-retreat/", ["https://a.kh/501025613/other"]),
        ("https://a.th/international/40011216", ["https://a.th/40011217"]),
        ("https://a.vn/asean/hop-tai-ha-noi-495359", ["https://a.vn/the-gioi/khac-495360"]),
        (
            "https://a.ph/asean-summit-opens-in-manila/",
            ["https://a.ph/another-summit-in-cebu-city"],
        ),
    ],
)
def test_the_pattern_of_addresses_has_the_others_of_its_kind(url: str, others: list[str]) -> None:
    pattern = guess_address(url)
    found = [re.search(pattern, address.split("//")[1]) for address in (url, *others)]
    assert all(found)
    assert len({match["id"] for match in found if match}) == len(found)
    home = url.split("//")[1].split("/")[0] + "/"
    assert not re.search(pattern, home)


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_a_page_is_an_article_of_the_site_guessed_from_it(file: Path) -> None:
    assert article_id(read_sidecar(file)["url"], guess(file).site)


@pytest.mark.parametrize(
    ("host", "zone"),
    [
        ("tin.vn", "Asia/Ho_Chi_Minh"),
        ("news.com.my", "Asia/Kuala_Lumpur"),
        ("news.gov.ph", "Asia/Manila"),
        ("news.com", "UTC"),
        ("news.de", "UTC"),
    ],
)
def test_the_zone_is_that_of_the_country_s_other_sites(host: str, zone: str) -> None:
    assert guess_zone(host, SITES.values()) == zone


@pytest.mark.parametrize(
    ("page", "selector"),
    [
        ('<h1 class="title big">A</h1>', "h1.title"),
        ('<p class="x">A</p><h1 id="post-1551204" class="x">A</h1>', "h1.x"),
        ('<h1 id="title">A</h1>', "h1#title"),
        ('<h1 class="a">B</h1><h1 class="a b">A</h1>', "h1.b"),
        ('<div class="side"><h1>B</h1></div><div class="main"><h1>A</h1></div>', "div.main > h1"),
        ("<h1>B</h1><h1>A</h1>", None),
    ],
)
def test_an_element_is_named_by_what_nothing_else_has(page: str, selector: str | None) -> None:
    root = parse_page(f"<html><body><main>{page}</main></body></html>")
    element = list(root.iter("h1"))[-1]
    assert name_element(element, root) == selector


@dataclass(frozen=True)
class Made:
    """How the command ended."""

    code: int
    files: list[Path]
    said: str


def make_site(folder: Path, name: str, url: str, file: Path) -> Made:
    """The command on a saved page, in this process."""
    command = Command()
    command.settings = get_project_settings()
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        command.run([name, url], Namespace(into=folder, file=file))
    return Made(
        command.exitcode, [Path(line) for line in out.getvalue().splitlines()], err.getvalue()
    )


def test_a_saved_page_becomes_a_spider_a_page_and_its_gold(tmp_path: Path) -> None:
    known = read_sidecar(ONE)
    made = make_site(tmp_path, "thukhmer", known["url"], ONE)
    assert made.code == 0, made.said
    spider, page, sidecar = made.files
    assert spider == tmp_path / "spiders" / "thukhmer.py"
    assert page.parent == sidecar.parent == tmp_path / "tests" / "pages" / "thukhmer"
    assert page.read_bytes() == ONE.read_bytes()
    gold = json.loads(sidecar.read_text("utf-8"))["gold"]
    same = ("title", "text", "authors", "captions", "language", "url")
    assert {name: gold[name] for name in same} == {name: known["gold"][name] for name in same}
    assert gold["site"] == "thukhmer"
    assert "needs review" in made.said


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    url = read_sidecar(ONE)["url"]
    spider, *_ = make_site(tmp_path, "thukhmer", url, ONE).files
    spider.write_text("reviewed")
    again = make_site(tmp_path, "thukhmer", url, ONE)
    assert again.code == 1
    assert spider.read_text() == "reviewed"


def test_a_live_page_is_fetched_with_the_manners_of_a_crawl(
    tmp_path: Path, news_site: NewsSite
) -> None:
    path = "/501025612/asean-foreign-ministers-hold-retreat/"
    news_site.add(path, Answer(body=ONE.read_bytes()))
    url, into = news_site.url(path), str(tmp_path)
    done = run_scrapy("newsite", "thu", url, "--into", into, "-sGUARD_ALLOW=127.0.0.1")
    assert done.code == 0, done.err
    assert [Path(line).exists() for line in done.out.splitlines()] == [True] * 3
    assert [seen.path for seen in news_site.seen] == ["/robots.txt", path]


@pytest.mark.parametrize(
    ("name", "file", "message"),
    [("vov", ONE, "there is such a spider"), ("tinmoi", ROOT / "LICENSE", "no HTML")],
)
def test_what_cannot_become_a_site_leaves_nothing_behind(
    tmp_path: Path, name: str, file: Path, message: str
) -> None:
    made = make_site(tmp_path, name, "https://tin.example/1", file)
    assert made.code == 1
    assert message in made.said
    assert not list(tmp_path.rglob("*"))


@pytest.mark.parametrize("name", ["Tin", "tin-moi", "1tin", ""])
def test_a_name_is_small_letters_and_digits(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        make_site(tmp_path, name, "https://tin.example/1", ONE)
