"""Bangkok Post, a daily of Thailand."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class BangkokpostSpider(NewsSpider):
    """https://www.bangkokpost.com."""

    name = "bangkokpost"
    site = Site(
        name=name,
        paper=("Bangkok Post", "Bangkok Post Public Company Limited", "Online Reporters"),
        editions={"bangkokpost.com": "en"},
        zone="Asia/Bangkok",
        addresses=(r"^[^/]+/(?:[a-z-]+/)+(?P<id>\d{6,})/[^/?]+$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://www.bangkokpost.com/list_content/thailand?page=1",
                    cards=".listnews-row h3",
                    pages="https://www.bangkokpost.com/list_content/thailand?page={page}",
                ),
                Section(
                    url="https://search.bangkokpost.com/search/result_advanced?q=ASEAN",
                ),
            ),
            feeds=("https://www.bangkokpost.com/rss/data/topstories.xml",),
        ),
        selectors=Selectors(
            title=("div.article-headline h1",),
            # The site's own spelling.
            body=(".articl-content",),
            published=(".article-info p",),
            section=(".breadcrumb a",),
            captions=(".articl-content figure",),
            prune=(".article-related", ".box-newsletter"),
        ),
        least=Least(articles=5, characters=600),
    )
