"""Many processes that work on one stream of tasks; results come in the order of the tasks.

What is under way is bounded, so memory is flat however long the stream is. A task that ends its
process, by a crash, by its memory or by its time, is lost alone: another process takes over the
rest.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from threading import Lock
from time import monotonic
from typing import Any, Self, TypeVar

from crawler.pool.stream import Lost, Stream
from crawler.pool.worker import Limits, Worker

Task = TypeVar("Task")
Result = TypeVar("Result")

DEPTH = 3
"""Tasks that a worker has at hand, so that it need not wait for the next."""
AHEAD = 16
"""Tasks under way per worker: at hand, or done and waiting for an earlier one."""


class PoolError(RuntimeError):
    """The workers cannot work at all, or the pool was closed while somebody waited."""


class Pool:
    """Workers, each with a desk of its own that `make_desk` makes for it."""

    def __init__(self, make_desk: Callable[[], Any], *, workers: int, limits: Limits) -> None:
        """`make_desk` goes to other processes, so it must be a thing that can be pickled."""
        self._make_desk = make_desk
        self._limits = limits
        self._lock = Lock()
        self._is_closed = False
        self._workers: list[Worker] = []
        for _ in range(workers):
            self._hire()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers at once; whoever waits for a result gets a `PoolError`."""
        with self._lock:
            self._is_closed = True
            for worker in self._workers:
                worker.stop(patience=0)

    def map(
        self, step: Callable[[Any, Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result | Lost]]:
        """`step(desk, task)` of every task, each with its task, in their order.

        Raises:
            PoolError: a worker cannot start, or the pool was closed.
        """
        stream: Stream[Task, Result] = Stream(iter(tasks), AHEAD * len(self._workers))
        while stream.is_open():
            self._hand_out(step, stream)
            if stream.is_open():
                self._collect(stream)
            yield from stream.pop_results()

    def _hand_out(self, step: Callable[..., Any], stream: Stream[Any, Any]) -> None:
        """One task to each worker in turn, until all have enough at hand or there are no more."""
        for _ in range(DEPTH):
            for worker in self._workers:
                if len(worker.numbers) < DEPTH and (job := stream.take_job()):
                    worker.give(*job, step)

    def _collect(self, stream: Stream[Any, Any]) -> None:
        """Wait until a worker says something or has ended."""
        ready = wait([worker.pipe for worker in self._workers])
        for worker in [worker for worker in self._workers if worker.pipe in ready]:
            try:
                answer = worker.take()
            except EOFError:
                self._replace(worker, stream)
            else:
                if answer:
                    stream.put(*answer)

    def _replace(self, worker: Worker, stream: Stream[Any, Any]) -> None:
        took = monotonic() - worker.since
        code = worker.stop(patience=1)
        if not worker.is_ready and not self._is_closed:
            raise PoolError(f"a worker could not start: {describe_end(code)}")
        if worker.numbers:
            is_late = code == -signal.SIGVTALRM or took >= self._limits.patience
            reason = "it took too long" if is_late else f"its worker ended {describe_end(code)}"
            stream.lose(worker.numbers.popleft(), reason, for_good=is_late)
            stream.return_jobs(worker.numbers)
        self._workers.remove(worker)
        self._hire()

    def _hire(self) -> None:
        with self._lock:
            if self._is_closed:
                raise PoolError("the pool is closed")
            self._workers.append(Worker(self._make_desk, self._limits))


def describe_end(code: int | None) -> str:
    """An exit code of `multiprocessing` in words."""
    if code is not None and code < 0:
        return f"by {signal.Signals(-code).name}"
    return f"with exit code {code}"
