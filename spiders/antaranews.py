"""ANTARA, the national news agency of Indonesia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class AntaranewsSpider(NewsSpider):
    """https://en.antaranews.com and https://www.antaranews.com."""

    name = "antaranews"
    site = Site(
        name=name,
        paper=("ANTARA News", "ANTARA", "Antara News", "antaranews.com"),
        editions={"en.antaranews.com": "en", "antaranews.com": "id", "m.antaranews.com": "id"},
        zone="Asia/Jakarta",
        addresses=(r"^[^/]+/(?:news|berita)/(?P<id>\d+)/[^/?]+$",),
        folds=((r"^https?://m\.antaranews\.com/", "https://www.antaranews.com/"),),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://en.antaranews.com/latest-news",
                    cards="article.simple-post header h3",
                    pages="{url}/{page}",
                ),
            ),
            feeds=("https://en.antaranews.com/rss/news.xml",),
        ),
        selectors=Selectors(
            title=("h1.post-title",),
            body=("div.post-content",),
            published=(".article-date",),
            section=(".breadcrumb a",),
            tags=(".tags-widget a",),
            captions=("figure.image-overlay",),
            prune=(".baca-juga", ".text-muted.small"),
        ),
        least=Least(articles=10, characters=600),
    )
