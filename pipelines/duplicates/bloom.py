"""A set of numbers that forgets none, and seldom takes one that it lacks for one that it holds."""

from __future__ import annotations

from collections.abc import Iterable

BITS = 1 << 24
"""2 MiB, however many numbers there are: beside 1.7 million, one in ten is held by mistake. An
article has some twenty."""


class BloomFilter:
    """A Bloom filter with one hash function: its numbers are hashes, their last bits do."""

    def __init__(self, bits: int = BITS) -> None:
        """`bits` is a power of two, 8 or more."""
        self._bits = bytearray(bits >> 3)
        self._last = (bits >> 3) - 1

    def add(self, numbers: Iterable[int]) -> None:
        """Hold `numbers` from now on."""
        bits, last = self._bits, self._last
        for number in numbers:
            bits[number >> 3 & last] |= 1 << (number & 7)

    def find_held(self, numbers: Iterable[int]) -> list[int]:
        """Those of `numbers` that may have been added; the others have not."""
        bits, last = self._bits, self._last
        return [number for number in numbers if bits[number >> 3 & last] >> (number & 7) & 1]
