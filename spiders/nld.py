"""Người Lao Động, a newspaper of Ho Chi Minh City."""

from dataclasses import replace

from crawler.families import vccorp
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class NldSpider(NewsSpider):
    """https://nld.com.vn."""

    name = "nld"
    site = Site(
        name=name,
        paper=("Báo Người Lao Động", "Báo Người Lao Động Online", "Người Lao Động", "NLĐO"),
        editions={"nld.com.vn": "vi", "m.nld.com.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{14,21})\.(?:htm|amp)$",),
        folds=((r"\.amp$", ".htm"), (r"^https?://m\.nld\.com\.vn/", "https://nld.com.vn/")),
        discovery=Discovery(
            sections=(
                Section(url="https://nld.com.vn/quoc-te.htm", cards=".box-category-item"),
                Section(url="https://nld.com.vn/thoi-su.htm", cards=".box-category-item"),
            ),
            feeds=("https://nld.com.vn/rss/quoc-te.rss", "https://nld.com.vn/rss/home.rss"),
        ),
        selectors=replace(
            vccorp.SELECTORS,
            title=("[data-role=title]",),
            sapo=("[data-role=sapo]",),
            section=("[data-role=cate-name]",),
            captions=vccorp.SELECTORS.captions[:1],
            prune=('.VCSortableInPreviewMode[type^="RelatedOneNews"]', ".box-category-item"),
        ),
        least=Least(articles=5, characters=600),
        unproved=("an article page: selectors are those of its content system, VCCorp",),
    )
