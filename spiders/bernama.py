"""Bernama, the national news agency of Malaysia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class BernamaSpider(NewsSpider):
    """https://www.bernama.com; it keeps its pages for about two months."""

    name = "bernama"
    site = Site(
        name=name,
        paper=("BERNAMA", "Bernama", "Malaysian National News Agency"),
        editions={"bernama.com": "en"},
        zone="Asia/Kuala_Lumpur",
        addresses=(r"^[^/]+/(?:en|bm)/(?:[a-z_]+/)?news\.php\?(?:.*&)?id=(?P<id>\d+)",),
        discovery=Discovery(
            sections=(
                Section(url="https://www.bernama.com/en/general/index.php"),
                Section(url="https://www.bernama.com/en/region/index.php?s=1"),
                Section(url="https://www.bernama.com/en/world/index.php"),
            ),
            # Ten articles, their section in front of the title (2026-09).
            feeds=("https://www.bernama.com/en/rssfeed.php",),
        ),
        selectors=Selectors(
            title=("h1.h2",),
            body=(".col-12.mt-3.text-dark.text-justify",),
            published=(".col-6.mt-3 .text-right",),
            section=(".breadcrumb a",),
            captions=("figure.figure",),
            prune=(".share-icons",),
        ),
        least=Least(articles=5, characters=400),
    )
