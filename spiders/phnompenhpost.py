"""The Phnom Penh Post, a daily of Cambodia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class PhnompenhpostSpider(NewsSpider):
    """https://www.phnompenhpost.com."""

    name = "phnompenhpost"
    site = Site(
        name=name,
        paper=("The Phnom Penh Post", "Phnom Penh Post", "phnompenhpost.com"),
        editions={"phnompenhpost.com": "en"},
        zone="Asia/Phnom_Penh",
        addresses=(
            r"^[^/]+/(?:national|national-politics|international|business|politics)/"
            r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+){2,})$",
        ),
        discovery=Discovery(
            sections=(
                # Drupal counts pages from 0.
                Section(
                    url="https://www.phnompenhpost.com/search/node/ASEAN",
                    pages="{url}?page={offset}",
                    size=1,
                ),
                Section(url="https://www.phnompenhpost.com/national"),
            ),
        ),
        selectors=Selectors(
            title=("div.section-article-header h2",),
            body=("div[itemprop=articleBody]",),
            published=(".article-author-wrapper .publish-date",),
            authors=(".article-author-wrapper a",),
            section=(".breadcrumb a",),
            captions=("div[itemprop=articleBody] .caption-wrapper",),
            prune=(".related-articles",),
        ),
        least=Least(articles=3, characters=400),
        unproved=(
            "all selectors since the site was rebuilt; those of title and body are of 2023",
            "the elements of time and byline",
        ),
    )
