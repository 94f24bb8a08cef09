"""Sài Gòn Giải Phóng, the newspaper of the Party Committee of Ho Chi Minh City."""

from dataclasses import replace

from crawler.families import mcms
from crawler.site import Discovery, Least, Site, Sitemap


class SggpSpider(mcms.McmsSpider):
    """https://www.sggp.org.vn and https://en.sggp.org.vn."""

    name = "sggp"
    site = Site(
        name=name,
        paper=("Báo Sài Gòn Giải Phóng", "BÁO SÀI GÒN GIẢI PHÓNG", "SGGP", "SGGP English Edition"),
        editions={"sggp.org.vn": "vi", "en.sggp.org.vn": "en", "sggpnews.org.vn": "en"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            r"^[^/]+/[^/?]+-post(?P<id>\d+)\.(?:html|amp)$",
            # The English edition until 2022.
            r"^sggpnews\.org\.vn/(?:[^/?]+/)?[^/?]+-(?P<id>\d{4,})\.html$",
        ),
        folds=((r"\.amp$", ".html"),),
        discovery=Discovery(
            sections=(
                mcms.list_cards("https://www.sggp.org.vn/thegioi/"),
                mcms.list_cards("https://en.sggp.org.vn/politics/"),
            ),
            feeds=(
                "https://www.sggp.org.vn/rss/home.rss",
                "https://www.sggp.org.vn/rss/thegioi-143.rss",
                "https://en.sggp.org.vn/rss/home.rss",
            ),
            sitemaps=(Sitemap(url="https://www.sggp.org.vn/sitemap.xml", months=mcms.MONTHS),),
        ),
        selectors=replace(
            mcms.SELECTORS,
            published=("div.article__meta time.time",),
            agency=(),
            captions=("figure.article__avatar", ".article__body figure"),
            prune=("div.article-relate", ".sda_middle", ".article__social", ".related-news"),
        ),
        least=Least(articles=5, characters=600),
        unproved=("an article page: selectors and sitemap are those of its content system, mCMS",),
    )
