"""A limit on the time that one page may take, whatever is in it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class ReadTimeout(BaseException):
    """Reading a page took too long.

    Not an `Exception`, so that no library swallows it on its way out.
    """


@contextmanager
def limit_seconds(seconds: float) -> Iterator[None]:
    """Raise `ReadTimeout` if the block takes more than `seconds` of the processor's time.

    Not of the time on the wall: what a page gives must not depend on what else the machine does.
    Works by `SIGPROF`, so only in the main thread of a process on a POSIX system; elsewhere the
    limits on size and depth of a page are what keeps it short.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGPROF"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise ReadTimeout(f"reading took more than {seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
