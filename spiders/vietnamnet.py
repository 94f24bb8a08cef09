"""VietNamNet, a news site of the Ministry of Ethnic and Religious Affairs of Vietnam."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider

_CARDS = ".horizontalPost__main-title, .verticalPost__main"


class VietnamnetSpider(NewsSpider):
    """https://vietnamnet.vn, its English edition below /en/."""

    name = "vietnamnet"
    site = Site(
        name=name,
        paper=("VietNamNet News", "Báo VietnamNet", "VietNamNet", "vietnamnet.vn"),
        editions={"vietnamnet.vn": "vi", "m.vietnamnet.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            # Until 2021 six digits, below /vn/ and /en/.
            r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{6,7})\.html$",
        ),
        folds=((r"^https?://m\.vietnamnet\.vn/", "https://vietnamnet.vn/"),),
        discovery=Discovery(
            sections=(
                # The second page is -page1.
                Section(
                    url="https://vietnamnet.vn/the-gioi",
                    cards=_CARDS,
                    pages="{url}-page{offset}",
                    size=1,
                ),
                Section(
                    url="https://vietnamnet.vn/chinh-tri",
                    cards=_CARDS,
                    pages="{url}-page{offset}",
                    size=1,
                ),
            ),
            feeds=("https://vietnamnet.vn/rss/the-gioi.rss",),
        ),
        selectors=Selectors(
            title=("h1.content-detail-title",),
            sapo=("h2.content-detail-sapo",),
            body=("#maincontent",),
            published=("div.bread-crumb-detail__time",),
            authors=(".article-detail-author .name a",),
            section=(".bread-crumb-detail ul li a",),
            tags=(".tag-cotnent a",),
            captions=("#maincontent figure.vnn-content-image",),
            prune=(
                ".related-news",
                ".article-relate",
                "article.ck-cms-wiki-news-full",
                ".inner-article",
                ".box-tag",
            ),
        ),
        least=Least(articles=10, characters=600),
    )
