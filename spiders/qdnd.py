"""Quân đội nhân dân, the newspaper of the Ministry of National Defence of Vietnam."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider

_CARDS = "div.list-news-category article"


class QdndSpider(NewsSpider):
    """https://www.qdnd.vn and https://en.qdnd.vn."""

    name = "qdnd"
    site = Site(
        name=name,
        paper=(
            "Báo Quân đội nhân dân",
            "Báo Quân đội nhân dân điện tử",
            "QĐND",
            "People's Army Newspaper",
        ),
        editions={"qdnd.vn": "vi", "en.qdnd.vn": "en", "m.qdnd.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/(?:[^/?]+/)+[^/?]+-(?P<id>\d{6,7})$",),
        folds=((r"^https?://m\.qdnd\.vn/", "https://www.qdnd.vn/"),),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://www.qdnd.vn/quoc-te/doi-ngoai",
                    cards=_CARDS,
                    pages="{url}/p/{page}",
                ),
                Section(
                    url="https://en.qdnd.vn/asean-community", cards=_CARDS, pages="{url}/p/{page}"
                ),
            ),
            # Without the cookie of a visit the feed redirects to itself (2025).
            feeds=("https://www.qdnd.vn/rss/cate/tin-tuc-moi-nhat.rss",),
        ),
        selectors=Selectors(
            title=("h1.post-title",),
            sapo=(".post-summary",),
            body=("div.post-content div[itemprop=articleBody]",),
            published=("span.post-subinfo > span",),
            authors=('div[itemprop=articleBody] p[style*="text-align: right"] strong',),
            section=("ul.breadcrumb a",),
            captions=("div[itemprop=articleBody] table:has(img.imgtelerik)",),
            prune=(".post-social", ".related-news", ".leftcenterrightdel"),
        ),
        least=Least(articles=5, characters=600),
    )
