"""A crawl over real HTTP, recorded and replayed."""

import gzip
import json
import re
import sys

import pytest

from crawler.archive.records import Record, read_records
from crawler.archive.saved import read_pages
from crawler.archive.trouble import Trouble
from tests.news_site import Answer
from tests.programs import kill_when, run_program, start_program

PAGE = "<!DOCTYPE html><h1>Hội nghị SOM</h1><p>Hà Nội, 20/11.</p>"


def add_trouble(site):
    """Addresses on `site` that end in every way that a download can end."""
    return [
        site.add("/zipped", Answer(body=PAGE, zipped=True)),
        site.add("/plain", Answer(body=PAGE)),
        site.add("/old", Answer(301, headers={"Location": "/plain?moved=1"})),
        site.add("/busy", Answer(503, "busy"), Answer(503, "busy"), Answer(body="<p>well again")),
        site.add("/moved-utf8", Answer(302, headers={"Location": "/tin-t\xe1\xbb\xa9c"})),
        site.add("/gone", Answer(410, "<h1>Gỡ</h1>")),
        site.add("/empty", Answer(204)),
        site.add("/cut", Answer(body=PAGE, length=5000)),
        site.add("/reset", Answer(reset=True)),
        site.add("/garbage", Answer(raw=b"\x00\x01 no HTTP \r\n\r\n")),
        site.add("/silent", Answer(raw=b"")),
        site.add("/late", Answer(body=PAGE, wait=9)),
        site.add("/drip", Answer(body=PAGE, drip=0.3)),
        site.add("/large", Answer(body="x" * 200_000)),
        site.add("/endless", Answer(body="x" * 50_000, endless=True)),
        site.add("/quan-tri/1", Answer(body=PAGE)),
        "http://127.0.0.1:1/whose-robots-txt-is-refused",
    ]


@pytest.fixture
def recorded(news_site, probe, tmp_path):
    """A recorded crawl: its addresses, how they ended, and the archive."""
    news_site.robots("User-agent: *\nDisallow: /quan-tri/\n")
    news_site.add("/plain?moved=1", Answer(body=PAGE))
    news_site.add("/tin-t%E1%BB%A9c", Answer(body=PAGE))
    urls = add_trouble(news_site)
    limits = {"DOWNLOAD_TIMEOUT": 1, "DOWNLOAD_MAXSIZE": 100_000, "RETRY_TIMES": 2}
    settings = limits | {"BACK_OFF_LIMIT": 0.05, "CONCURRENT_REQUESTS_PER_DOMAIN": 8}
    return urls, probe(*urls, ARCHIVE=str(tmp_path / "warc"), **settings), tmp_path / "warc"


def sort_outcomes(outcomes):
    return sorted(outcomes, key=lambda outcome: json.dumps(outcome, sort_keys=True))


def test_a_replay_repeats_a_crawl_without_the_network(recorded, probe, news_site):
    urls, live, archive = recorded
    assert set(live.statuses()) == {
        *(200, 204, 410),
        "ResponseDataLossError",
        "DownloadFailedError",
        "DownloadTimeoutError",
        "DownloadCancelledError",
        "Forbidden",
    }
    asked = len(news_site.seen)
    settings = {"REPLAY": [str(archive)], "RETRY_TIMES": 2, "DOWNLOAD_MAXSIZE": 100_000}
    first = probe(*urls, **settings)
    second = probe(*urls, **settings)
    assert first.outcomes == second.outcomes
    assert sort_outcomes(first.outcomes) == sort_outcomes(live.outcomes)
    assert first.calls == []
    assert live.calls != []
    assert len(news_site.seen) == asked
    assert "archive/missing" not in first.stats
    for stat in ("retry/count", "retry/max_reached", "robotstxt/forbidden"):
        assert first.stats[stat] == live.stats[stat]


def test_a_replay_does_not_even_load_what_could_open_a_socket():
    code = "import sys, crawler.archive.replay; print(*sys.modules)"
    loaded = run_program(sys.executable, "-c", code).out.split()
    assert "crawler.archive.index" in loaded
    assert "scrapy.core.downloader.handlers.http11" not in loaded
    assert "crawler.archive.record" not in loaded


def test_what_came_over_the_wire_lies_in_the_archive_byte_for_byte(news_site, probe, tmp_path):
    url = news_site.add("/a", Answer(body=PAGE, zipped=True, headers={"X-Ten": "t\xedn"}))
    live = probe(url, ARCHIVE=str(tmp_path)).of(url)
    (path,) = tmp_path.iterdir()
    assert re.fullmatch(r"probe-\d{8}T\d{6}Z-00001\.warc\.gz", path.name)
    records = [found for found in read_records(path) if isinstance(found, Record)]
    record = next(r for r in records if r.url == url and r.kind == "response")
    head, _, body = record.block.partition(b"\r\n\r\n")
    assert body == gzip.compress(PAGE.encode(), mtime=0)
    assert b"X-Ten: t\xedn" in head
    assert live["archive"] == [path.name, record.offset]
    assert live["fetched"] == record.date.isoformat()
    request = next(r for r in records if r.url == url and r.kind == "request")
    assert request.block.startswith(b"GET /a HTTP/1.1\r\n")
    assert b"User-Agent: asean-meetings/" in request.block
    (page,) = [found for found in read_pages([path]) if found.url == url]
    assert page.body == PAGE.encode()
    assert page.archive.offset == record.offset


def test_credentials_do_not_reach_the_archive(news_site, probe, tmp_path):
    url = news_site.add("/a", Answer(body=PAGE))
    secret = {"Authorization": "Basic c2VjcmV0", "Cookie": "session=secret"}
    probe(url, ARCHIVE=str(tmp_path), DEFAULT_REQUEST_HEADERS=secret)
    assert "c2VjcmV0" in str(news_site.seen[-1].headers)
    (path,) = tmp_path.iterdir()
    written = gzip.decompress(path.read_bytes())
    assert b"GET /a HTTP/1.1" in written
    assert b"c2VjcmV0" not in written
    assert b"session=secret" not in written


def test_the_archive_of_a_killed_crawl_gives_every_page_that_the_crawl_had(news_site, tmp_path):
    urls = [news_site.add(f"/{number}", Answer(body=PAGE, wait=0.02)) for number in range(200)]
    settings = {"ARCHIVE": str(tmp_path), "DOWNLOAD_DELAY": 0, "GUARD_ALLOW": ["127.0.0.1"]}
    task = json.dumps({"urls": urls, "settings": settings})
    process = start_program(sys.executable, "-m", "tests.probe", task)
    kill_when(process, lambda: len(news_site.seen) > 30)
    (path,) = tmp_path.iterdir()
    assert path.name.endswith(".warc.gz.open")
    found = list(read_pages([path]))
    pages = [page for page in found if not isinstance(page, Trouble)]
    assert 20 < len(pages) < 200
    assert {page.body for page in pages} == {PAGE.encode()}
    assert len(found) - len(pages) <= 1


def test_a_replay_of_a_killed_crawl_says_what_it_lacks(news_site, probe, tmp_path):
    url = news_site.add("/a", Answer(body=PAGE))
    probe(url, ARCHIVE=str(tmp_path))
    (path,) = tmp_path.iterdir()
    damaged = path.rename(tmp_path / f"{path.name}.open")
    damaged.write_bytes(damaged.read_bytes()[:-20])
    missing = news_site.url("/b")
    got = probe(url, missing, REPLAY=str(damaged))
    assert got.of(url)["status"] == 200
    assert got.of(missing)["failed"] == "NotArchived"
    assert got.of(missing)["message"] == f"not in the archive: {missing}"
    assert got.stats["archive/missing"] == 1
    assert got.stats["archive/trouble"] == 1
    assert "half a record" in got.run.err


def test_a_replay_without_robots_txt_reads_what_it_has(news_site, probe, tmp_path):
    url = news_site.add("/a", Answer(body=PAGE))
    probe(url, ARCHIVE=str(tmp_path), ROBOTSTXT_OBEY=False)
    got = probe(url, REPLAY=str(tmp_path))
    assert got.of(url)["status"] == 200
    assert "robotstxt/unreachable" not in got.stats


def test_an_archive_cannot_choose_a_class(news_site, probe, tmp_path):
    url = news_site.add("/a", Answer(reset=True))
    probe(url, ARCHIVE=str(tmp_path))
    (path,) = tmp_path.iterdir()
    plain = gzip.decompress(path.read_bytes())
    plain = re.sub(rb"WARC-\w+-Digest: .*\r\n", b"", plain)
    other = tmp_path / "other.warc"
    other.write_bytes(
        plain.replace(b"failure: DownloadFailedError", b"failure: subprocess.Popen  ")
    )
    got = probe(url, REPLAY=str(other))
    assert got.of(url)["failed"] == "NotArchived"
    assert "not a failure of ours" in got.run.err


def test_a_missing_archive_is_one_line(probe, news_site, tmp_path):
    got = probe(news_site.url("/a"), REPLAY=str(tmp_path / "gone.warc.gz"))
    assert got.statuses() == ["NotArchived"]
    assert "gone.warc.gz: no such file" in got.run.err


def test_an_archive_that_cannot_be_written_stops_the_crawl(news_site, probe, tmp_path):
    (tmp_path / "file").write_text("no folder")
    urls = [news_site.add(f"/{number}", Answer(body=PAGE)) for number in range(50)]
    got = probe(*urls, ARCHIVE=str(tmp_path / "file"))
    assert got.stats["finish_reason"] == "archive_failed"
    assert "archive/failed" in got.stats
    assert len(news_site.seen) < 50
    assert got.run.err.count("The archive cannot be written") == 1
