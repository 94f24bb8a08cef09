"""What is kept of one text so that copies of it can be recognised."""

from __future__ import annotations

from dataclasses import dataclass

FORMAT = 1
"""Number of the sketch's format: first byte of every blob; an index of another is rebuilt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """One text, ready to be looked up and compared; all integers fit their SQL columns."""

    key: str
    """Address key: one per article over all forms of its address."""
    url: str
    day: int
    """Day of publication (else of the visit), as days since 1970-01-01."""
    exact: int
    """Hash of the whole normalised text, 64 bits signed."""
    title: int
    """Hash of the normalised title, 64 bits signed."""
    fingerprints: tuple[int, ...]
    """Distinct winnowed fingerprints, 32 bits signed, ascending."""
    blob: bytes
    """The words of title and text as packed codes, for the exact comparison."""
