"""How far a replay has come in its input."""

from __future__ import annotations

from pathlib import Path

from crawler.archive.portions import Handful, Portion
from crawler.archive.sources import Source
from crawler.archive.trouble import Trouble


class Meter:
    """How many bytes of the input lie behind the portion that was last passed."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._before = 0
        self._reached = 0

    def pass_portion(self, portion: Portion) -> int:
        """Bytes before the last of `portion`; of a saved page those of its file count at once."""
        if isinstance(portion, Handful):
            for source in portion.sources:
                self._pass(source.path, _find_offset(source))
        else:
            self._pass(portion.path, portion.end)
        return self._before + self._reached

    def _pass(self, path: Path, reached: int) -> None:
        if path != self._path:
            self._before += self._reached
            self._path = path
        self._reached = reached


def _find_offset(source: Source | Trouble) -> int:
    if isinstance(source, Trouble):
        return 0
    return source.record.offset if source.record else source.path.stat().st_size
