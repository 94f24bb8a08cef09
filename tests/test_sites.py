"""Each site is one file of facts: found by its folder, named alike, and true of saved pages."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from crawler.authors import read_authors
from crawler.canonical import article_id, canonical_url
from crawler.metadata import read_metadata
from crawler.site import Site
from crawler.spider import NewsSpider
from crawler.tree import css, parse_page
from tests.saved_sites import OURS, SITES, SPIDERS, all_selectors, read_sidecar, saved_pages


def all_addresses(site: Site) -> list[str]:
    """Every address that the site's discovery names, templates filled in."""
    known = site.discovery
    listed = [listing.url.format(page=1, zone=7) for listing in known.listings]
    pages = [
        section.pages.format(url=section.url, page=2, offset=section.size)
        for section in known.sections
        if section.pages
    ]
    states = [listing.zone_from for listing in known.listings if listing.zone_from]
    sections = [section.url for section in known.sections]
    return [*sections, *pages, *known.feeds, *(m.url for m in known.sitemaps), *listed, *states]


def test_the_whole_region_has_sites() -> None:
    vietnam = {name for name, site in SITES.items() if site.zone == "Asia/Ho_Chi_Minh"}
    zones = Counter(site.zone for site in SITES.values())
    assert len(SITES) >= 42
    assert len(vietnam) >= 25
    assert len(zones) == 11  # each member state has one of its own


def test_a_site_of_guesses_says_what_is_missing() -> None:
    said = [text for site in SITES.values() for text in site.unproved]
    assert len(said) >= 20
    assert [text for text in said if len(text) < 5 or text.endswith(".")] == []


@pytest.mark.parametrize("name", SITES)
def test_file_spider_folder_and_class_bear_one_name(name: str) -> None:
    spider = SPIDERS.load(name)
    assert spider.__name__ == name.capitalize() + "Spider"
    assert spider.__module__ == f"spiders.{name}"
    assert spider.site.name == spider.name == name
    assert list((OURS / name).glob("*.html"))


def test_every_folder_of_saved_pages_has_a_site() -> None:
    assert {folder.name for folder in OURS.iterdir() if folder.is_dir()} == set(SITES)


@pytest.mark.parametrize("name", SITES)
def test_a_site_inherits_from_one_family_at_most(name: str) -> None:
    spider = SPIDERS.load(name)
    bases = spider.__mro__[1 : spider.__mro__.index(NewsSpider)]
    assert len(bases) <= 1
    assert all(base.__module__.startswith("crawler.families.") for base in bases)


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_facts_that_are_patterns_compile_and_name_their_groups(site: Site) -> None:
    assert all(re.compile(pattern).groupindex.keys() == {"id"} for pattern in site.addresses)
    assert all(re.compile(pattern) for pattern, _ in site.folds)
    months = [re.compile(sitemap.months) for sitemap in site.discovery.sitemaps]
    assert all(pattern.groupindex.keys() == {"year", "month"} for pattern in months)
    assert all(css(s.partition(": ")[2]) for s in all_selectors(site))


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_lists_stand_on_the_hosts_of_the_site_and_are_no_articles(site: Site) -> None:
    for url in all_addresses(site):
        host = url.split("/")[2].removeprefix("www.")
        assert any(host == known or host.endswith("." + known) for known in site.editions), url
        assert article_id(url, site) is None, url


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_a_site_can_be_crawled_and_states_the_least_it_must_yield(site: Site) -> None:
    assert site.discovery.sections or site.discovery.feeds or site.discovery.listings
    assert site.least.articles > 1
    assert site.least.characters >= 200


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_a_folded_address_is_not_folded_again(site: Site) -> None:
    for file, owner in saved_pages(OURS):
        if owner is site:
            url = canonical_url(read_sidecar(file)["url"], site)
            assert canonical_url(url, site) == url


@pytest.mark.parametrize(
    ("site", "paper"), [(site, paper) for site in SITES.values() for paper in site.paper]
)
def test_a_paper_is_no_author_of_its_articles(site: Site, paper: str) -> None:
    root = parse_page(f'<html><head><meta name="author" content="{paper}"></head></html>')
    metadata = read_metadata(root)
    for printed in ([], [paper], [paper.upper()]):
        url = f"https://{next(iter(site.editions))}/"
        assert read_authors(root, metadata, url=url, printed=printed, papers=site.paper) == []
