"""Báo Kiểm toán, the newspaper of the State Audit Office of Vietnam."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class BaokiemtoanSpider(NewsSpider):
    """http://baokiemtoan.vn, formerly baokiemtoannhanuoc.vn."""

    name = "baokiemtoan"
    site = Site(
        name=name,
        paper=("Báo Kiểm toán", "Báo Kiểm toán nhà nước", "BKTO"),
        editions={"baokiemtoan.vn": "vi", "baokiemtoannhanuoc.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{3,})\.html$",
            r"^[^/]+/(?:[^/?]+/)*bai-viet/[^/?]+-(?P<id>\d{3,})/?$",
        ),
        discovery=Discovery(
            sections=(
                Section(
                    url="http://baokiemtoan.vn/chinh-tri/doi-ngoai",
                    cards="ul.loadAjax li.loadArticle",
                ),
                Section(
                    url="http://baokiemtoan.vn/chinh-tri/doi-noi",
                    cards="ul.loadAjax li.loadArticle",
                ),
            ),
        ),
        selectors=Selectors(
            title=("h1.c-detail-head__title",),
            sapo=("p.desc",),
            body=("div.content-main-normal",),
            published=("span.c-detail-head__time",),
            authors=("span.c-detail-head__author", "div.content-main-normal p:last-child strong"),
            captions=("div.content-main-normal table.picture",),
            prune=(".c-box", ".c-sticky-share", ".c-news-related", ".c-tag"),
        ),
        least=Least(articles=3, characters=400),
    )
