"""The Philippine Daily Inquirer."""

from crawler.site import Discovery, Least, Section, Selectors, Site
from crawler.spider import NewsSpider


class InquirerSpider(NewsSpider):
    """https://newsinfo.inquirer.net and https://globalnation.inquirer.net."""

    name = "inquirer"
    site = Site(
        name=name,
        paper=("INQUIRER.net", "Philippine Daily Inquirer", "Inquirer", "@inquirerdotnet"),
        editions={"newsinfo.inquirer.net": "en", "globalnation.inquirer.net": "en"},
        zone="Asia/Manila",
        addresses=(r"^[^/]+/(?P<id>\d{5,})/[^/?]+$",),
        discovery=Discovery(
            sections=(
                Section(
                    url="https://globalnation.inquirer.net/category/world-news/asia-australia",
                    pages="{url}/page/{page}/",
                ),
                Section(
                    url="https://globalnation.inquirer.net/category/news/philippines",
                    pages="{url}/page/{page}/",
                ),
            ),
            feeds=(
                "https://newsinfo.inquirer.net/feed",
                "https://globalnation.inquirer.net/feed",
            ),
        ),
        selectors=Selectors(
            title=("h1.entry-title",),
            body=("#article_content",),
            published=("#art_plat",),
            authors=("#art_author a",),
            section=("#art_bc a",),
            captions=(".wp-caption",),
            prune=("#article_content p:has(> strong > a)", ".OUTBRAIN"),
        ),
        least=Least(articles=5, characters=600),
    )
