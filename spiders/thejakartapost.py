"""The Jakarta Post, a daily of Indonesia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class ThejakartapostSpider(NewsSpider):
    """https://www.thejakartapost.com."""

    name = "thejakartapost"
    site = Site(
        name=name,
        paper=("The Jakarta Post", "thejakartapost.com"),
        editions={"thejakartapost.com": "en"},
        zone="Asia/Jakarta",
        addresses=(r"^[^/]+/(?:[a-z-]+/)+(?P<id>\d{4}/\d\d/\d\d/[^/?]+)\.html$",),
        discovery=Discovery(
            sections=(
                Section(url="https://www.thejakartapost.com/world/latest", cards=".latestDetail"),
                Section(
                    url="https://www.thejakartapost.com/indonesia/latest", cards=".latestDetail"
                ),
            ),
        ),
        selectors=Selectors(
            title=("h1.tjp-title", "div.tjp-single__head-item--detail h1"),
            body=("div.tjp-single__content",),
            published=("div.tjp-meta__content-list div:nth-child(2)",),
            authors=("div.tjp-meta__content-list div:nth-child(1) a",),
            section=(".tjp-breadcrumb a",),
            captions=(".tjp-single__image",),
            prune=(
                ".tjp-newsletter-box",
                ".tjp-single__content-ads",
                ".tjp-single__content-list",
                ".tjp-paywall",
            ),
        ),
        least=Least(articles=3, characters=400),
    )
