"""One address for one article: what falls together and what must not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.canonical import article_id, article_key, canonical_url, clean_url, is_article
from crawler.site import Site
from spiders.baochinhphu import BaochinhphuSpider
from spiders.baokiemtoan import BaokiemtoanSpider
from spiders.baoquocte import BaoquocteSpider
from spiders.baotintuc import BaotintucSpider
from spiders.cand import CandSpider
from spiders.nhandan import NhandanSpider
from spiders.thanhnien import ThanhnienSpider
from spiders.tuoitre import TuoitreSpider
from spiders.vietnamplus import VietnamplusSpider
from spiders.vnexpress import VnexpressSpider

VNP, BQT, CAND = VietnamplusSpider.site, BaoquocteSpider.site, CandSpider.site
NDA, TN, TT = NhandanSpider.site, ThanhnienSpider.site, TuoitreSpider.site
BTT, VNE, VGP, BKT = (
    BaotintucSpider.site,
    VnexpressSpider.site,
    BaochinhphuSpider.site,
    BaokiemtoanSpider.site,
)
SITES = (VNP, BQT, CAND, NDA, TN, TT, BTT, VNE, VGP, BKT)


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("  https://Example.COM  ", "https://example.com/"),
        ("HTTP://www.Example.com:80/a", "http://www.example.com/a"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("https://example.com:8443/a", "https://example.com:8443/a"),
        ("https://vovworld.vn./a-819467.vov", "https://vovworld.vn/a-819467.vov"),
        ("https://reader:secret@example.com/a", "https://example.com/a"),
        ("https://example.com/a#binh-luan", "https://example.com/a"),
        ("https://example.com/a?utm_source=zalo&utm_medium=x&id=7", "https://example.com/a?id=7"),
        ("https://example.com/a?fbclid=IwAR0&gclid=1&zarsrc=31&_ga=2", "https://example.com/a"),
        ("https://example.com/a?b=2&a=1", "https://example.com/a?a=1&b=2"),
        ("https://example.com/a?q=", "https://example.com/a?q="),
        ("https://example.com/news.php?id=2346749", "https://example.com/news.php?id=2346749"),
        ("https://example.com/h%e1%bb%99i", "https://example.com/h%E1%BB%99i"),
        ("https://example.com/hội", "https://example.com/h%E1%BB%99i"),
        ("https://example.com/a/?page=2", "https://example.com/a/?page=2"),
        ("http://[2001:db8::1]:80/a", "http://[2001:db8::1]/a"),
        ("https://example.com:port/a", "https://example.com:port/a"),
        ("https://example.com/\udc80", "https://example.com/\udc80"),
        ("not an address", "not an address"),
        ("", ""),
    ],
)
def test_an_address_loses_what_does_not_choose_the_page(url: str, cleaned: str) -> None:
    assert clean_url(url) == cleaned


@settings(deadline=None)
@given(st.text(max_size=60).map(lambda text: f"https://example.com/{text}"))
def test_cleaning_twice_is_cleaning_once(url: str) -> None:
    assert clean_url(clean_url(url)) == clean_url(url)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_cleaned_without_an_error(text: str) -> None:
    assert isinstance(clean_url(text), str)


SAME = [
    (
        VNP,
        ("vi", "640776"),
        "https://www.vietnamplus.vn/quan-chuc-cao-cap-asean-hop-truc-tuyen/640776.vnp",
        "https://www.vietnamplus.vn/quan-chuc-cao-cap-asean-hop-truc-tuyen-post640776.vnp",
        "http://vietnamplus.vn/mot-tua-de-khac-post640776.vnp?utm_source=facebook#comment",
        "https://www.vietnamplus.vn/quan-chuc-cao-cap-asean-hop-truc-tuyen-post640776.amp",
        "https://beta.vietnamplus.vn/quan-chuc-cao-cap-asean-hop-truc-tuyen-post640776.vnp",
        "https://m.vietnamplus.vn/quan-chuc-cao-cap-asean-hop-truc-tuyen/640776.vnp",
        "https://www.vietnamplus.vn/print-640776.html",
        "https://www.vietnamplus.vn./a/640776.vnp",
    ),
    (
        VNP,
        ("en", "234736"),
        "https://en.vietnamplus.vn/asean-senior-officials-meting-convenes/234736.vnp",
        "https://en.vietnamplus.vn/asean-senior-officials-meting-convenes-post234736.vnp",
    ),
    (
        BQT,
        ("vi", "174158"),
        "https://baoquocte.vn/hoi-nghi-quan-chuc-cao-cap-asean-174158.html",
        "http://www.baoquocte.vn/hoi-nghi-quan-chuc-cao-cap-asean-174158.html",
        "https://baoquocte.vn/hoi-nghi-quan-chuc-cao-cap-asean-174158.html&mobile=yes",
        "https://baoquocte.vn/hoi-nghi-quan-chuc-cao-cap-asean-174158.html&mobile=yes&amp=1",
        "https://baoquocte.vn/apicenter@/print_article&i=174158",
    ),
    (
        CAND,
        ("vi", "556328"),
        "https://cand.com.vn/Su-kien-Binh-luan-thoi-su/Khai-mac-Hoi-nghi-ASEAN-i556328/",
        "https://amp.cand.com.vn/Su-kien-Binh-luan-thoi-su/Khai-mac-Hoi-nghi-ASEAN-i556328",
        "http://cand.com.vn/Thoi-su/Khai-mac-Hoi-nghi-ASEAN-556328/",
        "https://cand.vn/thoi-su/khai-mac-hoi-nghi-asean-i556328/",
        "https://cand.vn/khai-mac-hoi-nghi-asean-post556328.html",
    ),
    (
        NDA,
        ("vi", "650123"),
        "https://nhandan.vn/khai-mac-hoi-nghi-post650123.html",
        "https://nhandan.vn/print.html?id=650123",
        "https://nhandan.com.vn/tin-tuc-su-kien/khai-mac-hoi-nghi-650123/",
        "https://nhandan.org.vn/tin-tuc-su-kien/khai-mac-hoi-nghi-650123/",
    ),
    (
        TN,
        ("vi", "1243115"),
        "https://thanhnien.vn/thoi-su/hoi-nghi-hep-1243115.html",
        "https://thanhnien.vn/hoi-nghi-hep-1851243115.htm",
        "https://thanhnien.vn/hoi-nghi-hep-1851243115.amp",
    ),
    (
        TN,
        ("vi", "185240917145501236"),
        "https://thanhnien.vn/bo-truong-kinh-te-asean-185240917145501236.htm",
        "https://thanhnien.vn/bo-truong-kinh-te-asean-185240917145501236.amp",
    ),
    (
        TT,
        ("vi", "100260716232934498"),
        "https://tuoitre.vn/hop-asean-100260716232934498.htm",
        "https://m.tuoitre.vn/hop-asean-100260716232934498.htm?gidzl=x",
    ),
    (
        TT,
        ("vi", "724115"),
        "http://tuoitre.vn/tin/chinh-tri-xa-hoi/20150323/chat-cay-xanh-ha-noi/724115.html",
        "https://tuoitre.vn/tin/chinh-tri-xa-hoi/20150323/chat-cay/724115.html",
    ),
    (
        BTT,
        ("vi", "20260716171712046"),
        "https://baotintuc.vn/the-gioi/ukraine-co-thu-tuong-moi-20260716171712046.htm",
        "https://baotintuc.vn/ukraine-co-thu-tuong-moi-n20260716171712046.htm",
    ),
    (
        VNE,
        ("vi", "4420519"),
        "https://vnexpress.net/cong-nhan-mat-viec-4420519.html",
        "https://vnexpress.net/tin-tuc/thoi-su/cong-nhan-mat-viec-4420519.html",
        "https://amp.vnexpress.net/cong-nhan-mat-viec-4420519.html",
        "https://vnexpress.net/cong-nhan-mat-viec-4420519.html?vn_source=Home#box_comment_vne",
    ),
    (
        VGP,
        ("vi", "102241011150442967"),
        "https://baochinhphu.vn/thu-tuong-du-eas-102241011150442967.htm",
        "https://baochinhphu.vn/print/thu-tuong-du-eas-102241011150442967.htm",
    ),
    (
        VGP,
        ("vi", "350123"),
        "http://baochinhphu.vn/Viet-Nam-ASEAN/Khai-mac/350123.vgp",
        "https://baochinhphu.vn/Viet-Nam-ASEAN/Khai-mac-Hoi-nghi/350123.vgp",
    ),
    (
        BKT,
        ("vi", "13021"),
        "http://baokiemtoan.vn/hoi-nghi-quan-chuc-cao-cap-13021.html",
        "http://baokiemtoannhanuoc.vn/hoi-nghi-quan-chuc-cao-cap-13021.html",
    ),
]


@pytest.mark.parametrize(
    ("site", "found", "url"),
    [(site, found, url) for site, found, *urls in SAME for url in urls],
    ids=lambda value: value.name if isinstance(value, Site) else None,
)
def test_every_form_of_an_address_names_the_same_article(
    site: Site, found: tuple[str, str], url: str
) -> None:
    assert article_id(url, site) == found
    assert article_key(url, site) == f"{site.name}:{found[0]}:{found[1]}"


APART = [
    (VNP, "https://en.vietnamplus.vn/a/169589.vnp", "https://en.vietnamplus.vn/a/169626.vnp"),
    (VNP, "https://en.vietnamplus.vn/a/187067.vnp", "https://fr.vietnamplus.vn/a/187067.vnp"),
    (VNP, "https://www.vietnamplus.vn/a/187067.vnp", "https://es.vietnamplus.vn/a/187067.vnp"),
    (BQT, "https://baoquocte.vn/a-248129.html", "https://en.baoquocte.vn/a-248129.html"),
    (CAND, "https://cand.com.vn/a/b-i556328/", "https://en.cand.com.vn/a/b-i556328/"),
    (NDA, "https://nhandan.vn/print.html?id=1", "https://nhandan.vn/print.html?id=2"),
    (None, "https://x.my/news.php?id=2346749", "https://x.my/news.php?id=2346750"),
    (None, "https://x.my/a?page=1", "https://x.my/a?page=2"),
    (None, "https://x.my/a", "https://x.my/A"),
    (None, "https://a.x.my/a", "https://b.x.my/a"),
    (None, "https://x.my:8080/a", "https://x.my/a"),
]


@pytest.mark.parametrize(("site", "one", "other"), APART)
def test_two_articles_never_share_a_key(site: Site | None, one: str, other: str) -> None:
    assert article_key(one, site) != article_key(other, site)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://x.my/a", "https://x.my/a"),
        ("https://www.x.my/a/", "https://x.my/a"),
        ("https://x.my./a?fbclid=1#top", "https://X.MY:443/a"),
    ],
)
def test_scheme_www_and_trailing_slash_do_not_make_another_article(one: str, other: str) -> None:
    assert article_key(one, None) == article_key(other, None)


NOT_ARTICLES = [
    (VNP, "https://www.vietnamplus.vn/tag/som-asean-tag5687.vnp"),
    (VNP, "https://www.vietnamplus.vn/topic/bien-dong-12.vnp"),
    (VNP, "https://www.vietnamplus.vn/region/ninh-binh/112.vnp"),
    (VNP, "https://www.vietnamplus.vn/thegioi/asean/"),
    (VNP, "https://www.vietnamplus.vn/search/?q=som-post640776.vnp"),
    (VNP, "https://ufabetindo.example/asean-post230869.vnp"),
    (VNP, "https://vietnamplus.vn.example/a-post230869.vnp"),
    (VNP, "ftp://www.vietnamplus.vn/a-post230869.vnp"),
    (BQT, "https://baoquocte.vn/tag/galatasaray-168815.tag"),
    (BQT, "https://baoquocte.vn/chu-de/dai-hoi-xiv-cua-dang.topic"),
    (BQT, "https://baoquocte.vn/thoi-su&s_cond=&BRSR=15"),
    (BQT, "https://baoquocte.vn/search_enginer.html?p=tim-kiem&q=asean"),
    (CAND, "https://cand.com.vn/tag/Hoi-nghi-12345/"),
    (CAND, "https://cand.com.vn/the-gioi-24h/"),
    (NDA, "https://nhandan.vn/tu-khoa/WorldCup-tag17202.html"),
    (NDA, "https://nhandan.vn/print.html?page=976641"),
    (TT, "https://tuoitre.vn/the-gioi.htm"),
    (TT, "http://tuoitre.vn/chu-de/chat-cay-xanh/287818.html"),
    (TN, "https://thanhnien.vn/thoi-su.htm"),
    (BTT, "https://baotintuc.vn/the-gioi-130ct0.htm"),
    (BTT, "https://baotintuc.vn/dong-su-kien/bau-cu-e673.htm"),
    (BTT, "https://baotintuc.vn/video/y-te-viet-nam-v20260716201601073.htm"),
    (BTT, "https://baotintuc.vn/tags/ukraine.htm"),
    (VNE, "https://vnexpress.net/thoi-su-p2"),
    (VNE, "https://vnexpress.net/chu-de/asean-1234"),
    (VNE, "https://e.vnexpress.net/news/asean-4420519.html"),
    (VGP, "https://baochinhphu.vn/timelinelist/1027/2.htm"),
    (BKT, "http://baokiemtoan.vn/chinh-tri/doi-ngoai"),
]


@pytest.mark.parametrize(("site", "url"), NOT_ARTICLES)
def test_tags_topics_sections_and_foreign_hosts_are_no_articles(site: Site, url: str) -> None:
    assert not is_article(url, site)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_no_site_takes_the_articles_of_another(site: Site) -> None:
    others = [url for other, _, *urls in SAME if other is not site for url in urls]
    assert not [url for url in others if is_article(url, site)]


@pytest.mark.parametrize(
    ("site", "url", "canonical"),
    [
        (VNP, "https://www.vietnamplus.vn/a-post6.amp", "https://www.vietnamplus.vn/a-post6.vnp"),
        (VNP, "https://beta.vietnamplus.vn/a-post6.vnp", "https://www.vietnamplus.vn/a-post6.vnp"),
        (VNP, "https://en.vietnamplus.vn/a-post6.vnp", "https://en.vietnamplus.vn/a-post6.vnp"),
        (
            BQT,
            "https://baoquocte.vn/a-174158.html&mobile=yes&amp=1",
            "https://baoquocte.vn/a-174158.html",
        ),
        (CAND, "https://amp.cand.com.vn/b/a-i556328", "https://cand.com.vn/b/a-i556328/"),
        (TN, "https://thanhnien.vn/a-185918344.amp", "https://thanhnien.vn/a-185918344.htm"),
        (VNE, "https://amp.vnexpress.net/a-4420519.html", "https://vnexpress.net/a-4420519.html"),
        (
            VGP,
            "https://baochinhphu.vn/print/a-102241011150442967.htm",
            "https://baochinhphu.vn/a-102241011150442967.htm",
        ),
        (None, "https://x.my/a.amp?utm_id=1", "https://x.my/a.amp"),
    ],
)
def test_amp_mobile_and_print_forms_become_the_plain_address(
    site: Site | None, url: str, canonical: str
) -> None:
    assert canonical_url(url, site) == canonical
    assert article_key(url, site) == article_key(canonical, site)
