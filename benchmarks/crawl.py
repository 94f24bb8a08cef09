"""How fast a crawl is, and that its memory does not grow: the loopback newspaper, read whole.

    python -m benchmarks.crawl [--pages N] [--rounds N]

The newspaper is served by a process of its own. Each crawl is a process too, and they take turns:
`empty` has a callback that does nothing, so what it costs is Scrapy's own; `trafilatura` one that
has trafilatura extract text and metadata, `reading` one that reads the article and lets it go,
`keeping` hands it to the pipelines too, which find the meetings and keep it in a new store. Time is
the crawling process's own, from the first page to the last, so that a busy machine slows all
alike; memory is its peak when a tenth of the pages was read, and at the end.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from resource import RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from rich.console import Console
from rich.table import Table
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from trafilatura import bare_extraction

from crawler.items import Article
from tests.news_site import Answer, NewsSite, Seen
from tests.newspaper import Story, dress, write_article
from tests.tin import TinSpider, choose_settings

COMMAND = (sys.executable, "-m", "benchmarks.crawl")
LINKS = 100
"""Articles on one page of the list."""
DAYS = 5_000
"""The articles are spread over so many days, more would lie before there was a web."""
LEAST_SHARES = {"reading": 0.4, "keeping": 0.1}
"""Of the pages a second of the empty crawl."""
MOST_GROWTH = 1.10
"""Of the memory, from a tenth of the pages to the last."""


class OldStory(Story):
    """An article of a newspaper with more articles than days."""

    @property
    def day(self) -> date:
        """Of its publication."""
        return date(2026, 11, 20) - timedelta(days=self.number % DAYS)


class KeepingSpider(TinSpider):
    """Reads and keeps every page, and notes the memory at the page `mark`."""

    name = "tin"

    def __init__(self, *args: object, mark: int, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.mark, self.seen, self.memory = mark, 0, 0
        self.started = self.ended = 0.0

    def parse_article(self, response: Response) -> Iterator[Article]:
        """The article, as ever."""
        self.note()
        yield from super().parse_article(response)

    def note(self) -> None:
        """One page more has arrived."""
        self.seen += 1
        self.ended = process_time()
        self.started = self.started or self.ended
        if self.seen == self.mark:
            self.memory = peak_memory()


class ReadingSpider(KeepingSpider):
    """Reads every page and keeps none."""

    def parse_article(self, response: Response) -> Iterator[Article]:
        """Nothing, after the article was read."""
        for _ in super().parse_article(response):
            pass
        return iter(())


class EmptySpider(KeepingSpider):
    """Fetches every page and reads none."""

    def parse_article(self, response: Response) -> Iterator[Article]:
        """Nothing."""
        self.note()
        return iter(())


class TrafilaturaSpider(KeepingSpider):
    """Has trafilatura read every page and keeps none."""

    def parse_article(self, response: Response) -> Iterator[Article]:
        """Nothing, after the text was extracted."""
        self.note()
        bare_extraction(response.text, with_metadata=True)
        return iter(())


KINDS = {
    "empty": EmptySpider,
    "trafilatura": TrafilaturaSpider,
    "reading": ReadingSpider,
    "keeping": KeepingSpider,
}


def peak_memory() -> int:
    """Megabytes; Linux counts in kilobytes."""
    return getrusage(RUSAGE_SELF).ru_maxrss // 1024


def serve(pages: int) -> None:
    """Serve a newspaper of `pages` articles until standard input ends."""
    with NewsSite() as site:
        for number in range(1, pages + 1):
            publish_story(site, OldStory(number))
        for first in range(1, pages + 1, LINKS):
            publish_list(site, first, min(first + LINKS, pages + 1))
        print(site.url(""), flush=True)
        sys.stdin.read()


def publish_story(site: NewsSite, story: Story) -> None:
    def write(_: Seen) -> Answer:
        return Answer(body=write_article(site, story))

    site.add(story.path, write)


def publish_list(site: NewsSite, first: int, end: int) -> None:
    """`/asean.html`, `/asean-p101.html` ... with a link to the next page."""
    links = "".join(
        f'<article class="story"><a href="{story.path}">{story.title}</a></article>'
        for story in map(OldStory, range(first, end))
    )
    address = f"/asean-p{first}.html" if first > 1 else "/asean.html"
    more = f'<a class="next" href="/asean-p{end}.html">Trang sau</a>'
    site.add(address, Answer(body=dress("ASEAN", f"<main>{links}{more}</main>")))


def crawl(kind: str, base: str, pages: int) -> None:
    """Crawl the newspaper at `base`, and print what it took as one line of JSON."""
    with TemporaryDirectory() as folder:
        settings = choose_settings(folder)
        settings.set("LOG_LEVEL", "CRITICAL", priority="cmdline")
        process = AsyncCrawlerProcess(settings)
        crawler = process.create_crawler(KINDS[kind])
        process.crawl(crawler, base=base, pages=pages, mark=pages // 10)
        process.start()
    spider = crawler.spider
    assert isinstance(spider, KeepingSpider)
    row = {"pages": spider.seen, "seconds": spider.ended - spider.started}
    print(json.dumps(row | {"early": spider.memory, "late": peak_memory()}))


@contextmanager
def open_newspaper(pages: int) -> Iterator[str]:
    """The address of a newspaper that a process of its own serves."""
    command = [*COMMAND, "--serve", str(pages)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin
        assert server.stdout
        yield server.stdout.readline().strip()
        server.stdin.close()


def measure(kind: str, base: str, pages: int) -> dict[str, float]:
    command = [*COMMAND, "--crawl", kind, "--base", base, "--pages", str(pages)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    row: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    if row["pages"] != pages:
        raise SystemExit(f"the {kind} crawl read {row['pages']:.0f} pages of {pages}")
    return row | {"rate": pages / row["seconds"]}


def compare(pages: int, rounds: int) -> bool:
    """Print the table; whether the targets are met."""
    with open_newspaper(pages) as base:
        rows = [{kind: measure(kind, base, pages) for kind in KINDS} for _ in range(rounds)]
    table = Table(title=f"A crawl of {pages} pages, median of {rounds} rounds")
    columns = ("callback", "pages/s of processor time", "ms a page", "more than Scrapy's own")
    for column in (*columns, f"MB at {pages // 10}", f"MB at {pages}"):
        table.add_column(column, justify="left" if column == "callback" else "right")
    for kind in KINDS:
        rate, early, late = (
            median(row[kind][name] for row in rows) for name in ("rate", "early", "late")
        )
        more = median(1000 / row[kind]["rate"] - 1000 / row["empty"]["rate"] for row in rows)
        times = (f"{rate:.0f}", f"{1000 / rate:.2f}", f"{more:.2f}")
        table.add_row(kind, *times, f"{early:.0f}", f"{late:.0f}")
    growth = median(row["keeping"]["late"] / row["keeping"]["early"] for row in rows)
    console = Console()
    console.print(table)
    shares = {}
    for kind, least in LEAST_SHARES.items():
        shares[kind] = median(row[kind]["rate"] / row["empty"]["rate"] for row in rows)
        console.print(f"{kind}: {shares[kind]:.2f} of the empty crawl's speed, wanted {least}")
    console.print(f"memory: {growth:.2f} times that at a tenth, wanted at most {MOST_GROWTH}")
    is_fast = all(shares[kind] >= least for kind, least in LEAST_SHARES.items())
    return is_fast and growth <= MOST_GROWTH


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--crawl", choices=KINDS, help=argparse.SUPPRESS)
    parser.add_argument("--base", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
        return 0
    if options.crawl:
        crawl(options.crawl, options.base, options.pages)
        return 0
    return 0 if compare(options.pages, options.rounds) else 1


if __name__ == "__main__":
    raise SystemExit(main())
