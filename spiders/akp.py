"""Agence Kampuchea Presse, the national news agency of Cambodia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class AkpSpider(NewsSpider):
    """https://www.akp.gov.kh."""

    name = "akp"
    site = Site(
        name=name,
        paper=("Agence Kampuchea Presse", "AKP", "akp.gov.kh"),
        editions={"akp.gov.kh": "en"},
        zone="Asia/Phnom_Penh",
        addresses=(r"^[^/]+/post/detail/(?P<id>\d+)$",),
        discovery=Discovery(
            sections=(Section(url="https://www.akp.gov.kh/"),),
            feeds=("https://www.akp.gov.kh/feed",),
        ),
        selectors=Selectors(
            title=("h1.post-title",),
            body=("div.post-content",),
            published=(".post-date",),
            captions=("div.post-content figure",),
            prune=(".post-share",),
        ),
        least=Least(articles=3, characters=300),
        unproved=(
            "an article page: of the site only the form of its addresses is known",
            "whether /feed answers with a feed",
        ),
    )
