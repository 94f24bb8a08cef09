"""Vientiane Times, the English daily of the Government of Laos."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class VientianetimesSpider(NewsSpider):
    """https://www.vientianetimes.org.la, pages written one by one by a program of its own."""

    name = "vientianetimes"
    site = Site(
        name=name,
        paper=("Vientiane Times", "vientianetimes.org.la"),
        editions={"vientianetimes.org.la": "en"},
        zone="Asia/Vientiane",
        addresses=(r"^[^/]+/(?:[^/?]+/)*FreeConten_?(?P<id>\w+)\.php$",),
        discovery=Discovery(sections=(Section(url="https://www.vientianetimes.org.la/"),)),
        selectors=Selectors(
            title=("h1",),
            body=("td.content",),
            published=("td.content .date",),
            prune=(".related",),
        ),
        least=Least(articles=2, characters=300),
        unproved=("every selector; of the site only the names of its pages are known", "a feed"),
    )
