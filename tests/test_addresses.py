"""Addresses as the sites print them: which are articles, by which id, and which are not."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from crawler.canonical import article_id, canonical_url
from crawler.sites import find_site, load_sites

SITES = load_sites(get_project_settings())
PAGES = Path(__file__).parent / "pages"

ARTICLES = [
    ("https://tienphong.vn/asean-hop-post1551204.tpo", "tienphong", "1551204"),
    ("https://m.tienphong.vn/asean-hop-post1551204.amp", "tienphong", "1551204"),
    ("https://plo.vn/khai-mac-hoi-nghi-asean-post532455.html", "plo", "532455"),
    ("https://www.sggp.org.vn/asean-hop-post736512.html", "sggp", "736512"),
    ("https://sggpnews.org.vn/national/asean-meets-85910.html", "sggp", "85910"),
    (
        "https://dantri.com.vn/the-gioi/asean-hop-20230510163205118.htm",
        "dantri",
        "20230510163205118",
    ),
    ("https://vietnamnet.vn/vn/thoi-su/chinh-tri/asean-hop-810885.html", "vietnamnet", "810885"),
    (
        "https://vietnamnet.vn/en/politics/asean-senior-officials-meet-online-642182.html",
        "vietnamnet",
        "642182",
    ),
    ("https://vietnamnet.vn/asean-hop-2307418.html", "vietnamnet", "2307418"),
    ("https://vov.vn/chinh-tri/asean-hop-1001128.vov", "vov", "1001128"),
    ("https://vov.vn/chinh-tri/asean-hop-post983401.vov", "vov", "983401"),
    ("https://vovworld.vn./en-US/news/asean-meets-819467.vov", "vovworld", "819467"),
    ("https://m.vovworld.vn/vi-VN/tin-tuc/asean-hop-819467.vov", "vovworld", "819467"),
    ("https://www.qdnd.vn/quoc-te/doi-ngoai/asean-hop-707522", "qdnd", "707522"),
    ("https://en.qdnd.vn/asean-community/asean-meets-495359", "qdnd", "495359"),
    ("https://laodong.vn/thoi-su/asean-hop-1110245.ldo", "laodong", "1110245"),
    ("https://nld.com.vn/asean-hop-196240129171500123.htm", "nld", "196240129171500123"),
    (
        "https://thoibaotaichinhvietnam.vn/asean-hop-134502.html&mobile=yes&amp=1",
        "thoibaotaichinh",
        "134502",
    ),
    (
        "https://thoibaonganhang.vn/doanh-nghiep-bao-lo-nhung-lai-mo-rong-kinh-doanh-112379.html",
        "thoibaonganhang",
        "112379",
    ),
    ("https://congthuong.vn/apicenter@/print_article&i=268014", "congthuong", "268014"),
    ("https://mekongasean.vn/asean-hop-12045.html", "mekongasean", "12045"),
    (
        "https://mofa.gov.vn/web/ministry-of-foreign-affairs/detail/chi-tiet/asean-hop-58405-591.html",
        "mofa",
        "58405",
    ),
    (
        "https://aseanvietnam.vn/post/my-asean-thao-luan-nhieu-van-dje-khu-vuc",
        "aseanvietnam",
        "my-asean-thao-luan-nhieu-van-dje-khu-vuc",
    ),
    (
        "https://vietnamnews.vn/politics-laws/771203/aipa-opens.html",
        "vietnamnews",
        "771203",
    ),
    ("https://www.bernama.com/en/world/news.php?id=2346749", "bernama", "2346749"),
    ("https://www.bernama.com/en/news.php?id=2346749", "bernama", "2346749"),
    (
        "https://www.thestar.com.my/news/nation/2024/10/01/asean-meets",
        "thestar",
        "2024/10/01/asean-meets",
    ),
    (
        "https://www.malaymail.com/news/sports/2020/04/08/championships-set/1854874",
        "malaymail",
        "1854874",
    ),
    ("https://www.antaranews.com/berita/3526185/asean", "antaranews", "3526185"),
    ("https://en.antaranews.com/news/281304/asean-meets", "antaranews", "281304"),
    (
        "https://www.thejakartapost.com/world/2023/02/04/asean-meets.html",
        "thejakartapost",
        "2023/02/04/asean-meets",
    ),
    ("https://www.bangkokpost.com/thailand/politics/1981267/asean", "bangkokpost", "1981267"),
    ("https://www.nationthailand.com/international/40012132", "nationthailand", "40012132"),
    ("https://www.khmertimeskh.com/616410/asean-meets/", "khmertimes", "616410"),
    (
        "https://www.phnompenhpost.com/national-politics/asean-ministers-meet",
        "phnompenhpost",
        "asean-ministers-meet",
    ),
    ("https://www.akp.gov.kh/post/detail/382367", "akp", "382367"),
    (
        "https://www.channelnewsasia.com/asia/asean-leaders-meet-1355616",
        "channelnewsasia",
        "1355616",
    ),
    (
        "https://www.straitstimes.com/asia/se-asia/asean-leaders-meet-today",
        "straitstimes",
        "asean-leaders-meet-today",
    ),
    ("https://www.pna.gov.ph/articles/1015460", "pna", "1015460"),
    (
        "https://www.rappler.com/philippines/asean-ministers-open-meeting/",
        "rappler",
        "asean-ministers-open-meeting",
    ),
    (
        "https://www.philstar.com/pilipino-star-ngayon/showbiz/2020/11/27/2059828/abs-cbn",
        "philstar",
        "2059828",
    ),
    ("https://newsinfo.inquirer.net/1884123/asean-meets", "inquirer", "1884123"),
    ("https://laotiantimes.com/2024/10/09/summits-open/", "laotiantimes", "summits-open"),
    (
        "https://www.vientianetimes.org.la/freeContent/FreeConten_Parliament203.php",
        "vientianetimes",
        "Parliament203",
    ),
    ("https://thesun.my/malaysia-news/asean-meets-CE14017894", "thesun", "CE14017894"),
    (
        "https://thesun.my/news/malaysia-news/asean-ministers-meet-again/",
        "thesun",
        "asean-ministers-meet-again",
    ),
    ("https://dfa.gov.ph/dfa-news/dfa-releasesupdate/12701-asean", "dfa", "12701"),
    ("https://asean.org/asean-foreign-ministers-meet/", "asean", "asean-foreign-ministers-meet"),
    (
        "https://borneobulletin.com.bn/his-majesty-chairs-asean-summits/",
        "borneobulletin",
        "his-majesty-chairs-asean-summits",
    ),
    (
        "https://www.gnlm.com.mm/fire-at-aung-mingala-coach-terminal-kills-3-men/",
        "gnlm",
        "fire-at-aung-mingala-coach-terminal-kills-3-men",
    ),
    (
        "https://en.tatoli.tl/2025/05/26/gusmao-attends-summit/09/",
        "tatoli",
        "gusmao-attends-summit",
    ),
]
OTHERS = """
https://tienphong.vn/tag/asean-tag1.tpo
https://plo.vn/quoc-te/
https://dantri.com.vn/the-gioi/trang-2.htm
https://vietnamnet.vn/the-gioi-page1
https://vietnamnet.vn/tac-gia/trong-dat-0008PV.html
https://vov.vn/the-gioi?page=3
https://vovworld.vn/en-US.vov
https://www.qdnd.vn/quoc-te/p/2
https://laodong.vn/the-gioi
https://nld.com.vn/thoi-su.htm
https://thoibaonganhang.vn/tag/doanh-nghiep-7.tag
https://congthuong.vn/thoi-su&s_cond=&BRSR=15
https://mofa.gov.vn/nguoi-phat-ngon
https://vietnamnews.vn/politics-laws
https://www.bernama.com/en/region/index.php?s=1
https://www.thestar.com.my/news/latest?tag=Aseanplus
https://www.malaymail.com/news/malaysia
https://en.antaranews.com/tag/asean
https://www.bangkokpost.com/list_content/thailand?page=2
https://www.khmertimeskh.com/page/2/?s=ASEAN
https://www.khmertimeskh.com/category/national/
https://www.phnompenhpost.com/search/node/ASEAN?page=1
https://www.phnompenhpost.com/national
https://www.channelnewsasia.com/asia
https://www.straitstimes.com/asia/se-asia
https://www.pna.gov.ph/categories/foreign?page=2
https://www.rappler.com/world/asia-pacific/page/2/
https://www.philstar.com/authors/1804821/salve-asis
https://newsinfo.inquirer.net/category/latest-stories/nation
https://laotiantimes.com/category/news/page/2/
https://thesun.my/news/malaysia-news/page/2/
https://dfa.gov.ph/dfa-news/dfa-releasesupdate?start=10
https://asean.org/category/news/
https://borneobulletin.com.bn/category/national/
https://www.gnlm.com.mm/page/3/
https://en.tatoli.tl/category/international/
""".split()
FOLDED = [
    ("https://m.tienphong.vn/asean-post1.amp", "https://tienphong.vn/asean-post1.tpo"),
    ("https://m.vov.vn/asean-post983401.vov", "https://vov.vn/asean-post983401.vov"),
    (
        "https://nld.com.vn/asean-196240129171500123.amp",
        "https://nld.com.vn/asean-196240129171500123.htm",
    ),
    ("https://congthuong.vn/asean-1234.html&mobile=yes", "https://congthuong.vn/asean-1234.html"),
    ("https://m.antaranews.com/berita/1/asean", "https://www.antaranews.com/berita/1/asean"),
]


@pytest.mark.parametrize(("url", "name", "number"), ARTICLES)
def test_an_article_has_its_site_and_id(url: str, name: str, number: str) -> None:
    site = find_site(url, SITES)
    assert site
    assert site.name == name
    found = article_id(url, site)
    assert found
    assert found[1] == number


@pytest.mark.parametrize("url", OTHERS)
def test_lists_tags_and_people_are_no_articles(url: str) -> None:
    site = find_site(url, SITES)
    assert site
    assert article_id(url, site) is None


@pytest.mark.parametrize(("url", "plain"), FOLDED)
def test_mobile_and_amp_forms_fold_to_the_plain_one(url: str, plain: str) -> None:
    assert canonical_url(url, find_site(url, SITES)) == plain


def test_every_site_has_an_address_here_or_a_saved_page_with_one() -> None:
    sidecars = (json.loads(file.read_text("utf-8")) for file in PAGES.rglob("*.json"))
    urls = [*(url for url, *_ in ARTICLES), *(sidecar["url"] for sidecar in sidecars)]
    owners = Counter(site.name for url in urls if (site := find_site(url, SITES)))
    assert set(owners) == set(SITES)


def test_no_host_belongs_to_two_sites() -> None:
    hosts = Counter(host for site in SITES.values() for host in site.editions)
    assert [host for host, number in hosts.items() if number > 1] == []
