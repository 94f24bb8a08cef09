"""VOV, the news site of the Voice of Vietnam."""

from crawler.site import Discovery, Least, Section, Selectors, Site, Sitemap
from crawler.spider import NewsSpider


class VovSpider(NewsSpider):
    """https://vov.vn."""

    name = "vov"
    site = Site(
        name=name,
        paper=("Báo điện tử VOV", "VOV.VN", "VOV", "Báo Điện tử Tiếng nói Việt Nam"),
        editions={"vov.vn": "vi", "m.vov.vn": "vi", "english.vov.vn": "en"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?:post)?(?P<id>\d{5,})\.vov$",),
        folds=((r"^https?://m\.vov\.vn/", "https://vov.vn/"),),
        discovery=Discovery(
            sections=(
                # Drupal counts pages from 0.
                Section(
                    url="https://vov.vn/the-gioi",
                    cards=".article-card",
                    pages="{url}?page={offset}",
                    size=1,
                ),
                Section(
                    url="https://vov.vn/chinh-tri",
                    cards=".article-card",
                    pages="{url}?page={offset}",
                    size=1,
                ),
            ),
            feeds=("https://vov.vn/rss.xml",),
            sitemaps=(
                # The index leaves out the current month (2026-07).
                Sitemap(
                    url="https://vov.vn/sitemap.xml",
                    months=r"/sitemaps/(?P<year>\d{4})/(?P<month>\d{1,2})/article\.xml$",
                ),
            ),
        ),
        selectors=Selectors(
            title=("h1.article-title",),
            sapo=("div.article-summary h2",),
            body=("div.article-content",),
            published=("div.col-md-4.mb-2",),
            authors=("div.article-author a",),
            section=(".breadcrumb-item a",),
            tags=(".article-tags a",),
            captions=("div.article-content figure.image",),
            prune=("figure.gallery-embed", ".article-related", ".article-social"),
        ),
        least=Least(articles=10, characters=600),
    )
