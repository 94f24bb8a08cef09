"""Facts: the fields of one meeting as they are chosen, with every value that was stated."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from pipelines.merging.choice import Chosen, Grade, choose, describe, gather_claims
from pipelines.merging.record import Value, Why
from pipelines.merging.reports import Report

T = TypeVar("T", bound=Hashable)


class Facts:
    """Chooses field after field and remembers all values."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports = reports
        self.values: list[Value] = []

    def choose(
        self,
        name: str,
        read: Callable[[Report], T | None],
        agree: Callable[[T, T], bool] | None = None,
        own: Mapping[Why, Grade[T]] | None = None,
    ) -> T | None:
        """The value of the field `name`; see `choice.choose` and `choice.describe`."""
        chosen: Chosen[T] = choose(gather_claims(self.reports, read), own)
        self.values += describe(name, chosen, str, agree)
        return chosen.value
