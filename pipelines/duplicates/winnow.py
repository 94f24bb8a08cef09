"""Fingerprints by which texts that share a passage find one another.

Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document fingerprinting",
2003): of the hashes of all runs of 8 words, the least of every window is kept, so that two texts
with a common run of window + 7 words always share one. The window grows with the text; what
a wide window keeps a narrow one keeps too, so a short text still meets a long one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.duplicates.words import Codes

GRAM = 8
"""Words; a power of two."""
WINDOWS = ((64, 8), (128, 16), (512, 32))
"""Texts of fewer words than the first get the window of the second."""
WINDOW_WIDEST = 64

_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def find_fingerprints(codes: Codes) -> tuple[int, ...]:
    """The distinct fingerprints, 32 bits signed, ascending; none for fewer than 8 words."""
    if len(codes) < GRAM:
        return ()
    hashes = _hash_grams(codes)
    least = _find_least(hashes, min(_window_of(len(codes)), len(hashes)))
    kept = np.unique((least >> np.uint64(32)).astype(np.uint32).view(np.int32))
    return tuple(kept.tolist())


def _window_of(length: int) -> int:
    return next((window for below, window in WINDOWS if length < below), WINDOW_WIDEST)


def _find_least(hashes: NDArray[np.uint64], window: int) -> NDArray[np.uint64]:
    """The least of each `window` neighbours, of two windows half as wide that may overlap."""
    least, width = hashes, 1
    while width < window:
        step = min(width, window - width)
        least = np.minimum(least[:-step], least[step:])
        width += step
    return least


def _hash_grams(codes: Codes) -> NDArray[np.uint64]:
    """A polynomial of the words of each gram, built of those of its halves."""
    total = (codes.astype(np.uint64) + np.uint64(1)) * _ODD
    span, power = 1, int(_ODD)
    while span < GRAM:
        total = total[:-span] * np.uint64(power) + total[span:]
        span, power = 2 * span, power * power % (1 << 64)
    total ^= total >> np.uint64(31)
    total *= _MIX
    return total ^ (total >> np.uint64(29))
