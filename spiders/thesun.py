"""The Sun, a daily of Malaysia."""

from dataclasses import replace

from crawler.families import wordpress
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class ThesunSpider(NewsSpider):
    """https://thesun.my."""

    name = "thesun"
    site = Site(
        name=name,
        paper=("The Sun", "The Sun Malaysia", "theSun", "thesun.my"),
        editions={"thesun.my": "en"},
        zone="Asia/Kuala_Lumpur",
        addresses=(
            # Until 2025 the slug ends in two letters and a number.
            r"^[^/]+/(?:[a-z-]+/)+[a-z0-9-]+-(?P<id>[A-Za-z]{2}\d{5,})/?$",
            rf"^[^/]+/(?:[a-z-]+/)+{wordpress.SLUG}/?$",
        ),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://thesun.my/news/malaysia-news/",
                    pages="{url}page/{page}/",
                ),
            ),
            feeds=(
                "https://thesun.my/rss/local",
                "https://thesun.my/rss/world",
                wordpress.search_feed("https://thesun.my", "ASEAN"),
            ),
        ),
        selectors=replace(
            wordpress.SELECTORS, body=("div.entry-content",), authors=(".author-name a",)
        ),
        least=Least(articles=3, characters=400),
        unproved=(
            "an article page since its move to WordPress in 2025: selectors are the system's usual",
        ),
    )
