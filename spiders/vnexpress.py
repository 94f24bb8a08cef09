"""VnExpress, a news site of FPT."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class VnexpressSpider(NewsSpider):
    """https://vnexpress.net; its English edition is another system and not read here."""

    name = "vnexpress"
    site = Site(
        name=name,
        paper=("VnExpress", "Tin nhanh VnExpress", "Báo VnExpress", "vnexpress.net"),
        editions={"vnexpress.net": "vi", "amp.vnexpress.net": "vi", "m.vnexpress.net": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            # Until 2019 below /tin-tuc/<section>/ and /<kind>/<section>/.
            r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{6,8})\.html$",
        ),
        folds=((r"^https?://(?:amp|m)\.vnexpress\.net/", "https://vnexpress.net/"),),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://vnexpress.net/the-gioi",
                    cards="article.item-news",
                    pages="{url}-p{page}",
                ),
                Section(
                    url="https://vnexpress.net/thoi-su",
                    cards="article.item-news",
                    pages="{url}-p{page}",
                ),
            ),
            feeds=(
                "https://vnexpress.net/rss/the-gioi.rss",
                "https://vnexpress.net/rss/thoi-su.rss",
            ),
        ),
        selectors=Selectors(
            # The second ones: pages of 2018.
            title=("h1.title-detail", "h1.title_news_detail"),
            sapo=("p.description", ".sidebar_1 > h2.description"),
            body=("article.fck_detail",),
            published=(
                ".header-content span.date",
                ".sidebar_1 header span.time",
                'meta[itemprop="datePublished"]',
            ),
            authors=(
                'article.fck_detail p.Normal[style*="text-align:right"] strong',
                "p.author_mail strong",
            ),
            dateline=("p.description .location-stamp",),
            section=("ul.breadcrumb a",),
            captions=("article.fck_detail figure.tplCaption",),
            prune=("#article-end", "ul.list-news", "#box_comment_vne", "#box_comment"),
        ),
        least=Least(articles=10, characters=600),
    )
