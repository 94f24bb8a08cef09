"""Steps that the tests of the pool give to its workers, good ones and deadly ones."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator, Mapping

from crawler.items import Article, Meeting
from crawler.pool.stream import Lost
from pipelines.meetings.find import find_meetings


class Desk:
    """What a worker of these tests has: nothing."""

    def double(self, numbers: list[int], lost: Mapping[int, str]) -> Iterator[int]:
        yield from (2 * number for number in numbers)

    def die(self, deadly: list[tuple[int, str]], lost: Mapping[int, str]) -> Iterator[int | Lost]:
        for position, (number, how) in enumerate(deadly):
            yield Lost(lost[position], str(number)) if position in lost else live(number, how)

    def die_at_sight(self, numbers: list[int], lost: Mapping[int, str]) -> Iterator[int]:
        """Looking for what is lost is as deadly as working on it."""
        for number in numbers:
            yield live(number, "exit" if number == 5 else "well")

    def receive(self, block: bytes, lost: Mapping[int, str]) -> Iterator[bytes]:
        yield block

    def die_once(self, mark: str, lost: Mapping[int, str]) -> Iterator[str]:
        """Ends the worker that comes first."""
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            yield "done"
        else:
            os._exit(1)


def live(number: int, how: str) -> int:
    match how:
        case "exit":
            os._exit(3)
        case "segfault":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "hang":
            re.match(r"(x+)+$", "x" * 64 + "y")
        case "sleep":
            time.sleep(600)
        case "memory":
            return len(bytes(1 << 40)) + number
        case "raise":
            raise RuntimeError("a bug")
    return number


class NoDesk:
    """A desk that cannot be made."""

    def __init__(self) -> None:
        os._exit(7)


def find_or_die(article: Article) -> list[Meeting]:
    """Finds meetings; the articles of two papers are its end, each in its way."""
    match article.site:
        case "akp":
            os._exit(3)
        case "tuoitre":
            re.match(r"(x+)+$", "x" * 64 + "y")
    return find_meetings(article)


def find_slowly(article: Article) -> list[Meeting]:
    time.sleep(0.2)
    return find_meetings(article)
