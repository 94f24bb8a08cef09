"""Borneo Bulletin, a daily of Brunei Darussalam."""

from dataclasses import replace

from crawler.families import wordpress
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class BorneobulletinSpider(NewsSpider):
    """https://borneobulletin.com.bn."""

    name = "borneobulletin"
    site = Site(
        name=name,
        paper=("Borneo Bulletin", "Borneo Bulletin Online", "borneobulletin.com.bn"),
        editions={"borneobulletin.com.bn": "en"},
        zone="Asia/Brunei",
        addresses=(rf"^[^/]+/{wordpress.SLUG}/?$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://borneobulletin.com.bn/category/national/",
                    pages="{url}page/{page}/",
                ),
            ),
            feeds=(
                "https://borneobulletin.com.bn/feed/",
                wordpress.search_feed("https://borneobulletin.com.bn", "ASEAN"),
            ),
        ),
        selectors=replace(
            wordpress.SELECTORS,
            body=("div.td-post-content",),
            authors=("div.td-post-author-name a",),
        ),
        least=Least(articles=3, characters=300),
        unproved=("an article page: selectors are those of WordPress and its theme Newspaper",),
    )
