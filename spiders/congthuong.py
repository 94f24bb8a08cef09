"""Công Thương, the newspaper of the Ministry of Industry and Trade of Vietnam."""

from dataclasses import replace

from crawler.families import mastercms
from crawler.site import Discovery, Least, Site
from crawler.spider import NewsSpider


class CongthuongSpider(NewsSpider):
    """https://congthuong.vn."""

    name = "congthuong"
    site = Site(
        name=name,
        paper=("Báo Công Thương", "Báo Công Thương điện tử", "Công Thương", "congthuong.vn"),
        editions={"congthuong.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=mastercms.ADDRESSES,
        folds=(mastercms.MOBILE,),
        discovery=Discovery(
            sections=(
                mastercms.list_cards("https://congthuong.vn/thoi-su"),
                mastercms.list_cards("https://congthuong.vn/quoc-te"),
            ),
            feeds=("https://congthuong.vn/rss_feed/",),
        ),
        selectors=replace(
            mastercms.SELECTORS,
            authors=("div.article-detail-author i",),
            section=("ul.breadcrumb li.cat-alias a",),
            prune=("table.__MB_ARTICLE_A", "div.article-relate", "div.bx-detail-listing"),
        ),
        least=Least(articles=5, characters=600),
        unproved=(
            "an article page: but for its table of related articles (2026) the selectors are"
            " those of its content system, MasterCMS",
        ),
    )
