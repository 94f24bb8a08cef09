"""VietnamPlus, the news site of the Vietnam News Agency, in six languages."""

from crawler.families import mcms
from crawler.site import Discovery, Least, Listing, Site, Sitemap


class VietnamplusSpider(mcms.McmsSpider):
    """https://www.vietnamplus.vn."""

    name = "vietnamplus"
    site = Site(
        name=name,
        paper=("Vietnam+ (VietnamPlus)", "VietnamPlus", "Vietnam+", "Báo điện tử VIETNAMPLUS"),
        editions={
            "vietnamplus.vn": "vi",
            "m.vietnamplus.vn": "vi",
            "beta.vietnamplus.vn": "vi",
            "en.vietnamplus.vn": "en",
            "fr.vietnamplus.vn": "fr",
            "es.vietnamplus.vn": "es",
            "zh.vietnamplus.vn": "zh",
            "ru.vietnamplus.vn": "ru",
        },
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            r"^[^/]+/[^/?]+?(?:-post|/)(?P<id>\d+)\.(?:vnp|amp)$",
            r"^[^/]+/print-(?P<id>\d+)\.html$",
        ),
        folds=(
            (r"\.amp$", ".vnp"),
            (r"^https?://(?:m|beta)\.vietnamplus\.vn/", "https://www.vietnamplus.vn/"),
        ),
        discovery=Discovery(
            sections=(
                mcms.list_cards("https://www.vietnamplus.vn/thegioi/asean/"),
                mcms.list_cards("https://www.vietnamplus.vn/chinhtri/"),
            ),
            feeds=(
                "https://www.vietnamplus.vn/rss/home.rss",
                "https://www.vietnamplus.vn/rss/thegioi.rss",
                "https://en.vietnamplus.vn/rss/home.rss",
                "https://www.vietnamplus.vn/sitemaps/google-news.xml",
            ),
            sitemaps=(
                Sitemap(url="https://www.vietnamplus.vn/sitemap.xml", months=mcms.MONTHS),
                Sitemap(url="https://en.vietnamplus.vn/sitemap.xml", months=mcms.MONTHS),
            ),
            listings=(
                Listing(
                    url="https://api.vietnamplus.vn/api/morenews-zone-{zone}-{page}.html"
                    "?phrase=&page_size=20",
                    zone_from="https://www.vietnamplus.vn/thegioi/asean/",
                ),
            ),
        ),
        selectors=mcms.SELECTORS,
        least=Least(articles=10, characters=600),
    )
