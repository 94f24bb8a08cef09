"""Texts whose lines are cut at the edge of a page: wires and scans, one paragraph a line."""

from __future__ import annotations

_LINES, _WIDTH = 8, 80
_SHARE = 0.55
_ENDS = frozenset(".!?:。！？…")
_CLOSING = "\"”’')"


def is_wrapped(text: str) -> bool:
    """True where most lines are short and stop in the middle of a sentence."""
    if text.count("\n") < _LINES - 1:
        return False
    lines = text.split("\n")
    lengths = sorted(map(len, lines))
    if lengths[len(lengths) // 2] > _WIDTH:
        return False
    cut = sum(not _is_end(line) for line in lines)
    return cut >= _SHARE * len(lines)


def runs_on(text: str, at: int) -> bool:
    """True where the line break at `at` of a wrapped text does not end a sentence."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return not _is_end(line) and not line.isupper()


def _is_end(line: str) -> bool:
    return line.rstrip(_CLOSING)[-1:] in _ENDS
