"""Mekong ASEAN, a Vietnamese magazine on the economies of the region."""

from dataclasses import replace

from crawler.families import mastercms
from crawler.site import Discovery, Least, Site
from crawler.spider import NewsSpider


class MekongaseanSpider(NewsSpider):
    """https://mekongasean.vn."""

    name = "mekongasean"
    site = Site(
        name=name,
        paper=("Tạp chí Mekong ASEAN", "Mekong ASEAN", "mekongasean.vn"),
        editions={"mekongasean.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=mastercms.ADDRESSES,
        folds=(mastercms.MOBILE,),
        discovery=Discovery(
            sections=(
                mastercms.list_cards("https://mekongasean.vn/asean"),
                mastercms.list_cards("https://mekongasean.vn/quoc-te"),
            ),
            feeds=("https://mekongasean.vn/rss_feed/",),
        ),
        selectors=replace(
            mastercms.SELECTORS,
            title=("h1.mekong-detail-title",),
            sapo=(".mekong-detail-desc",),
            body=(".mekong-detail-body",),
            published=(".mekong-detail-time",),
            authors=("div.auther a",),
            section=("ul.breadcrumb a",),
            prune=("table.__MB_ARTICLE_A", "table.__mb_article_in_image"),
        ),
        least=Least(articles=5, characters=600),
        unproved=("the elements of title and time; the addresses of sections",),
    )
