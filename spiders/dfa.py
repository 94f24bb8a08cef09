"""The Department of Foreign Affairs of the Philippines."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class DfaSpider(NewsSpider):
    """https://dfa.gov.ph."""

    name = "dfa"
    site = Site(
        name=name,
        paper=("Department of Foreign Affairs", "DFA", "dfa.gov.ph"),
        editions={"dfa.gov.ph": "en"},
        zone="Asia/Manila",
        addresses=(r"^[^/]+/(?:index\.php/)?dfa-news/[a-z-]+/(?P<id>\d+)-[^/?]+$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://dfa.gov.ph/dfa-news/dfa-releasesupdate",
                    pages="{url}?start={offset}",
                    size=10,
                ),
                Section(
                    url="https://dfa.gov.ph/dfa-news/statements-and-advisoriesupdate",
                    pages="{url}?start={offset}",
                    size=10,
                ),
            ),
        ),
        selectors=Selectors(
            title=("h2[itemprop=headline]",),
            body=("div[itemprop=articleBody]",),
            published=("time[itemprop=datePublished]",),
            section=("ul.breadcrumb a",),
            prune=(".pager", ".icons"),
        ),
        least=Least(articles=3, characters=300),
        unproved=("an article page: selectors and paging are the usual ones of Joomla",),
    )
