"""Tasks that are under way in a pool, and results that wait for their turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

Task = TypeVar("Task")


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands for a result that would have ended its worker."""

    reason: str
    name: str | None = None
    """What a person finds it by; None where the whole of a task is lost."""


class Job(NamedTuple, Generic[Task]):
    """A task as a worker gets it."""

    number: int
    task: Task
    lost: Mapping[int, str]
    """Positions of results that have ended workers, and how: nobody tries again."""


Mend = Callable[[Any, list[Any]], Any]
"""From a task and its results to the task that has to be done in its place; None: all is well.
Asked in the order of the tasks."""


def accept(_task: Any, _results: list[Any]) -> None:
    """A `Mend` that finds nothing to do again."""


class Stream(Generic[Task]):
    """Numbers tasks as they leave and puts their results into the same order."""

    def __init__(self, tasks: Iterator[Task], most: int, mend: Mend = accept) -> None:
        """`most` tasks are under way at a time, those included whose results wait."""
        self._source = enumerate(tasks)
        self._most = most
        self._mend = mend
        self._is_drained = False
        self._under_way: dict[int, Task] = {}
        self._again: list[int] = []
        self._fallen: set[tuple[int, int]] = set()
        self._lost: dict[int, dict[int, str]] = {}
        self._results: dict[int, list[Any]] = {}
        self._next = 0

    def is_open(self) -> bool:
        """Whether results are still to come."""
        return bool(self._under_way) or not self._is_drained

    def take_job(self) -> Job[Task] | None:
        """A task to be done; None where enough are under way."""
        if self._again:
            return self._describe(self._again.pop())
        if self._is_drained or len(self._under_way) >= self._most:
            return None
        job = next(self._source, None)
        if job is None:
            self._is_drained = True
            return None
        self._under_way[job[0]] = job[1]
        return self._describe(job[0])

    def return_jobs(self, numbers: Iterable[int]) -> None:
        """Tasks that are still to be done; the first is taken first."""
        self._again = sorted({*self._again, *numbers}, reverse=True)

    def put(self, number: int, results: list[Any]) -> None:
        """The results of a task."""
        self._results[number] = results

    def lose(self, number: int, position: int, reason: str, *, for_good: bool) -> None:
        """A task ended its worker where it made this result; it is done again.

        Unless `for_good`, the result has a second try: a process can also be ended by somebody
        else, and what comes out must not depend on that.
        """
        lost = self._lost.setdefault(number, {})
        if position in lost:  # it is not the work on it that is deadly, but already to look at it
            self.put(number, [Lost(reason)])
            return
        if for_good or (number, position) in self._fallen:
            lost[position] = reason
        self._fallen.add((number, position))
        self.return_jobs([number])

    def pop_results(self) -> Iterator[tuple[Task, list[Any]]]:
        """The results whose turn has come, each with its task."""
        while self._next in self._results:
            number, results = self._next, self._results.pop(self._next)
            instead = self._mend(self._under_way[number], results)
            if instead is not None:
                self._under_way[number] = instead
                self._lost.pop(number, None)
                self.return_jobs([number])
                return
            self._next += 1
            self._lost.pop(number, None)
            yield self._under_way.pop(number), results

    def _describe(self, number: int) -> Job[Task]:
        return Job(number, self._under_way[number], self._lost.get(number, {}))
