"""The Global New Light of Myanmar, the English daily of its Ministry of Information."""

from dataclasses import replace

from crawler.families import wordpress
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class GnlmSpider(NewsSpider):
    """https://www.gnlm.com.mm."""

    name = "gnlm"
    site = Site(
        name=name,
        paper=("Global New Light Of Myanmar", "The Global New Light of Myanmar", "GNLM"),
        editions={"gnlm.com.mm": "en"},
        zone="Asia/Yangon",
        addresses=(rf"^[^/]+/{wordpress.SLUG}/?$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://www.gnlm.com.mm/category/national/", pages="{url}page/{page}/"
                ),
            ),
            feeds=(
                "https://www.gnlm.com.mm/feed/",
                wordpress.search_feed("https://www.gnlm.com.mm", "ASEAN"),
            ),
        ),
        selectors=replace(
            wordpress.SELECTORS,
            body=("div.td-post-content",),
            authors=("div.td-post-author-name a",),
        ),
        least=Least(articles=3, characters=300),
        unproved=("an article page: selectors are those of WordPress and its theme Newspaper",),
    )
