"""Thời báo Tài chính Việt Nam, a newspaper of the Ministry of Finance."""

from dataclasses import replace

from crawler.families import mastercms
from crawler.site import Discovery, Least, Site
from crawler.spider import NewsSpider


class ThoibaotaichinhSpider(NewsSpider):
    """https://thoibaotaichinhvietnam.vn."""

    name = "thoibaotaichinh"
    site = Site(
        name=name,
        paper=("Thời báo Tài chính Việt Nam", "TBTCVN", "TBTCO", "thoibaotaichinhvietnam.vn"),
        editions={"thoibaotaichinhvietnam.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=mastercms.ADDRESSES,
        folds=(mastercms.MOBILE,),
        discovery=Discovery(
            sections=(
                mastercms.list_cards("https://thoibaotaichinhvietnam.vn/thoi-su"),
                mastercms.list_cards("https://thoibaotaichinhvietnam.vn/quoc-te"),
            ),
            # Each section's feed holds the same 25 articles of the whole site (2026-09).
            feeds=("https://thoibaotaichinhvietnam.vn/rss_feed/",),
        ),
        selectors=replace(
            mastercms.SELECTORS,
            sapo=(".article-detail-desc",),
            body=("div.article-detail-main",),
            authors=(".article-detail-author",),
            agency=(".article-detail-source",),
            section=("ul.breadcrumb li.cat-alias a",),
            tags=(".article-tags a",),
            prune=(
                "table.__mb_article_in_image",
                "table.__MB_ARTICLE_A",
                "div.article-relate",
                "div.bx-detail-listing",
            ),
        ),
        least=Least(articles=5, characters=600),
    )
