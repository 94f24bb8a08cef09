"""Lines that stand on several articles of one site are clutter: `Mời độc giả đón đọc ...`.

A line counts where it is short and stands on at least three articles that are not copies of one
another: an article that shares much of its text with others (a reprint, a template, a live ticker)
does not count. Whole sets are judged at once, so the verdict does not depend on their order.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from xxhash import xxh3_64_intdigest

LEAST_ARTICLES = 3
LONGEST_LINE = 250
MOST_SHARED = 0.4
"""Share of its lines that an article may have in common with others and still count."""


class SeenLines:
    """The lines of the articles of a crawl or replay, site by site, as 64-bit hashes."""

    def __init__(self) -> None:
        self._articles: dict[str, list[array[int]]] = defaultdict(list)

    def add(self, site: str, text: str) -> None:
        """Note the lines of one article."""
        self.note(site, gather_lines(text))

    def note(self, site: str, lines: array[int]) -> None:
        """Note the lines of one article, as `gather_lines` found them."""
        self._articles[site].append(lines)

    def count(self) -> int:
        """How many articles were noted."""
        return sum(map(len, self._articles.values()))

    def find_clutter(self) -> dict[str, frozenset[int]]:
        """Hashes of the lines that are clutter, by site."""
        return {site: _repeated(articles) for site, articles in self._articles.items()}


def gather_lines(text: str) -> array[int]:
    """Hashes of the distinct lines of `text` that are short enough to be clutter."""
    return array("Q", sorted(set(hash_lines(text.split("\n")))))


def hash_lines(lines: Iterable[str]) -> list[int]:
    """Hashes of the lines that are short enough to be clutter."""
    return [hash_line(line) for line in lines if len(line) <= LONGEST_LINE]


def hash_line(line: str) -> int:
    """The line as 64 bits (XXH3), its case kept."""
    return xxh3_64_intdigest(line.encode())


def cut_lines(text: str, clutter: frozenset[int]) -> tuple[str, list[str]]:
    """`text` without the lines in `clutter`, and these lines; never the whole text."""
    lines = text.split("\n")
    cut = [line for line in lines if len(line) <= LONGEST_LINE and hash_line(line) in clutter]
    kept = [line for line in lines if line not in cut]
    return ("\n".join(kept), cut) if kept else (text, [])


def _repeated(articles: list[array[int]]) -> frozenset[int]:
    often = _frequent(articles)
    if not often:
        return often
    originals = [a for a in articles if sum(x in often for x in a) <= MOST_SHARED * len(a)]
    return _frequent(originals)


def _frequent(articles: list[array[int]]) -> frozenset[int]:
    """Sorted and not counted in a dictionary: that would take ten times the memory."""
    every = np.concatenate([np.empty(0, np.uint64), *articles])
    lines, counts = np.unique(every, return_counts=True)
    return frozenset(lines[counts >= LEAST_ARTICLES].tolist())
