"""The real pages that lie beside the checkout; tests that need them skip where they are not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2] / "shared"


def find_shared(*parts: str) -> Path:
    """The path in `../shared`; skips the test where there is none."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"no real pages here: ../shared/{'/'.join(parts)} is missing")
    return path


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
