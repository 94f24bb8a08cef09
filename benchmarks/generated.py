"""Pages for benchmarks of size: those of known sites, each varied into articles of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from scrapy.utils.project import get_project_settings

from crawler.archive.exchange import Exchange
from crawler.archive.saved import read_pages
from crawler.archive.writer import Archive
from crawler.canonical import article_id
from crawler.page import Page
from crawler.sites import find_site, load_sites

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
WHOLE = 30_000
"""Bytes. Of 66 real pages at hand that were saved whole the smallest has 35 kB; most of those that
we wrote for one selector or another have 7 to 10, without what stands around an article."""
PARAGRAPH = re.compile(rb"(?<=>)[^<>{}]{80,}(?=<)")


def load_pages(least: int = 0) -> list[Page]:
    """Pages of known sites: those that we ship, and real ones where they lie beside the project.

    Args:
        least: bytes that a page must have.
    """
    sites = load_sites(get_project_settings())
    folders = [path for path in (ROOT / "tests/pages", SHARED / "pages") if path.exists()]
    found = [page for page in read_pages(folders) if isinstance(page, Page)]
    return [page for page in found if len(page.body) >= least and find_site(page.url, sites)]


def write_archive(folder: Path, pages: Iterator[Page], files: int = 1) -> list[Path]:
    """`pages` as `files` WARC files, in the order of their names; the pages go round the files."""
    archives = [Archive(folder, name=f"bench-{n:04}", largest=1 << 40) for n in range(files)]
    while row := list(islice(pages, files)):
        for archive, page in zip(archives, row, strict=False):
            archive.add(
                Exchange(
                    url=page.url,
                    fetched=page.fetched,
                    request=b"",
                    kind="response",
                    outcome=HEAD + page.body,
                )
            )
    for archive in archives:
        archive.close()
    return sorted(folder.glob("*.warc.gz"))


def vary_pages(pages: list[Page], number: int) -> Iterator[Page]:
    """`number` pages, each with an address and a text of its own."""
    sites = load_sites(get_project_settings())
    ids = [
        (article_id(page.url, site) if (site := find_site(page.url, sites)) else None)
        for page in pages
    ]
    for at in range(number):
        page, found = pages[at % len(pages)], ids[at % len(pages)]
        url = vary_address(page.url, found[1] if found else None, at)
        body = page.body.replace(page.url.encode(), url.encode())
        body = PARAGRAPH.sub(lambda found, at=at: vary_words(found[0], at), body)
        yield Page(url=url, body=body, fetched=page.fetched)


def vary_address(url: str, number: str | None, at: int) -> str:
    """`url` of another article: behind the `number` of the article, or at its end, stands `at`."""
    before, found, behind = url.rpartition(number) if number else (url.rstrip("/"), "-", "")
    return f"{before}{found}{at:06}{behind}"


def vary_words(paragraph: bytes, at: int) -> bytes:
    """A word of its own after every third one, so that no page is a copy of another."""
    words = paragraph.split(b" ")
    own = b"%x" % (at * 2654435761 % (1 << 32))
    return b" ".join(b"%b %b" % (word, own) if n % 3 == 2 else word for n, word in enumerate(words))
