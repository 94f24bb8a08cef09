"""How long to go on trying while a database is locked or away."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from pipelines.store.errors import StoreBusy, StoreRefused
from pipelines.store.trouble import read_trouble

logger = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Retry with doubling pauses, until `seconds` have passed."""

    seconds: float = 90.0
    """From the first failure on: a server that restarts is back within a minute."""
    first: float = 0.05
    longest: float = 5.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def pauses(self) -> Iterator[float]:
        """0.05, 0.1, 0.2 ... seconds, none longer than `longest`."""
        return (min(self.first * 2.0 ** min(n, 30), self.longest) for n in count())

    def persist(self, action: Callable[[], T], place: str) -> T:
        """What `action` returns, tried again while `place` is busy.

        Raises:
            StoreBusy: It was still busy when patience ran out.
            StoreRefused: The values cannot be stored.
            StoreError: Anything else that went wrong; trying again would not help.
        """
        started = self.clock()
        for pause in self.pauses():
            try:
                return action()
            except (UnicodeEncodeError, OverflowError) as error:
                raise StoreRefused(f"{place} refuses a value ({error})") from error
            except DBAPIError as error:
                trouble = read_trouble(error, place)
                waited = self.clock() - started
                if not isinstance(trouble, StoreBusy) or waited >= self.seconds:
                    raise trouble from error
                rest = min(pause, self.seconds - waited)
                logger.warning("%s; trying again in %.2g s", trouble, rest)
                self.sleep(rest)
        raise AssertionError("pauses never end")
