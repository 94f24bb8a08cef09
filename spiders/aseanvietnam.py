"""The portal of Vietnam's ASEAN affairs."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class AseanvietnamSpider(NewsSpider):
    """https://aseanvietnam.vn."""

    name = "aseanvietnam"
    site = Site(
        name=name,
        paper=("ASEAN Việt Nam", "ASEAN Vietnam", "aseanvietnam.vn"),
        editions={"aseanvietnam.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        # Slugs write đ as dj.
        addresses=(r"^[^/]+/(?:[a-z]{2}/)?post/(?P<id>[a-z0-9-]+)$",),
        discovery=Discovery(
            sections=(
                Section(url="https://aseanvietnam.vn/"),
                Section(url="https://aseanvietnam.vn/en"),
            ),
        ),
        selectors=Selectors(
            title=(".post-content h1.title",),
            sapo=(".post-summary",),
            body=(".post-text",),
            published=(".post-meta .date",),
            section=(".breadcrumb a",),
            tags=(".post-tags a",),
            prune=(".post-share",),
        ),
        least=Least(articles=3, characters=400),
        unproved=(
            "an article page: selectors are guesses from its picture addresses, which are those"
            " of a known content system",
            "lists, feed, sitemap",
        ),
    )
