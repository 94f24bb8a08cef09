"""VOV World, the overseas service of the Voice of Vietnam in twelve languages."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class VovworldSpider(NewsSpider):
    """https://vovworld.vn; languages are folders (/en-US/, /vi-VN/, /zh-CN/)."""

    name = "vovworld"
    site = Site(
        name=name,
        paper=("VOVWORLD", "VOV World", "VOV5", "VOV"),
        editions={"vovworld.vn": "en", "m.vovworld.vn": "en"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/[a-z]{2}-[A-Z]{2}/(?:[^/?]+/)*[^/?]+-(?P<id>\d{4,})\.vov$",),
        folds=((r"^https?://m\.vovworld\.vn/", "https://vovworld.vn/"),),
        discovery=Discovery(
            sections=(
                Section(url="https://vovworld.vn/en-US.vov", cards=".l-grid__main article.story"),
                Section(url="https://vovworld.vn/vi-VN.vov", cards=".l-grid__main article.story"),
            ),
        ),
        selectors=Selectors(
            title=("h1.article__title",),
            sapo=(".article__sapo",),
            body=(".article__body",),
            published=(".article__meta time",),
            section=(".breadcrumb a",),
            captions=(".article__body figure",),
            prune=(".article-relate", ".article__social"),
        ),
        least=Least(articles=3, characters=400),
        unproved=(
            "an article page: selectors are those of mCMS, whose cards its lists have",
            "the addresses of sections; a feed",
        ),
    )
