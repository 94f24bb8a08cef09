"""Archives that other programs wrote, in the forms that are met, and what is chosen from them."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import threading
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive.choice import Choice
from crawler.archive.records import read_records
from crawler.archive.saved import read_pages
from crawler.archive.sources import find_sources
from crawler.archive.trouble import Trouble
from crawler.page import Page
from tests.programs import run_scrapy

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

HTML = "<!DOCTYPE html><html><body><h1>Hội nghị SOM {}</h1><p>{}</p></body></html>"


def make_html(number: int) -> bytes:
    return HTML.format(number, "Sáng 20/11, tại Viêng Chăn. " * 200).encode()


def join(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))


def zip_raw(body: bytes) -> bytes:
    """Deflate without its header, as old servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


PACKED = gzip.compress(make_html(7))
BODIES = {
    "plain": (make_html(0), {}),
    "gzip": (gzip.compress(make_html(1)), {"Content-Encoding": "gzip"}),
    "brotli": (brotli.compress(make_html(2)), {"Content-Encoding": "br"}),
    "deflate": (zlib.compress(make_html(3)), {"Content-Encoding": "deflate"}),
    "raw deflate": (zip_raw(make_html(4)), {"Content-Encoding": "deflate"}),
    "zstd": (zstd.compress(make_html(5)), {"Content-Encoding": "zstd"}),
    "chunked": (join(make_html(6)[:900], make_html(6)[900:]), {"Transfer-Encoding": "chunked"}),
    "both": (
        join(PACKED[:99], PACKED[99:]),
        {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
    ),
}
"""The body of a page as archives keep it, and the headers that say how."""


def name_url(number: int) -> str:
    host = ("www.vietnamplus.vn", "en.vietnamplus.vn", "tin.example")[number % 3]
    return f"https://{host}/som-post{number}.vnp"


def write_record(
    writer: WARCWriter, number: int, body: bytes, headers: dict[str, str], kind: str = "response"
) -> None:
    http = StatusAndHeaders("200 OK", list(headers.items()), protocol="HTTP/1.1")
    when = {"WARC-Date": f"2026-11-{10 + number:02}T23:30:00Z"}
    record = writer.create_warc_record(
        name_url(number), kind, BytesIO(body), http_headers=http, warc_headers_dict=when
    )
    writer.write_record(record)


def write_warc(path: Path, *, zipped: bool = True) -> Path:
    """All kinds of bodies, and what is no page, as warcio writes them."""
    with path.open("wb") as file, warnings.catch_warnings():
        # warcio leaves its temporary files to the collector of garbage.
        warnings.simplefilter("ignore", ResourceWarning)
        writer = WARCWriter(file, gzip=zipped)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "warcio"}))
        for number, (body, headers) in enumerate(BODIES.values()):
            write_record(writer, number, body, {"Content-Type": "text/html"} | headers)
        write_record(writer, 8, b"%PDF-1.7", {"Content-Type": "application/pdf"})
        revisit = writer.create_revisit_record(
            name_url(0), digest="sha1:X", refers_to_uri=name_url(0), refers_to_date="2026-11-10"
        )
        writer.write_record(revisit)
    return path


def read_bodies(path: Path) -> dict[str, bytes]:
    pages = list(read_pages([path]))
    assert [page for page in pages if isinstance(page, Trouble)] == []
    return {page.url: page.body for page in pages if isinstance(page, Page)}


EXPECTED = {name_url(number): make_html(number) for number in range(len(BODIES))}


@pytest.mark.parametrize("zipped", [True, False])
def test_bodies_come_out_of_every_coding(tmp_path: Path, zipped: bool) -> None:
    warc = write_warc(tmp_path / ("x.warc.gz" if zipped else "x.warc"), zipped=zipped)
    assert read_bodies(warc) == EXPECTED
    skipped = Counter[str]()
    list(read_pages([warc], skipped=skipped))
    assert skipped == {"not html": 1, "revisit": 1}


def test_an_archive_zipped_as_one_whole_is_read_and_its_offsets_count_what_comes_out(
    tmp_path: Path,
) -> None:
    plain = write_warc(tmp_path / "x.warc", zipped=False)
    whole = tmp_path / "whole.warc.gz"
    whole.write_bytes(gzip.compress(plain.read_bytes()))
    assert read_bodies(whole) == EXPECTED
    offsets = [[p.archive.offset for p in read_pages([path])] for path in (plain, whole)]
    assert offsets[0] == offsets[1]


def split_records(plain: Path) -> list[bytes]:
    content = plain.read_bytes()
    starts = [found.offset for found in read_records(plain)]
    return [content[a:b] for a, b in zip(starts, [*starts[1:], len(content)], strict=True)]


@pytest.mark.parametrize("dictionary", [None, "raw", "packed"])
def test_an_archive_in_zstd_is_read_with_its_dictionary(
    tmp_path: Path, dictionary: str | None
) -> None:
    plain = write_warc(tmp_path / "x.warc", zipped=False)
    parts = split_records(plain)
    found = zstd.train_dict([make_html(n) for n in range(200)], 4096) if dictionary else None
    packed = b"".join(zstd.compress(part, zstd_dict=found) for part in parts)
    if found:
        kept = found.dict_content
        kept = zstd.compress(kept) if dictionary == "packed" else kept
        packed = b"\x5d\x2a\x4d\x18" + len(kept).to_bytes(4, "little") + kept + packed
    (tmp_path / "x.warc.zst").write_bytes(packed)
    plain.unlink()
    assert read_bodies(tmp_path) == EXPECTED


def pack_whole(parts: list[bytes]) -> bytes:
    return gzip.compress(b"".join(parts))


def pack_each(parts: list[bytes]) -> bytes:
    return b"".join(map(zstd.compress, parts))


@pytest.mark.parametrize(("name", "pack"), [("x.warc.gz", pack_whole), ("x.warc.zst", pack_each)])
def test_a_stream_that_is_cut_gives_what_is_whole_and_says_where_it_ends(
    tmp_path: Path, name: str, pack: Callable[[list[bytes]], bytes]
) -> None:
    parts = split_records(write_warc(tmp_path / "plain.warc", zipped=False))
    (tmp_path / name).write_bytes(pack(parts)[:-20])
    *pages, trouble = read_pages([tmp_path / name])
    assert {page.url: page.body for page in pages if isinstance(page, Page)} == EXPECTED
    assert "nothing can be read from here on" in str(trouble)


def test_a_record_that_states_a_wrong_length_costs_that_record(tmp_path: Path) -> None:
    content = write_warc(tmp_path / "x.warc", zipped=False).read_bytes()
    head, mark, rest = content.partition(name_url(1).encode())
    length = rest.index(b"Content-Length: ") + len(b"Content-Length: ")
    (tmp_path / "y.warc").write_bytes(head + mark + rest[:length] + b"9" + rest[length + 1 :])
    found = list(read_pages([tmp_path / "y.warc"]))
    assert sum(isinstance(one, Trouble) for one in found) == 1
    assert {p.url for p in found if isinstance(p, Page)} == EXPECTED.keys() - {name_url(1)}


def index_lines(warc: Path) -> list[str]:
    """The lines of a CDXJ index, as pywb and py-wacz write them."""
    lines = []
    for record in read_records(warc):
        assert not isinstance(record, Trouble)
        if record.kind == "response":
            stamp = record.date.strftime("%Y%m%d%H%M%S")
            entry = {"url": record.url, "offset": str(record.offset), "filename": warc.name}
            lines.append(f"example,tin)/ {stamp} {json.dumps(entry)}")
    return lines


def write_wacz(path: Path, warc: Path, index: list[str]) -> Path:
    with zipfile.ZipFile(path, "w") as parts:
        parts.write(warc, f"archive/{warc.name}")
        parts.writestr("indexes/index.cdx.gz", gzip.compress("\n".join(index).encode()))
        parts.writestr("datapackage.json", "{}")
    return path


def test_a_wacz_is_read_like_the_archives_in_it(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "x.warc.gz")
    wacz = write_wacz(tmp_path / "x.wacz", warc, index_lines(warc))
    assert list(read_pages([wacz])) == list(read_pages([warc]))


def test_a_damaged_wacz_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.wacz").write_bytes(b"PK\x03\x04 and no more")
    (trouble,) = read_pages([tmp_path])
    assert "a damaged WACZ" in str(trouble)


CHOICES = [
    (Choice(), range(8)),
    (Choice(hosts=frozenset({"vietnamplus.vn"})), [0, 1, 3, 4, 6, 7]),
    (Choice(hosts=frozenset({"en.vietnamplus.vn", "plus.vn"})), [1, 4, 7]),
    (Choice(since=date(2026, 11, 13)), range(3, 8)),
    (Choice(until=date(2026, 11, 11)), range(2)),
    (Choice(frozenset({"tin.example"}), date(2026, 11, 13), date(2026, 11, 16)), [5]),
]


@pytest.mark.parametrize(("choice", "numbers"), CHOICES)
@pytest.mark.parametrize("form", ["alone", "with index", "wacz"])
def test_pages_are_chosen_by_site_and_day(
    tmp_path: Path, choice: Choice, numbers: list[int], form: str
) -> None:
    path = warc = write_warc(tmp_path / "x.warc.gz")
    if form == "with index":
        (tmp_path / "x.cdxj").write_text("\n".join(index_lines(warc)))
    if form == "wacz":
        path = write_wacz(tmp_path / "x.wacz", warc, index_lines(warc))
    found = list(find_sources([path], choice))
    records = [one.record for one in found if not isinstance(one, Trouble) and one.record]
    urls = [record.url for record in records if record.kind == "response"]
    expected = [name_url(number) for number in numbers]
    assert [url for url in urls if url in EXPECTED] == expected


def test_what_the_index_does_not_choose_is_not_unpacked(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "x.warc.gz")
    index = index_lines(warc)
    (tmp_path / "x.cdxj").write_text("\n".join(index))
    content = bytearray(warc.read_bytes())
    offsets = [int(json.loads(line.split(" ", 2)[2])["offset"]) for line in index]
    for offset in (offsets[0], offsets[3]):
        content[offset : offset + 40] = bytes(40)
    warc.write_bytes(content)
    choice = Choice(hosts=frozenset({"tin.example"}))
    assert not [one for one in find_sources([warc], choice) if isinstance(one, Trouble)]


@pytest.mark.parametrize(
    "line", ['x 20261120000000 {"url": 1}', "x 20269920000000 {}", "x 20261120000000 {]}"]
)
def test_a_damaged_index_is_one_line(tmp_path: Path, line: str) -> None:
    warc = write_warc(tmp_path / "x.warc.gz")
    (tmp_path / "x.cdxj").write_text(line)
    (trouble,) = find_sources([warc], Choice(hosts=frozenset({"tin.example"})))
    assert "its index is damaged" in str(trouble)


def test_a_replay_reads_what_its_options_choose(tmp_path: Path) -> None:
    pages = ("replay", "tests/pages", "-O", f"{tmp_path}/out.jsonl", "--site", "akp")
    run = run_scrapy(*pages, "--since", "2000-01")
    assert (run.code, run.err) == (0, "1 articles, 1 new\n")
    assert "no site is called 'nobody'" in run_scrapy(*pages, "--site", "nobody").err
    assert run_scrapy(*pages, "--until", "2000-01").code == 1


class Pages(BaseHTTPRequestHandler):
    """Pages as a server sends them: chunked, zipped, with their length."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body, headers = list(BODIES.values())[int(self.path.strip("/"))]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        for name, value in headers.items():
            self.send_header(name, value)
        if "Transfer-Encoding" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_port}"
        found.shutdown()


@pytest.mark.skipif(not shutil.which("wget"), reason="wget is not installed (Debian: wget)")
@pytest.mark.parametrize("options", [[], ["--no-warc-compression"]])
def test_archives_of_wget_are_read(tmp_path: Path, server: str, options: list[str]) -> None:
    asked = [f"{server}/{number}" for number in (0, 1, 2, 6, 7)]
    command = ["wget", "-q", "--no-proxy", "-O", "out", "--warc-file=tin", "--warc-cdx", *options]
    subprocess.run([*command, *asked], cwd=tmp_path, check=True, timeout=60)
    assert read_bodies(tmp_path) == {f"{server}/{n}": make_html(n) for n in (0, 1, 2, 6, 7)}
    again = ["--warc-file=again", "--warc-dedup=tin.cdx"]
    subprocess.run([*command, *again, asked[0]], cwd=tmp_path, check=True, timeout=60)
    skipped = Counter[str]()
    list(read_pages(sorted(tmp_path.glob("again.warc*")), skipped=skipped))
    assert skipped == {"revisit": 1}
