"""What is sent directly reaches whom Scrapy's own signals reach, and what they raise is told."""

from __future__ import annotations

import asyncio

import pytest
from scrapy.signalmanager import SignalManager

from crawler.signals import DirectSignals

told = object()


class Receivers:
    def __init__(self) -> None:
        self.heard: list[str] = []

    def hear(self, item: str) -> str:
        self.heard.append(item)
        return item

    async def hear_later(self, item: str) -> str:
        await asyncio.sleep(0)
        self.heard.append(f"{item}, later")
        return f"{item}, later"

    def fail(self) -> None:
        raise ValueError("at once")

    async def fail_later(self) -> None:
        await asyncio.sleep(0)
        raise ValueError("later")


def test_receivers_get_and_give_what_they_do_with_scrapys_own_signals(
    caplog: pytest.LogCaptureFixture,
) -> None:
    sender, receivers = object(), Receivers()
    theirs, ours = SignalManager(sender), DirectSignals(sender)
    for receiver in (receivers.hear, receivers.hear_later, receivers.fail, receivers.fail_later):
        theirs.connect(receiver, told)
    answers = asyncio.run(ours.send_catch_log_async(told, item="news", spider=None))
    expected = ["news", "news, later", "at once", "later"]
    assert [str(answer) for _, answer in answers] == expected
    assert answers[0][0] == receivers.hear
    assert receivers.heard == ["news", "news, later"]
    assert caplog.text.count("Error caught on signal handler") == 2
