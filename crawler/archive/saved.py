"""Saved pages and archives as a stream of pages: the source of `scrapy replay`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.archive.content import check_page, decode_content
from crawler.archive.http import Answer, parse_response
from crawler.archive.records import Record
from crawler.archive.sidecar import name_file, read_saved
from crawler.archive.sources import Source, find_sources
from crawler.archive.trouble import Damaged, Trouble
from crawler.archive.writer import OPEN
from crawler.items import ArchiveRef
from crawler.page import Page

_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Stands for an exchange that is no page."""

    reason: str
    """`failure`, `revisit`, `http/404`, `not html`."""


def read_pages(
    paths: Iterable[Path], *, skipped: Counter[str] | None = None
) -> Iterator[Page | Trouble]:
    """Every page under `paths`, in their order; folders recursively, sorted by name.

    Saved pages (`NAME.html` + `NAME.json`) and WARC files are read, one page in memory at a time.
    `skipped` counts the exchanges of the archives that are no page, by their reasons.
    """
    for source in find_sources(paths):
        found = source if isinstance(source, Trouble) else open_source(source)
        if not isinstance(found, Skipped):
            yield found
        elif skipped is not None:
            skipped[found.reason] += 1


def open_source(source: Source) -> Page | Trouble | Skipped:
    """The page in `source`, or why there is none."""
    path, record = source.path, source.record
    offset = record.offset if record else 0
    try:
        return read_saved(path) if record is None else _open_record(path, record)
    except Damaged as error:
        return Trouble(path, offset, str(error))
    except OSError as error:
        return Trouble(path, offset, error.strerror or str(error))


def _open_record(path: Path, record: Record) -> Page | Skipped:
    if record.kind != "response":
        # What a revisit would bring again was handed out where the archive has it.
        return Skipped("revisit" if record.kind == "revisit" else "failure")
    answer = parse_response(record.block)
    reason = find_skip(answer)
    return Skipped(reason) if reason else make_page(path, record, answer)


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
