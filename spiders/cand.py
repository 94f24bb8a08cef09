"""Công an nhân dân, the newspaper of the Ministry of Public Security, in three systems."""

from dataclasses import replace

from crawler.families import mcms
from crawler.site import Discovery, Least, Section, Site, Sitemap


class CandSpider(mcms.McmsSpider):
    """https://cand.vn, until 2026 https://cand.com.vn."""

    name = "cand"
    site = Site(
        name=name,
        paper=(
            "Báo Công an Nhân dân điện tử",
            "Báo Công an nhân dân điện tử",
            "Báo Công an nhân dân",
            "Công an nhân dân",
            "CAND",
        ),
        editions={
            "cand.vn": "vi",
            "cand.com.vn": "vi",
            "amp.cand.com.vn": "vi",
            "en.cand.com.vn": "en",
        },
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            r"^[^/]+/[^/?]+-post(?P<id>\d{5,})\.(?:html|amp)$",
            # The pages of tags end like articles, /tag/<slug>-<number>/.
            r"^[^/]+/(?!tag/)(?:[^?]*/)?[^/?]+-i?(?P<id>\d{5,})/?$",
        ),
        folds=(
            (r"\.amp$", ".html"),
            (r"^https?://amp\.cand\.com\.vn/(.*?)/?$", r"https://cand.com.vn/\1/"),
        ),
        discovery=Discovery(
            sections=(
                mcms.list_cards("https://cand.vn/the-gioi-24h/"),
                Section(
                    url="https://cand.com.vn/su-kien-binh-luan-thoi-su/",
                    cards="div.box-widget-loaded article",
                    next="a.btn-next-page",
                ),
            ),
            feeds=("https://cand.vn/rss/home.rss",),
            sitemaps=(Sitemap(url="https://cand.vn/sitemap.xml", months=mcms.MONTHS),),
        ),
        selectors=replace(
            mcms.SELECTORS,
            # 2021-25 and, last, until 2020.
            title=(*mcms.SELECTORS.title, "h1.box-title-detail", ".titledetail"),
            sapo=(*mcms.SELECTORS.sapo, "div.box-des-detail p", ".desnews"),
            body=(*mcms.SELECTORS.body, "div.detail-content-body", ".post-content"),
            published=(*mcms.SELECTORS.published, "div.box-date", ".timepost"),
            authors=(*mcms.SELECTORS.authors, "div.box-author strong"),
            section=(*mcms.SELECTORS.section, "ul.uk-breadcrumb li.bc-item a", ".catename > a"),
            tags=(*mcms.SELECTORS.tags, ".tags li:not(.first) a"),
            captions=(*mcms.SELECTORS.captions, ".detail-content-body figure", ".box-detail-thumb"),
            prune=(*mcms.SELECTORS.prune, ".box-comment-list"),
        ),
        least=Least(articles=10, characters=600),
    )
