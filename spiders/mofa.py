"""The Ministry of Foreign Affairs of Vietnam."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider

_SECTIONS = (
    "hoat-dong-doi-ngoai-cap-cao",
    "hoat-dong-pho-thu-tuong-bo-truong",
    "hoat-dong-lanh-dao-bo",
    "nguoi-phat-ngon",
)


class MofaSpider(NewsSpider):
    """https://mofa.gov.vn."""

    name = "mofa"
    site = Site(
        name=name,
        paper=("Bộ Ngoại giao", "Bộ Ngoại giao Việt Nam", "Ministry of Foreign Affairs"),
        editions={"mofa.gov.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(r"^[^/]+/(?:[^/?]+/)*chi-tiet/[^/?]+-(?P<id>\d+)-\d+\.html$",),
        discovery=Discovery(
            sections=tuple(
                Section(
                    url=f"https://mofa.gov.vn/{name}",
                    cards="div.block-category-container h3.news-title",
                )
                for name in _SECTIONS
            ),
        ),
        selectors=Selectors(
            title=("h1",),
            body=("div.article-content",),
            published=("div.news-time",),
            captions=("div.article-content figure",),
            prune=(".article-content .news-related",),
        ),
        least=Least(articles=5, characters=400),
    )
