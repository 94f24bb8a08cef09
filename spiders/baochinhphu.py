"""The newspaper of the Government of Vietnam."""

from dataclasses import replace

from crawler.families import vccorp
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider

_CARDS = "div.box-stream-item"


class BaochinhphuSpider(NewsSpider):
    """https://baochinhphu.vn."""

    name = "baochinhphu"
    site = Site(
        name=name,
        paper=("Báo Điện tử Chính phủ", "BÁO ĐIỆN TỬ CHÍNH PHỦ", "baochinhphu.vn", "Chinhphu.vn"),
        editions={"baochinhphu.vn": "vi", "m.baochinhphu.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            # Also /print/<slug>-<id>.htm.
            r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{14,20})\.(?:htm|amp)$",
            # Until 2021.
            r"^[^/]+/(?:[^/?]+/)+(?P<id>\d{4,})\.vgp$",
        ),
        folds=((r"/print/([^/]+\.htm)$", r"/\1"), (r"\.amp$", ".htm")),
        discovery=Discovery(
            sections=(
                Section(url="https://baochinhphu.vn/quoc-te/viet-nam-asean.htm", cards=_CARDS),
                Section(url="https://baochinhphu.vn/chinh-tri/doi-ngoai.htm", cards=_CARDS),
                Section(
                    url="https://baochinhphu.vn/timelinelist/1027/1.htm",
                    pages="https://baochinhphu.vn/timelinelist/1027/{page}.htm",
                ),
            ),
            feeds=("https://baochinhphu.vn/home.rss", "https://baochinhphu.vn/quoc-te.rss"),
        ),
        selectors=replace(
            vccorp.SELECTORS,
            published=(*vccorp.SELECTORS.published, ".meta"),
            authors=(
                "a.detail-author-top-name",
                *vccorp.SELECTORS.authors,
                '.afcbc-body p[style*="text-align:right"] b',
                '.afcbc-body p[style*="text-align: right"] b',
            ),
            section=("[data-role=cate-name]",),
            prune=(*vccorp.SELECTORS.prune, ".kbwscwlrl", ".kbwscwlrl-content"),
        ),
        least=Least(articles=10, characters=600),
    )
