"""How fast and how well pages are read: `read_article` against its peers on the same pages.

    python benchmarks/reading.py [--rounds N]

Every reader reads every page once in a round, page by page in turn, so that a busy machine slows
all of them alike. Time is the processor's, the least of the rounds for each page. Known sites are
read by their selectors; the pages of unknown ones by the generic rules.

Peers: `pip install --editable '.[bench]'`; a peer that is not installed is left out, and said so.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from time import process_time

from lxml.html import fromstring
from rich.console import Console
from rich.table import Table
from scrapy.utils.project import get_project_settings
from trafilatura import bare_extraction

from crawler.charset import decode_body
from crawler.page import Page
from crawler.read import read_article
from crawler.site import Site
from crawler.sites import find_site, load_sites

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GRAM = 4
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+")
"""A word; of scripts that write no spaces, a character."""
OURS = "read_article"
RIVAL = "trafilatura"
TARGETS = {"known sites": 5.0, "unknown sites": 2.0}


@dataclass(frozen=True)
class Case:
    """One page, the facts of its site and, where it is labelled, its paragraphs."""

    page: Page
    site: Site | None
    gold: str | None


Reader = Callable[[Case], str]


def read_ours(case: Case) -> str:
    article = read_article(case.page, case.site)
    return f"{article.sapo or ''}\n{article.text}" if article else ""


def read_trafilatura(case: Case) -> str:
    document = bare_extraction(decode_body(case.page.body), with_metadata=True)
    return (document.text or "") if document is not None else ""


def make_newspaper() -> Reader:
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


def make_readability() -> Reader:
    readability = import_module("readability")

    def read(case: Case) -> str:
        try:
            summary = readability.Document(decode_body(case.page.body)).summary()
        except ValueError:
            return ""
        return " ".join(fromstring(summary).itertext())

    return read


def find_readers(console: Console) -> dict[str, Reader]:
    """Ours, and the peers that are installed."""
    readers: dict[str, Reader] = {OURS: read_ours, RIVAL: read_trafilatura}
    for name, make in (("newspaper4k", make_newspaper), ("readability", make_readability)):
        try:
            readers[name] = make()
        except ImportError as error:
            console.print(f"{name} is left out: {error}")
    return readers


def load_pages(folder: Path) -> Iterator[Page]:
    for file in sorted(folder.rglob("*.html")):
        sidecar = json.loads(file.with_suffix(".json").read_text("utf-8"))
        fetched = datetime.fromisoformat(sidecar["fetched"])
        yield Page(url=sidecar["url"], body=file.read_bytes(), fetched=fetched)


def load_cases() -> dict[str, list[Case]]:
    """The pages that we ship, and the real ones where they lie beside the project."""
    sites = load_sites(get_project_settings())
    saved = [*load_pages(ROOT / "tests/pages"), *load_pages(SHARED / "pages")]
    known = [Case(page, site, None) for page in saved if (site := find_site(page.url, sites))]
    gold = load_gold(SHARED / "extraction/gold.jsonl")
    strange = list(load_pages(SHARED / "extraction/pages"))
    unknown = [Case(page, None, gold.get(page.url)) for page in strange]
    return {
        "known sites": known,
        "unknown sites": unknown or [Case(c.page, None, None) for c in known],
    }


def load_gold(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return {row["url"]: "\n".join([*row["sapo"], *row["paragraphs"]]) for row in rows}


def measure(cases: list[Case], readers: dict[str, Reader], rounds: int) -> dict[str, float]:
    """Seconds of processor time a page, per reader."""
    least = {name: [float("inf")] * len(cases) for name in readers}
    for _ in range(rounds):
        for number, case in enumerate(cases):
            for name, read in readers.items():
                start = process_time()
                read(case)
                least[name][number] = min(least[name][number], process_time() - start)
    return {name: sum(times) / len(times) for name, times in least.items()}


def score(cases: list[Case], read: Reader) -> float | None:
    """Mean F1 of the sequences of four words against the gold, None without gold."""
    pairs = [(read(case), case.gold) for case in cases if case.gold]
    return sum(match_words(text, gold) for text, gold in pairs) / len(pairs) if pairs else None


def match_words(text: str, gold: str) -> float:
    found, wanted = count_grams(text), count_grams(gold)
    return 2 * (found & wanted).total() / max(found.total() + wanted.total(), 1)


def count_grams(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    return Counter(zip(*(words[at:] for at in range(GRAM)), strict=False))


def print_table(name: str, cases: list[Case], readers: dict[str, Reader], rounds: int) -> bool:
    """Measure one set of pages; whether its target is met."""
    times = measure(cases, readers, rounds)
    table = Table(title=f"{name}: {len(cases)} pages, least of {rounds} rounds")
    for column in ("reader", "ms/page", "times ours", "body F1"):
        table.add_column(column, justify="left" if column == "reader" else "right")
    for reader, seconds in times.items():
        figure = score(cases, readers[reader])
        quality = "" if figure is None else f"{figure:.3f}"
        table.add_row(reader, f"{1000 * seconds:.2f}", f"{seconds / times[OURS]:.2f}", quality)
    console = Console()
    console.print(table)
    ratio = times[RIVAL] / times[OURS]
    console.print(f"{name}: {ratio:.1f} times {RIVAL}'s speed, wanted {TARGETS[name]:.0f}")
    return ratio >= TARGETS[name]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    readers = find_readers(Console())
    met = [print_table(name, cases, readers, rounds) for name, cases in load_cases().items()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
