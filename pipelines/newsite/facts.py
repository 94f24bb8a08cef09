"""The facts of a new site, as far as one of its pages shows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from crawler.charset import decode_body
from crawler.discovery.link import complete
from crawler.items import Article
from crawler.metadata import Metadata, read_metadata
from crawler.page import Page
from crawler.read import read_page
from crawler.site import Discovery, Least, Section, Selectors, Site, Sitemap
from crawler.tree import elements, parse_page
from pipelines.newsite.selectors import find_family, guess_selectors, keep_hits

_FEEDS = elements(
    "descendant::link[@href][@type='application/rss+xml' or @type='application/atom+xml']"
)
_FOLDERS = r"^[^/]+/(?:[^/?]+/)*"
_SHAPES = (
    # What an address looks like, and the pattern of all addresses like it.
    (r"/[^/?]+-post\d+\.(?P<end>\w+)$", _FOLDERS + r"[^/?]+-post(?P<id>\d+)\.{end}$"),
    (r"/[^/?]+-\d{4,}\.(?P<end>\w+)$", _FOLDERS + r"[^/?]+-(?P<id>\d{{4,}})\.{end}$"),
    (
        r"/\d{4}/\d\d/\d\d/[^/?]+?(?P<end>\.\w+)?(?:/\d{1,3})?/?$",
        _FOLDERS + r"(?P<id>\d{{4}}/\d\d/\d\d/[^/?]+?){end}(?:/\d{{1,3}})?/?$",
    ),
    (r"[?&](?P<end>\w*id)=\d+", r"^[^/]+/[^?]*\?(?:.*&)?{end}=(?P<id>\d+)"),
    (r"/\d{4,}/[^/?]+/?$", _FOLDERS + r"(?P<id>\d{{4,}})/[^/?]+/?$"),
    (r"/\d{4,}(?P<end>\.\w+)?/?$", _FOLDERS + r"(?P<id>\d{{4,}}){end}/?$"),
    (r"/[^/?]+-\d{4,}/?$", _FOLDERS + r"[^/?]+-(?P<id>\d{{4,}})/?$"),
    (r"/[^/?]+\.(?P<end>\w+)$", _FOLDERS + r"(?P<id>[^/?]+)\.{end}$"),
    (r"", _FOLDERS + r"(?P<id>[^/?]+(?:-[^/?-]+){{3,}}?)/?$"),
)


@dataclass(frozen=True, slots=True)
class Guess:
    """What one page tells of its site."""

    site: Site
    article: Article
    """What the generic reader took from the page."""
    family: ModuleType | None
    """The content system; None where no one's selectors hit the page."""


def guess_site(page: Page, name: str, *, known: Iterable[Site] = ()) -> Guess:
    """The facts of the site that `page` is from, to be called `name`.

    Args:
        page: an article of the site.
        name: of the spider.
        known: other sites, whose zones tell those of the countries.

    Raises:
        Unreadable: there is no article on the page.
    """
    article = read_page(page, None).article
    declared = page.headers.get("content-type", "")
    root = parse_page(decode_body(page.body, content_type=declared))
    family = find_family(root)
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    site = Site(
        name=name,
        paper=read_papers(read_metadata(root), host),
        editions={host: article.language or "en"},
        zone=guess_zone(host, known),
        addresses=(guess_address(page.url),),
        discovery=_find_lists(root, page.url, family),
        selectors=_choose_selectors(root, article, family),
        least=Least(articles=2, characters=300),
        unproved=("what one page shows was guessed; addresses, lists, zone and names unchecked",),
    )
    return Guess(site, article, family)


def guess_address(url: str) -> str:
    """The pattern of article addresses like `url`, its group `id` where they differ."""
    place = re.sub(r"^https?://(?:www\.)?", "", url.partition("#")[0])
    for shape, pattern in _SHAPES:
        if found := re.search(shape, place):
            return pattern.format(end=re.escape(found.groupdict().get("end") or ""))
    raise AssertionError("the last shape is that of every address")


def guess_zone(host: str, known: Iterable[Site]) -> str:
    """The zone of most sites of the same country's domain; UTC where there are none."""
    country = host.rpartition(".")[2]
    zones = Counter(
        site.zone
        for site in known
        if any(edition.rpartition(".")[2] == country for edition in site.editions)
    )
    return zones.most_common(1)[0][0] if zones and len(country) == 2 else "UTC"


def read_papers(metadata: Metadata, host: str) -> tuple[str, ...]:
    """The names that the page gives its paper."""
    publisher = metadata.ld("publisher")
    stated = [
        metadata.meta("og:site_name"),
        publisher.get("name") if isinstance(publisher, dict) else publisher,
        host,
    ]
    return tuple(dict.fromkeys(name for name in stated if isinstance(name, str) and name))


def _choose_selectors(root: HtmlElement, article: Article, family: ModuleType | None) -> Selectors:
    return keep_hits(family.SELECTORS, root) if family else guess_selectors(root, article)


def _find_lists(root: HtmlElement, url: str, family: ModuleType | None) -> Discovery:
    parts = urlsplit(url)
    home = f"{parts.scheme}://{parts.netloc}"
    found = (complete(link.get("href", ""), base=url) for link in _FEEDS(root))
    feeds = tuple(dict.fromkeys(feed for feed in found if feed and feed.startswith(home)))
    months = getattr(family, "MONTHS", None)
    return Discovery(
        sections=(Section(url=f"{home}/"),),
        feeds=feeds,
        sitemaps=(Sitemap(url=f"{home}/sitemap.xml", months=months),) if months else (),
    )
