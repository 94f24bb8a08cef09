"""Twelve of the real sites as the loopback world plays them: their lists, forms and addresses."""

from __future__ import annotations

from dataclasses import dataclass

CARD = '<div><a href="{url}" title="{title}">{title}</a></div>'
MCMS = (
    '<div class="content-list"><article class="story"><h2 class="story__heading">'
    '<a class="cms-link" href="{url}" title="{title}">{title}</a></h2></article></div>'
)
VCCORP = '<div class="box-stream-item"><a href="{url}" title="{title}">{title}</a></div>'
MASTERCMS = (
    '<div class="bx-cat-content"><div class="article"><a class="article-image" href="{url}"></a>'
    '<h3><a href="{url}">{title}</a></h3></div></div>'
)


@dataclass(frozen=True)
class Paper:
    """One site of the world."""

    name: str
    saved: tuple[tuple[str, str], ...]
    """Saved pages that it publishes and the series of the meeting that each reports."""
    address: str
    """Of its articles, a template with `slug` and `id`."""
    first: int
    """The number of its first article."""
    lists: tuple[str, ...]
    """Addresses of all its lists; `.json`, feeds and sitemaps are told by their words."""
    card: str = CARD
    alias: tuple[str, str] = ("", "")
    """What in an address is replaced by what in its mobile, AMP or print form."""
    reports: tuple[int, ...] = ()
    """Which texts of ours it carries; those that two papers carry are copies."""
    robots: str = "User-agent: *\nDisallow: /quan-tri/\n"

    @property
    def home(self) -> str:
        """Scheme and host of its articles."""
        return "/".join(self.address.split("/")[:3])


PAPERS = (
    Paper(
        name="vietnamplus",
        saved=(
            ("amm-58-kuala-lumpur-2025-07", "AMM"),
            ("cap-cao-36-truc-tuyen-2020-06", "ASEAN-SUMMIT"),
            ("en-asean-summit-46-2025-05", "ASEAN-SUMMIT"),
        ),
        address="https://www.vietnamplus.vn/{slug}-post{id}.vnp",
        first=1090001,
        lists=(
            "https://www.vietnamplus.vn/thegioi/asean/",
            "https://www.vietnamplus.vn/chinhtri/",
            "https://www.vietnamplus.vn/rss/home.rss",
            "https://www.vietnamplus.vn/rss/thegioi.rss",
            "https://en.vietnamplus.vn/rss/home.rss",
            "https://www.vietnamplus.vn/sitemaps/google-news.xml",
            "https://api.vietnamplus.vn/api/morenews-zone-271-1.html?phrase=&page_size=20",
            "https://api.vietnamplus.vn/api/morenews-zone-271-2.html?phrase=&page_size=20",
        ),
        card=MCMS,
        alias=(".vnp", ".amp"),
        reports=(0, 1, 2, 5),
    ),
    Paper(
        name="nhandan",
        saved=(
            ("cap-cao-44-45-vientiane-2024-10", "ASEAN-SUMMIT"),
            ("thu-tuong-du-cap-cao-40-41-2022-11", "ASEAN-SUMMIT"),
        ),
        address="https://nhandan.vn/{slug}-post{id}.html",
        first=880001,
        lists=(
            "https://nhandan.vn/thegioi/",
            "https://nhandan.vn/chinhtri/",
            "https://nhandan.vn/rss/home.rss",
            "https://nhandan.vn/rss/thegioi-1231.rss",
            "https://nhandan.vn/api/morenews-zone-1231-1.html",
        ),
        card=MCMS,
        alias=(".html", ".amp"),
        reports=(3, 4, 6),
    ),
    Paper(
        name="baochinhphu",
        saved=(("eas-19-vientiane-2024-10", "EAS"),),
        address="https://baochinhphu.vn/{slug}-10226031210{id}.htm",
        first=1122001,
        lists=(
            "https://baochinhphu.vn/quoc-te/viet-nam-asean.htm",
            "https://baochinhphu.vn/chinh-tri/doi-ngoai.htm",
            "https://baochinhphu.vn/timelinelist/1027/1.htm",
            "https://baochinhphu.vn/timelinelist/1027/2.htm",
            "https://baochinhphu.vn/home.rss",
            "https://baochinhphu.vn/quoc-te.rss",
        ),
        card=VCCORP,
        alias=("baochinhphu.vn/", "baochinhphu.vn/print/"),
        reports=(1, 3, 7),
    ),
    Paper(
        name="tuoitre",
        saved=(
            ("admm-18-vientiane-2024-11", "ADMM"),
            ("cap-cao-26-langkawi-2015-04", "ASEAN-SUMMIT"),
        ),
        address="https://tuoitre.vn/{slug}-10026031211{id}.htm",
        first=1133001,
        lists=(
            "https://tuoitre.vn/the-gioi.htm",
            "https://tuoitre.vn/thoi-su.htm",
            "https://tuoitre.vn/rss/the-gioi.rss",
            "https://tuoitre.vn/rss/thoi-su.rss",
        ),
        alias=("https://tuoitre.vn/", "https://m.tuoitre.vn/"),
        reports=(2, 4),
    ),
    Paper(
        name="vnexpress",
        saved=(
            ("ben-le-cap-cao-46-2025-05", "ASEAN-SUMMIT"),
            ("cap-cao-33-singapore-2018-11", "ASEAN-SUMMIT"),
        ),
        address="https://vnexpress.net/{slug}-{id}.html",
        first=4990001,
        lists=(
            "https://vnexpress.net/the-gioi",
            "https://vnexpress.net/the-gioi-p2",
            "https://vnexpress.net/thoi-su",
            "https://vnexpress.net/rss/the-gioi.rss",
            "https://vnexpress.net/rss/thoi-su.rss",
        ),
        card='<article class="item-news"><h3><a href="{url}" title="{title}">{title}</a></h3>'
        "</article>",
        alias=("https://vnexpress.net/", "https://amp.vnexpress.net/"),
        reports=(5, 6),
        robots="User-agent: *\nCrawl-delay: 0.05\nDisallow: /search\n",
    ),
    Paper(
        name="dantri",
        saved=(("cap-cao-42-labuan-bajo-2023-05", "ASEAN-SUMMIT"),),
        address="https://dantri.com.vn/the-gioi/{slug}-2026031212{id}.htm",
        first=1144001,
        lists=(
            "https://dantri.com.vn/the-gioi.htm",
            "https://dantri.com.vn/the-gioi/trang-2.htm",
            "https://dantri.com.vn/the-gioi/trang-3.htm",
            "https://dantri.com.vn/thoi-su.htm",
            "https://dantri.com.vn/rss/the-gioi.rss",
        ),
        card='<article><h3 class="article-title"><a href="{url}">{title}</a></h3></article>',
        alias=("https://dantri.com.vn/", "https://m.dantri.com.vn/"),
        reports=(7, 0),
    ),
    Paper(
        name="vov",
        saved=(("cap-cao-40-41-phnom-penh-2022-11", "ASEAN-SUMMIT"),),
        address="https://vov.vn/chinh-tri/{slug}-post{id}.vov",
        first=1255001,
        lists=(
            "https://vov.vn/the-gioi",
            "https://vov.vn/the-gioi?page=1",
            "https://vov.vn/chinh-tri",
            "https://vov.vn/rss.xml",
        ),
        card='<div class="article-card"><a href="{url}" title="{title}"><h3>{title}</h3></a></div>',
        alias=("https://vov.vn/", "https://m.vov.vn/"),
        reports=(1, 5),
    ),
    Paper(
        name="baoquocte",
        saved=(("som-asean-vientiane-2024-07", "SOM"), ("en-arf-32-2025-07", "ARF")),
        address="https://baoquocte.vn/{slug}-{id}.html",
        first=377001,
        lists=(
            "https://baoquocte.vn/thoi-su/viet-nam-va-asean",
            "https://baoquocte.vn/thoi-su/viet-nam-va-asean&s_cond=&BRSR=15",
            "https://baoquocte.vn/ngoai-giao/tin-bo-ngoai-giao",
            "https://baoquocte.vn/thoi-su",
            "https://en.baoquocte.vn/",
            "https://baoquocte.vn/search_enginer.html?p=tim-kiem&q=ASEAN",
            "https://baoquocte.vn/rss_feed/",
            "https://en.baoquocte.vn/rss_feed/",
        ),
        card=MASTERCMS,
        alias=(".html", ".html&mobile=yes&amp=1"),
        reports=(0, 2, 6, 7),
    ),
    Paper(
        name="antaranews",
        saved=(("asean-summit-42-labuan-bajo-2023-05", "ASEAN-SUMMIT"),),
        address="https://en.antaranews.com/news/{id}/{slug}",
        first=399001,
        lists=(
            "https://en.antaranews.com/latest-news",
            "https://en.antaranews.com/latest-news/2",
            "https://en.antaranews.com/rss/news.xml",
        ),
        card='<article class="simple-post"><header><h3><a href="{url}" title="{title}">{title}</a>'
        "</h3></header></article>",
        reports=(0, 2),
    ),
    Paper(
        name="bernama",
        saved=(("amm-retreat-langkawi-2025-01", "AMMR"),),
        address="https://www.bernama.com/en/general/news.php?id={id}",
        first=2488001,
        lists=(
            "https://www.bernama.com/en/general/index.php",
            "https://www.bernama.com/en/region/index.php?s=1",
            "https://www.bernama.com/en/world/index.php",
            "https://www.bernama.com/en/rssfeed.php",
        ),
        reports=(1, 2),
    ),
    Paper(
        name="khmertimes",
        saved=(("amm-retreat-phnom-penh-2022-02", "AMMR"),),
        address="https://www.khmertimeskh.com/{id}/{slug}/",
        first=501888001,
        lists=(
            "https://www.khmertimeskh.com/?s=ASEAN",
            "https://www.khmertimeskh.com/page/2/?s=ASEAN",
            "https://www.khmertimeskh.com/feed/",
        ),
        card='<section class="section-category"><article><h2 class="item-title"><a href="{url}">'
        "{title}</a></h2></article></section>",
        reports=(3, 0),
    ),
    Paper(
        name="bangkokpost",
        saved=(("asean-summit-34-2019-06", "ASEAN-SUMMIT"),),
        address="https://www.bangkokpost.com/thailand/general/{id}/{slug}",
        first=3188001,
        lists=(
            "https://www.bangkokpost.com/list_content/thailand?page=1",
            "https://www.bangkokpost.com/list_content/thailand?page=2",
            "https://search.bangkokpost.com/search/result_advanced?q=ASEAN",
            "https://www.bangkokpost.com/rss/data/topstories.xml",
        ),
        card='<div class="listnews-row"><h3><a href="{url}">{title}</a></h3></div>',
        reports=(1, 3),
    ),
)
