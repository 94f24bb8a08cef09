"""The pages that readers are compared on, and how much of a page's labelled text each finds."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrapy.utils.project import get_project_settings

from crawler.page import Page
from crawler.site import Site
from crawler.sites import find_site, load_sites

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
KNOWN, UNKNOWN = "known sites", "unknown sites"
GRAM = 4
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+")
"""A word; of scripts that write no spaces, a character."""


@dataclass(frozen=True)
class Case:
    """One page, the facts of its site and, where it is labelled, its paragraphs."""

    page: Page
    site: Site | None
    gold: str | None


def load_cases() -> dict[str, list[Case]]:
    """The pages that we ship, and the real ones where they lie beside the project."""
    sites = load_sites(get_project_settings())
    saved = [*load_pages(ROOT / "tests/pages"), *load_pages(SHARED / "pages")]
    known = [Case(page, site, None) for page in saved if (site := find_site(page.url, sites))]
    gold = load_gold(SHARED / "extraction/gold.jsonl")
    strange = list(load_pages(SHARED / "extraction/pages"))
    unknown = [Case(page, None, gold.get(page.url)) for page in strange]
    return {KNOWN: known, UNKNOWN: unknown or [Case(c.page, None, None) for c in known]}


def load_pages(folder: Path) -> Iterator[Page]:
    for file in sorted(folder.rglob("*.html")):
        sidecar = json.loads(file.with_suffix(".json").read_text("utf-8"))
        fetched = datetime.fromisoformat(sidecar["fetched"])
        yield Page(url=sidecar["url"], body=file.read_bytes(), fetched=fetched)


def load_gold(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return {row["url"]: "\n".join([*row["sapo"], *row["paragraphs"]]) for row in rows}


def match_words(text: str, gold: str) -> float:
    """F1 of the sequences of four words."""
    found, wanted = count_grams(text), count_grams(gold)
    return 2 * (found & wanted).total() / max(found.total() + wanted.total(), 1)


def count_grams(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    return Counter(zip(*(words[at:] for at in range(GRAM)), strict=False))
