"""Signals of a crawl whose receivers are called one after the other, each to its end.

Scrapy 2.19.0 starts a task for each receiver of each article, also of what has nothing to wait for.
It takes longer than all that the receivers do.
"""

from __future__ import annotations

import logging
from inspect import isawaitable
from typing import Any

from scrapy.signalmanager import SignalManager
from twisted.python.failure import Failure

_LOG = logging.getLogger(__name__)


class DirectSignals(SignalManager):
    """What a `SignalManager` of the same sender sends, to the same receivers, in their order."""

    async def send_catch_log_async(self, signal: Any, **kwargs: Any) -> list[tuple[Any, Any]]:
        """Send `signal`; an error of a receiver is logged and stands for its result."""
        return [
            (receiver, None if result is None else await _settle(receiver, result))
            for receiver, result in self.send_catch_log(signal, **kwargs)
        ]


async def _settle(receiver: Any, result: Any) -> Any:
    if isinstance(result, Failure):
        return result.value
    if not isawaitable(result):
        return result
    try:
        return await result
    except Exception as error:
        _LOG.exception("Error caught on signal handler: %s", receiver)
        return error
