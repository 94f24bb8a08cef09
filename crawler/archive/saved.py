"""Saved pages and archives as a stream of pages: the source of `scrapy replay`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from crawler.archive.content import check_page, decode_content
from crawler.archive.failures import is_failure
from crawler.archive.files import find_files, is_warc
from crawler.archive.http import Answer, parse_response
from crawler.archive.records import Record, read_records
from crawler.archive.sidecar import PAGES, name_file, read_saved
from crawler.archive.trouble import Damaged, Trouble
from crawler.archive.writer import OPEN
from crawler.items import ArchiveRef
from crawler.page import Page

_HTML = ("text/html", "application/xhtml+xml")


def read_pages(
    paths: Iterable[Path], *, skipped: Counter[str] | None = None
) -> Iterator[Page | Trouble]:
    """Every page under `paths`, in their order; folders recursively, sorted by name.

    Saved pages (`NAME.html` + `NAME.json`) and WARC files are read, one page in memory at a time.
    `skipped` counts the exchanges of the archives that are no page: `failure`, `http/404`,
    `not html`.
    """
    counts = Counter[str]() if skipped is None else skipped
    for path in paths:
        yield from _read_path(path, counts)


def _read_path(path: Path, skipped: Counter[str]) -> Iterator[Page | Trouble]:
    """Other files of a folder are passed over; a path that is named must be readable."""
    if not path.exists():
        yield Trouble(path, 0, "no such file or folder")
    elif not path.is_dir():
        yield from _read_file(path, skipped)
    elif files := [file for file in find_files([path]) if is_source(file)]:
        for file in files:
            yield from _read_file(file, skipped)
    else:
        yield Trouble(path, 0, "no saved page and no WARC file in this folder")


def is_source(path: Path) -> bool:
    """Whether the name is that of a saved page or an archive."""
    return is_warc(path) or path.suffix.lower() in PAGES


def _read_file(path: Path, skipped: Counter[str]) -> Iterator[Page | Trouble]:
    try:
        if is_warc(path):
            yield from _read_warc(path, skipped)
        else:
            yield read_saved(path)
    except Damaged as error:
        yield Trouble(path, 0, str(error))
    except OSError as error:
        yield Trouble(path, 0, error.strerror or str(error))


def _read_warc(path: Path, skipped: Counter[str]) -> Iterator[Page | Trouble]:
    for found in read_records(path):
        if isinstance(found, Trouble):
            yield found
        elif found.kind == "response":
            yield from _read_exchange(path, found, skipped)
        elif found.kind == "metadata" and is_failure(found.block):
            skipped["failure"] += 1


def _read_exchange(path: Path, record: Record, skipped: Counter[str]) -> Iterator[Page | Trouble]:
    try:
        answer = parse_response(record.block)
        if reason := find_skip(answer):
            skipped[reason] += 1
        else:
            yield make_page(path, record, answer)
    except Damaged as error:
        yield Trouble(path, record.offset, str(error))


def find_skip(answer: Answer) -> str | None:
    """Why the answer is no page; None where it should be one."""
    kind = (answer.headers.get(b"Content-Type") or b"text/html").decode("latin-1")
    if not 200 <= answer.status < 300:
        return f"http/{answer.status}"
    return None if kind.partition(";")[0].strip().lower() in _HTML else "not html"


def make_page(path: Path, record: Record, answer: Answer) -> Page:
    """The page in a recorded answer.

    Raises:
        Damaged: the body cannot be decoded or is no page.
    """
    codings = b",".join(answer.headers.getlist(b"Content-Encoding")).decode("latin-1")
    body = decode_content(answer.body, codings)
    check_page(body)
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in answer.headers.items()
    }
    return Page(
        url=record.url,
        body=body,
        fetched=record.date,
        headers=headers,
        archive=ArchiveRef(file=name_file(path).removesuffix(OPEN), offset=record.offset),
    )
