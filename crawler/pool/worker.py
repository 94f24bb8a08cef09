"""One process of the pool: takes tasks from a pipe, one at a time, and sends back what comes out.

A task gives results one after the other, each with its last second, also where C code hangs and
where nobody listens any more. One that keeps the processor busy is ended by the system's own timer,
so that a busy machine ends no other; one that sleeps is ended by a thread of `faulthandler`, which
needs no lock of Python's. How far a worker is stands in memory that outlives it.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.forkserver import ensure_running
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, NamedTuple, TextIO

from crawler.pool.stream import Job

_CONTEXT = get_context("forkserver")
_YOUNG = 20_000
"""Objects after which Python looks for garbage: a page makes thousands, which go without it."""
_SPARED = 1.0
"""Seconds within which the alarm for what sleeps is not set anew: it costs a thread each time."""


def preload(modules: Sequence[str]) -> None:
    """Load the modules that workers need, once for all of them, in a process that is begun now."""
    _CONTEXT.set_forkserver_preload(list(modules))
    ensure_running()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one result of a task may take before its process ends."""

    seconds: float
    """Of the processor's time."""
    patience: float
    """Seconds on the wall."""
    memory: int
    """Bytes of address space of a worker; 0 for no limit."""


class Mark(NamedTuple):
    """How far a worker is."""

    number: int
    """Of the task."""
    position: int
    """Of the result in its task."""
    since: float
    """When work on it began, by the monotonic clock."""


class Worker:
    """A worker as the pool sees it: tasks go in, their results come out in their order."""

    def __init__(self, make_desk: Callable[[], Any], limits: Limits) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.numbers: deque[int] = deque()
        """Tasks under way; the first is being worked on."""
        self.is_ready = False
        self._since = monotonic()
        self._mark = _CONTEXT.RawArray("d", Mark(-1, 0, 0.0))
        arguments = (theirs, make_desk, limits, self._mark)
        self._process = _CONTEXT.Process(target=work, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        self._letters: SimpleQueue[Any] = SimpleQueue()
        # A thread, because the worker may be busy sending when the pool wants to send: with long
        # pages both would wait for each other.
        Thread(target=_send_all, args=(self.pipe, self._letters), daemon=True).start()

    def give(self, job: Job[Any], step: Callable[..., Any]) -> None:
        """Send a task; it is worked on when those before it are done."""
        if not self.numbers:
            self._since = monotonic()
        self.numbers.append(job.number)
        self._letters.put((step, job))

    def take(self) -> tuple[int, list[Any]] | None:
        """The next results with the number of their task; None where the worker says it is ready.

        Raises:
            EOFError: the worker has ended.
        """
        try:
            results = self.pipe.recv()
        except OSError as error:
            raise EOFError from error
        self._since = monotonic()
        if self.is_ready:
            return self.numbers.popleft(), results
        self.is_ready = True
        return None

    def read_mark(self) -> Mark:
        """Where the worker is in the first task under way, which it may not have begun."""
        number, position, since = self._mark
        first = self.numbers[0]
        return Mark(first, int(position), since) if number == first else Mark(first, 0, self._since)

    def stop(self, *, patience: float) -> int | None:
        """End the process unless it ends by itself within `patience` seconds; its exit code."""
        self._process.join(patience)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._letters.put(None)
        return self._process.exitcode


def work(pipe: Connection, make_desk: Callable[[], Any], limits: Limits, mark: Any) -> None:
    """Work until the pool hangs up; the interrupt of a person is the pool's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    if limits.memory:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    spare_garbage()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        watch = Watch(limits, mark, nowhere)
        desk = make_desk()
        pipe.send(None)
        while letter := _receive(pipe):
            step, job = letter
            if not _send(pipe, watch.collect(job.number, step(desk, job.task, job.lost))):
                return


class Watch:
    """Gives every result of a task its time, and marks how far the work is."""

    def __init__(self, limits: Limits, mark: Any, nowhere: TextIO) -> None:
        self._limits = limits
        self._mark = mark
        self._nowhere = nowhere
        self._armed = 0.0

    def collect(self, number: int, results: Iterator[Any]) -> list[Any]:
        """All results of the task with this number; the process ends where one takes too long."""
        found: list[Any] = []
        self._armed = 0.0
        try:
            while True:
                self._begin(number, len(found))
                found.append(next(results))
        except StopIteration:
            return found
        finally:
            faulthandler.cancel_dump_traceback_later()
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def _begin(self, number: int, position: int) -> None:
        now = monotonic()
        self._mark[:] = Mark(number, position, now)
        signal.setitimer(signal.ITIMER_VIRTUAL, self._limits.seconds)
        if now - self._armed >= _SPARED:
            patience = self._limits.patience + _SPARED
            faulthandler.dump_traceback_later(patience, exit=True, file=self._nowhere)
            self._armed = now


def spare_garbage() -> None:
    """Look for garbage less often, and never among what was loaded before the work began.

    What a page leaves behind is mostly freed as it is let go of. At Python's own pace a twelfth of
    the processor's time goes into walks through catalogues and patterns.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG)


def _receive(pipe: Connection) -> Any:
    try:
        return pipe.recv()
    except (EOFError, OSError):
        return None


def _send(pipe: Connection, letter: Any) -> bool:
    try:
        pipe.send(letter)
    except OSError:
        return False
    return True


def _send_all(pipe: Connection, letters: SimpleQueue[Any]) -> None:
    while (letter := letters.get()) is not None and _send(pipe, letter):
        pass
