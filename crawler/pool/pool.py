"""Many processes that work on one stream of tasks; results come in the order of the tasks.

A task has many results, since it costs more to hand out a page than to carry it. What is under way
is bounded, so memory is flat however long the stream is. A result that ends its process, by a
crash, by its memory or by its time, is lost alone: another process takes over the rest.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from multiprocessing.connection import wait
from threading import Lock
from time import monotonic
from typing import Any, Self, TypeVar

from crawler.pool.stream import Mend, Stream, accept
from crawler.pool.worker import Limits, Worker

Task = TypeVar("Task")
Step = Callable[[Any, Any, Mapping[int, str]], Iterator[Any]]
"""From a desk and a task to its results, one after the other. At the positions in the mapping it
gives a `Lost` with the reason there, and does not do again what has ended a worker."""

DEPTH = 2
"""Tasks that a worker has at hand, so that it need not wait for the next."""
AHEAD = 4
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
        self, step: Step, tasks: Iterable[Task], mend: Mend = accept
    ) -> Iterator[tuple[Task, list[Any]]]:
        """The results of `step` for every task, each list with its task, in their order.

        `mend` may put another task in the place of one that is done, before its results are given.

        Raises:
            PoolError: a worker cannot start, or the pool was closed.
        """
        stream: Stream[Task] = Stream(iter(tasks), AHEAD * len(self._workers), mend)
        while stream.is_open():
            self._hand_out(step, stream)
            if stream.is_open():
                self._collect(stream)
            yield from stream.pop_results()

    def _hand_out(self, step: Step, stream: Stream[Any]) -> None:
        """One task to each worker in turn, until all have enough at hand or there are no more."""
        for _ in range(DEPTH):
            for worker in self._workers:
                if len(worker.numbers) < DEPTH and (job := stream.take_job()):
                    worker.give(job, step)

    def _collect(self, stream: Stream[Any]) -> None:
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

    def _replace(self, worker: Worker, stream: Stream[Any]) -> None:
        code = worker.stop(patience=1)
        if not worker.is_ready and not self._is_closed:
            raise PoolError(f"a worker could not start: {describe_end(code)}")
        if worker.numbers:
            number, position, since = worker.read_mark()
            is_late = code == -signal.SIGVTALRM or monotonic() - since >= self._limits.patience
            reason = "it took too long" if is_late else f"its worker ended {describe_end(code)}"
            stream.return_jobs(list(worker.numbers)[1:])
            stream.lose(number, position, reason, for_good=is_late)
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
