"""Viet Nam News, the English daily of the Vietnam News Agency."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class VietnamnewsSpider(NewsSpider):
    """https://vietnamnews.vn."""

    name = "vietnamnews"
    site = Site(
        name=name,
        paper=("Viet Nam News", "vietnamnews.vn", "VNS"),
        editions={"vietnamnews.vn": "en"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/(?:[a-z-]+/)+(?P<id>\d{5,})/[^/?]+\.html$",),
        discovery=Discovery(
            sections=(
                Section(url="https://vietnamnews.vn/politics-laws", cards=".l-content article h2"),
                Section(url="https://vietnamnews.vn/world", cards=".l-content article h2"),
            ),
        ),
        selectors=Selectors(
            title=("div.detail__header h1.headline",),
            sapo=(".detail__summary",),
            body=("#abody",),
            published=("div.datetime",),
            section=(".breadcrumb a",),
            captions=("#abody figure",),
            prune=(".article-relate",),
        ),
        least=Least(articles=5, characters=600),
        unproved=("the element of the lead; a feed; the addresses of its sections",),
    )
