"""What is wrong with sites of the loopback world: hosts, robots.txt, lists and templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from crawler.health.coverage import Coverage
from crawler.health.history import append_report
from crawler.page import Page
from crawler.read import read_page
from crawler.site import Site
from tests.news_site import Answer
from tests.world.publish import Planted, Story
from tests.world.server import World

DEAD = frozenset({"baochinhphu.vn"})
CRAWL_DELAY = 0.3
RETRY_AFTER = 1.0
_HISTORY = 3
"""Crawls before the template changes."""
_MOMENT = r"20\d\d-\d\d-\d\d(?:T[\d:.]+(?:\+\d\d:?\d\d|Z)?)?|\d{1,2}/\d{1,2}/20\d\d"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong."""

    name: str
    site: str
    what: str
    """What was planted, in a few words."""
    pages: tuple[str, ...] = ()
    """The addresses that play it; none where the whole site does."""
    line: str = ""
    """The words by which its line in the log is found, where that names none of the pages."""
    alarm: str = ""
    """The words by which its line of the verdict is found; without them all lines are its own."""


def plant_hosts(world: World, planted: dict[str, Planted]) -> Iterator[Fault]:
    """Faults of a host and of its robots.txt."""
    yield Fault(
        "dead host", "baochinhphu", "every connection is closed", line="Nothing of baochinhphu.vn"
    )
    world.add("https://tuoitre.vn/robots.txt", Answer(503))
    yield Fault("robots.txt 5xx", "tuoitre", "robots.txt answers 503", line="Nothing of tuoitre.vn")
    world.add("https://www.khmertimeskh.com/robots.txt", Answer(404))
    yield Fault("robots.txt missing", "khmertimes", "robots.txt answers 404")
    yield plant_longest_match(world, planted["bangkokpost"])
    rules = f"User-agent: *\nCrawl-delay: {CRAWL_DELAY}\n"
    world.add("https://vnexpress.net/robots.txt", Answer(body=rules, kind="text/plain"))
    yield Fault("Crawl-delay", "vnexpress", f"robots.txt asks for {CRAWL_DELAY} s")
    page = planted["vov"].reports[0].url
    busy = Answer(429, headers={"Retry-After": f"{RETRY_AFTER:.0f}"})
    world.add(page, busy, world.first_answer(page))
    what = f"one article answers 429 first, Retry-After {RETRY_AFTER:.0f} s"
    yield Fault("429 + Retry-After", "vov", what, pages=(page,))
    yield plant_long_pause(world)
    stories = planted["antaranews"].reports + planted["antaranews"].decoys
    for story in stories:
        world.add(story.url, Answer(403, "<h1>403 Forbidden</h1>"))
    pages = tuple(story.url for story in stories)
    yield Fault("every article refused", "antaranews", "all articles answer 403", pages, alarm=" ")


def plant_longest_match(world: World, planted: Planted) -> Fault:
    paths = [story.url.removeprefix("https://www.bangkokpost.com") for story in planted.reports]
    rules = "\n".join(["User-agent: *", "Disallow: /thailand/", *(f"Allow: {p}" for p in paths)])
    for host in ("www", "search"):
        url = f"https://{host}.bangkokpost.com/robots.txt"
        world.add(url, Answer(body=rules, kind="text/plain"))
    pages = tuple(story.url for story in planted.decoys)
    what = "a folder is disallowed, longer rules allow the reports in it"
    return Fault("robots.txt longest match", "bangkokpost", what, pages=pages)


def plant_long_pause(world: World) -> Fault:
    busy = Answer(503, headers={"Retry-After": "86400"})
    for url in world.addresses("https://baoquocte.vn/"):
        if not url.endswith("/robots.txt"):
            world.add(url, busy)
    what = "every page of one of its two hosts answers 503, Retry-After a day"
    return Fault("Retry-After too long", "baoquocte", what, line="asks for a pause")


def plant_lists(world: World, planted: dict[str, Planted]) -> Iterator[Fault]:
    """Faults of lists; what they hide stands in others too."""
    url = "https://www.vietnamplus.vn/chinhtri/"
    world.add(url, Answer(body="\x07\x13 0x%% <<< garbage >>> \x1b" * 40))
    yield Fault("garbage list", "vietnamplus", "a section page is noise", (url,), alarm="read")
    url = "https://www.vietnamplus.vn/sitemaps/google-news.xml"
    whole = world.first_answer(url)
    assert isinstance(whole.body, str)
    end = whole.body.rindex("</loc>") - 9
    world.add(url, replace(whole, body=whole.body[:end]))
    what = "a sitemap breaks off inside an address"
    yield Fault("truncated sitemap", "vietnamplus", what, (url,), alarm="read")
    url = "https://www.vietnamplus.vn/rss/thegioi.rss"
    page = "<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x.js'></script>"
    world.add(url, Answer(403, page, headers={"cf-mitigated": "challenge"}))
    what = "a feed answers with Cloudflare's challenge"
    yield Fault("challenge for a list", "vietnamplus", what, (url,), alarm="refused")


def plant_templates(
    world: World, planted: dict[str, Planted], sites: dict[str, Site], health: Path
) -> Iterator[Fault]:
    """Templates that change overnight: the crawls before saw the pages as the site wrote them."""
    for name, change in (("nhandan", rename_classes), ("dantri", impoverish)):
        stories = planted[name].reports + planted[name].decoys
        write_history(health, sites[name], stories)
        for story in stories:
            world.add(story.url, Answer(body=change(story.page)))
    what = "all classes of the article page have new names"
    yield Fault("template: selectors miss", "nhandan", what, alarm="has changed")
    what = "times and dates are gone from the articles"
    yield Fault("template: dates vanish", "dantri", what, alarm="changed: time")
    what = "the articles show one paragraph of four"
    yield Fault("template: body shrinks", "dantri", what, alarm="changed: length")


def write_history(health: Path, site: Site, stories: tuple[Story, ...]) -> None:
    """What crawls of these pages have brought on the days before."""
    coverage = Coverage(site.selectors)
    for story in stories:
        page = Page(url=story.url, body=story.page.encode(), fetched=datetime.now(UTC))
        reading = read_page(page, site)
        coverage.add(reading.article, reading.trace)
    for _ in range(_HISTORY):
        append_report(health, site.name, coverage.report())


def rename_classes(page: str) -> str:
    """Every class by another name."""
    return re.sub(r'\bclass="([^"]*)"', lambda c: f'class="{rename(c[1])}"', page)


def rename(classes: str) -> str:
    return " ".join(f"neu-{name}" for name in classes.split())


def impoverish(page: str) -> str:
    """Without any date, and with one of four long paragraphs."""
    number = iter(range(10_000))

    def keep_few(paragraph: re.Match[str]) -> str:
        return paragraph[0] if next(number) % 4 == 0 else "<p></p>"

    undated = re.sub(_MOMENT, "", page)
    return re.sub(r"<p\b[^>]*>[^<]{80,}</p>", keep_few, undated)
