"""The index in a temporary file knows what the one in memory knows."""

from __future__ import annotations

import random
from datetime import date, timedelta

import numpy as np
import pytest

from pipelines.duplicates.bloom import BloomFilter
from pipelines.duplicates.decision import decide
from pipelines.duplicates.disk import DiskIndex
from pipelines.duplicates.index import PERIOD, SHARED_MOST, Decision, Index, Known
from pipelines.duplicates.memory import MemoryIndex
from pipelines.duplicates.sketch import Sketch, sketch_article
from tests.wire import (
    CLOSING,
    EDITED,
    ENGLISH,
    EXTENDED,
    MIDDLE,
    NEW_LEAD,
    OPENING,
    REWORDED,
    SHARED_PASSAGE,
    SHORTENED,
    STORY,
    VIEWS,
    make_article,
)

PARTS = (OPENING, MIDDLE, VIEWS, CLOSING, ENGLISH, REWORDED)
TEXTS = [STORY, EDITED, SHORTENED, EXTENDED, NEW_LEAD, REWORDED, SHARED_PASSAGE, ENGLISH]
TEXTS += ["\n".join((PARTS[n], PARTS[n - 1], PARTS[n - 2])) for n in range(len(PARTS))]
EVERYWHERE = {"first_day": 0, "last_day": 30_000}


def make_sketch(number: int, text: str, **fields: object) -> Sketch:
    url = f"https://a.example/{number}"
    return sketch_article(make_article(text, url=url, **fields), url)


def make_visits(seed: int) -> list[Sketch]:
    """Texts of some weeks, some addresses visited again with another text or the same."""
    chance = random.Random(seed)
    days = [date(2026, 3, 12) + timedelta(days=chance.choice((0, 1, 80, 200))) for _ in range(60)]
    visits = [
        make_sketch(chance.randrange(40), chance.choice(TEXTS), published=day, title=f"Tin {day}")
        for day in days
    ]
    return [*visits, visits[-1]]


def settle(sketches: list[Sketch], index: Index) -> list[Decision]:
    decisions = []
    for sketch in sketches:
        decisions.append(decide(sketch, index))
        if decisions[-1].kind != "unchanged":
            index.add(sketch, decisions[-1])
    return decisions


def without_number(decision: Decision) -> tuple[object, ...]:
    joined = len(decision.joined)
    return (decision.kind, decision.version, decision.duplicate_of, decision.related, joined)


@pytest.mark.parametrize("seed", range(6))
def test_every_decision_is_the_same_as_beside_the_index_in_memory(seed: int) -> None:
    visits = make_visits(seed)
    in_memory, on_disk = (settle(visits, index) for index in (MemoryIndex(), DiskIndex()))
    assert [*map(without_number, on_disk)] == [*map(without_number, in_memory)]
    assert {decision.kind for decision in on_disk} >= {"new", "copy", "unchanged", "version"}


def test_what_is_taken_for_known_by_mistake_changes_no_decision() -> None:
    visits = make_visits(0)
    index, crowded = DiskIndex(), DiskIndex()
    crowded._seen = BloomFilter(8)
    assert settle(visits, crowded) == settle(visits, index)
    assert crowded._seen.find_held(range(8)) == [*range(8)]


def test_a_bloom_filter_forgets_nothing_and_holds_little_by_mistake() -> None:
    chance = random.Random(1)
    some, others = ([chance.randrange(-(1 << 63), 1 << 63) for _ in range(20_000)] for _ in "ab")
    bloom = BloomFilter()
    assert bloom.find_held(some) == []
    bloom.add(some)
    assert bloom.find_held(some) == some
    assert len(bloom.find_held(others)) < 50


def test_the_words_of_a_text_come_back_as_they_went_in() -> None:
    index, sketch = DiskIndex(), make_sketch(1, STORY, title="Họp ngày 12/3 và 13/3")
    number = index.add(sketch, Decision(kind="new"))
    words = index.words_of([number])[number]
    assert words.title_dates == sketch.words.title_dates
    assert words.title_dates
    assert np.array_equal(words.text, sketch.words.text)


def find(index: Index, sketch: Sketch, days: dict[str, int]) -> list[Known]:
    return list(index.sharing(sketch.fingerprints, **days))


def test_boilerplate_of_one_period_is_passed_over_in_every_window_that_touches_it() -> None:
    monday = date(1970, 1, 1) + timedelta(days=100 * PERIOD)
    many = [make_sketch(n, f"{MIDDLE} {VIEWS}", published=monday) for n in range(SHARED_MOST + 1)]
    later = make_sketch(999, f"{MIDDLE} {VIEWS}", published=monday + timedelta(days=PERIOD - 1))
    windows = [EVERYWHERE, {"first_day": later.day - 5, "last_day": later.day + 5}]
    for index in (MemoryIndex(), DiskIndex()):
        settle([later], index)
        for sketch in many[:-2]:
            index.add(sketch, Decision(kind="new"))
        assert all(find(index, later, days) for days in windows)
        for sketch in many[-2:]:
            index.add(sketch, Decision(kind="new"))
        assert not any(find(index, later, days) for days in windows)
