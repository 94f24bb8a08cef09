"""Readers of articles beside ours: those that this interpreter has, and those that need another.

`news-please` and `fundus` want an older lxml than the one that our output depends on, so they run
in an interpreter of their own (`pip install news-please fundus` there), which is asked page by page
in turn with all others and says how much of the processor it took.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from lxml.html import fromstring
from trafilatura import bare_extraction

from benchmarks.labelled import Case
from crawler.canonical import clean_url
from crawler.charset import decode_body
from crawler.read import read_article

OURS, GENERIC, RIVAL = "read_article", "read_article, site unknown", "trafilatura"
BESIDE = Path(__file__).with_name("beside.py")


@dataclass(frozen=True)
class Outcome:
    """What a reader made of a page."""

    seconds: float
    """Of the processor."""
    text: str


Reader = Callable[[Case], Outcome | None]
"""None for a page that the reader cannot read."""


def time_inside(read: Callable[[Case], str]) -> Reader:
    """`read` with its time in this thread."""

    def timed(case: Case) -> Outcome:
        clean_url.cache_clear()  # no page is read twice in a crawl
        start = time.thread_time()
        text = read(case)
        return Outcome(time.thread_time() - start, text)

    return timed


def read_ours(case: Case) -> str:
    article = read_article(case.page, case.site)
    return f"{article.sapo or ''}\n{article.text}" if article else ""


def read_generic(case: Case) -> str:
    return read_ours(Case(case.page, None, None))


def read_trafilatura(case: Case) -> str:
    document = bare_extraction(decode_body(case.page.body), with_metadata=True)
    return (document.text or "") if document is not None else ""


def make_newspaper() -> Callable[[Case], str]:
    newspaper = import_module("newspaper")
    config = newspaper.Config()
    config.fetch_images = False
    config.language = "en"  # its other languages need more packages

    def read(case: Case) -> str:
        article = newspaper.Article(case.page.url, config=config)
        article.download(input_html=decode_body(case.page.body))
        article.parse()
        return str(article.text)

    return read


def make_readability() -> Callable[[Case], str]:
    readability = import_module("readability")

    def read(case: Case) -> str:
        try:
            summary = readability.Document(decode_body(case.page.body)).summary()
        except ValueError:
            return ""
        return " ".join(fromstring(summary).itertext())

    return read


def make_resiliparse() -> Callable[[Case], str]:
    """The limit: C and Rust from the parse to the text, and no metadata."""
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda case: str(extract(decode_body(case.page.body), main_content=True))


MAKERS = {
    "newspaper4k": make_newspaper,
    "readability": make_readability,
    "resiliparse": make_resiliparse,
}


def find_inside(tell: Callable[[str], None]) -> dict[str, Reader]:
    """The readers that this interpreter has; `tell` is told of those that it has not."""
    reads = {OURS: read_ours, GENERIC: read_generic, RIVAL: read_trafilatura}
    for name, make in MAKERS.items():
        try:
            reads[name] = make()
        except ImportError as error:
            tell(f"{name} is left out: {error}")
    return {name: time_inside(read) for name, read in reads.items()}


@contextmanager
def open_beside(interpreter: str | None) -> Iterator[dict[str, Reader]]:
    """The readers that another interpreter has; none without one."""
    if interpreter is None:
        yield {}
        return
    with subprocess.Popen(
        [interpreter, str(BESIDE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=sys.stderr,
        encoding="utf-8",
    ) as process:
        assert process.stdin
        assert process.stdout
        names = json.loads(process.stdout.readline())
        yield {name: time_beside(process, name) for name in names}
        process.stdin.close()


def time_beside(process: subprocess.Popen[str], name: str) -> Reader:
    """The peer `name` of another process, with its time there."""

    def timed(case: Case) -> Outcome | None:
        assert process.stdin
        assert process.stdout
        task = {"peer": name, "url": case.page.url, "html": decode_body(case.page.body)}
        print(json.dumps(task), file=process.stdin, flush=True)
        answer = json.loads(process.stdout.readline())
        found = answer["text"]
        return None if found is None else Outcome(answer["seconds"], found)

    return timed
