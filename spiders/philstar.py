"""The Philippine Star, a daily of the Philippines."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class PhilstarSpider(NewsSpider):
    """https://www.philstar.com, also the home of Pilipino Star Ngayon (in Filipino)."""

    name = "philstar"
    site = Site(
        name=name,
        paper=("The Philippine Star", "Philstar.com", "Pilipino Star Ngayon"),
        editions={"philstar.com": "en"},
        zone="Asia/Manila",
        addresses=(r"^[^/]+/(?:[a-z-]+/)+\d{4}/\d\d/\d\d/(?P<id>\d+)/[^/?]+$",),
        discovery=Discovery(
            sections=(
                Section(url="https://www.philstar.com/headlines"),
                Section(url="https://www.philstar.com/world"),
            ),
            feeds=("https://www.philstar.com/rss/headlines",),
        ),
        selectors=Selectors(
            # The second ones: Pilipino Star Ngayon, seen on a page of 2020-11.
            title=("div.article__title h1", "#sports_title"),
            body=("#sports_article_writeup", "div.article__writeup"),
            published=("div.article__date-published", "#sports_article_credits"),
            authors=(
                "div.article__credits-author-pub a",
                '#sports_article_credits a[href*="/authors/"]',
            ),
            section=("#micro_nav a",),
            captions=(".article__lead_photo__caption", "#sports_header_summary_content"),
            prune=(".facebook-philstar-embed",),
        ),
        least=Least(articles=5, characters=600),
    )
