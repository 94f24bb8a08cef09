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
    """Raise `ReadTimeout` if the block takes longer than `seconds` of wall time.

    Works by `SIGALRM`, so only in the main thread of a process on a POSIX system; elsewhere the
    limits on size and depth of a page are what keeps it short.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise ReadTimeout(f"reading took more than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
