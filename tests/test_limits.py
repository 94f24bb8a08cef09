from __future__ import annotations

import signal
import threading
import time
from contextlib import suppress

import pytest

from crawler.limits import ReadTimeout, limit_seconds


def spin(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_work_beyond_the_limit_is_stopped() -> None:
    with pytest.raises(ReadTimeout, match=r"more than 0\.05 seconds"), limit_seconds(0.05):
        spin(10)


def spin_and_swallow(seconds: float) -> None:
    with suppress(Exception):
        spin(seconds)


def test_a_library_that_swallows_exceptions_does_not_swallow_the_limit() -> None:
    with pytest.raises(ReadTimeout), limit_seconds(0.05):
        spin_and_swallow(10)


def test_work_within_the_limit_is_left_alone_and_nothing_rings_later() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with limit_seconds(5):
        spin(0.01)
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_an_error_in_the_work_passes_and_the_clock_stops() -> None:
    with pytest.raises(KeyError), limit_seconds(5):
        raise KeyError
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_in_another_thread_the_work_runs_without_a_clock() -> None:
    done: list[float] = []

    def work() -> None:
        with limit_seconds(0.001):
            spin(0.05)
            done.append(signal.getitimer(signal.ITIMER_PROF)[0])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [0.0]
