"""Labelled pairs of real wire copies: quality has a floor, and arrival does not matter."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from datetime import datetime
from pathlib import Path

import pytest

from crawler.page import Page
from crawler.read import read_article
from pipelines.duplicates.decision import decide
from pipelines.duplicates.memory import MemoryIndex
from pipelines.duplicates.sketch import Sketch, sketch_article

ROOT = Path(__file__).parent.parent
LABELLED = ROOT.parent / "shared" / "duplicates"
FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sketches() -> list[Sketch]:
    if not LABELLED.is_dir():
        pytest.skip("the labelled pairs are not beside this checkout (../shared/duplicates)")
    return [_read_sketch(path) for path in sorted((LABELLED / "pages").glob("*.json"))]


def _read_sketch(path: Path) -> Sketch:
    saved = json.loads(path.read_text(encoding="utf-8"))
    page = Page(
        url=saved["url"],
        body=path.with_suffix(".html").read_bytes(),
        fetched=datetime.fromisoformat(saved["fetched"]),
    )
    article = read_article(page, None)
    assert article, f"no article on {page.url}"
    return sketch_article(article, article.url)


def _group(sketches: list[Sketch]) -> dict[str, set[str]]:
    """The texts of the group that each text stands in."""
    index = MemoryIndex()
    for sketch in sketches:
        index.add(sketch, decide(sketch, index))
    members = defaultdict(set)
    for known in index:
        members[known.original].add(known.url)
    return {known.url: members[known.original] for known in index}


def _score(groups: dict[str, set[str]]) -> float:
    lines = (LABELLED / "pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = [line.split("\t") for line in lines if line[0] in "DN"]
    called = [(label == "D", second in groups[first]) for label, first, second in pairs]
    right = sum(label and joined for label, joined in called)
    return 2 * right / sum(label + joined for label, joined in called)


def test_copies_are_found_at_least_as_well_as_the_floor_says(sketches):
    assert _score(_group(sketches)) >= FLOORS["duplicates"]["f1"]


def test_real_texts_form_the_same_groups_in_every_order(sketches):
    first = _group(sketches)
    for seed in range(3):
        shuffled = random.Random(seed).sample(sketches, len(sketches))
        assert _group(shuffled) == first
