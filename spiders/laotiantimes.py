"""The Laotian Times, an English news site of Laos."""

from dataclasses import replace

from crawler.families import wordpress
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class LaotiantimesSpider(NewsSpider):
    """https://laotiantimes.com."""

    name = "laotiantimes"
    site = Site(
        name=name,
        paper=("Laotian Times", "The Laotian Times", "laotiantimes.com"),
        editions={"laotiantimes.com": "en"},
        zone="Asia/Vientiane",
        addresses=(r"^[^/]+/\d{4}/\d\d/\d\d/(?P<id>[^/?]+)/?$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://laotiantimes.com/category/news/",
                    pages="{url}page/{page}/",
                ),
            ),
            feeds=(
                "https://laotiantimes.com/feed/",
                wordpress.search_feed("https://laotiantimes.com", "ASEAN"),
            ),
        ),
        selectors=replace(
            wordpress.SELECTORS,
            body=("div.td-post-content",),
            authors=("div.td-post-author-name a",),
        ),
        least=Least(articles=3, characters=400),
        unproved=("an article page: selectors are those of WordPress and its theme Newspaper",),
    )
