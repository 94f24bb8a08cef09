"""The work of a pool done in this very process: for inputs that are not worth other processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


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
        self, step: Callable[[Any, Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result]]:
        """`step(desk, task)` of every task, each with its task."""
        for task in tasks:
            yield task, step(self._desk, task)
