"""How far a replay has come in its input."""

from __future__ import annotations

from pathlib import Path

from crawler.archive.sources import Source
from crawler.archive.trouble import Trouble


class Meter:
    """How many bytes of the input lie behind the source that was last passed."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._before = 0
        self._reached = 0

    def pass_source(self, source: Source | Trouble) -> int:
        """Bytes before `source`; exact for archives, for saved pages once they are passed."""
        if source.path != self._path:
            self._before += self._reached
            self._path = source.path
            self._reached = 0
        if isinstance(source, Source):
            record = source.record
            self._reached = record.offset if record else source.path.stat().st_size
        return self._before + self._reached
