"""Each site is one file of facts: found by its folder, named alike, and true of saved pages."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from crawler.authors import read_authors
from crawler.canonical import article_id, canonical_url
from crawler.charset import decode_body
from crawler.metadata import read_metadata
from crawler.page import Page
from crawler.read import Reading, read_page
from crawler.site import Site
from crawler.sites import find_site, load_sites
from crawler.spider import NewsSpider
from crawler.tree import css, parse_page
from tests.shared import SHARED, find_shared

ROOT = Path(__file__).parents[1]
OURS = ROOT / "tests" / "pages"
REAL = (SHARED / "pages", SHARED / "seeds" / "pages", SHARED / "extraction" / "pages")
PROJECT = get_project_settings()
SITES = load_sites(PROJECT)
SPIDERS = get_spider_loader(PROJECT)

UNPROVED = {
    "baochinhphu": {
        'authors: .afcbc-body p[style*="text-align: right"] b',
        "authors: [data-role=author]",
        "authors: a.detail-author-top-name",
        'captions: .afcbc-body figure.VCSortableInPreviewMode[type="Photo"]',
        'prune: .VCSortableInPreviewMode[type="RelatedNewsBox"]',
        "published: .meta",
    },
    "baokiemtoan": {"authors: span.c-detail-head__author"},
    "cand": {
        "agency: div.article__source .source .name",
        "body: .post-content",
        "captions: .article__body .article-photo",
        "captions: .box-detail-thumb",
        "published: .timepost",
        "sapo: .desnews",
        "section: .catename > a",
        "tags: .tags li:not(.first) a",
        "title: .titledetail",
    },
    "nhandan": {
        "agency: div.article__source .source .name",
        "body: .item-content",
        "captions: .article__body .article-photo",
        "prune: .wrap-social",
        "prune: a.google-news",
        "published: .date-created",
        "sapo: .sapo > p",
        "title: .item-container > h3",
    },
    "thanhnien": {
        "authors: [data-role=author]",
        'captions: .afcbc-body div.VCSortableInPreviewMode[type="Photo"]',
    },
    "tuoitre": {'captions: .afcbc-body div.VCSortableInPreviewMode[type="Photo"]'},
    "vietnamplus": {"prune: .related-news"},
}
"""Selectors that no saved page matches, ours or a real one: they are from others' crawlers."""


@cache
def saved_pages(folder: Path) -> tuple[tuple[Path, Site | None], ...]:
    """The saved pages below `folder` with their sites."""
    files = sorted(folder.rglob("*.html"))
    return tuple((file, find_site(read_sidecar(file)["url"], SITES)) for file in files)


def read_sidecar(file: Path) -> dict[str, str]:
    return json.loads(file.with_suffix(".json").read_text("utf-8"))


@cache
def matched(folder: Path) -> dict[str, set[str]]:
    """Site -> `field: selector` of all its selectors that a page below `folder` matches."""
    found: dict[str, set[str]] = defaultdict(set)
    for file, site in saved_pages(folder):
        if site is None:
            continue
        root = parse_page(decode_body(file.read_bytes()))
        found[site.name] |= {
            f"{field}: {selector}"
            for field, selectors in asdict(site.selectors).items()
            for selector in selectors
            if css(selector)(root)
        }
    return found


def read_saved(file: Path, site: Site) -> Reading:
    sidecar = read_sidecar(file)
    fetched = datetime.fromisoformat(sidecar["fetched"])
    return read_page(Page(url=sidecar["url"], body=file.read_bytes(), fetched=fetched), site)


def all_selectors(site: Site) -> set[str]:
    return {f"{field}: {s}" for field, ss in asdict(site.selectors).items() for s in ss}


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
    assert not any(SITES[page.partition("/")[0]].unproved for page in HITS)


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


@pytest.mark.parametrize("name", SITES)
def test_selectors_without_a_saved_page_are_named_and_no_others(name: str) -> None:
    find_shared("pages")
    proved = matched(OURS)[name].union(*(matched(folder)[name] for folder in REAL))
    assert all_selectors(SITES[name]) - proved == UNPROVED.get(name, set())


@pytest.mark.parametrize("name", SITES)
def test_our_own_pages_match_what_is_not_named_as_unproved(name: str) -> None:
    assert all_selectors(SITES[name]) - matched(OURS)[name] == UNPROVED.get(name, set())


HITS = {
    "baoquocte/galatasaray-2026-02.html": {
        "title": ["h1.article-detail-title"],
        "sapo": ["div.article-detail-desc"],
        "body": ["#__MB_MASTERCMS_EL_3"],
        "published": ["div.article-date"],
        "authors": ["div.article-detail-author i"],  # empty on that page
        "section": ["ul.breadcrumb li.cat-alias a"],
        "tags": ["div.article-tag a.tag-link"],
        "captions": ["table.MASTERCMS_TPL_TABLE"],
    },
    "baotintuc/ukraine-2026-07.excerpt.html": {
        "title": ["h1.detail-title"],
        "sapo": ["h2.sapo"],
        "body": ["#divfirst", "#divend"],
        "published": ["div.date span.txt"],
        "authors": [".boxdetail .author strong"],
        "agency": [".boxdetail .author i"],
        "section": ["h4.cate a"],
        "tags": [".keysword li a"],
        "captions": [".boxdetail .contents figure"],
    },
    "malaymail/athletics-2020-04.html": {
        "title": ["section.article h1"],
        "body": ["section.article .primary > article"],
        "published": ["section.article .byline .meta"],
        "section": ["section.article ol.breadcrumb a"],
        "captions": ["section.article figure.figure"],
    },
    "malaymail/media-outreach-2024-04.html": {
        "title": ["h1.article-title"],
        "body": ["div.article-body"],
        "published": [".article-info .article-date"],
        "authors": [".article-byline"],
        "section": [".article-section a"],
    },
    "nhandan/world-cup-2026-07.excerpt.html": {
        "title": ["h1.article__title.cms-title"],
        "sapo": ["div.article__sapo.cms-desc"],
        "body": ["div.article__body.cms-body"],
        "published": ["div.article__meta time.time"],
        "authors": [".article__author .name"],
        "section": [".breadcrumb .main a"],
        "tags": [".article__tag a.link"],
        "captions": ["figure.article__avatar"],
    },
    "philstar/abs-cbn-2020.html": {
        "title": ["#sports_title"],
        "body": ["#sports_article_writeup"],
        "published": ["#sports_article_credits"],
        "authors": ['#sports_article_credits a[href*="/authors/"]'],
        "section": ["#micro_nav a"],
        "captions": ["#sports_header_summary_content"],
    },
    "thoibaonganhang/doanh-nghiep-2021.excerpt.html": {
        "title": ["h1.detail-title"],
        "sapo": ["p.detail-sapo"],
        "body": ["#__MB_MASTERCMS_EL_3"],
        "published": ["span.datetime"],
        "authors": ['.__MASTERCMS_CONTENT p[align="right"] strong'],
        "tags": ['.main-cate.tags a[href$=".tag"]'],
        "captions": ["table.MASTERCMS_TPL_TABLE"],
    },
    "tuoitre/chat-cay-2015.html": {
        "title": ["#object_title"],
        "sapo": ["p.txt-head"],
        "body": ["div.fck"],
        "published": [".tool-bar span.date"],
        "authors": [".wrapper-qt > strong"],
        "section": ["ul.breadcrumb li.active a"],
        "tags": ["ul.block-key li a"],
        "captions": ["table.desc_image"],
    },
    "vietnamnet/doi-dac-nhiem-2024.html": {
        "title": ["h1.content-detail-title"],
        "sapo": ["h2.content-detail-sapo"],
        "body": ["#maincontent"],
        "published": ["div.bread-crumb-detail__time"],
        "authors": [".article-detail-author .name a"],
        "section": [".bread-crumb-detail ul li a"],
        "tags": [".tag-cotnent a"],
        "captions": ["#maincontent figure.vnn-content-image"],
    },
    "vietnamplus/bach-mai-2026-07.excerpt.html": {
        "title": ["h1.article__title.cms-title"],
        "sapo": ["div.article__sapo.cms-desc"],
        "body": ["div.article__body.cms-body"],
        "published": ["div.article__meta time.time"],
        "agency": ["div.article__source .source .name"],
        "section": [".breadcrumb .main a"],
        "tags": [".article__tag a.active"],
    },
    "vnexpress/cong-nhan-2022.html": {
        "title": ["h1.title-detail"],
        "sapo": ["p.description"],
        "dateline": ["p.description .location-stamp"],
        "body": ["article.fck_detail"],
        "published": [".header-content span.date"],
        "authors": ['article.fck_detail p.Normal[style*="text-align:right"] strong'],
        "section": ["ul.breadcrumb a"],
        "captions": ["article.fck_detail figure.tplCaption"],
    },
    "vnexpress/set-danh-2018.html": {
        "title": ["h1.title_news_detail"],
        "sapo": [".sidebar_1 > h2.description"],
        "body": ["article.fck_detail"],
        "published": [".sidebar_1 header span.time"],
        "authors": ["p.author_mail strong"],
        "section": ["ul.breadcrumb a"],
    },
}
"""The real pages of our sites, and the selectors that read them (clutter aside)."""


@pytest.mark.parametrize("page", HITS)
def test_a_real_page_is_read_by_the_selectors_of_its_site(page: str) -> None:
    file = find_shared("pages", page)
    reading = read_saved(file, SITES[file.parent.name])
    assert reading.trace.by_site
    assert {f: s for f, s in reading.trace.hits.items() if f != "prune"} == HITS[page]


def test_the_printed_clock_corrects_a_wrong_offset() -> None:
    file = find_shared("pages", "vnexpress", "set-danh-2018.html")
    published = read_saved(file, SITES["vnexpress"]).article.published
    assert published == datetime.fromisoformat("2018-09-29T12:40:25+07:00")


def test_no_real_page_of_our_sites_is_missing_here() -> None:
    find_shared("pages")
    pages = {f"{file.parent.name}/{file.name}" for file, site in saved_pages(REAL[0]) if site}
    assert pages == set(HITS)
