"""Puts the papers into the loopback world, and tells what was planted in each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlsplit

from crawler.site import Site
from tests.news_site import Answer
from tests.newspaper import wrap_sitemap
from tests.world.press import Paper
from tests.world.saved import read_saved, write_page
from tests.world.server import World
from tests.world.stories import (
    ENGLISH,
    ENGLISH_DECOYS,
    ENGLISH_LAST,
    ENGLISH_PASSING,
    VIETNAMESE,
    VIETNAMESE_DECOYS,
    VIETNAMESE_LAST,
    VIETNAMESE_PASSING,
)

JUNK = (
    "{home}/tag/asean-summit",
    "{home}/tim-kiem?q=hoi-nghi-cap-cao-asean",
    "{home}/",
    "https://elsewhere.example/asean-summit-opens-post99.html",
    "mailto:editor@elsewhere.example",
    "javascript:void(0)",
    "http://[broken/asean-summit",
)
"""Links that lead to no article of the paper; their titles sound like one."""
_PASSING_A_LIST = 4


@dataclass(frozen=True)
class Story:
    """One article of a paper."""

    url: str
    title: str
    page: str = ""
    series: str | None = None
    """The meeting that it reports; None for a decoy."""


@dataclass(frozen=True)
class Planted:
    """What one paper holds."""

    reports: tuple[Story, ...]
    decoys: tuple[Story, ...]
    """Near the subject: fetched, and no meeting."""
    passing: tuple[Story, ...]
    """Off the subject: not worth fetching."""
    aliases: frozenset[str]
    """Further addresses of the articles, which are not to be asked for."""


def find_hosts(papers: Iterable[Paper]) -> set[str]:
    """The hosts that `papers` have articles or lists on."""
    urls = {url for paper in papers for url in (paper.home, *paper.lists)}
    return {urlsplit(url).hostname or "" for url in urls}


def plant(world: World, paper: Paper, site: Site, odd: tuple[Story, ...] = ()) -> Planted:
    """Publish `paper`: its articles, and each article in two lists, once by its other address.

    Of the `odd` stories only the links: their pages are somebody else's to publish.
    """
    planted = write_stories(paper, site)
    stories = planted.reports + planted.decoys
    for story in odd:
        world.add(story.url, Answer(404))
    lists: list[list[Story]] = [[] for _ in paper.lists]
    for number, story in enumerate(stories + odd):
        lists[number % len(lists)].append(story)
        other = Story(story.url.replace(*paper.alias), story.title)
        lists[(number + 1) % len(lists)].append(other)
        if story.page:
            world.add(story.url, Answer(body=story.page, cached=number % 2 == 0, zipped=True))
    for number, (url, listed) in enumerate(zip(paper.lists, lists, strict=True)):
        at = number * _PASSING_A_LIST % len(planted.passing)
        shown = (*listed, *planted.passing[at : at + _PASSING_A_LIST])
        world.add(url, write_list(url, paper, shown))
    world.add(f"{paper.home}/robots.txt", Answer(body=paper.robots, kind="text/plain"))
    return planted


def write_stories(paper: Paper, site: Site) -> Planted:
    """The articles of `paper`."""
    pages = [(read_saved(paper.name, slug), series) for slug, series in paper.saved]
    template = pages[0][0]
    english = template.gold["language"] == "en"
    texts = [(ENGLISH if english else VIETNAMESE)[number] for number in paper.reports]
    reports = [Story(saved.url, saved.gold["title"], saved.source, s) for saved, s in pages]
    written = []
    last = ENGLISH_LAST if english else VIETNAMESE_LAST
    for number, text in enumerate((*texts, *(ENGLISH_DECOYS if english else VIETNAMESE_DECOYS))):
        url = paper.address.format(slug=text.slug, id=paper.first + number)
        longer = (*text.paragraphs, last.format(title=text.title))
        page = write_page(template, site, replace(text, paragraphs=longer), url)
        written.append(Story(url, text.title, page, text.series))
    reports += written[: len(texts)]
    passing = [
        Story(paper.address.format(slug=slug, id=paper.first + 100 + number), title)
        for number, (slug, title) in enumerate(ENGLISH_PASSING if english else VIETNAMESE_PASSING)
    ]
    stories = reports + written[len(texts) :]
    aliases = {story.url.replace(*paper.alias) for story in stories} - {s.url for s in stories}
    return Planted(tuple(reports), tuple(written[len(texts) :]), tuple(passing), frozenset(aliases))


def write_list(url: str, paper: Paper, stories: tuple[Story, ...]) -> Answer:
    """The list at `url` in the form that its address tells."""
    if "/api/" in url:
        return write_listing(stories)
    if "google-news" in url:
        return write_sitemap(stories)
    if "rss" in url or "/feed/" in url:
        return write_feed(stories)
    return write_section(paper, stories)


def write_listing(stories: tuple[Story, ...]) -> Answer:
    """A JSON listing API."""
    found = [{"title": story.title, "url": story.url} for story in stories]
    body = json.dumps({"error_code": 0, "data": {"contents": found}})
    return Answer(body=body, kind="application/json")


def write_sitemap(stories: tuple[Story, ...]) -> Answer:
    """A sitemap of news."""
    urls = "".join(
        f"<url><loc>{escape(story.url)}</loc><n:news><n:title>{escape(story.title)}</n:title>"
        "</n:news></url>"
        for story in stories
    )
    body = wrap_sitemap("urlset", urls).replace(
        "<urlset ", '<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" '
    )
    return Answer(body=body, kind="application/xml")


def write_feed(stories: tuple[Story, ...]) -> Answer:
    """An RSS feed."""
    items = "".join(
        f"<item><title>{escape(story.title)}</title><link>{escape(story.url)}</link></item>"
        for story in stories
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
    return Answer(body=body, kind="application/rss+xml", zipped=True)


def write_section(paper: Paper, stories: tuple[Story, ...]) -> Answer:
    """A section page, with links among its cards that lead to no article."""
    junk = [Story(url.format(home=paper.home), "ASEAN Summit") for url in JUNK]
    cards = "".join(
        paper.card.format(url=escape(story.url), title=escape(story.title))
        for story in (*stories, *junk)
    )
    body = f"<script>var cmsConfig = {{ adsZone: 271 }};</script><main>{cards}</main>"
    return Answer(body=f"<!DOCTYPE html><html><body>{body}</body></html>", zipped=True)
