"""The work of a pool done in this very process: for inputs that are not worth other processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Self, TypeVar

from crawler.pool.pool import Step
from crawler.pool.stream import Mend, accept

Task = TypeVar("Task")


class Alone:
    """Stands in for a pool; a task that never ends or ends the process is not survived."""

    def __init__(self, desk: Any) -> None:
        self._desk = desk

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is open."""

    def map(
        self, step: Step, tasks: Iterable[Task], mend: Mend = accept
    ) -> Iterator[tuple[Task, list[Any]]]:
        """The results of `step(desk, task, {})` for every task, each list with its task."""
        for task in tasks:
            results = list(step(self._desk, task, {}))
            while (instead := mend(task, results)) is not None:
                task, results = instead, list(step(self._desk, instead, {}))
            yield task, results
