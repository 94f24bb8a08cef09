"""Archives as other programs write them: made with warcio, with all kinds of bodies in them."""

from __future__ import annotations

import gzip
import json
import sys
import warnings
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import brotli
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive.records import read_records
from crawler.archive.saved import read_pages
from crawler.archive.trouble import Trouble
from crawler.page import Page

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


IRRELEVANT = (2, 6)
"""Numbers of the pages whose address speaks of something else."""


def name_url(number: int) -> str:
    host = ("www.vietnamplus.vn", "en.vietnamplus.vn", "tin.example")[number % 3]
    slug = "gia-vang-trong-nuoc-tang-manh" if number in IRRELEVANT else "hoi-nghi-asean"
    return f"https://{host}/{slug}-post{number}.vnp"


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


def split_records(plain: Path) -> list[bytes]:
    content = plain.read_bytes()
    starts = [found.offset for found in read_records(plain)]
    return [content[a:b] for a, b in zip(starts, [*starts[1:], len(content)], strict=True)]


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
