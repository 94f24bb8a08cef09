"""No request reaches an address that is not public, by whatever way and in whatever spelling."""

import pytest

from crawler.guard import is_public
from tests.news_site import Answer

LOOPBACK = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0X7F.1",
    "0x7f.0x0.0x0.0x1",
    "017700000001",
    "0177.0.0.01",
    "127.0.0.1.",
    "１２７.０.０.１",
    "127。0。0。1",
    "①②⑦.0.0.1",
    "0",
    "0.0.0.0",
    "::1",
    "[::1]",
    "0:0:0:0:0:0:0:1",
    "::",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "2002:7f00:1::",
    "64:ff9b::127.0.0.1",
    "64:ff9b::7f00:1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "fe80::1%eth0",
    "localhost",
    "LOCALHOST.",
    "printer.local",
    "db.internal",
    "",
]
PRIVATE = [
    "10.0.0.1",
    "10.1",
    "172.16.0.1",
    "192.168.1.1",
    "3232235777",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "203.0.113.9",
    "fd00::1",
    "ff02::1",
    "::ffff:10.0.0.1",
    "2001:db8::1",
]
PUBLIC = [
    "vnexpress.net",
    "baochinhphu.vn.",
    "1.1.1.1",
    "8.8.8.8",
    "16843009",
    "2606:4700:4700::1111",
    "::ffff:1.1.1.1",
    "127.0.0.1.example",
    "127-0-0-1.example",
    "24h.com.vn",
    "0xfeed.vn",
    "báo.vn",
    "localhost.vn",
]


@pytest.mark.parametrize(
    ("host", "public"),
    [(host, False) for host in LOOPBACK + PRIVATE] + [(host, True) for host in PUBLIC],
)
def test_a_host_is_public_or_it_is_not(host, public):
    assert is_public(host) is public


SPELLINGS = ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "localhost"]


def test_nothing_private_is_asked_in_any_spelling(news_site, probe):
    urls = [news_site.url("/a", host=host) for host in [*SPELLINGS, "[::1]", "[::ffff:127.0.0.1]"]]
    got = probe(*urls, GUARD_ALLOW=[])
    assert set(got.statuses()) == {"NotPublic"}
    assert len(got.outcomes) == len(urls)
    assert news_site.seen == []
    assert got.calls == []
    assert got.stats["guard/refused"] == len(urls)


def test_redirects_and_meta_refreshes_to_private_addresses_are_not_followed(news_site, probe):
    doors = []
    for number, host in enumerate([*SPELLINGS[1:], "[::1]"]):
        inside = news_site.url("/inside", host=host)
        doors.append(news_site.add(f"/r{number}", Answer(302, headers={"Location": inside})))
        refresh = f'<meta http-equiv="refresh" content="0; url={inside}">'
        doors.append(news_site.add(f"/m{number}", Answer(body=f"<head>{refresh}</head>")))
    news_site.add("/inside", Answer(body="secret"))
    got = probe(*doors, GUARD_ALLOW=["127.0.0.1"])
    assert set(got.statuses()) == {"NotPublic"}
    assert len(got.outcomes) == len(doors)
    assert "/inside" not in news_site.paths()


def test_a_redirected_robots_txt_does_not_reach_inside_either(news_site, probe):
    inside = news_site.url("/inside", host="127.1")
    news_site.add("/robots.txt", Answer(302, headers={"Location": inside}))
    url = news_site.add("/a", Answer(body="x"))
    got = probe(url)
    assert got.statuses() == ["Forbidden"]
    assert news_site.paths() == []


def test_a_name_that_leads_inside_is_a_name_without_address(news_site, probe):
    """The name passes the first lock; only the resolver can know."""
    url = news_site.url("/a", host="localhost")
    news_site.add("/a", Answer(body="secret"))
    settings = {"DOWNLOADER_MIDDLEWARES": {"crawler.guard.Guard": None}, "GUARD_ALLOW": []}
    got = probe(url, ROBOTSTXT_OBEY=False, **settings)
    assert got.statuses() == ["CannotResolveHostError"]
    assert "Refused, not a public address: localhost is 127.0.0.1" in got.run.err
    assert news_site.seen == []


@pytest.mark.parametrize(
    ("url", "failure"),
    [
        ("file:///etc/hostname", "NotPublic"),
        ("data:,x", "NotPublic"),
        ("ftp://127.0.0.1/x", "Forbidden"),
    ],
)
def test_only_the_web_is_fetched(probe, url, failure):
    got = probe(url)
    assert got.statuses() == [failure]
    assert got.calls == []
