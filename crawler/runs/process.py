"""One `scrapy crawl` in a process of its own, forked from one that has loaded everything already.

Loading takes a hundred times as long as asking a site that has no news.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

from scrapy.cmdline import execute

_CONTEXT = get_context("forkserver")
_GRACE = 30
"""Seconds between asking a crawl to stop and killing it."""
_NICE = 5


class Inherited:
    """An open file that the process keeps open too, by its number here."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __reduce__(self) -> tuple[Any, ...]:
        """Only on its way to a process."""
        return _keep, (DupFd(self._number),)


class CrawlProcess:
    """Runs as soon as it is made."""

    def __init__(self, words: Sequence[str], log: Path, inherited: Sequence[int]) -> None:
        """Start `scrapy WORDS`.

        Args:
            words: of the command.
            log: where its output and errors go.
            inherited: file descriptors that it keeps open.
        """
        _CONTEXT.set_forkserver_preload(["crawler.runs.warm"])
        arguments = (list(words), log, [Inherited(number) for number in inherited])
        self._process = _CONTEXT.Process(target=run_scrapy, args=arguments)
        self._process.start()

    async def wait(self) -> int:
        """Wait for the end: the exit code, or the number of the signal that ended it, negative."""
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        return self._process.exitcode or 0

    async def stop(self) -> int:
        """Ask it to stop, make it stop if it does not; what `wait` returns."""
        self._process.terminate()
        try:
            return await asyncio.wait_for(self.wait(), _GRACE)
        except TimeoutError:
            self._process.kill()
            return await self.wait()


def run_scrapy(words: Sequence[str], log: Path, inherited: Sequence[int]) -> None:
    """Run `scrapy WORDS` in this process; `inherited` is held until it ends.

    Raises:
        SystemExit: always, with the exit code of the command.
    """
    os.nice(_NICE)
    _redirect(os.devnull, os.O_RDONLY, 0)
    _redirect(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 1)
    os.dup2(1, 2)
    sys.argv = ["scrapy", *words]
    execute(sys.argv)


def _redirect(path: str | Path, flags: int, number: int) -> None:
    opened = os.open(path, flags, 0o644)
    os.dup2(opened, number)
    os.close(opened)


def _keep(handed: Any) -> int:
    number: int = handed.detach()
    return number
