"""Growth of the search for copies in SQLite: bytes of the index, look-up and keeping of an article.

usage: python benchmarks/copies_growth.py [ARTICLES]      (20,000; the target is 1,000,000)

Texts are made up: words by Zipf's law, lengths as of the labelled wire copies (median 545 words,
mean 660), a fifth of each from phrases that all papers use. All lie within the window of near
copies, which is the worst case. They are written in bulk; at every tenth of the way 400 more,
every second of them a copy with light edits, come one by one as a crawl brings them. Times are of
the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, TableClause, insert, text

from crawler.items import SCHEMA, Article
from pipelines.duplicates.decision import LOOK_BACK
from pipelines.duplicates.judge import CopyJudge
from pipelines.duplicates.sketch import Sketch, sketch_article
from pipelines.duplicates.winnow import find_fingerprints
from pipelines.duplicates.words import code_words
from pipelines.store.database import Store
from pipelines.store.index import SqlIndex
from pipelines.store.keeping import Keeper
from pipelines.store.ledger import Visit
from pipelines.store.rows import write_rows
from pipelines.store.tables import articles, fingerprints, sketches

STEPS = 10
BATCH = 5000
PROBES = 400
FIRST_DAY = date(2026, 1, 1)
VISITED = datetime(2026, 4, 1, tzinfo=UTC)
EPOCH = date(1970, 1, 1).toordinal()

Picks = NDArray[np.int64]
"""Words of a text as places in the vocabulary."""


class Press:
    """Makes texts up, the same for one seed."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        letters = np.array(list("abcdeghiklmnopqrstuvxy"))
        self.vocabulary = ["".join(self.random.choice(letters, 5)) for _ in range(7000)]
        self.codes = code_words(self.vocabulary)
        weights = 1 / (np.arange(7000) + 10)
        self.heights = np.cumsum(weights / weights.sum())
        self.phrases = [self._words(self.random.integers(10, 30)) for _ in range(400)]

    def make_text(self) -> Picks:
        """A text of its own."""
        length = int(np.clip(self.random.lognormal(np.log(545), 0.6), 40, 5000))
        parts: list[Picks] = []
        while sum(map(len, parts)) < length:
            parts.append(self._words(self.random.integers(40, 120)))
            parts.append(self.phrases[int(400 * self.random.random() ** 2)])
        return np.concatenate(parts)[:length]

    def edit_text(self, picks: Picks) -> Picks:
        """The same with one word in fifty changed."""
        places = self.random.random(len(picks)) < 0.02
        return np.where(places, self._words(len(picks)), picks)

    def spell(self, picks: Picks) -> str:
        """The text in letters."""
        return " ".join(self.vocabulary[pick] for pick in picks)

    def _words(self, count: int) -> Picks:
        found = np.searchsorted(self.heights, self.random.random(count))
        return np.minimum(found, len(self.vocabulary) - 1)


@dataclass(slots=True)
class Times:
    """Milliseconds of every probe."""

    lookup: list[float]
    keep: list[float]
    copies: int = 0


def make_article(press: Press, picks: Picks, number: int) -> Article:
    url = f"https://newspaper.example/thoi-su/mot-bai-viet-dai-nhu-thuong-{number:07}.html"
    return Article(
        schema=SCHEMA,
        url=url,
        fetched_url=url,
        site="newspaper",
        language="vi",
        title="Một tựa đề dài như các tựa đề của báo điện tử thường dài",
        sapo=None,
        text=press.spell(picks),
        published=FIRST_DAY + timedelta(days=int(press.random.integers(LOOK_BACK))),
    )


def add_batch(connection: Connection, press: Press, batch: list[tuple[int, Picks]]) -> None:
    """Write texts as the store would, without the decision; fast, past the store's own ways."""
    made = [(number, make_article(press, picks, number), picks) for number, picks in batch]
    days = {number: _day_of(article) for number, article, _ in made}
    hashes = press.random.integers(-(1 << 62), 1 << 62, (len(made), 2)).tolist()
    rows = [
        (number, f"newspaper:vi:{number:07}", article.url, 1, days[number], *pair, number)
        for (number, article, _), pair in zip(made, hashes, strict=True)
    ]
    connection.exec_driver_sql(_insertion(sketches), rows)
    keys = {"id": 0, "key": "", **write_rows(made[0][1]).article, "run": None}
    bound = insert(articles).compile(dialect=connection.dialect, column_keys=list(keys))
    assert bound.positiontup
    plain = keys | {"authors": "[]", "tags": "[]", "captions": "[]"}
    connection.exec_driver_sql(
        str(bound),
        [
            tuple((plain | _own_values(number, article))[name] for name in bound.positiontup)
            for number, article, _ in made
        ],
    )
    marks = [
        (value, days[number], number)
        for number, _, picks in made
        for value in find_fingerprints(press.codes[picks])
    ]
    connection.exec_driver_sql(_insertion(fingerprints), sorted(marks))


def _insertion(table: TableClause) -> str:
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' for _ in table.columns)})"


def _own_values(number: int, article: Article) -> dict[str, Any]:
    assert article.published
    return {
        "id": number,
        "key": f"newspaper:vi:{number:07}",
        "url": article.url,
        "fetched_url": article.url,
        "text": article.text,
        "published": article.published.isoformat(),
    }


def _day_of(article: Article) -> int:
    assert article.published
    return article.published.toordinal() - EPOCH


def time_probes(store: Store, press: Press, known: list[Picks], number: int) -> Times:
    """Keep new texts and copies one by one."""
    times, keeper = Times([], []), Keeper(store, CopyJudge())
    for probe in range(PROBES):
        copied = known[int(press.random.integers(len(known)))]
        picks = press.edit_text(copied) if probe % 2 else press.make_text()
        article = make_article(press, picks, number + probe)
        key = f"newspaper:vi:{number + probe:07}"
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


def measure_index(connection: Connection) -> int:
    """Bytes of the tables and indexes that the search for copies needs."""
    owned = "SELECT name FROM sqlite_schema WHERE tbl_name IN ('sketches', 'fingerprints')"
    size = text("SELECT pgsize FROM dbstat WHERE aggregate = TRUE AND name = :name")
    names = connection.execute(text(owned)).scalars().all()
    sizes = [connection.execute(size, {"name": name}).scalar() or 0 for name in names]
    return sum(sizes)


def grow(store: Store, press: Press, numbers: range) -> list[Picks]:
    """Write as many texts; some of them, to make copies of."""
    kept: list[Picks] = []
    for start in range(numbers.start, numbers.stop, BATCH):
        part = range(start, min(start + BATCH, numbers.stop))
        batch = [(number, press.make_text()) for number in part]
        store.transact(lambda connection, batch=batch: add_batch(connection, press, batch))
        kept += [picks for _, picks in batch[:200]]
    return kept


def make_row(store: Store, path: Path, count: int, times: Times) -> list[str]:
    index = store.read(measure_index)
    return [
        f"{count:,}",
        f"{index / 1e6:,.0f}",
        f"{index / count:.0f}",
        f"{path.stat().st_size / 1e6:,.0f}",
        f"{statistics.median(times.lookup):.2f}",
        f"{statistics.quantiles(times.lookup, n=20)[-1]:.2f}",
        f"{statistics.median(times.keep):.2f}",
        f"{statistics.quantiles(times.keep, n=20)[-1]:.2f}",
        f"{times.copies} of {PROBES // 2}",
    ]


def main() -> None:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    columns = ["articles", "index MB", "bytes each", "store MB", "look-up ms", "p95"]
    table = Table(*columns, "keep ms", "p95", "copies found", title="SQLite")
    press, known, count = Press(1), [], 0
    with tempfile.TemporaryDirectory() as place, Store(f"{place}/store.sqlite") as store:
        for step in range(1, STEPS + 1):
            known += grow(store, press, range(count + 1, step * total // STEPS + 1))
            count = step * total // STEPS
            times = time_probes(store, press, known, count + 1)
            count += PROBES
            row = make_row(store, Path(place) / "store.sqlite", count, times)
            print(*row, sep="  ", file=sys.stderr, flush=True)
            table.add_row(*row)
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
