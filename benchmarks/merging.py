"""Merging: 100,000 reports at once, then one more at a time; how right, how much memory.

usage: python benchmarks/merging.py [REPORTS]                                  (100,000)

Reports are made around sessions that are known, with the slips of real ones: a first day for the
whole, only the month, no place, a wrong day, an announcement. One session in a thousand has a
hundred times the reports of the others. Memory is the peak of a process with a tenth of the
reports, with half, with all: it must not grow with the store once SQLite has filled its cache of 32
MiB. Times are those of the processor: what else the machine does is no part of them.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import process_time

from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, insert, select

from crawler.items import SCHEMA, Article, Meeting, Place
from pipelines.meetings import catalogue
from pipelines.store.articles import insert_article
from pipelines.store.database import Store
from pipelines.store.merged_tables import placements
from pipelines.store.merging import merge_store
from pipelines.store.tables import articles, sketches

BATCH = 1000
PLACES = [("Nha Trang", "VN"), ("Phnom Penh", "KH"), ("Jakarta", "ID"), ("Bangkok", "TH")]
ONE_MORE = 50
"""Reports that are added one by one."""


@dataclass(frozen=True)
class Session:
    """A meeting that took place."""

    series: str
    starts: date
    ends: date
    place: Place


def make_sessions() -> Iterator[Session]:
    """Two sessions a year of every series, about half a year apart."""
    chance = random.Random(1)
    for series in sorted({one.code for one in catalogue.series()}):
        for half in range(36):
            starts = date(2008 + half // 2, 1 + 6 * (half % 2), 5) + timedelta(chance.randrange(60))
            city, country = chance.choice(PLACES)
            place = Place(city=city, country=country)
            yield Session(series, starts, starts + timedelta(chance.randrange(3)), place)


def make_report(session: Session, chance: random.Random) -> tuple[Meeting, date]:
    """What a paper says of `session`, and when."""
    meeting = Meeting(main=chance.random() < 0.7, series=session.series, status="held")
    meeting.starts, meeting.precision = session.starts, "day"
    meeting.place = session.place if chance.random() < 0.8 else None
    published = session.ends + timedelta(chance.randrange(3))
    slip = chance.random()
    if slip < 0.3:
        meeting.status, published = "upcoming", session.starts - timedelta(chance.randrange(1, 30))
    elif slip < 0.4:
        meeting.starts = session.starts.replace(day=1)
        meeting.ends, meeting.precision = meeting.starts + timedelta(27), "month"
    elif slip < 0.45:
        meeting.starts = session.starts - timedelta(1)
    if meeting.precision == "day" and session.ends > session.starts and chance.random() < 0.6:
        meeting.ends, meeting.precision = session.ends, "range"
    return meeting, published


def make_article(number: int, title: int, session: Session, chance: random.Random) -> Article:
    """An article that reports on `session`; the title is the number of the session."""
    meeting, published = make_report(session, chance)
    url = f"https://paper{number % 40}.example/{number}"
    return Article(
        schema=SCHEMA,
        url=url,
        fetched_url=url,
        site=f"paper{number % 40}",
        language="en",
        title=str(title),
        sapo=None,
        text="",
        published=datetime.combine(published, time(8), UTC),
        meetings=[meeting],
    )


def make_articles(first: int, count: int) -> Iterator[Article]:
    """`count` articles with numbers from `first` on, the same in every run."""
    chance = random.Random(first)
    sessions = list(enumerate(make_sessions()))
    weights = [100 if number % 1000 == 0 else 1 for number, _ in sessions]
    for number in range(first, first + count):
        title, session = chance.choices(sessions, weights)[0]
        yield make_article(number, title, session, chance)


def insert_articles(store: Store, first: int, some: Sequence[Article]) -> None:
    """Store them as a crawl would, without the search for copies."""

    def write(connection: Connection) -> None:
        for number, article in enumerate(some, first):
            about = {"number": number, "day": 0, "exact": number, "title": number}
            about["origin"] = number
            connection.execute(insert(sketches), about)
            insert_article(connection, article, number=number, key=article.url, run=None)

    store.transact(write)


def fill(store: Store, count: int) -> None:
    batch: list[Article] = []
    for number, article in enumerate(make_articles(1, count), 1):
        batch.append(article)
        if len(batch) == BATCH or number == count:
            insert_articles(store, number - len(batch) + 1, batch)
            batch = []


def count_pairs(labels: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def rate(store: Store) -> tuple[float, float]:
    """Pairwise precision and recall against the sessions that the titles name."""
    both = placements.join(articles, articles.c.id == placements.c.article)
    query = select(placements.c.meeting, articles.c.title).select_from(both)
    with store.reading() as connection:
        rows = [tuple(row) for row in connection.execute(query)]
    right = count_pairs(row for row in rows if row[0])
    found = count_pairs(meeting for meeting, _ in rows if meeting)
    return right / found, right / count_pairs(title for _, title in rows)


def merge_all(path: Path, count: int) -> tuple[str, ...]:
    """Reports, seconds, MiB, precision and recall."""
    with Store(str(path)) as store:
        fill(store, count)
        started = process_time()
        merge_store(store)
        seconds = process_time() - started
        most = getrusage(RUSAGE_SELF).ru_maxrss / 1024
        precision, recall = rate(store)
    return f"{count:,}", f"{seconds:.0f}", f"{most:.0f}", f"{precision:.3f}", f"{recall:.3f}"


def measure(path: Path, count: int) -> tuple[str, ...]:
    """What `merge_all` gives in a process of its own, whose peak no other run has raised."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(merge_all, path, count).result()


def time_additions(path: Path, count: int) -> list[float]:
    """Milliseconds of the processor for each merge of one more report, the quickest first."""
    taken = []
    with Store(str(path)) as store:
        for number, article in enumerate(make_articles(count + 1, ONE_MORE), count + 1):
            insert_articles(store, number, [article])
            started = process_time()
            merge_store(store)
            taken.append(1000 * (process_time() - started))
    return sorted(taken)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.sqlite"
        table = Table("reports", "seconds", "MiB at most", "precision", "recall")
        for part in (10, 2):
            table.add_row(*measure(Path(folder) / f"{part}.sqlite", count // part))
        table.add_row(*measure(whole, count))
        taken = time_additions(whole, count)
    console = Console()
    console.print(table)
    console.print(
        f"one report more: median {median(taken):.0f} ms, nine of ten {taken[-6]:.0f} ms,"
        f" slowest {taken[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()
