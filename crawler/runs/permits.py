"""Which site a run may crawl next: any of its own, unless other machines crawl them too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class NoPermit(RuntimeError):
    """Nobody can say whose turn it is; the message says why."""


@dataclass(frozen=True, slots=True)
class Permit:
    """What a run that wants to crawl some sites may do."""

    site: str | None
    """This one is its own from now on; None while all of them are under way elsewhere."""
    elsewhere: tuple[str, ...] = ()
    """These were crawled elsewhere in the meantime."""
    words: tuple[str, ...] = ()
    """More words for `scrapy crawl`."""


class Permits(Protocol):
    """Whoever says whose turn it is."""

    pause: float
    """Seconds after which to ask again while all sites are under way elsewhere."""

    async def ask(self, sites: Sequence[str]) -> Permit:
        """One of `sites`, in their order; each is given once.

        Raises:
            NoPermit: nobody can say.
        """

    async def give_back(self, site: str) -> None:
        """The crawl of `site` is no more, however it ended."""


class AllOurs:
    """One machine: every site is its own."""

    pause = 0.0

    async def ask(self, sites: Sequence[str]) -> Permit:
        """The first."""
        return Permit(sites[0])

    async def give_back(self, site: str) -> None:
        """Nobody waits for it."""
