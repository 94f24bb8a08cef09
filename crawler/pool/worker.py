"""One process of the pool: takes tasks from a pipe, one at a time, and sends back what comes out.

Every task has its last second, also where C code hangs and where nobody listens any more. One
that keeps the processor busy is ended by the system's own timer, so that a busy machine ends no
other; one that sleeps is ended by a thread of `faulthandler`, which needs no lock of Python's.
"""

from __future__ import annotations

import faulthandler
import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any

_CONTEXT = get_context("forkserver")


def preload(modules: Sequence[str]) -> None:
    """Name the modules that workers need: the first of them loads these for all that follow."""
    _CONTEXT.set_forkserver_preload(list(modules))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a task may take before its process ends."""

    seconds: float
    """Of the processor's time."""
    patience: float
    """Seconds on the wall."""
    memory: int
    """Bytes of address space of a worker; 0 for no limit."""


class Worker:
    """A worker as the pool sees it: tasks go in, results come out in their order."""

    def __init__(self, make_desk: Callable[[], Any], limits: Limits) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.numbers: deque[int] = deque()
        """Tasks under way; the first is being worked on."""
        self.is_ready = False
        self.since = monotonic()
        """When the first task was begun."""
        arguments = (theirs, make_desk, limits)
        self._process = _CONTEXT.Process(target=work, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        self._letters: SimpleQueue[Any] = SimpleQueue()
        # A thread, because the worker may be busy sending when the pool wants to send: with long
        # pages both would wait for each other.
        Thread(target=_send_all, args=(self.pipe, self._letters), daemon=True).start()

    def give(self, number: int, task: Any, step: Callable[..., Any]) -> None:
        """Send a task; it is worked on when those before it are done."""
        if not self.numbers:
            self.since = monotonic()
        self.numbers.append(number)
        self._letters.put((step, task))

    def take(self) -> tuple[int, Any] | None:
        """The next result with the number of its task; None where the worker says it is ready.

        Raises:
            EOFError: the worker has ended.
        """
        try:
            result = self.pipe.recv()
        except OSError as error:
            raise EOFError from error
        self.since = monotonic()
        if self.is_ready:
            return self.numbers.popleft(), result
        self.is_ready = True
        return None

    def stop(self, *, patience: float) -> int | None:
        """End the process unless it ends by itself within `patience` seconds; its exit code."""
        self._process.join(patience)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._letters.put(None)
        return self._process.exitcode


def work(pipe: Connection, make_desk: Callable[[], Any], limits: Limits) -> None:
    """Work until the pool hangs up; the interrupt of a person is the pool's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    if limits.memory:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        desk = make_desk()
        pipe.send(None)
        while letter := _receive(pipe):
            step, task = letter
            signal.setitimer(signal.ITIMER_VIRTUAL, limits.seconds)
            faulthandler.dump_traceback_later(limits.patience, exit=True, file=nowhere)
            result = step(desk, task)
            faulthandler.cancel_dump_traceback_later()
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            if not _send(pipe, result):
                return


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
