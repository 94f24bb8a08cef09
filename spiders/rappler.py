"""Rappler, a news site of the Philippines."""

from crawler.families import wordpress
from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class RapplerSpider(NewsSpider):
    """https://www.rappler.com."""

    name = "rappler"
    site = Site(
        name=name,
        paper=("Rappler", "Rappler.com", "RAPPLER"),
        editions={"rappler.com": "en"},
        zone="Asia/Manila",
        addresses=(rf"^[^/]+/(?:[a-z-]+/)+{wordpress.SLUG}/?$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://www.rappler.com/world/asia-pacific/",
                    cards=".post-card__more-secondary-story h3",
                    pages="{url}page/{page}/",
                ),
            ),
            feeds=(wordpress.search_feed("https://www.rappler.com", "ASEAN"),),
        ),
        selectors=Selectors(
            title=("h1.post-single__title",),
            sapo=(".post-single__summary",),
            body=("div.post-single__content.entry-content",),
            published=(".post-single__meta time",),
            authors=(".post-single__authors a",),
            section=(".breadcrumbs a",),
            captions=(".post-single__image",),
            prune=(".related-article",),
        ),
        least=Least(articles=5, characters=600),
    )
