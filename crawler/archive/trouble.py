"""What can be wrong with a saved file, said in one line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something on disk that could not be read; what comes after it is read all the same."""

    path: Path
    offset: int
    """Byte offset of the record inside its file; 0 for a saved page."""
    reason: str

    def __str__(self) -> str:
        place = f"{self.path} at byte {self.offset:,}" if self.offset else str(self.path)
        return f"{place}: {self.reason}"


class Damaged(ValueError):
    """Bytes that are not what they should be; the message says how."""
