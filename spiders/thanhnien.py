"""Thanh Niên, the newspaper of the Vietnam Youth Federation."""

from dataclasses import replace

from crawler.families import vccorp
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class ThanhnienSpider(NewsSpider):
    """https://thanhnien.vn."""

    name = "thanhnien"
    site = Site(
        name=name,
        paper=("Báo Thanh Niên", "Thanh Niên", "Thanh Niên Online", "thanhnien.vn"),
        editions={"thanhnien.vn": "vi", "m.thanhnien.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            # The move to this system put 185 before the old ids: -918344.html is -185918344.htm.
            r"^[^/]+/(?:[^/?]+/)*[^/?]+-185(?P<id>\d{5,7})\.(?:htm|amp)$",
            r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{5,7})\.(?:html|amp)$",
            r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{14,21})\.(?:htm|amp)$",
        ),
        folds=(
            (r"\.amp$", ".htm"),
            (r"^https?://m\.thanhnien\.vn/", "https://thanhnien.vn/"),
        ),
        discovery=Discovery(
            sections=(
                Section(url="https://thanhnien.vn/the-gioi.htm", cards=".box-category-item"),
                Section(url="https://thanhnien.vn/thoi-su.htm", cards=".box-category-item"),
            ),
            feeds=("https://thanhnien.vn/rss/the-gioi.rss", "https://thanhnien.vn/rss/home.rss"),
        ),
        selectors=replace(
            vccorp.SELECTORS,
            authors=(".detail-author a.name", *vccorp.SELECTORS.authors),
            section=("[data-role=cate-name]",),
            prune=(
                *vccorp.SELECTORS.prune,
                ".detail__related",
                ".box-related",
                ".seo-suggest-link",
            ),
        ),
        least=Least(articles=10, characters=600),
    )
