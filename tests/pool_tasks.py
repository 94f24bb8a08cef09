"""Steps that the tests of the pool give to its workers, good ones and deadly ones."""

from __future__ import annotations

import os
import re
import signal
import time

from crawler.items import Article, Meeting
from pipelines.meetings.find import find_meetings


class Desk:
    """What a worker of these tests has: a number of its own."""

    def __init__(self) -> None:
        self.done = 0

    def double(self, number: int) -> int:
        self.done += 1
        return 2 * number

    def die(self, deadly: tuple[int, str]) -> int:
        number, how = deadly
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

    def receive(self, block: bytes) -> bytes:
        return block

    def die_once(self, mark: str) -> str:
        """Ends the worker that comes first."""
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return "done"
        os._exit(1)


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
