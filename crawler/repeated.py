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
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

LEAST_ARTICLES = 3
LONGEST_LINE = 250
MOST_SHARED = 0.4
"""Share of its lines that an article may have in common with others and still count."""

Hashes = NDArray[np.uint64]
Clutter = dict[str, frozenset[int]]
"""Hashes of the lines that are clutter, by site."""


class SeenLines:
    """The lines of the articles of a crawl or replay, site by site, as 64-bit hashes."""

    def __init__(self) -> None:
        self._sites: dict[str, _Lines] = defaultdict(_Lines)

    def add(self, site: str, text: str) -> None:
        """Note the lines of one article."""
        self.note(site, gather_lines(text))

    def note(self, site: str, lines: array[int]) -> None:
        """Note the lines of one article, as `gather_lines` found them."""
        self._sites[site].add(lines)

    def count(self) -> int:
        """How many articles were noted."""
        return sum(len(lines.sizes) for lines in self._sites.values())

    def find_clutter(self) -> Clutter:
        """The lines that stand on several articles of their site."""
        return {site: lines.find_repeated() for site, lines in self._sites.items()}


class _Lines:
    """The lines of one site's articles, in one array: many small ones take twice the memory."""

    def __init__(self) -> None:
        self.hashes, self.sizes = array("Q"), array("I")

    def add(self, lines: array[int]) -> None:
        """Note the lines of one more article."""
        self.hashes.extend(lines)
        self.sizes.append(len(lines))

    def find_repeated(self) -> frozenset[int]:
        """Lines that stand on enough articles, those that share much with others left out."""
        hashes, sizes = np.array(self.hashes, np.uint64), np.array(self.sizes, np.intp)
        often = _frequent(hashes)
        if not often.size:
            return frozenset()
        owners = np.repeat(np.arange(sizes.size), sizes)
        shared = np.bincount(owners[np.isin(hashes, often)], minlength=sizes.size)
        originals = shared <= MOST_SHARED * sizes
        return frozenset(_frequent(hashes[originals[owners]]).tolist())


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


def _frequent(hashes: Hashes) -> Hashes:
    """Sorted and not counted in a dictionary: that would take ten times the memory."""
    lines, counts = np.unique(hashes, return_counts=True)
    return lines[counts >= LEAST_ARTICLES]
