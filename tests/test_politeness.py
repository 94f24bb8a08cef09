"""The manners of a crawl, seen from the site: who was asked when, and what was left alone."""

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from statistics import mean

import pytest
from scrapy.http import Response

from crawler.politeness import find_pause
from tests.news_site import Answer, NewsSite

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


def gaps(times):
    """Seconds between requests; means of them are judged, as a busy machine notes some late."""
    return [later - earlier for earlier, later in pairwise(times)]


def add_pages(site, count):
    return [site.add(f"/{number}", Answer(body="<p>x")) for number in range(count)]


def http_date(seconds):
    return format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": " 7 "}, 7),
        ({"Retry-After": "0"}, 0),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "1e9"}, None),
        ({"Retry-After": "٣"}, None),
        ({"Retry-After": http_date(90)}, 90),
        ({"Retry-After": http_date(-90)}, 0),
        ({"Retry-After": http_date(3690), "Date": http_date(3600)}, 90),
        ({"Retry-After": http_date(90), "Date": "yesterday"}, 90),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(headers, seconds):
    assert find_pause(Response("https://tin.example", headers=headers), now=NOW) == seconds


@pytest.mark.parametrize(("delay", "wait"), [(0.2, 0.05), (0, 0.15)])
def test_a_host_is_asked_one_page_at_a_time_at_one_pace(news_site, probe, delay, wait):
    news_site.add("/robots.txt", Answer(404, wait=wait))
    urls = [news_site.add(f"/{n}", Answer(body="<p>x", wait=wait)) for n in range(4)]
    probe(*urls, DOWNLOAD_DELAY=delay, DOWNLOAD_DELAY_JITTER=0)
    assert mean(gaps(news_site.times())) >= 0.9 * max(delay, wait)


def test_the_crawl_delay_for_us_is_kept_from_the_first_page_on(news_site, probe):
    news_site.robots(
        "User-agent: *\nCrawl-delay: 9\n\nUser-agent: asean-meetings\nCrawl-delay: 0.3\n"
    )
    probe(*add_pages(news_site, 3), DOWNLOAD_DELAY=0.01)
    assert mean(gaps(news_site.times())) >= 0.27
    assert max(gaps(news_site.times())) < 5


def test_a_crawl_delay_beyond_measure_is_bounded_and_said(news_site, probe):
    news_site.robots("User-agent: *\nCrawl-delay: 86400\n")
    got = probe(*add_pages(news_site, 2), CRAWL_DELAY_LIMIT=0.3)
    assert got.statuses() == [200, 200]
    assert mean(gaps(news_site.times())) >= 0.27
    assert "asks for a Crawl-delay of 86400 s" in got.run.err


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_waited_for_by_every_request_to_the_host(news_site, probe, status):
    busy = Answer(status, headers={"Retry-After": "1"})
    first = news_site.add("/first", busy, Answer(body="<p>well again"))
    others = add_pages(news_site, 3)
    got = probe(first, *others, RETRY_TIMES=2, ROBOTSTXT_OBEY=False)
    assert sorted(got.statuses()) == [200] * 4
    asked = news_site.times("/first")[0]
    assert min(time for time in news_site.times() if time > asked) - asked >= 0.9


def test_a_host_that_asks_for_too_long_a_pause_is_left_alone(news_site, probe):
    busy = news_site.add("/busy", Answer(503, headers={"Retry-After": "86400"}))
    got = probe(busy, *add_pages(news_site, 5), RETRY_TIMES=2, ROBOTSTXT_OBEY=False)
    assert news_site.paths() == ["/busy"]
    assert got.statuses() == ["LeftAlone"] * 6
    assert "asks for a pause of 86400 s: left alone" in got.run.err


def test_a_host_in_trouble_is_asked_slower_and_then_at_its_pace_again(news_site, probe):
    troubled = [news_site.add(f"/t{n}", Answer(503)) for n in range(3)]
    well = [news_site.add(f"/w{n}", Answer(body="<p>x")) for n in range(5)]
    settings = {"CONCURRENT_REQUESTS": 1, "DOWNLOAD_DELAY": 0.05, "DOWNLOAD_DELAY_JITTER": 0}
    probe(*troubled, *well, BACK_OFF_LIMIT=0.5, ROBOTSTXT_OBEY=False, **settings)
    paths = news_site.paths()
    between = dict(zip(paths[1:], gaps(news_site.times()), strict=True))
    assert min(between["/t1"], between["/t2"], between["/w0"]) >= 0.4
    assert between["/w4"] < 0.4


def test_a_host_that_drops_connections_is_asked_slower(news_site, probe):
    urls = [news_site.add(f"/{n}", Answer(reset=True)) for n in range(3)]
    probe(*urls, CONCURRENT_REQUESTS=1, BACK_OFF_LIMIT=0.3)
    assert mean(gaps(news_site.times()[2:])) >= 0.27


def test_one_host_in_trouble_does_not_hold_up_another(probe):
    with NewsSite() as slow, NewsSite() as fast:
        busy = slow.add("/busy", Answer(503, headers={"Retry-After": "2"}), Answer(body="<p>x"))
        urls = [url.replace("127.0.0.1", "localhost") for url in add_pages(fast, 5)]
        probe(busy, *urls, RETRY_TIMES=1, GUARD_ALLOW=["127.0.0.1", "localhost"])
        assert max(fast.times()) < slow.times("/busy")[1]


def test_robots_txt_is_obeyed_by_the_longest_match(news_site, probe):
    news_site.robots("User-agent: *\nDisallow: /tin/\nAllow: /tin/asean/\nDisallow: /*.pdf$\n")
    for path in ("/tin/1", "/tin/asean/1", "/a.pdf", "/a.pdf?x"):
        news_site.add(path, Answer(body="<p>x"))
    paths = ["/tin/1", "/tin/asean/1", "/a.pdf", "/a.pdf?x"]
    got = probe(*map(news_site.url, paths))
    assert sorted(news_site.paths()) == ["/a.pdf?x", "/tin/asean/1"]
    assert got.stats["robotstxt/forbidden"] == 2


def test_every_request_that_waits_for_robots_txt_heeds_it(news_site, probe):
    """Of Scrapy 2.19.0's own middleware only the first two do."""
    news_site.add("/robots.txt", Answer(body="User-agent: *\nDisallow: /\n", wait=0.2))
    got = probe(*add_pages(news_site, 8), CONCURRENT_REQUESTS=8)
    assert news_site.paths() == []
    assert got.stats["robotstxt/forbidden"] == 8


ROBOTS = {
    "our own group": (
        Answer(200, "User-agent: *\nDisallow:\n\nUser-agent: Asean-Meetings\nDisallow: /\n"),
        False,
    ),
    "redirected": (Answer(301, headers={"Location": "/r.txt"}), False),
    "500": (Answer(500), False),
    "503": (Answer(503), False),
    "429": (Answer(429), False),
    "reset": (Answer(reset=True), False),
    "late": (Answer(wait=9), False),
    "404 with rules": (Answer(404, "User-agent: *\nDisallow: /"), True),
    "403": (Answer(403), True),
    "410": (Answer(410), True),
    "a page": (Answer(200, "<html><body>Trang chủ</body></html>"), True),
    "empty": (Answer(200, ""), True),
    "with a mark": (Answer(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /"), False),
    "junk": (Answer(200, b"\xff\xfe\x00\x01" * 9), True),
    "long": (Answer(200, "User-agent: *\nDisallow: /\n" + "# x\n" * 200_000), False),
    "too long": (Answer(200, "# x\n" * 200_000 + "User-agent: *\nDisallow: /\n"), True),
}


def test_what_robots_txt_says_without_saying_it(probe):
    with ExitStack() as stack:
        sites = {name: stack.enter_context(NewsSite()) for name in ROBOTS}
        urls = []
        for name, site in sites.items():
            site.add("/robots.txt", ROBOTS[name][0])
            site.add("/r.txt", Answer(body="User-agent: *\nDisallow: /\n", kind="text/plain"))
            urls += add_pages(site, 3)
        settings = {"DOWNLOAD_TIMEOUT": 0.7, "BACK_OFF_LIMIT": 0.01, "CONCURRENT_REQUESTS": 50}
        got = probe(*urls, **settings, CONCURRENT_REQUESTS_PER_DOMAIN=50)
    asked = {name: len(set(site.paths()) - {"/r.txt"}) for name, site in sites.items()}
    assert asked == {name: 3 if allowed else 0 for name, (_, allowed) in ROBOTS.items()}
    assert got.stats["robotstxt/unreachable"] == 5
    assert got.run.err.count("its robots.txt is out of reach") == 5
