"""Two texts word by word: how much of one stands in the other, and what that makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from pipelines.duplicates.sketch import Words
from pipelines.duplicates.words import NUMBERS_FROM, Codes

Relation = Literal["copy", "extends", "related"]
"""What the first text is to the second."""

SHINGLE = 3
LEAD = 40
"""Words at the head of a text that say what is new in it."""

JACCARD_WEIGHT = 0.35
LIKE_LEAST = 0.89
"""Containment in the longer text + weighted Jaccard, from which on two texts are one: texts of one
length have to share 69 %, a text ten times longer must hold nearly all of it."""
NEW_WORDS_MOST = 0.095
"""Distinct words that each text has over the other, as share of the smaller vocabulary: above it
both add facts."""
NEW_NUMBERS_MOST = 2
NEW_NUMBERS_SHARE = 1 / 8
"""As many and as large a share of numbers that differ: a table or a daily report of another day."""
LEAD_LEAST = 0.1
"""Share of either text's lead that the other must know; below it the lead is news."""
INSIDE = 0.75
"""So much of a text in another makes it the copy, even where it is a little longer."""
RELATED_LEAST = 0.25


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts share; shares are of 0 to 1."""

    first_inside: float
    """Of the first text's distinct shingles: those in the second."""
    second_inside: float
    jaccard: float
    lead: float
    """Of the shingles in a text's lead: those in the other; the smaller of both."""
    new_words: float
    """Distinct words that differ, as share of the smaller vocabulary."""
    new_numbers: int
    """Distinct numbers that differ."""
    new_numbers_share: float


@dataclass(frozen=True, slots=True)
class Shingled:
    """One text as the sets that a comparison needs."""

    words: Words
    shingles: NDArray[np.uint64]
    lead: NDArray[np.uint64]
    """The distinct shingles of the first words."""
    vocabulary: Codes
    numbers: Codes


def shingle_words(words: Words) -> Shingled:
    """`words` as sets."""
    shingles = _shingles(words.text)
    vocabulary = np.unique(words.text)
    numbers = vocabulary[np.searchsorted(vocabulary, NUMBERS_FROM) :]
    lead = np.unique(shingles[: LEAD - SHINGLE + 1])
    return Shingled(words, np.unique(shingles), lead, vocabulary, numbers)


def compare_texts(first: Shingled, second: Shingled) -> Likeness:
    """What the texts share; swapping them swaps the first two figures and no other."""
    common = _count_common(first.shingles, second.shingles)
    words = min(len(first.vocabulary), len(second.vocabulary))
    numbers = min(len(first.numbers), len(second.numbers))
    new_words = words - _count_common(first.vocabulary, second.vocabulary)
    new_numbers = numbers - _count_common(first.numbers, second.numbers)
    return Likeness(
        first_inside=common / max(1, len(first.shingles)),
        second_inside=common / max(1, len(second.shingles)),
        jaccard=common / max(1, len(first.shingles) + len(second.shingles) - common),
        lead=min(_share(first.lead, second.shingles), _share(second.lead, first.shingles)),
        new_words=new_words / max(1, words),
        new_numbers=new_numbers,
        new_numbers_share=new_numbers / max(1, numbers),
    )


def relate_texts(first: Shingled, second: Shingled) -> Relation | None:
    """What the first text is to the second; None where they share too little."""
    likeness = compare_texts(first, second)
    if is_copy(likeness) and not _are_dated_apart(first.words, second.words):
        inside = likeness.first_inside >= INSIDE or likeness.first_inside >= likeness.second_inside
        return "copy" if inside else "extends"
    shared = max(likeness.first_inside, likeness.second_inside)
    return "related" if shared >= RELATED_LEAST else None


def is_copy(likeness: Likeness) -> bool:
    """Whether one text adds nothing to the other, and neither lead is news to the other."""
    inside = max(likeness.first_inside, likeness.second_inside)
    return (
        inside + JACCARD_WEIGHT * likeness.jaccard >= LIKE_LEAST
        and likeness.new_words <= NEW_WORDS_MOST
        and not _has_other_numbers(likeness)
        and likeness.lead >= LEAD_LEAST
    )


def _has_other_numbers(likeness: Likeness) -> bool:
    many = likeness.new_numbers > NEW_NUMBERS_MOST
    return many and likeness.new_numbers_share >= NEW_NUMBERS_SHARE


def _are_dated_apart(first: Words, second: Words) -> bool:
    dated = bool(first.title_dates and second.title_dates)
    return dated and first.title_dates.isdisjoint(second.title_dates)


def _shingles(codes: Codes) -> NDArray[np.uint64]:
    count = max(0, len(codes) - SHINGLE + 1)
    joined = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        joined = (joined << np.uint64(16)) | codes[place : place + count]
    return joined


def _count_common(first: NDArray[Any], second: NDArray[Any]) -> int:
    return len(np.intersect1d(first, second, assume_unique=True))


def _share(part: NDArray[np.uint64], whole: NDArray[np.uint64]) -> float:
    return _count_common(part, whole) / max(1, len(part))
