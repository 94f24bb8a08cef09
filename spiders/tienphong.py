"""Tiền Phong, the newspaper of the Youth Union of Vietnam."""

from dataclasses import replace

from crawler.families import mcms
from crawler.site import Discovery, Least, Site, Sitemap


class TienphongSpider(mcms.McmsSpider):
    """https://tienphong.vn."""

    name = "tienphong"
    site = Site(
        name=name,
        paper=("Báo điện tử Tiền Phong", "Báo Tiền Phong", "Tiền Phong", "TIỀN PHONG"),
        editions={"tienphong.vn": "vi", "m.tienphong.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/[^/?]+-post(?P<id>\d+)\.(?:tpo|amp)$",),
        folds=((r"\.amp$", ".tpo"), (r"^https?://m\.tienphong\.vn/", "https://tienphong.vn/")),
        discovery=Discovery(
            sections=(
                mcms.list_cards("https://tienphong.vn/the-gioi/"),
                mcms.list_cards("https://tienphong.vn/xa-hoi/"),
            ),
            feeds=(
                "https://tienphong.vn/rss/the-gioi-5.rss",
                "https://tienphong.vn/rss/home.rss",
            ),
            sitemaps=(Sitemap(url="https://tienphong.vn/sitemap.xml", months=mcms.MONTHS),),
        ),
        selectors=replace(
            mcms.SELECTORS,
            title=("h1.article__title",),
            sapo=(".article__sapo",),
            published=("div.article__meta time.time",),
            agency=(),
            captions=("figure.article__avatar", ".article__body table.picture"),
            prune=("div.article-relate", ".sda_middle", ".article__social", ".related-news"),
        ),
        least=Least(articles=10, characters=600),
    )
