"""The scores on real labelled pages stay above their floors."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.programs import run_program, run_scrapy
from tests.shared import find_shared

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def extraction(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    said = score("extraction", tmp_path_factory.mktemp("extraction"), gold="gold.jsonl")
    names = {
        "body": r"body F1 ([\d.]+)",
        "title": r"title ([\d.]+)",
        "authors": r"authors F1 ([\d.]+)",
    }
    names |= {"published_time": r"published time ([\d.]+)", "published_day": r" day ([\d.]+)"}
    return {
        name: float(found[1]) for name, form in names.items() if (found := re.search(form, said))
    }


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    said = score("meetings", tmp_path_factory.mktemp("meetings"), gold="gold.jsonl")
    return {name: float(f1) for name, f1 in re.findall(r"^(\w+) .* ([\d.]+)$", said, re.M)}


def score(name: str, folder: Path, *, gold: str) -> str:
    """What the scorer says of a replay of the labelled pages."""
    pages, out = find_shared(name, "pages"), folder / "out.jsonl"
    replayed = run_scrapy("replay", str(pages), "-O", str(out), timeout=300)
    assert replayed.code == 0, replayed.err
    scorer = find_shared("score", f"{name}.py")
    scored = run_program(sys.executable, str(scorer), str(find_shared(name, gold)), str(out))
    assert scored.code == 0, scored.err
    return scored.out


@pytest.mark.parametrize("field", FLOORS["extraction"])
def test_articles_are_read_as_well_as_before(field: str, extraction: dict[str, float]) -> None:
    assert extraction[field] >= FLOORS["extraction"][field]


@pytest.mark.parametrize("field", FLOORS.get("meetings", {}))
def test_meetings_are_found_as_well_as_before(field: str, meetings: dict[str, float]) -> None:
    assert meetings[field] >= FLOORS["meetings"][field]
