"""The limits of a crawl, each one tried out over real HTTP."""

import datetime
import ipaddress

import brotli
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scrapy.settings import Settings

from crawler.addon import SafeCrawl, name_crawler
from tests.news_site import Answer, NewsSite


def test_what_a_page_may_cost_is_bounded(news_site, probe):
    bomb = brotli.compress(bytes(300 << 20), quality=5)
    assert len(bomb) < 10_000
    packed = {"Content-Encoding": "br"}
    urls = {
        "bomb": news_site.add("/bomb", Answer(body=bomb, headers=packed)),
        "large": news_site.add("/large", Answer(body="x" * (17 << 20))),
        "endless": news_site.add("/endless", Answer(body="x" * 100_000, endless=True)),
        "drip": news_site.add("/drip", Answer(body="x" * 1000, drip=0.3)),
        "silent": news_site.add("/silent", Answer(wait=60)),
        "loop": news_site.add("/loop", Answer(302, headers={"Location": "/loop"})),
        "ok": news_site.add("/ok", Answer(body="x" * (15 << 20))),
    }
    settings = {"DOWNLOAD_TIMEOUT": 2, "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "BACK_OFF_LIMIT": 0}
    got = probe(*urls.values(), **settings)
    failed = {name: got.of(url).get("failed") for name, url in urls.items() if name != "loop"}
    assert failed == {
        "bomb": "IgnoreRequest",
        "large": "DownloadCancelledError",
        "endless": "DownloadCancelledError",
        "drip": "DownloadTimeoutError",
        "silent": "DownloadTimeoutError",
        "ok": None,
    }
    assert news_site.paths().count("/loop") == 6
    assert got.stats["memusage/max"] < 400 << 20


def test_a_page_that_reloads_itself_is_the_page(news_site, probe):
    url = news_site.url("/front")
    page = f'<head><meta http-equiv="refresh" content="60; url={url}"></head>Tin'
    news_site.add("/front", Answer(body=page))
    assert probe(url).of(url)["status"] == 200
    assert news_site.paths() == ["/front"]


def test_who_asks_says_so_and_keeps_no_cookies(news_site, probe):
    first = news_site.add("/1", Answer(headers={"Set-Cookie": "id=7; Path=/"}))
    probe(first, news_site.add("/2", Answer()), CONCURRENT_REQUESTS=1)
    assert len(news_site.paths()) == 2
    for seen in news_site.seen:
        assert seen.headers["user-agent"].startswith("asean-meetings/")
        assert seen.headers["user-agent"].endswith(" (+mailto:test@tin.example)")
        assert "cookie" not in seen.headers


@pytest.fixture
def certificate(tmp_path):
    """A certificate for 127.0.0.1 that nobody has signed but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    day = datetime.datetime(2026, 1, 1)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, day, day.replace(year=2050))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "site.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path


def test_a_certificate_that_nobody_signed_is_not_trusted(certificate, probe, tmp_path):
    with NewsSite(certificate=certificate) as site:
        url = site.add("/1", Answer(body="secret"))
        trusting = {"DOWNLOAD_VERIFY_CERTIFICATES": False, "ARCHIVE": str(tmp_path / "warc")}
        assert probe(url, ROBOTSTXT_OBEY=False).statuses() == ["DownloadFailedError"]
        assert site.seen == []
        assert probe(url, **trusting).of(url)["body"] == "secret"
    assert probe(url, REPLAY=str(tmp_path / "warc")).of(url)["body"] == "secret"


def update(**project):
    settings = Settings(project)
    SafeCrawl.update_pre_crawler_settings(settings)
    SafeCrawl().update_settings(settings)
    return settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELNETCONSOLE_ENABLED", False),
        ("REMOTE_CONTROL_ENABLED", False),
        ("DOWNLOAD_MAXSIZE", 16 << 20),
        ("ROBOTSTXT_OBEY", True),
        ("TWISTED_DNS_RESOLVER", "crawler.guard.PublicResolver"),
    ],
)
def test_a_default_is_safe(name, value):
    assert update()[name] == value


def test_what_the_project_says_wins():
    steps = {"project.Step": 5, "crawler.politeness.Pace": None}
    settings = update(DOWNLOAD_DELAY=7, DOWNLOADER_MIDDLEWARES=steps)
    assert settings.getfloat("DOWNLOAD_DELAY") == 7
    found = settings.getdict("DOWNLOADER_MIDDLEWARES")
    assert found["project.Step"] == 5
    assert found["crawler.politeness.Pace"] is None
    assert found["crawler.guard.Guard"] == 10


def test_a_replay_has_no_handler_that_could_reach_the_network():
    handlers = update(REPLAY="x.warc.gz").getdict("DOWNLOAD_HANDLERS")
    assert {name for name in handlers.values() if name} == {"crawler.archive.replay.ReplayHandler"}
    assert set(handlers) == {"http", "https", "data", "file", "ftp", "s3"}


def test_a_replay_is_not_slowed_down_by_what_a_spider_asks_for():
    settings = Settings()
    settings.setdict({"DOWNLOAD_DELAY": 9, "CONCURRENT_REQUESTS": 32}, priority="spider")
    settings.set("REPLAY", "x.warc.gz", priority="cmdline")
    SafeCrawl().update_settings(settings)
    assert settings.getfloat("DOWNLOAD_DELAY") == 0
    assert settings.getint("CONCURRENT_REQUESTS") == 1


def test_the_name_of_the_crawler_carries_the_contact():
    assert name_crawler("mailto:a@b.example").endswith(" (+mailto:a@b.example)")
    assert "+" not in name_crawler(None)
