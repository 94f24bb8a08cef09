from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from crawler.pool.alone import Alone
from crawler.pool.pool import AHEAD, Pool, PoolError, describe_end
from crawler.pool.stream import Lost
from crawler.pool.worker import Limits
from tests.pool_tasks import Desk, NoDesk

LIMITS = Limits(seconds=20, patience=60, memory=0)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    with Pool(Desk, workers=workers, limits=LIMITS) as pool:
        tasks = [list(range(number, number + number % 4)) for number in range(200)]
        doubled = [(numbers, [2 * number for number in numbers]) for numbers in tasks]
        assert list(pool.map(Desk.double, tasks)) == doubled
        assert list(pool.map(Desk.double, [])) == []
        assert list(pool.map(Desk.double, [[7]])) == [([7], [14])]


def test_no_more_tasks_are_taken_than_are_under_way() -> None:
    taken = 0

    def count() -> Iterator[list[int]]:
        nonlocal taken
        while taken < 1000:
            taken += 1
            yield [taken]

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
@pytest.mark.parametrize("size", [1, 4])
def test_a_result_that_ends_its_worker_costs_that_result_only(how: str, size: int) -> None:
    every = [(number, how if number in (5, 6) else "well") for number in range(12)]
    tasks = [every[at : at + size] for at in range(0, 12, size)]
    with Pool(Desk, workers=2, limits=Limits(seconds=0.5, patience=1, memory=4 << 30)) as pool:
        results = [result for _, results in pool.map(Desk.die, tasks) for result in results]
    assert results == [Lost(DEADLY[how], str(n)) if n in (5, 6) else n for n in range(12)]


def test_a_task_that_is_deadly_to_look_at_is_lost_as_a_whole() -> None:
    tasks = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    with Pool(Desk, workers=2, limits=LIMITS) as pool:
        found = [results for _, results in pool.map(Desk.die_at_sight, tasks)]
    assert found == [[1, 2, 3], [Lost("its worker ended with exit code 3")], [7, 8, 9]]


def test_a_worker_that_somebody_else_ended_costs_nothing(tmp_path: Path) -> None:
    with Pool(Desk, workers=2, limits=LIMITS) as pool:
        found = [result for _, result in pool.map(Desk.die_once, [f"{tmp_path}/mark"] * 3)]
    assert found == [["done"]] * 3


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_a_task_can_be_replaced_once_those_before_it_are_known(workers: int) -> None:
    total = 0

    def mend(task: list[int], results: list[int]) -> list[int] | None:
        """Every task shall begin with the sum of all results before it."""
        nonlocal total
        if task[0] != total:
            return [total, *task[1:]]
        total += sum(results)
        return None

    tasks = [[0, 1], [0, 1], [6, 0], [0, 0], [0, 5]]
    with Pool(Desk, workers=workers, limits=LIMITS) if workers else Alone(Desk()) as hands:
        done = list(hands.map(Desk.double, tasks, mend))
    assert [task for task, _ in done] == [[0, 1], [2, 1], [8, 0], [24, 0], [72, 5]]
    assert [results for _, results in done] == [[2 * n for n in task] for task, _ in done]


def test_long_tasks_and_long_results_do_not_wait_for_one_another() -> None:
    blocks = [bytes([number]) * 3_000_000 for number in range(8)]
    with Pool(Desk, workers=1, limits=LIMITS) as pool:
        assert [results for _, results in pool.map(Desk.receive, blocks)] == [[b] for b in blocks]


def test_a_desk_that_cannot_be_made_is_said_and_not_tried_for_ever() -> None:
    with (
        Pool(NoDesk, workers=2, limits=LIMITS) as pool,
        pytest.raises(PoolError, match="could not start"),
    ):
        list(pool.map(Desk.double, [[0], [1], [2]]))


def test_a_pool_that_is_closed_lets_nobody_wait() -> None:
    with Pool(Desk, workers=2, limits=LIMITS) as pool:
        closer = Thread(target=lambda: (time.sleep(0.5), pool.close()))
        closer.start()
        with pytest.raises(PoolError, match="closed"):
            list(pool.map(Desk.die, [[(1, "hang")]] * 4))
        closer.join()


@pytest.mark.parametrize(
    ("code", "words"), [(-9, "by SIGKILL"), (3, "with exit code 3"), (0, "with exit code 0")]
)
def test_an_exit_code_is_said_in_words(code: int, words: str) -> None:
    assert describe_end(code) == words


def test_no_process_is_left_behind() -> None:
    with Pool(Desk, workers=2, limits=LIMITS) as pool:
        list(pool.map(Desk.double, [[0], [1], [2]]))
        numbers = [worker._process.pid for worker in pool._workers]
    for number in numbers:
        assert number is not None
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
