"""Each selector of a site is one that a saved page matches, and the real pages are read by them."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.saved_sites import OURS, REAL, SITES, all_selectors, matched, read_saved, saved_pages
from tests.shared import find_shared

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


def test_no_site_with_a_real_page_is_called_a_guess() -> None:
    assert not any(SITES[page.partition("/")[0]].unproved for page in HITS)
