"""Pháp Luật TP.HCM, a newspaper of Ho Chi Minh City."""

from dataclasses import replace

from crawler.families import mcms
from crawler.site import Discovery, Least, Site, Sitemap


class PloSpider(mcms.McmsSpider):
    """https://plo.vn."""

    name = "plo"
    site = Site(
        name=name,
        paper=("Báo Pháp Luật TP. Hồ Chí Minh", "Báo Pháp Luật TP.HCM", "PLO", "plo.vn"),
        editions={"plo.vn": "vi", "m.plo.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/[^/?]+-post(?P<id>\d+)\.(?:html|amp)$",),
        folds=((r"\.amp$", ".html"), (r"^https?://m\.plo\.vn/", "https://plo.vn/")),
        discovery=Discovery(
            sections=(
                mcms.list_cards("https://plo.vn/quoc-te/"),
                mcms.list_cards("https://plo.vn/thoi-su/"),
            ),
            feeds=("https://plo.vn/rss/home.rss",),
            sitemaps=(Sitemap(url="https://plo.vn/sitemap.xml", months=mcms.MONTHS),),
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
