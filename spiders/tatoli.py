"""Tatoli, the news agency of Timor-Leste."""

from dataclasses import replace

from crawler.families import wordpress
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class TatoliSpider(NewsSpider):
    """https://en.tatoli.tl."""

    name = "tatoli"
    site = Site(
        name=name,
        paper=("TATOLI", "Tatoli", "TATOLI Agência Noticiosa de Timor-Leste"),
        editions={"en.tatoli.tl": "en", "id.tatoli.tl": "id", "tatoli.tl": "tet"},
        zone="Asia/Dili",
        addresses=(r"^[^/]+/\d{4}/\d\d/\d\d/(?P<id>[^/?]+)(?:/\d+)?/?$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://en.tatoli.tl/category/international/", pages="{url}page/{page}/"
                ),
            ),
            feeds=(
                "https://en.tatoli.tl/feed/",
                wordpress.search_feed("https://en.tatoli.tl", "ASEAN"),
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
