"""Estimation: the weights of a comparison from pairs that nobody labelled.

Expectation-maximisation under independence of the fields, as M. A. Jaro, "Advances in
Record-Linkage Methodology as Applied to Matching the 1985 Census of Tampa, Florida", Journal of the
American Statistical Association 84 (1989), 414-420; a value that is missing tells nothing, as in
Enamorado, Fifield and Imai (2019).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from pipelines.merging.comparison import Level, compare
from pipelines.merging.traits import Traits

Odds = dict[str, dict[str, float]]
"""Probability by field and level."""
Pattern = tuple[tuple[str, Level], ...]

ROUNDS = 100
SMOOTHING = 0.5
"""Pairs that every level is seen in beforehand: none becomes impossible."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What pairs look like where they are of one meeting (`m`) and where not (`u`)."""

    share: float
    """Of pairs that are of one meeting."""
    m: Odds
    u: Odds


def estimate_weights(pairs: Iterable[tuple[Traits, Traits]], start: Estimate) -> Estimate:
    """The estimate that explains `pairs` best, from `start` on."""
    counted = Counter(tuple(compare(one, other).items()) for one, other in pairs)
    estimate = start
    for _ in range(ROUNDS):
        estimate = _maximise(counted, [_expect(pattern, estimate) for pattern in counted], start)
    return estimate


def _expect(pattern: Pattern, estimate: Estimate) -> float:
    """The probability that a pair of this pattern is of one meeting."""
    known = [(field, level) for field, level in pattern if level is not None]
    same = estimate.share * prod(estimate.m[field][level] for field, level in known)
    other = (1 - estimate.share) * prod(estimate.u[field][level] for field, level in known)
    return same / (same + other)


def _maximise(counted: Mapping[Pattern, int], same: Sequence[float], start: Estimate) -> Estimate:
    matched = dict(zip(counted, same, strict=True))
    share = sum(counted[p] * matched[p] for p in counted) / sum(counted.values())
    return Estimate(
        share,
        _frequencies({p: counted[p] * matched[p] for p in counted}, start.m),
        _frequencies({p: counted[p] * (1 - matched[p]) for p in counted}, start.u),
    )


def _frequencies(weighted: Mapping[Pattern, float], levels: Odds) -> Odds:
    seen = {field: dict.fromkeys(known, SMOOTHING) for field, known in levels.items()}
    for pattern, count in weighted.items():
        for field, level in pattern:
            if level is not None:
                seen[field][level] += count
    return {
        field: {level: count / sum(counts.values()) for level, count in counts.items()}
        for field, counts in seen.items()
    }
