"""The store: milliseconds to keep an article in each database, and articles a second out of it.

usage: python benchmarks/store.py [ARTICLES]                                  (1,000)

Each article has 2,600 characters, two meetings and thirty pieces of evidence, and is kept in a
transaction of its own, judge of copies included. Beside it stands the least that anything could do:
appending its JSON line to a file. PostgreSQL is measured where 127.0.0.1:5432 answers.
"""

from __future__ import annotations

import random
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

import orjson
import psycopg
from rich.console import Console
from rich.table import Table

from crawler.items import SCHEMA, Article, Evidence, Meeting, Person, Place
from pipelines.duplicates.judge import CopyJudge
from pipelines.export.formats.csv import write as write_csv
from pipelines.export.formats.jsonl import write as write_jsonl
from pipelines.export.formats.parquet import write as write_parquet
from pipelines.export.records import KINDS
from pipelines.store.articles import stream_articles
from pipelines.store.database import Store
from pipelines.store.engine import TEMPORARY
from pipelines.store.keeping import Keeper
from pipelines.store.ledger import Visit

SERVER = "postgresql://postgres@127.0.0.1:5432"
DATABASE = "asean_meetings_benchmark"
NOW = datetime(2026, 4, 1, tzinfo=UTC)
WRITERS = {".jsonl": write_jsonl, ".csv": write_csv, ".parquet": write_parquet}


def make_articles(count: int) -> list[Article]:
    """Articles of random words, the same in every run."""
    chance = random.Random(1)
    words = ["".join(chance.choices("aăâbcdđeêghiklmnoôơpqrstuưvxy", k=4)) for _ in range(4000)]
    return [make_article(number, " ".join(chance.choices(words, k=520))) for number in range(count)]


def make_article(number: int, text: str) -> Article:
    url = f"https://paper.example/hoi-nghi-quan-chuc-cao-cap-post{number}.html"
    meeting = Meeting(
        main=True,
        series="SOM",
        ordinals=[number],
        place=Place(city="Hà Nội", country="VN"),
        people=[Person(f"Nguyễn Văn {letter}", country="VN") for letter in "ABC"],
        evidence=[Evidence("series", "vi.series.som", text[:12], 0, 12, "text")] * 15,
    )
    return Article(
        schema=SCHEMA,
        url=url,
        fetched_url=url,
        site="paper",
        language="vi",
        title=text[:60],
        sapo=text[60:200],
        text=text,
        published=NOW + timedelta(hours=number),
        meetings=[meeting, replace(meeting, main=False)],
    )


def keep_articles(address: str, articles: list[Article]) -> tuple[float, float]:
    """Milliseconds an article: on the wall, and of this process' own work."""
    with Store(address) as store:
        keeper = Keeper(store, CopyJudge())
        started, worked = perf_counter(), process_time()
        for number, article in enumerate(articles):
            keeper.keep(article, f"paper:vi:{number}", Visit(url=article.url, visited=NOW))
        return _per_article(started, worked, len(articles))


def append_lines(path: Path, articles: list[Article]) -> tuple[float, float]:
    """Milliseconds an article: on the wall, and of this process' own work."""
    started, worked = perf_counter(), process_time()
    with path.open("wb") as file:
        for article in articles:
            file.write(orjson.dumps(article, option=orjson.OPT_APPEND_NEWLINE))
            file.flush()
    return _per_article(started, worked, len(articles))


def _per_article(started: float, worked: float, articles: int) -> tuple[float, float]:
    taken = perf_counter() - started, process_time() - worked
    return 1000 * taken[0] / articles, 1000 * taken[1] / articles


def export_articles(address: str, path: Path) -> float:
    """Seconds."""
    started = perf_counter()
    with Store(address) as store, store.reading() as connection, path.open("wb") as file:
        records = KINDS["articles"].records(stream_articles(connection))
        WRITERS[path.suffix](file, KINDS["articles"].columns, records)
    return perf_counter() - started


def measure_export(address: str, path: Path) -> tuple[float, float]:
    """Seconds, and the most MiB that Python held at once (in a second, slower export)."""
    seconds = export_articles(address, path)
    tracemalloc.start()
    export_articles(address, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, peak / 2**20


def find_databases(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and address of each database."""
    yield "temporary SQLite", TEMPORARY
    yield "SQLite file", str(folder / "store.sqlite")
    try:
        connection = psycopg.connect(f"{SERVER}/postgres", autocommit=True, connect_timeout=2)
    except psycopg.OperationalError:
        return
    with connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
        try:
            yield "PostgreSQL", f"{SERVER}/{DATABASE}"
        finally:
            connection.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def print_rows(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    table = Table(*columns, title=title)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def main() -> None:
    articles = make_articles(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        least = append_lines(folder / "lines.jsonl", articles)
        rows = [("JSON line", *(f"{taken:.3f}" for taken in least))]
        for database, address in find_databases(folder):
            rows.append((database, *(f"{t:.2f}" for t in keep_articles(address, articles))))
        print_rows("keep an article", ("where", "ms", "ms of our process"), rows)
        print_exports(folder, len(articles))


def print_exports(folder: Path, count: int) -> None:
    size = (folder / "store.sqlite").stat().st_size / count
    rows = []
    for ending in WRITERS:
        seconds, mebibytes = measure_export(str(folder / "store.sqlite"), folder / f"out{ending}")
        rows.append((ending, f"{count / seconds:,.0f}", f"{mebibytes:.1f}"))
    title = f"export {count:,} articles of {size:,.0f} bytes each in SQLite"
    print_rows(title, ("format", "articles/s", "most MiB held"), rows)


if __name__ == "__main__":
    main()
