"""Tuổi Trẻ, the newspaper of the Youth Union of Ho Chi Minh City."""

from dataclasses import replace

from crawler.families import vccorp
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class TuoitreSpider(NewsSpider):
    """https://tuoitre.vn."""

    name = "tuoitre"
    site = Site(
        name=name,
        paper=("Tuổi Trẻ Online", "Tuổi Trẻ", "Báo Tuổi Trẻ", "TUOI TRE ONLINE", "tuoitre.vn"),
        editions={"tuoitre.vn": "vi", "m.tuoitre.vn": "vi", "amp.tuoitre.vn": "vi"},
        zone="Asia/Ho_Chi_Minh",
        addresses=(
            # 100 + yymmddHHMMSS + milliseconds; until about 2020 yyyymmddHHMMSS + milliseconds.
            r"^[^/]+/(?:[^/?]+/)*[^/?]+-(?P<id>\d{14,20})\.(?:htm|amp)$",
            # Until 2016.
            r"^[^/]+/tin/(?:[^/?]+/)+\d{8}/[^/?]+/(?P<id>\d+)\.html$",
        ),
        folds=(
            (r"\.amp$", ".htm"),
            (r"^https?://(?:m|amp)\.tuoitre\.vn/", "https://tuoitre.vn/"),
        ),
        discovery=Discovery(
            sections=(
                Section(url="https://tuoitre.vn/the-gioi.htm"),
                Section(url="https://tuoitre.vn/thoi-su.htm"),
            ),
            feeds=("https://tuoitre.vn/rss/the-gioi.rss", "https://tuoitre.vn/rss/thoi-su.rss"),
        ),
        selectors=replace(
            vccorp.SELECTORS,
            # The last ones: the system until 2016, seen on a page of 2015-03.
            title=(*vccorp.SELECTORS.title, "#object_title"),
            sapo=(*vccorp.SELECTORS.sapo, "p.txt-head"),
            body=(*vccorp.SELECTORS.body, "div.fck"),
            published=(*vccorp.SELECTORS.published, ".tool-bar span.date"),
            authors=(*vccorp.SELECTORS.authors, ".wrapper-qt > strong"),
            section=("[data-role=cate-name]", "ul.breadcrumb li.active a"),
            tags=("ul.block-key li a",),
            captions=(*vccorp.SELECTORS.captions, "table.desc_image"),
            prune=(*vccorp.SELECTORS.prune, ".qtam_social", '[id^="tt-wrapper"]'),
        ),
        least=Least(articles=10, characters=600),
    )
