"""The Nation, a daily of Thailand."""

from crawler.site import Discovery, Least, Listing, Selectors, Site
from crawler.spider import NewsSpider

_API = "https://api.nationthailand.com/api/v1.0/categories"


class NationthailandSpider(NewsSpider):
    """https://www.nationthailand.com; scripts fill its sections, so the API is asked."""

    name = "nationthailand"
    site = Site(
        name=name,
        paper=("The Nation", "The Nation Thailand", "nationthailand"),
        editions={"nationthailand.com": "en"},
        zone="Asia/Bangkok",
        addresses=(r"^[^/]+/(?:[a-z-]+/)+(?P<id>\d{8})$",),
        discovery=Discovery(
            listings=(
                Listing(
                    url=f"{_API}/international?page={{page}}",
                    base="https://www.nationthailand.com",
                ),
                Listing(
                    url=f"{_API}/thailand?page={{page}}", base="https://www.nationthailand.com"
                ),
            ),
        ),
        selectors=Selectors(
            title=(".detail-title-header",),
            sapo=(".content-blurb",),
            body=("#contents",),
            published=(".published-date",),
            section=(".breadcrumb a",),
            prune=(".related-content",),
        ),
        least=Least(articles=5, characters=400),
        unproved=(
            "whether the API of 2023 still answers, and what an article holds without scripts",
            "the element of the time",
        ),
    )
