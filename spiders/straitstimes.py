"""The Straits Times, a daily of Singapore."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class StraitstimesSpider(NewsSpider):
    """https://www.straitstimes.com; some articles end at a paywall."""

    name = "straitstimes"
    site = Site(
        name=name,
        paper=("The Straits Times", "straitstimes.com", "SPH Media"),
        editions={"straitstimes.com": "en"},
        zone="Asia/Singapore",
        addresses=(
            r"^[^/]+/(?:asia|singapore|world|business|politics)/(?:[a-z-]+/)?"
            r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+){3,})$",
        ),
        discovery=Discovery(
            sections=(Section(url="https://www.straitstimes.com/asia/se-asia"),),
            feeds=(
                "https://www.straitstimes.com/news/asia/rss.xml",
                "https://www.straitstimes.com/news/world/rss.xml",
            ),
        ),
        selectors=Selectors(
            title=("h1.headline.node-title",),
            body=(".field-name-body",),
            published=("div.story-postdate",),
            authors=(".byline-name a",),
            section=(".breadcrumb a",),
            captions=("figure.media-image",),
            prune=(".newsletter-box", ".telegram-box"),
        ),
        least=Least(articles=5, characters=400),
    )
