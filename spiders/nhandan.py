"""Nhân Dân, the newspaper of the Communist Party of Vietnam."""

from dataclasses import replace

from crawler.families import mcms
from crawler.site import Discovery, Least, Listing, Site, Sitemap


class NhandanSpider(mcms.McmsSpider):
    """https://nhandan.vn."""

    name = "nhandan"
    site = Site(
        name=name,
        paper=("Báo Nhân Dân điện tử", "Báo Nhân Dân", "Nhân Dân", "Nhan Dan Online"),
        editions={
            "nhandan.vn": "vi",
            "nhandan.com.vn": "vi",
            "nhandan.org.vn": "vi",
            "en.nhandan.vn": "en",
            "fr.nhandan.vn": "fr",
            "cn.nhandan.vn": "zh",
        },
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            r"^[^/]+/[^/?]+-post(?P<id>\d+)\.(?:html|amp)$",
            r"^[^/]+/print\.html\?(?:.*&)?id=(?P<id>\d+)",
            # Until 2021; the id went on to nhandan.vn.
            r"^nhandan\.(?:com|org)\.vn/[^/?]+/(?:[^/?]+/)?[^/?]+-(?P<id>\d{4,})/?$",
        ),
        folds=((r"\.amp$", ".html"),),
        discovery=Discovery(
            sections=(
                mcms.list_cards("https://nhandan.vn/thegioi/"),
                mcms.list_cards("https://nhandan.vn/chinhtri/"),
            ),
            feeds=("https://nhandan.vn/rss/home.rss", "https://nhandan.vn/rss/thegioi-1231.rss"),
            sitemaps=(Sitemap(url="https://nhandan.vn/sitemap.xml", months=mcms.MONTHS),),
            listings=(Listing(url="https://nhandan.vn/api/morenews-zone-1231-{page}.html"),),
        ),
        selectors=replace(
            mcms.SELECTORS,
            # 2021-22 and, last, until 2020: other systems.
            title=(*mcms.SELECTORS.title, ".box-title-detail", ".item-container > h3"),
            sapo=(*mcms.SELECTORS.sapo, ".box-des-detail", ".sapo > p"),
            body=(*mcms.SELECTORS.body, ".detail-content-body", ".item-content"),
            published=(*mcms.SELECTORS.published, ".box-date", ".date-created"),
            authors=(*mcms.SELECTORS.authors, ".box-author"),
            section=(*mcms.SELECTORS.section, "ul.uk-breadcrumb li.bc-item a"),
            tags=(".article__tag a.link",),
            captions=(*mcms.SELECTORS.captions, ".detail-content-body figure"),
            prune=(*mcms.SELECTORS.prune, ".trending", ".many-pack"),
        ),
        least=Least(articles=10, characters=600),
    )
