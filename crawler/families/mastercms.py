"""MasterCMS, the system of Báo Thế giới và Việt Nam (baoquocte)."""

from __future__ import annotations

from crawler.site import Section, Selectors

SELECTORS = Selectors(
    title=("h1.article-detail-title",),
    sapo=("div.article-detail-desc",),
    body=("#__MB_MASTERCMS_EL_3",),
    published=("div.article-date",),
    authors=(
        # The element's class was not on the saved page of 2026-02: whatever is not the date.
        ".inforAuthor > :not(.article-date):not(.author-raterjs):not(script)",
        "div.article-detail-author i",
    ),
    section=("ul.breadcrumb li.cat-alias a", "ul.breadcrumb li.menu-alias a"),
    tags=("div.article-tag a.tag-link",),
    captions=("table.MASTERCMS_TPL_TABLE",),
    prune=(
        "table.__mb_article_in_image",
        "table._MB_EMBEDNEWS",
        "table.__MB_ARTICLE_A",
        "div.article-relate",
        "div.bqt-share-social",
        "div.bx-detail-listing",
        "div.bx-detail-right",
        "div.bx-cat-sub-list",
        "div.banner",
        "#user-comment",
        ".ico-systemDate",
    ),
)
ADDRESSES = (
    r"^[^/]+/[a-z0-9-]+-(?P<id>\d{4,})\.html(?:&mobile=yes)?(?:&amp=1)?$",
    r"^[^/]+/apicenter@/print_article&i=(?P<id>\d{4,})$",
)
MOBILE = (r"&mobile=yes(?:&amp=1)?$", "")
"""The mobile and AMP forms are parameters without a question mark."""


def list_cards(url: str) -> Section:
    """The section at `url` with its pager (seen 2022 and 2025)."""
    return Section(
        url=url,
        cards=".bx-cat-content .article",
        pages="{url}&s_cond=&BRSR={offset}",
        size=15,
    )
