"""Tin tức, a newspaper of the Vietnam News Agency."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class BaotintucSpider(NewsSpider):
    """https://baotintuc.vn."""

    name = "baotintuc"
    site = Site(
        name=name,
        paper=("Báo Tin tức", "baotintuc.vn", "Báo Tin Tức - Thông tấn xã Việt Nam"),
        editions={"baotintuc.vn": "vi", "m.baotintuc.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            # yyyymmddHHMMSS + milliseconds; the printable form puts n before it.
            r"^[^/]+/(?:[^/?]+/)?[^/?]+-n?(?P<id>\d{17})\.htm$",
        ),
        folds=((r"^https?://m\.baotintuc\.vn/", "https://baotintuc.vn/"),),
        discovery=Discovery(
            sections=(
                Section(url="https://baotintuc.vn/the-gioi-130ct0.htm", cards="ul.list-newsest li"),
                Section(url="https://baotintuc.vn/thoi-su-472ct0.htm", cards="ul.list-newsest li"),
            ),
            feeds=("https://baotintuc.vn/the-gioi.rss", "https://baotintuc.vn/thoi-su.rss"),
        ),
        selectors=Selectors(
            title=("h1.detail-title",),
            sapo=("h2.sapo",),
            # An ad player stands between the two halves.
            body=("#divfirst", "#divend"),
            published=("div.date span.txt",),
            authors=(".boxdetail .author strong",),
            agency=(".boxdetail .author i",),
            section=("h4.cate a",),
            tags=(".keysword li a",),
            captions=(".boxdetail .contents figure",),
            prune=(
                "ul.list-concern",
                "ul.list-newsest",
                ".boxdetail .widget",
                ".likeshare",
                ".boxdata",
            ),
        ),
        least=Least(articles=10, characters=600),
    )
