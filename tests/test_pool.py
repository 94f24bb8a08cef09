from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from crawler.pool.pool import AHEAD, Pool, PoolError, describe_end
from crawler.pool.stream import Lost
from crawler.pool.worker import Limits
from tests.pool_tasks import Desk, NoDesk

LIMITS = Limits(seconds=20, patience=60, memory=0)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    with Pool(Desk, workers=workers, limits=LIMITS) as pool:
        assert list(pool.map(Desk.double, range(200))) == [(n, 2 * n) for n in range(200)]
        assert list(pool.map(Desk.double, [])) == []
        assert list(pool.map(Desk.double, [7])) == [(7, 14)]


def test_no_more_tasks_are_taken_than_are_under_way() -> None:
    taken = 0

    def count() -> Iterator[int]:
        nonlocal taken
        while taken < 1000:
            taken += 1
            yield taken

    with Pool(Desk, workers=1, limits=LIMITS) as pool:
        results = pool.map(Desk.double, count())
        for seen, _ in enumerate(results):
            assert taken <= seen + 1 + AHEAD


DEADLY = {
    "exit": "its worker ended with exit code 3",
    "segfault": "its worker ended by SIGSEGV",
    "hang": "it took too long",
    "sleep": "it took too long",
    "memory": "its worker ended with exit code 1",
    "raise": "its worker ended with exit code 1",
}


@pytest.mark.parametrize("how", DEADLY)
def test_a_task_that_ends_its_worker_costs_that_task_only(how: str) -> None:
    tasks = [(number, how if number == 5 else "well") for number in range(12)]
    with Pool(Desk, workers=2, limits=Limits(seconds=0.5, patience=3, memory=4 << 30)) as pool:
        results = [result for _, result in pool.map(Desk.die, tasks)]
    assert results == [Lost(DEADLY[how]) if n == 5 else n for n in range(12)]


def test_a_worker_that_somebody_else_ended_costs_nothing(tmp_path: Path) -> None:
    with Pool(Desk, workers=2, limits=LIMITS) as pool:
        found = [result for _, result in pool.map(Desk.die_once, [f"{tmp_path}/mark"] * 3)]
    assert found == ["done"] * 3


def test_long_tasks_and_long_results_do_not_wait_for_one_another() -> None:
    blocks = [bytes([number]) * 3_000_000 for number in range(8)]
    with Pool(Desk, workers=1, limits=LIMITS) as pool:
        assert [result for _, result in pool.map(Desk.receive, blocks)] == blocks


def test_a_desk_that_cannot_be_made_is_said_and_not_tried_for_ever() -> None:
    with (
        Pool(NoDesk, workers=2, limits=LIMITS) as pool,
        pytest.raises(PoolError, match="could not start"),
    ):
        list(pool.map(Desk.double, range(3)))


def test_a_pool_that_is_closed_lets_nobody_wait() -> None:
    with Pool(Desk, workers=2, limits=LIMITS) as pool:
        closer = Thread(target=lambda: (time.sleep(0.5), pool.close()))
        closer.start()
        with pytest.raises(PoolError, match="closed"):
            list(pool.map(Desk.die, [(1, "hang")] * 4))
        closer.join()


@pytest.mark.parametrize(
    ("code", "words"), [(-9, "by SIGKILL"), (3, "with exit code 3"), (0, "with exit code 0")]
)
def test_an_exit_code_is_said_in_words(code: int, words: str) -> None:
    assert describe_end(code) == words


def test_no_process_is_left_behind() -> None:
    with Pool(Desk, workers=2, limits=LIMITS) as pool:
        list(pool.map(Desk.double, range(3)))
        numbers = [worker._process.pid for worker in pool._workers]
    for number in numbers:
        assert number is not None
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
