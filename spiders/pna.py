"""The Philippine News Agency."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class PnaSpider(NewsSpider):
    """https://www.pna.gov.ph; it keeps robots away."""

    name = "pna"
    site = Site(
        name=name,
        paper=("Philippine News Agency", "PNA", "pna.gov.ph"),
        editions={"pna.gov.ph": "en"},
        zone="Asia/Manila",
        addresses=(r"^[^/]+/articles/(?P<id>\d+)$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://www.pna.gov.ph/categories/foreign",
                    cards=".media-body",
                    pages="{url}?page={page}",
                ),
                Section(
                    url="https://www.pna.gov.ph/categories/national",
                    cards=".media-body",
                    pages="{url}?page={page}",
                ),
            ),
        ),
        selectors=Selectors(
            title=("div.page-header h1",),
            body=("div.page-content",),
            published=("span.date",),
            authors=(".page-header .author",),
            captions=(".page-content figure",),
            prune=(".share-buttons",),
        ),
        least=Least(articles=3, characters=400),
        unproved=(
            "whether it answers a crawler that names itself",
            "the element of the byline; other selectors are of 2020-23",
        ),
    )
