"""The Star, a daily of Malaysia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class ThestarSpider(NewsSpider):
    """https://www.thestar.com.my, its ASEAN section below /aseanplus/."""

    name = "thestar"
    site = Site(
        name=name,
        paper=("The Star", "The Star Online", "thestar.com.my"),
        editions={"thestar.com.my": "en"},
        zone="Asia/Kuala_Lumpur",
        addresses=(r"^[^/]+/(?:[a-z-]+/)+(?P<id>\d{4}/\d\d/\d\d/[^/?]+)$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://www.thestar.com.my/news/latest?tag=Aseanplus",
                    cards="ul.timeline h2.f18",
                    pages="{url}&pgno={page}",
                ),
            ),
            feeds=("https://www.thestar.com.my/rss/News/",),
        ),
        selectors=Selectors(
            title=("div.headline.story-pg h1",),
            body=("#story-body",),
            published=("p.date",),
            authors=(".byline a",),
            section=("ul.breadcrumb li a",),
            captions=(".story-image",),
            prune=(".related-stories", ".in-article-ad"),
        ),
        least=Least(articles=5, characters=600),
    )
