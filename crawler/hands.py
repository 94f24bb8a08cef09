"""Who does the work of a desk: this process, or a pool of others that a deadly page cannot hurt."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial

from scrapy.settings import BaseSettings

from crawler.desk import Desk, Tools, name_modules, read_tools
from crawler.pool.alone import Alone
from crawler.pool.pool import Pool
from crawler.pool.worker import Limits, preload, spare_garbage

TINY = 256 * 1024
"""Bytes of input that this process reads itself, as quickly as another one would start."""
SMALL = 8 * 1024 * 1024
"""Bytes of input that one other process reads as quickly as several would start."""
_SLACK = 2
"""A worker is ended after so many times the seconds after which a page gives up by itself ..."""
_PATIENCE = 24
"""... and after so many times as much on the wall: the machine may be busy."""

Hands = Pool | Alone


@dataclass(frozen=True, slots=True)
class Terms:
    """What desks work with, and what one page may take."""

    tools: Tools
    seconds: float
    """Of the processor's time."""
    memory: int
    """Bytes of a worker; 0 for no limit."""


def read_terms(settings: BaseSettings) -> Terms:
    """The terms that `settings` state."""
    memory = settings.getint("WORKER_MEMORY_MB") << 20
    return Terms(read_tools(settings), settings.getfloat("READ_SECONDS"), memory)


def choose_workers(settings: BaseSettings, total: int) -> int:
    """How many processes are worth their start for `total` bytes; 0: do it in this one."""
    if settings["WORKERS"] is not None:
        return settings.getint("WORKERS")
    if total < TINY:
        return 0
    return 1 if total < SMALL else len(os.sched_getaffinity(0))


def prepare_hands(terms: Terms, workers: int) -> None:
    """Load already what so many processes will need, while this one is busy with other things."""
    if workers:
        preload(name_modules(terms.tools))


def open_hands(terms: Terms, workers: int) -> Hands:
    """So many processes, or this one where `workers` is 0."""
    spare_garbage()
    if not workers:
        return Alone(Desk(terms.tools, terms.seconds))
    prepare_hands(terms, workers)
    limits = Limits(
        seconds=_SLACK * terms.seconds, patience=_PATIENCE * terms.seconds, memory=terms.memory
    )
    return Pool(partial(_open_desk, terms), workers=workers, limits=limits)


def _open_desk(terms: Terms) -> Desk:
    """One that has worked: what it writes to is a worker's own before its first page."""
    desk = Desk(terms.tools, terms.seconds)
    desk.warm_up()
    return desk
