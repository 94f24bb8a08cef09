"""Archives that other programs wrote, in the forms that are met."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crawler.archive.saved import read_pages
from crawler.archive.trouble import Trouble
from crawler.page import Page
from tests.foreign import (
    BODIES,
    EXPECTED,
    index_lines,
    make_html,
    name_url,
    read_bodies,
    split_records,
    write_wacz,
    write_warc,
)

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


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


def test_a_wacz_is_read_like_the_archives_in_it(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "x.warc.gz")
    wacz = write_wacz(tmp_path / "x.wacz", warc, index_lines(warc))
    assert list(read_pages([wacz])) == list(read_pages([warc]))


def test_a_damaged_wacz_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.wacz").write_bytes(b"PK\x03\x04 and no more")
    (trouble,) = read_pages([tmp_path])
    assert "a damaged WACZ" in str(trouble)


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
