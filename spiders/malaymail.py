"""Malay Mail, a daily of Malaysia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class MalaymailSpider(NewsSpider):
    """https://www.malaymail.com."""

    name = "malaymail"
    site = Site(
        name=name,
        paper=("Malay Mail", "malaymail.com"),
        editions={"malaymail.com": "en"},
        zone="Asia/Kuala_Lumpur",
        addresses=(r"^[^/]+/news/(?:[a-z-]+/)+\d{4}/\d\d/\d\d/[^/?]+/(?P<id>\d+)$",),
        discovery=Discovery(
            sections=(
                Section(url="https://www.malaymail.com/news/malaysia", cards=".article-item"),
                Section(url="https://www.malaymail.com/news/world", cards=".article-item"),
            ),
            feeds=(
                "https://www.malaymail.com/feed/rss/malaysia",
                "https://www.malaymail.com/feed/rss/world",
            ),
        ),
        selectors=Selectors(
            # The second ones: pages of 2020.
            title=("h1.article-title", "section.article h1"),
            body=("div.article-body", "section.article .primary > article"),
            # `.article-date` alone is the age of other articles in their cards.
            published=(".article-info .article-date", "section.article .byline .meta"),
            authors=(".article-byline",),
            section=(".article-section a", "section.article ol.breadcrumb a"),
            captions=(".article-image-gallery", "section.article figure.figure"),
            prune=(".telegram-subscribe", ".ads-container", ".read-more"),
        ),
        least=Least(articles=10, characters=600),
    )
