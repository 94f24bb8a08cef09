"""Báo Thế giới và Việt Nam, the newspaper of the Ministry of Foreign Affairs."""

from crawler.families import mastercms
from crawler.site import Discovery, Least, Section, Site
from crawler.spider import NewsSpider


class BaoquocteSpider(NewsSpider):
    """https://baoquocte.vn and https://en.baoquocte.vn."""

    name = "baoquocte"
    site = Site(
        name=name,
        paper=("Báo Thế giới và Việt Nam", "Báo Quốc tế", "The World and Vietnam Report", "TG&VN"),
        editions={"baoquocte.vn": "vi", "en.baoquocte.vn": "en"},
        zone="Asia/Ho_Chi_Minh",
        addresses=mastercms.ADDRESSES,
        folds=(mastercms.MOBILE,),
        discovery=Discovery(
            sections=(
                mastercms.list_cards("https://baoquocte.vn/thoi-su/viet-nam-va-asean"),
                mastercms.list_cards("https://baoquocte.vn/ngoai-giao/tin-bo-ngoai-giao"),
                mastercms.list_cards("https://baoquocte.vn/thoi-su"),
                mastercms.list_cards("https://en.baoquocte.vn/"),
                Section(url="https://baoquocte.vn/search_enginer.html?p=tim-kiem&q=ASEAN"),
            ),
            feeds=(
                # On a sister site every section's feed held the same 25 items (2026-09).
                "https://baoquocte.vn/rss_feed/",
                "https://en.baoquocte.vn/rss_feed/",
            ),
        ),
        selectors=mastercms.SELECTORS,
        least=Least(articles=10, characters=600),
    )
