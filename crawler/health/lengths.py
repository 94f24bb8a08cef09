"""Lengths of many texts in little memory: how often each occurred."""

from __future__ import annotations

from collections import Counter

_LONGEST = 20_000
"""Longer texts count as that long, so there are never more counters than this."""


class Lengths:
    """A histogram of whole characters."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()

    def add(self, length: int) -> None:
        """One text more, of `length` characters."""
        self._counts[min(length, _LONGEST)] += 1

    def find_median(self) -> int:
        """The lower median, 0 where there are no texts."""
        half = (self._counts.total() + 1) // 2
        for length in sorted(self._counts):
            half -= self._counts[length]
            if half <= 0:
                return length
        return 0
