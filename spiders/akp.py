"""Agence Kampuchea Presse, the national news agency of Cambodia."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class AkpSpider(NewsSpider):
    """https://www.akp.gov.kh."""

    name = "akp"
    site = Site(
        name=name,
        paper=("Agence Kampuchea Presse", "AKP", "akp.gov.kh"),
        editions={"akp.gov.kh": "en"},
        zone="Asia/Phnom_Penh",
        addresses=(r"^[^/]+/post/detail/(?P<id>\d+)$",),
        discovery=Discovery(
            # National news, ten articles a page (2026-07); its search answers 500.
            sections=(
                Section(url="https://www.akp.gov.kh/post/category/7", pages="{url}?page={page}"),
                Section(url="https://www.akp.gov.kh/post/category/8", pages="{url}?page={page}"),
            ),
        ),
        selectors=Selectors(
            title=("h1.post-title",),
            body=("div.post-content",),
            published=(".post-date",),
            captions=("div.post-content figure",),
            prune=(".post-share",),
        ),
        least=Least(articles=3, characters=300),
        unproved=("an article page: only addresses, sections and datelines are known",),
    )
