"""The ASEAN Secretariat."""

from crawler.families import wordpress
from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class AseanSpider(NewsSpider):
    """https://asean.org: news, statements and speeches."""

    name = "asean"
    site = Site(
        name=name,
        paper=("ASEAN", "ASEAN Main Portal", "asean.org"),
        editions={"asean.org": "en"},
        zone="Asia/Jakarta",
        addresses=(rf"^[^/]+/{wordpress.SLUG}/?$",),
        discovery=Discovery(
            sections=tuple(
                Section(
                    url=f"https://asean.org/category/{name}/",
                    cards="article",
                    next=".page-numbers.next",
                )
                for name in ("news", "statements-meetings", "speeches")
            ),
        ),
        selectors=Selectors(
            title=("h1.elementor-heading-title",),
            body=(".elementor-widget-theme-post-content .elementor-widget-container",),
            published=(".elementor-post-info__item--type-date",),
            section=(".elementor-post-info__terms-list a",),
            prune=(".elementor-share-btn", ".elementor-posts"),
        ),
        least=Least(articles=3, characters=200),
        unproved=(
            "the way past Sucuri, whose first answer is a script that sets a cookie and reloads",
            "selectors: they are the usual ones of its page builder, Elementor",
        ),
    )
