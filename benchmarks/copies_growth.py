"""Growth of the store in SQLite: bytes of file and index, look-up and keeping of an article.

usage: python -m benchmarks.copies_growth [ARTICLES]     (20,000; the target is 1,000,000)

Texts are made up (`benchmarks.press`), 2,600 characters in the mean. All lie within the window of
near copies, which is the worst case. They are written in bulk, and to pack a text is not what is
measured: behind the first thousands each article has fingerprints of its own, but most have the
packed text of an earlier one. Each tenth of the way ends with 400 more, every second of them a copy
with light edits, that come one by one as a crawl brings them. Times are of the processor, so that
other work on the machine does not count. The articles report no meeting and stand in no ledger:
`benchmarks/store.py` says what those take.

Ends with a verdict on the targets (1,500 bytes an article in the whole file, 5 ms for a look-up),
and with exit code 1 where one is missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from time import process_time

from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, insert, text

from benchmarks.press import Picks, Press
from crawler.items import SCHEMA, Article
from pipelines.duplicates.decision import LOOK_BACK
from pipelines.duplicates.judge import CopyJudge
from pipelines.duplicates.sketch import Sketch, sketch_article
from pipelines.duplicates.winnow import find_fingerprints
from pipelines.store.database import Store
from pipelines.store.holders import add_holders
from pipelines.store.index import SqlIndex
from pipelines.store.keeping import Keeper
from pipelines.store.ledger import Visit
from pipelines.store.packing import LEARN_AT, learn_texts
from pipelines.store.rows import write_rows
from pipelines.store.tables import articles

STEPS = 10
BATCH = 20_000
PROBES = 400
REMEMBERED = 200
"""Texts of each batch that are there to be copied."""
PACKED = 10_000
"""So many articles have texts of their own ..."""
LIKE = range(LEARN_AT[-1] + 1, PACKED + 1)
"""... and those behind them the texts of these."""
BYTES_MOST = 1500
MILLISECONDS_MOST = 5.0
EPOCH = date(1970, 1, 1).toordinal()
FIRST_DAY = date(2026, 1, 1).toordinal() - EPOCH
VISITED = datetime(2026, 4, 1, tzinfo=UTC)
ADDRESS = "https://newspaper.example/thoi-su/mot-bai-viet-dai-nhu-thuong-"
KEY = "newspaper:vi:"
INDEX = ("sketches", "holders")

_OWN = {
    "id": ":number",
    "key": f"printf('{KEY}%07d', :number)",
    "url": f"printf('{ADDRESS}%07d.html', :number)",
}
_NAMES = list(articles.c.keys())
REPEATING = text(
    f"INSERT INTO articles ({', '.join(_NAMES)})"
    f" SELECT {', '.join(_OWN.get(name, name) for name in _NAMES)} FROM articles WHERE id = :like"
)


@dataclass(slots=True)
class Times:
    """Milliseconds of every probe."""

    lookup: list[float]
    keep: list[float]
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The store at one size."""

    count: int
    index: int
    """Bytes of what the search for copies needs beside the articles."""
    whole: int
    """Bytes of the file."""
    times: Times

    def lookup(self) -> tuple[float, float]:
        """Median and 95th percentile."""
        return _middle(self.times.lookup)

    def show(self) -> list[str]:
        """A row of the table."""
        figures = (*self.lookup(), *_middle(self.times.keep))
        return [
            f"{self.count:,}",
            f"{self.index / 1e6:,.0f}",
            f"{self.index / self.count:.0f}",
            f"{self.whole / 1e6:,.0f}",
            f"{self.whole / self.count:,.0f}",
            *(f"{figure:.2f}" for figure in figures),
            f"{self.times.copies} of {PROBES // 2}",
        ]


def make_article(press: Press, picks: Picks, number: int, day: int) -> Article:
    url = f"{ADDRESS}{number:07}.html"
    return Article(
        schema=SCHEMA,
        url=url,
        fetched_url=url,
        site="newspaper",
        language="vi",
        title="Một tựa đề dài như các tựa đề của báo điện tử thường dài",
        sapo=None,
        text=press.spell(picks),
        published=date.fromordinal(EPOCH + day),
    )


def add_batch(connection: Connection, press: Press, batch: Sequence[tuple[int, Picks]]) -> None:
    """Write texts as the store would, without the decision; fast, past the store's own ways."""
    numbers = [number for number, _ in batch]
    days = make_days(press, len(batch))
    hashes = press.random.integers(-(1 << 62), 1 << 62, (len(batch), 2)).tolist()
    rows = [
        (number, day, *pair, number)
        for number, day, pair in zip(numbers, days, hashes, strict=True)
    ]
    connection.exec_driver_sql("INSERT INTO sketches VALUES (?, ?, ?, ?, ?)", rows)
    own = max(REMEMBERED, sum(number <= PACKED for number in numbers))
    made = zip(batch[:own], days[:own], strict=True)
    add_articles(connection, [(n, make_article(press, picks, n, day)) for (n, picks), day in made])
    if repeated := [{"number": n, "like": LIKE[n % len(LIKE)]} for n in numbers[own:]]:
        connection.execute(REPEATING, repeated)
    prints = (find_fingerprints(press.codes[picks]) for _, picks in batch)
    add_holders(connection, zip(numbers, days, prints, strict=True))


def make_days(press: Press, count: int) -> list[int]:
    """As many days of one window, since 1970-01-01."""
    days: list[int] = (FIRST_DAY + press.random.integers(LOOK_BACK, size=count)).tolist()
    return days


def add_articles(connection: Connection, made: Sequence[tuple[int, Article]]) -> None:
    """All at once, their texts packed by the database's own function."""
    connection.execute(
        insert(articles),
        [
            write_rows(article).article | {"id": number, "key": f"{KEY}{number:07}", "run": None}
            for number, article in made
        ],
    )


def time_probes(store: Store, press: Press, known: Sequence[Picks], number: int) -> Times:
    """Keep new texts and copies one by one."""
    times, keeper = Times([], []), Keeper(store, CopyJudge())
    for probe, fresh in enumerate(press.make_texts(PROBES)):
        copied = known[int(press.random.integers(len(known)))]
        picks = press.edit_text(copied) if probe % 2 else fresh
        article = make_article(press, picks, number + probe, *make_days(press, 1))
        key = f"{KEY}{number + probe:07}"
        sketch = sketch_article(article, key)
        times.lookup.append(store.read(lambda c, sketch=sketch: time_lookup(c, sketch)))
        start = process_time()
        kept = keeper.keep(article, key, Visit(url=article.url, visited=VISITED))
        times.keep.append(1000 * (process_time() - start))
        times.copies += kept.kind in ("copy", "extends")
    return times


def time_lookup(connection: Connection, sketch: Sketch) -> float:
    """Milliseconds until address, exact hash and candidates are looked up."""
    index = SqlIndex(connection)
    start = process_time()
    index.latest(sketch.key)
    index.same_text(sketch.exact)
    days = {"first_day": sketch.day - LOOK_BACK, "last_day": sketch.day + LOOK_BACK}
    index.sharing(sketch.fingerprints, **days)
    return 1000 * (process_time() - start)


def measure_sizes(connection: Connection) -> tuple[int, int]:
    """Bytes of the index of copies (its tables with their own indexes), and of the file."""
    owned = text("SELECT name, tbl_name FROM sqlite_schema")
    tables = {row.name: row.tbl_name for row in connection.execute(owned)}
    sizes = connection.execute(text("SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE"))
    index = sum(row.pgsize for row in sizes if tables.get(row.name) in INDEX)
    pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    return index, pages * connection.execute(text("PRAGMA page_size")).scalar_one()


def grow(store: Store, press: Press, numbers: range) -> list[Picks]:
    """Write as many texts; some of them, to make copies of."""
    kept: list[Picks] = []
    for part in _cut(numbers):
        texts = press.make_texts(len(part))
        batch = list(zip(part, texts, strict=True))
        store.transact(lambda connection, batch=batch: add_batch(connection, press, batch))
        if part[-1] in LEARN_AT:
            store.transact(learn_texts)
        kept += texts[:REMEMBERED]
    return kept


def _cut(numbers: range) -> Iterable[range]:
    """Batches; one ends where the store learns how to pack."""
    ends = {*range(numbers.start + BATCH, numbers.stop, BATCH), numbers.stop}
    ends |= {last + 1 for last in LEARN_AT if last in numbers}
    return (range(*pair) for pair in pairwise(sorted({numbers.start, *ends})))


def _middle(times: Sequence[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def tell_verdict(last: Measured) -> bool:
    """Say whether the targets are met; whether all are."""
    whole, slow = last.whole / last.count, last.lookup()[1]
    rows = [
        (
            "bytes of the whole file an article",
            f"{whole:,.0f}",
            f"{BYTES_MOST:,}",
            whole <= BYTES_MOST,
        ),
        ("milliseconds of a look-up, p95", f"{slow:.2f}", "5.00", slow <= MILLISECONDS_MOST),
    ]
    for what, figure, target, met in rows:
        print(f"{last.count:,} articles: {what}: {figure}, target {target}: {_word(met)}")
    return all(met for *_, met in rows)


def _word(met: bool) -> str:
    return "met" if met else "MISSED"


def main() -> int:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    columns = ["articles", "index MB", "bytes each", "file MB", "bytes each", "look-up ms", "p95"]
    table = Table(*columns, "keep ms", "p95", "copies found", title="SQLite")
    press, known, count = Press(1), [], 0
    with tempfile.TemporaryDirectory() as place, Store(f"{place}/store.sqlite") as store:
        for step in range(1, STEPS + 1):
            known += grow(store, press, range(count + 1, step * total // STEPS - PROBES + 1))
            count = step * total // STEPS
            times = time_probes(store, press, known, count - PROBES + 1)
            index, whole = store.read(measure_sizes)
            measured = Measured(count=count, index=index, whole=whole, times=times)
            print(*measured.show(), sep="  ", file=sys.stderr, flush=True)
            table.add_row(*measured.show())
    Console(width=120).print(table)
    return 0 if tell_verdict(measured) else 1


if __name__ == "__main__":
    sys.exit(main())
