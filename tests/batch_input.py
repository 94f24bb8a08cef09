"""Input of the tests of batches: pages of known and unknown sites in archives of several shards."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from crawler.archive.exchange import Exchange
from crawler.archive.saved import read_pages
from crawler.archive.writer import Archive
from crawler.page import Page
from tests.programs import ROOT
from tests.wire import CLOSING, EDITED, ENGLISH, REWORDED, STORY

CLUTTER = "Mời độc giả đón đọc số báo đặc biệt của chúng tôi về các hội nghị trong năm."
"""Stands on one page of each archive, so only who counts over all of them finds it."""
SITES = ("akp", "vov", "vietnamplus", "mofa")
TEXTS = tuple(text.replace(". ", ".\n") for text in (REWORDED, ENGLISH, CLOSING.upper()))
FETCHED = datetime(2026, 3, 13, tzinfo=UTC)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def make_page(number: int, text: str) -> Page:
    """A page of a site that no spider knows."""
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    title = f"<h1>Tin số {number} về cuộc họp quan chức cao cấp</h1>"
    body = f"<!DOCTYPE html><html><body><article>{title}{lines}</article></body></html>"
    return Page(url=f"https://tin.example/{number}.html", body=body.encode(), fetched=FETCHED)


def write_input(folder: Path) -> Path:
    """Three archives and a page that was saved; copies, an unchanged page and clutter in them."""
    known = [
        page
        for site in SITES
        for page in read_pages([ROOT / "tests/pages" / site])
        if isinstance(page, Page)
    ]
    for number, text in enumerate(TEXTS):
        pages = [*known[number::3], make_page(number, f"{text}\n{CLUTTER}")]
        pages += [make_page(10 + number, (STORY, EDITED, STORY)[number]), known[0]]
        write_archive(folder, f"part-{number}", pages)
    (folder / "z.html").write_bytes(make_page(20, EDITED).body)
    (folder / "z.json").write_text('{"url": "https://tin.example/20", "fetched": "2026-03-14"}')
    return folder


def write_archive(folder: Path, name: str, pages: list[Page]) -> None:
    archive = Archive(folder, name=name, largest=1 << 30)
    for page in pages:
        archive.add(
            Exchange(
                url=page.url,
                fetched=page.fetched,
                request=b"",
                kind="response",
                outcome=HEAD + page.body,
            )
        )
    archive.close()
