"""Saved pages and archives as a stream of pages, and one clear line for all that is neither."""

import gzip
import json
import tracemalloc
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import brotli
import pytest

from crawler.archive.exchange import Exchange
from crawler.archive.saved import read_pages
from crawler.archive.trouble import Trouble
from crawler.archive.writer import Archive
from crawler.items import ArchiveRef
from crawler.page import Page

WHEN = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
HTML = "<!DOCTYPE html><html><body><h1>Hội nghị SOM ASEAN</h1><p>Sáng 20/11.</p></body></html>"
SIDECAR = {"url": "https://tin.example/som-1.htm", "fetched": "2026-11-20T15:30:00+07:00"}


def save_page(folder: Path, name: str, *, body: bytes | None = None, sidecar=SIDECAR) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.html"
    path.write_bytes(HTML.encode() if body is None else body)
    if sidecar is not None:
        text = sidecar if isinstance(sidecar, str) else json.dumps(sidecar)
        path.with_suffix(".json").write_text(text, encoding="utf-8")
    return path


def answer(status: int = 200, body: bytes = HTML.encode(), **headers: str) -> bytes:
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + body


def write_warc(folder: Path, *outcomes: bytes) -> Path:
    archive = Archive(folder, name="tin", largest=1 << 30)
    for number, outcome in enumerate(outcomes):
        kind = "metadata" if outcome.startswith(b"failure") else "response"
        url = f"https://tin.example/{number}"
        archive.add(Exchange(url=url, fetched=WHEN, request=b"", kind=kind, outcome=outcome))
    archive.close()
    return next(folder.glob("*.warc.gz"))


def test_a_saved_page_brings_its_address_time_and_charset(tmp_path):
    sidecar = SIDECAR | {"encoding": "windows-1258", "headers": {"ETag": '"1"'}, "gold": {}}
    path = save_page(tmp_path, "som", sidecar=sidecar)
    (page,) = read_pages([path])
    assert page == Page(
        url="https://tin.example/som-1.htm",
        body=HTML.encode(),
        fetched=datetime(2026, 11, 20, 15, 30, tzinfo=timezone(timedelta(hours=7))),
        headers={"etag": '"1"', "content-type": "text/html; charset=windows-1258"},
        archive=ArchiveRef(file="som.html", offset=0),
    )


def test_a_date_without_offset_is_utc(tmp_path):
    (page,) = read_pages([save_page(tmp_path, "som", sidecar=SIDECAR | {"fetched": "2026-11-20"})])
    assert page.fetched == datetime(2026, 11, 20, tzinfo=UTC)


def test_pages_come_in_the_order_of_the_paths_and_of_the_names(tmp_path):
    for name in ("b/2", "a/9", "b/10", "a/deep/1", "c"):
        folder, _, stem = name.rpartition("/")
        save_page(tmp_path / folder, stem)
    found = [page.archive.file for page in read_pages([tmp_path / "b", tmp_path])]
    assert found == ["10.html", "2.html", "9.html", "1.html", "10.html", "2.html", "c.html"]


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        (None, "no sidecar x.json"),
        ("{", "the sidecar x.json is no JSON"),
        ("[]", "the sidecar x.json is no JSON object"),
        ("\ufeff{}", "the sidecar x.json is no JSON"),
        ({"fetched": "2026-11-20"}, "the sidecar's url is None"),
        (SIDECAR | {"url": "som-1.htm"}, "the sidecar's url is 'som-1.htm'"),
        (SIDECAR | {"url": "http://[::1/"}, "the sidecar's url is"),
        (SIDECAR | {"url": "file:///etc/passwd"}, "the sidecar's url is"),
        ({"url": SIDECAR["url"]}, "fetched is None, no ISO 8601 date"),
        (SIDECAR | {"fetched": "20 tháng 11"}, "fetched is '20 tháng 11', no ISO 8601 date"),
        (SIDECAR | {"fetched": 1763627400}, "fetched is 1763627400, no ISO 8601 date"),
        (SIDECAR | {"headers": ["ETag"]}, "headers are no object of strings"),
        (SIDECAR | {"encoding": 1258}, "encoding is 1258"),
    ],
)
def test_a_bad_sidecar_is_one_line_and_the_next_page_is_read(tmp_path, sidecar, reason):
    save_page(tmp_path, "x", sidecar=sidecar)
    save_page(tmp_path, "y")
    trouble, page = read_pages([tmp_path])
    assert isinstance(trouble, Trouble)
    assert trouble.path.name == "x.html"
    assert reason in str(trouble)
    assert "\n" not in str(trouble)
    assert page.archive.file == "y.html"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "an empty page"),
        (b" \n\t ", "an empty page"),
        (bytes(range(256)) * 4, "binary junk"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary junk"),
        (b"Chi la chu, khong co the nao: 3 < 4.", "no HTML"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Tin</title></channel></rss>',
         "no HTML"),
        (b'{"title": "<p>"}'.replace(b"<p>", b""), "no HTML"),
        (b"<p>" + b"x" * (16 << 20), "more than 16,777,216 bytes"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_one_line(tmp_path, body, reason):
    (trouble,) = read_pages([save_page(tmp_path, "x", body=body)])
    assert isinstance(trouble, Trouble)
    assert reason in trouble.reason


@pytest.mark.parametrize(
    "body",
    [
        HTML.encode("utf-16"),
        b"\xef\xbb\xbf" + HTML.encode(),
        b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>',
        b'<div class="detail">a part of a page</div>',
        b"<P>capitals</P>",
    ],
)
def test_a_page_is_a_page_in_any_dress(tmp_path, body):
    (page,) = read_pages([save_page(tmp_path, "x", body=body)])
    assert page.body == body


def test_paths_that_hold_nothing_are_named(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("x")
    missing, empty, notes = read_pages(
        [tmp_path / "gone.html", tmp_path / "empty", tmp_path / "notes.txt"]
    )
    assert missing.reason == "no such file or folder"
    assert empty.reason == "no saved page and no WARC file in this folder"
    assert notes.reason == "no HTML"


def test_an_archive_gives_its_pages_and_counts_the_rest(tmp_path):
    path = write_warc(
        tmp_path,
        answer(Content_Type="text/html; charset=utf-8"),
        answer(301, b"", Location="https://tin.example/2"),
        answer(404, Content_Type="text/html"),
        b"failure: DownloadTimeoutError\r\nmessage: late\r\n",
        answer(200, b"User-agent: *", Content_Type="text/plain"),
        answer(body=gzip.compress(HTML.encode()), Content_Encoding="gzip"),
        answer(body=brotli.compress(HTML.encode()), Content_Encoding="br"),
    )
    skipped = Counter()
    pages = list(read_pages([path], skipped=skipped))
    assert [page.url[-1] for page in pages] == ["0", "5", "6"]
    assert {page.body for page in pages} == {HTML.encode()}
    assert pages[0].headers == {"content-type": "text/html; charset=utf-8"}
    assert {page.fetched for page in pages} == {WHEN}
    assert {page.archive.file for page in pages} == {path.name}
    assert skipped == {"http/301": 1, "http/404": 1, "failure": 1, "not html": 1}


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (answer(Content_Length="5000"), "half a page: "),
        (answer(body=b"\0\1\2"), "binary junk"),
        (answer(body=b""), "an empty page"),
        (answer(Content_Encoding="gzip"), "content coding 'gzip' cannot be undone"),
        (answer(Content_Encoding="br"), "content coding 'br' cannot be undone"),
        (answer(Content_Encoding="zstd"), "content coding 'zstd' cannot be undone"),
        (answer(Content_Encoding="rot13"), "content coding 'rot13' is unknown"),
        (answer(body=brotli.compress(bytes(300 << 20), quality=1), Content_Encoding="br"),
         "exceeded the specified maximum"),
        (b"SSH-2.0-OpenSSH_9.6", "without an HTTP response"),
    ],
)  # fmt: skip
def test_a_bad_answer_in_an_archive_is_one_line_with_its_place(tmp_path, outcome, reason):
    path = write_warc(tmp_path, outcome, answer())
    trouble, page = read_pages([path])
    assert isinstance(trouble, Trouble)
    assert reason in trouble.reason
    assert trouble.offset > 0
    assert f"{path} at byte {trouble.offset:,}: " in str(trouble)
    assert page.url == "https://tin.example/1"


def test_a_chunked_answer_of_another_archiver_is_joined(tmp_path):
    text = HTML.encode()
    chunked = b"%x\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (20, text[:20], len(text) - 20, text[20:])
    (page,) = read_pages([write_warc(tmp_path, answer(body=chunked, Transfer_Encoding="chunked"))])
    assert page.body == text


def test_an_archive_that_is_still_open_counts_as_the_file_that_it_will_be(tmp_path):
    whole = write_warc(tmp_path, answer(), answer())
    path = whole.rename(tmp_path / f"{whole.name}.open")
    path.write_bytes(path.read_bytes()[:-30])
    *pages, trouble = read_pages([tmp_path])
    assert [page.archive.file for page in pages] == [whole.name] * 2
    assert "half a record" in trouble.reason


def test_pages_are_not_kept_in_memory(tmp_path):
    noise = "".join(chr(0x4E00 + (n * 7919) % 20000) for n in range(60_000))
    body = f"<p>{noise}</p>".encode()
    write_warc(tmp_path, *(answer(body=body) for _ in range(60)))
    tracemalloc.start()
    count = sum(1 for _ in read_pages([tmp_path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 60
    assert peak < 12 * len(body)
