"""The index in memory: for tests, and for use without a store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipelines.duplicates.index import (
    CANDIDATES_MOST,
    PERIOD,
    SHARED_LEAST,
    SHARED_MOST,
    Decision,
    Known,
)
from pipelines.duplicates.sketch import Sketch, Words


class MemoryIndex:
    """An `Index` in dictionaries."""

    def __init__(self) -> None:
        self._known: list[Known] = []
        self._words: list[Words] = []
        self._latest: dict[str, int] = {}
        self._exact: defaultdict[int, list[int]] = defaultdict(list)
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def __iter__(self) -> Iterator[Known]:
        return iter(self._known)

    def latest(self, key: str) -> Known | None:
        """The latest version of the article with this address key."""
        number = self._latest.get(key)
        return None if number is None else self._known[number]

    def same_text(self, exact: int) -> Sequence[Known]:
        """The texts with this exact hash, earliest first."""
        return [self._known[number] for number in self._exact.get(exact, ())]

    def sharing(
        self, fingerprints: Collection[int], *, first_day: int, last_day: int
    ) -> Sequence[Known]:
        """The texts of these days that share fingerprints: most shared first."""
        shared: Counter[int] = Counter()
        for fingerprint in fingerprints:
            known = self._holders.get(fingerprint, ())
            if not self._is_boilerplate(known, first_day, last_day):
                shared.update(self._of_days(known, first_day, last_day))
        enough = [number for number, count in shared.items() if count >= SHARED_LEAST]
        best = sorted(enough, key=lambda number: (-shared[number], number))
        return [self._known[number] for number in best[:CANDIDATES_MOST]]

    def words_of(self, numbers: Collection[int]) -> Mapping[int, Words]:
        """The words of the texts with these numbers."""
        return {number: self._words[number] for number in numbers}

    def add(self, sketch: Sketch, decision: Decision) -> int:
        """Remembers the text as decided and moves `decision.joined`; returns its number."""
        number = len(self._known)
        group = number if decision.group is None else decision.group
        original = sketch.url if group == number else self._known[group].url
        self._known.append(
            Known(
                number=number,
                key=sketch.key,
                url=sketch.url,
                version=decision.version,
                day=sketch.day,
                exact=sketch.exact,
                title=sketch.title,
                group=group,
                original=original,
            )
        )
        self._file(sketch, number)
        self._move({joined.group for joined in decision.joined}, group)
        return number

    def _file(self, sketch: Sketch, number: int) -> None:
        self._words.append(sketch.words)
        self._latest[sketch.key] = number
        self._exact[sketch.exact].append(number)
        for fingerprint in sketch.fingerprints:
            self._holders[fingerprint].append(number)

    def _move(self, groups: Collection[int], group: int) -> None:
        original = self._known[group].original
        for known in self._known:
            if known.group in groups:
                self._known[known.number] = replace(known, group=group, original=original)

    def _is_boilerplate(self, numbers: Collection[int], first: int, last: int) -> bool:
        if len(numbers) <= SHARED_MOST:
            return False
        periods = [(p * PERIOD, p * PERIOD + PERIOD - 1) for p in _periods(first, last)]
        return any(
            len(self._of_days(numbers, *days)) > SHARED_MOST for days in [(first, last), *periods]
        )

    def _of_days(self, numbers: Iterable[int], first: int, last: int) -> list[int]:
        return [number for number in numbers if first <= self._known[number].day <= last]


def _periods(first: int, last: int) -> range:
    return range(first // PERIOD, last // PERIOD + 1)
