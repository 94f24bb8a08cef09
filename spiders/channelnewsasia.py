"""CNA, the news channel of Singapore."""

from crawler.site import Discovery, Least, Listing, Selectors, Site
from crawler.spider import NewsSpider

_API = "https://www.channelnewsasia.com/api/v1"


class ChannelnewsasiaSpider(NewsSpider):
    """https://www.channelnewsasia.com."""

    name = "channelnewsasia"
    site = Site(
        name=name,
        paper=("CNA", "Channel NewsAsia", "channelnewsasia.com"),
        editions={"channelnewsasia.com": "en"},
        zone="Asia/Singapore",
        addresses=(r"^[^/]+/(?:[a-z-]+/)+[a-z0-9-]+-(?P<id>\d{7})$",),
        discovery=Discovery(
            feeds=(f"{_API}/rss-outbound-feed?_format=xml&category=6511",),
            listings=(
                Listing(
                    # The section Asia.
                    url=f"{_API}/infinitelisting/1da7e932-70b3-4a2e-891f-88f7dd72c9d6"
                    "?_format=json&viewMode=infinite_scroll_listing&page={page}",
                    base="https://www.channelnewsasia.com",
                ),
            ),
        ),
        selectors=Selectors(
            title=("h1.h1--page-title",),
            sapo=("div.content-detail__description",),
            body=("section[data-title=Content] div.text-long",),
            published=(".article-publish",),
            section=(".breadcrumb a",),
            captions=("figure.figure",),
            prune=(".referenced-card",),
        ),
        least=Least(articles=10, characters=600),
    )
