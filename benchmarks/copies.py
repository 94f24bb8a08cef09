"""Copies on the labelled pairs, in one run: F1 and milliseconds, ours beside two usual tools.

usage: python benchmarks/copies.py [FOLDER]      (FOLDER: pages/ and pairs.tsv; needs `.[bench]`)

Times are of the processor, so that other work on the machine does not count. Every tool gets the
same texts. The peers are given the same words and groups, first with their published threshold,
then with the one that is best on these very pairs (which flatters them).
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import process_time

from datasketch import MinHash, MinHashLSH
from rich.console import Console
from rich.table import Table
from simhash import Simhash
from sqlalchemy import Connection

from crawler.items import Article
from crawler.page import Page
from crawler.read import read_article
from pipelines.duplicates.decision import LOOK_BACK, decide
from pipelines.duplicates.index import Decision, Index
from pipelines.duplicates.memory import MemoryIndex
from pipelines.duplicates.sketch import Sketch, sketch_article
from pipelines.duplicates.words import read_words
from pipelines.store.articles import insert_article
from pipelines.store.database import Store
from pipelines.store.index import SqlIndex

FOLDER = Path(__file__).parent.parent.parent / "shared" / "duplicates"
Pair = tuple[str, str]
Row = tuple[str, float, dict[str, float]]
"""Name, F1, milliseconds an article by stage."""


class Stopwatch:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self.taken: defaultdict[str, list[float]] = defaultdict(list)

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Count what happens inside towards `stage`."""
        start = process_time()
        yield
        self.taken[stage].append(1000 * (process_time() - start))

    def per_article(self, articles: int) -> dict[str, float]:
        """The mean of each stage."""
        return {stage: sum(taken) / articles for stage, taken in self.taken.items()}


def read_articles(folder: Path) -> list[Article]:
    pages = []
    for path in sorted((folder / "pages").glob("*.json")):
        saved = json.loads(path.read_text(encoding="utf-8"))
        fetched = datetime.fromisoformat(saved["fetched"])
        body = path.with_suffix(".html").read_bytes()
        pages.append(Page(url=saved["url"], body=body, fetched=fetched))
    return [article for page in pages if (article := read_article(page, None))]


def read_pairs(folder: Path) -> dict[Pair, bool]:
    lines = (folder / "pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return {(first, second): label == "D" for label, first, second in rows if label in "DN"}


def score_groups(labels: dict[Pair, bool], joined: list[Pair]) -> float:
    """F1 of the groups that `joined` pairs make."""
    root: dict[str, str] = {}

    def find(url: str) -> str:
        while root.get(url, url) != url:
            url = root[url]
        return url

    for first, second in joined:
        root[find(first)] = find(second)
    called = {pair: find(pair[0]) == find(pair[1]) for pair in labels}
    right = sum(labels[pair] and called[pair] for pair in labels)
    return 2 * right / (sum(labels.values()) + sum(called.values()))


def time_ours(articles: list[Article], labels: dict[Pair, bool]) -> Row:
    """In memory."""
    index = MemoryIndex()
    return _time_index(articles, labels, index, lambda article, *made: index.add(*made))


def time_store(articles: list[Article], labels: dict[Pair, bool], connection: Connection) -> Row:
    """In SQLite: the candidates' words come from the stored articles."""
    index = SqlIndex(connection)

    def add(article: Article, sketch: Sketch, decision: Decision) -> None:
        number = index.add(sketch, decision)
        insert_article(connection, article, number=number, key=sketch.key, run=None)

    return _time_index(articles, labels, index, add)


def _time_index(
    articles: list[Article], labels: dict[Pair, bool], index: Index, add: Callable[..., object]
) -> Row:
    watch, joined = Stopwatch(), []
    for article in articles:
        with watch.of("sketch"):
            sketch = sketch_article(article, article.url)
        with watch.of("look-up"):
            _look_up(sketch, index)
        with watch.of("decide"):
            decision = decide(sketch, index)
        with watch.of("insert"):
            add(article, sketch, decision)
        if decision.duplicate_of:
            joined.append((article.url, decision.duplicate_of))
    taken = watch.per_article(len(articles))
    # What a decision takes beyond its look-ups is the comparison word by word.
    taken["verify"] = max(0.0, taken.pop("decide") - taken["look-up"])
    name = f"ours, {type(index).__name__}"
    return name, score_groups(labels, joined), taken


def _look_up(sketch: Sketch, index: Index) -> None:
    index.latest(sketch.key)
    index.same_text(sketch.exact)
    days = {"first_day": sketch.day - LOOK_BACK, "last_day": sketch.day + LOOK_BACK}
    index.sharing(sketch.fingerprints, **days)


def time_minhash(articles: list[Article], labels: dict[Pair, bool], threshold: float) -> Row:
    watch, joined = Stopwatch(), []
    lsh = MinHashLSH(threshold=threshold, num_perm=128)
    for article in articles:
        with watch.of("sketch"):
            signature = MinHash(num_perm=128)
            signature.update_batch(_shingle(article))
        with watch.of("look-up"):
            found = lsh.query(signature)
        with watch.of("insert"):
            lsh.insert(article.url, signature)
        joined += [(article.url, url) for url in found]
    f1 = score_groups(labels, joined)
    return f"datasketch MinHashLSH {threshold:.2f}", f1, watch.per_article(len(articles))


def time_simhash(articles: list[Article], labels: dict[Pair, bool], distance: int) -> Row:
    watch, joined, known = Stopwatch(), [], {}
    for article in articles:
        with watch.of("sketch"):
            signature = Simhash(_text(article))
        with watch.of("look-up"):
            found = [url for url, other in known.items() if signature.distance(other) <= distance]
        with watch.of("insert"):
            known[article.url] = signature
        joined += [(article.url, url) for url in found]
    f1 = score_groups(labels, joined)
    return f"simhash, distance {distance}", f1, watch.per_article(len(articles))


def _shingle(article: Article) -> list[bytes]:
    words = read_words(_text(article))
    return list({" ".join(words[n : n + 3]).encode() for n in range(max(1, len(words) - 2))})


def _text(article: Article) -> str:
    return f"{article.sapo or ''}\n{article.text}"


def find_best(rows: Callable[[float], Row], values: list[float]) -> Row:
    return max((rows(value) for value in values), key=lambda row: row[1])


def print_rows(rows: list[Row], articles: int) -> None:
    table = Table(title=f"{articles} articles; milliseconds of processor an article")
    stages = ("sketch", "look-up", "verify", "insert")
    for column in ("", "F1", *stages, "all"):
        table.add_column(column, justify="left" if not column else "right")
    for name, f1, taken in rows:
        figures = [f"{taken[stage]:.3f}" if stage in taken else "-" for stage in stages]
        table.add_row(name, f"{f1:.3f}", *figures, f"{sum(taken.values()):.3f}")
    Console(width=110).print(table)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    articles, labels = read_articles(folder), read_pairs(folder)
    sketch_article(articles[0], "warm-up")
    rows = [time_ours(articles, labels)]
    with tempfile.TemporaryDirectory() as place, Store(f"{place}/store.sqlite") as store:
        rows.append(store.transact(lambda connection: time_store(articles, labels, connection)))
    rows.append(time_minhash(articles, labels, 0.9))
    steps = [step / 100 for step in range(30, 95, 5)]
    rows.append(find_best(lambda value: time_minhash(articles, labels, value), steps))
    rows.append(time_simhash(articles, labels, 3))
    distances = [float(distance) for distance in range(4, 16)]
    rows.append(find_best(lambda value: time_simhash(articles, labels, int(value)), distances))
    print_rows(rows, len(articles))
    words = statistics.mean(len(read_words(_text(article))) for article in articles)
    Console().print(f"mean length {words:.0f} words")


if __name__ == "__main__":
    main()
