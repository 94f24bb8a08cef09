"""Khmer Times, a daily of Cambodia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class KhmertimesSpider(NewsSpider):
    """https://www.khmertimeskh.com, behind Cloudflare."""

    name = "khmertimes"
    site = Site(
        name=name,
        paper=("Khmer Times", "khmertimeskh.com", "Khmer Times Staff"),
        editions={"khmertimeskh.com": "en"},
        zone="Asia/Phnom_Penh",
        addresses=(r"^[^/]+/(?P<id>\d{5,})/[^/?]+/?$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://www.khmertimeskh.com/?s=ASEAN",
                    cards="section.section-category article h2.item-title",
                    pages="https://www.khmertimeskh.com/page/{page}/?s=ASEAN",
                ),
            ),
            feeds=("https://www.khmertimeskh.com/feed/",),
        ),
        selectors=Selectors(
            title=("h2.entry-title",),
            body=("div.entry-content",),
            published=("time.entry-time",),
            authors=(".entry-author a",),
            section=(".breadcrumbs a",),
            captions=(".wp-caption",),
            prune=(".rp4wp-posts-list", ".sharedaddy"),
        ),
        least=Least(articles=5, characters=400),
    )
