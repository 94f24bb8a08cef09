"""Tasks that are under way in a pool, and results that wait for their turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands for the result of a task that ended its worker."""

    reason: str


class Stream(Generic[Task, Result]):
    """Numbers tasks as they leave and puts their results into the same order."""

    def __init__(self, tasks: Iterator[Task], most: int) -> None:
        """`most` tasks are under way at a time, those included whose results wait."""
        self._source = enumerate(tasks)
        self._most = most
        self._is_drained = False
        self._under_way: dict[int, Task] = {}
        self._again: list[int] = []
        self._fallen: set[int] = set()
        self._results: dict[int, Result | Lost] = {}
        self._next = 0

    def is_open(self) -> bool:
        """Whether results are still to come."""
        return bool(self._under_way) or not self._is_drained

    def take_job(self) -> tuple[int, Task] | None:
        """A task to be done and its number; None where enough are under way."""
        if self._again:
            number = self._again.pop()
            return number, self._under_way[number]
        if self._is_drained or len(self._under_way) >= self._most:
            return None
        job = next(self._source, None)
        if job is None:
            self._is_drained = True
            return None
        self._under_way[job[0]] = job[1]
        return job

    def return_jobs(self, numbers: Iterable[int]) -> None:
        """Tasks that a worker was given and did not begin; the first is taken first."""
        self._again = sorted({*self._again, *numbers}, reverse=True)

    def put(self, number: int, result: Result | Lost) -> None:
        """The result of a task."""
        self._results[number] = result

    def lose(self, number: int, reason: str, *, for_good: bool) -> None:
        """A task ended its worker; unless `for_good`, it has a second try.

        A process can also be ended by somebody else, and what comes out must not depend on that.
        """
        if for_good or number in self._fallen:
            self.put(number, Lost(reason))
        else:
            self._fallen.add(number)
            self.return_jobs([number])

    def pop_results(self) -> Iterator[tuple[Task, Result | Lost]]:
        """The results whose turn has come, each with its task."""
        while self._next in self._results:
            number, self._next = self._next, self._next + 1
            yield self._under_way.pop(number), self._results.pop(number)
