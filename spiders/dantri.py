"""Dân trí, a news site of the Ministry of Home Affairs of Vietnam."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class DantriSpider(NewsSpider):
    """https://dantri.com.vn."""

    name = "dantri"
    site = Site(
        name=name,
        paper=("Báo Dân trí", "Báo điện tử Dân trí", "Dân trí", "dantri.com.vn"),
        editions={"dantri.com.vn": "vi", "m.dantri.com.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            # yyyymmddHHMMSS + milliseconds.
            r"^[^/]+/(?:[^/?]+/)+[^/?]+-(?P<id>\d{17})\.htm$",
        ),
        folds=((r"^https?://m\.dantri\.com\.vn/", "https://dantri.com.vn/"),),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://dantri.com.vn/the-gioi.htm",
                    cards="h3.article-title",
                    pages="https://dantri.com.vn/the-gioi/trang-{page}.htm",
                ),
                Section(
                    url="https://dantri.com.vn/thoi-su.htm",
                    cards="h3.article-title",
                    pages="https://dantri.com.vn/thoi-su/trang-{page}.htm",
                ),
            ),
            feeds=("https://dantri.com.vn/rss/the-gioi.rss",),
        ),
        selectors=Selectors(
            title=("h1.title-page.detail",),
            sapo=("h2.singular-sapo",),
            body=("div.singular-content",),
            published=("time.author-time",),
            authors=(".author-name",),
            section=("ul.breadcrumbs li a",),
            tags=("ul.tags-wrap a",),
            captions=("div.singular-content figure",),
            prune=(".article-business", ".dt-news__tags", "article.article-related"),
        ),
        least=Least(articles=10, characters=600),
    )
