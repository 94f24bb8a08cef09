"""Thời báo Ngân hàng, the newspaper of the State Bank of Vietnam."""

from dataclasses import replace

from crawler.families import mastercms
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class ThoibaonganhangSpider(NewsSpider):
    """https://thoibaonganhang.vn."""

    name = "thoibaonganhang"
    site = Site(
        name=name,
        paper=("Thời báo Ngân hàng", "thoibaonganhang.vn", "TBNH"),
        editions={"thoibaonganhang.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=mastercms.ADDRESSES,
        folds=(mastercms.MOBILE,),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://thoibaonganhang.vn/su-kien",
                    cards="ul.list-news li",
                    pages="{url}&s_cond=&BRSR={offset}",
                    size=15,
                ),
                Section(
                    url="https://thoibaonganhang.vn/quoc-te",
                    cards="ul.list-news li",
                    pages="{url}&s_cond=&BRSR={offset}",
                    size=15,
                ),
            ),
            feeds=("https://thoibaonganhang.vn/rss_feed/",),
        ),
        selectors=replace(
            mastercms.SELECTORS,
            # A page of 2021-03.
            title=("h1.detail-title",),
            sapo=("p.detail-sapo",),
            published=("span.datetime",),
            authors=('.__MASTERCMS_CONTENT p[align="right"] strong',),
            section=("ul.breadcrumb a",),
            tags=('.main-cate.tags a[href$=".tag"]',),
            prune=(".before-after", "table.__MB_ARTICLE_A", "table.__mb_article_in_image"),
        ),
        least=Least(articles=5, characters=600),
    )
