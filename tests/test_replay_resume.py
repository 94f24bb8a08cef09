"""A replay that was killed ends, run again, with the bytes of one that nobody disturbed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.programs import kill_when, run_scrapy, scrapy_command, start_program

INPUT = ("tests/pages", "tests/pages/akp", "tests/pages/vov")
"""Some pages twice: what is unchanged within one replay comes out once, also in the second try."""
SLOW = ("-s", "FIND_MEETINGS=tests.pool_tasks.find_slowly")


def replay(folder: Path, *options: str) -> tuple[str, ...]:
    into = ("-O", f"{folder}/out.jsonl", "--into", f"{folder}/store.sqlite")
    return ("replay", *INPUT, *into, *options)


def count_rows(store: Path, table: str) -> int:
    """Rows of a table that may not be there yet."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        try:
            return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("undisturbed")
    assert run_scrapy(*replay(folder)).code == 0
    assert count_rows(folder / "store.sqlite", "replayed") == 0
    return (folder / "out.jsonl").read_bytes()


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_killed_replay_ends_with_the_bytes_of_an_undisturbed_one(
    tmp_path: Path, undisturbed: bytes, workers: str
) -> None:
    store = tmp_path / "store.sqlite"
    with start_program(*scrapy_command(*replay(tmp_path, *SLOW, "--workers", workers))) as process:
        kill_when(process, lambda: count_rows(store, "replayed") >= 10)
    kept = count_rows(store, "articles")
    assert 10 <= kept < len(undisturbed.splitlines())
    assert not (tmp_path / "out.jsonl").exists()

    again = run_scrapy(*replay(tmp_path, "--workers", workers))
    assert again.code == 0, again.err
    assert (tmp_path / "out.jsonl").read_bytes() == undisturbed
    assert count_rows(store, "articles") == len(undisturbed.splitlines())
    assert count_rows(store, "replayed") == 0


def test_a_replay_that_came_to_its_end_finds_all_unchanged(tmp_path: Path) -> None:
    first, again = (
        run_scrapy(
            "replay",
            "tests/pages/akp",
            "-O",
            f"{tmp_path}/{name}.jsonl",
            "--into",
            f"{tmp_path}/store.sqlite",
        )
        for name in "ab"
    )
    assert first.code == 0
    assert "1 unchanged" in again.err
