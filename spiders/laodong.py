"""Lao Động, the newspaper of the trade unions of Vietnam."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class LaodongSpider(NewsSpider):
    """https://laodong.vn."""

    name = "laodong"
    site = Site(
        name=name,
        paper=("Báo Lao Động", "Báo Lao động", "Lao Động", "laodong.vn"),
        editions={"laodong.vn": "vi", "news.laodong.vn": "en"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{5,})\.ldo$",),
        discovery=Discovery(
            sections=(
                Section(url="https://laodong.vn/the-gioi"),
                Section(url="https://laodong.vn/thoi-su"),
            ),
            feeds=("https://laodong.vn/rss/home.rss", "https://laodong.vn/rss/the-gioi.rss"),
        ),
        selectors=Selectors(
            title=("h1.title",),
            sapo=("div.chappeau",),
            body=("#gallery-ctt",),
            published=("span.time",),
            section=("ul.breadcrumbs a",),
            captions=("#gallery-ctt figure",),
            prune=(".tin-lien-quan",),
        ),
        least=Least(articles=5, characters=600),
        unproved=(
            "the way past its first answer, a script that sets the cookie D1N and reloads (2025)",
            "the elements of time and byline",
        ),
    )
