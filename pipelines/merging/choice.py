"""Choice: of the values that reports state for one field, the one to believe, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pipelines.merging.record import Value, Why
from pipelines.merging.reports import Report, count_texts
from pipelines.merging.traits import HAPPENED

T = TypeVar("T", bound=Hashable)

Grade = Callable[["Claim[T]"], float]
"""How well a value does by one criterion; more is better."""


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """A value and the reports that state it."""

    value: T
    reports: list[Report]
    seconded: list[Report] = field(default_factory=list)
    """Reports that state a part of it: the first day of two."""

    @property
    def texts(self) -> int:
        """Independent texts that state it."""
        return count_texts(self.reports)


@dataclass(frozen=True, slots=True)
class Chosen(Generic[T]):
    """The claims of a field, the best first, each with what it did better or worse by."""

    claims: list[tuple[Claim[T], Why]]

    @property
    def value(self) -> T | None:
        """The value to believe; None where no report states one."""
        return self.claims[0][0].value if self.claims else None


def gather_claims(reports: Iterable[Report], read: Callable[[Report], T | None]) -> list[Claim[T]]:
    """What `reports` state, by value; `read` gives None where a report does not say."""
    held: defaultdict[T, list[Report]] = defaultdict(list)
    for report in reports:
        value = read(report)
        if value is not None:
            held[value].append(report)
    return [Claim(value, some) for value, some in held.items()]


def choose(claims: Sequence[Claim[T]], own: Mapping[Why, Grade[T]] | None = None) -> Chosen[T]:
    """The claims in the order of belief: by the field's `own` criteria, then by those of all."""
    criteria: dict[Why, Grade[T]] = {**(own or {})}
    for why, grade in COMMON.items():
        criteria.setdefault(why, grade)
    ranked = sorted(claims, key=lambda claim: (_grades(claim, criteria), *_tie(claim)))
    if len(ranked) == 1:
        return Chosen([(ranked[0], "only")])
    pairs = zip(ranked, [ranked[1], *[ranked[0]] * len(ranked)] if ranked else [], strict=False)
    return Chosen([(claim, _difference(claim, other, criteria)) for claim, other in pairs])


def describe(
    name: str,
    chosen: Chosen[T],
    write: Callable[[T], str],
    agree: Callable[[T, T], bool] | None = None,
) -> list[Value]:
    """The claims as values of the record; `agree` tells which can be true together."""
    return [
        Value(
            field=name,
            value=write(claim.value),
            chosen=number == 0,
            why=why,
            conflict=number > 0 and not (agree and agree(chosen.claims[0][0].value, claim.value)),
            texts=claim.texts,
            sources=list(dict.fromkeys(report.article for report in claim.reports)),
        )
        for number, (claim, why) in enumerate(chosen.claims)
    ]


def _grade_happened(claim: Claim[T]) -> float:
    return any(r.meeting.main and r.meeting.status in HAPPENED for r in claim.reports)


def _grade_reported(claim: Claim[T]) -> float:
    return any(report.meeting.main for report in claim.reports)


def _grade_texts(claim: Claim[T]) -> float:
    return count_texts([*claim.reports, *claim.seconded])


COMMON: Mapping[Why, Grade[Any]] = {
    "most-texts": _grade_texts,
    "happened": _grade_happened,
    "reported": _grade_reported,
}
"""The criteria of every field: the most independent texts, then what was seen over what was
announced, then what is reported over what is mentioned."""


def _grades(claim: Claim[T], criteria: Mapping[Why, Grade[T]]) -> tuple[float, ...]:
    return tuple(-grade(claim) for grade in criteria.values())


def _tie(claim: Claim[T]) -> tuple[str, str]:
    return min(report.sort_key for report in claim.reports)[0], repr(claim.value)


def _difference(claim: Claim[T], other: Claim[T], criteria: Mapping[Why, Grade[T]]) -> Why:
    for why, grade in criteria.items():
        if grade(claim) != grade(other):
            return why
    return "earliest" if _tie(claim)[0] != _tie(other)[0] else "first-by-name"
