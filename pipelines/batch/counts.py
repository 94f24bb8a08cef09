"""What the tasks of all passes have counted, as the stats of a replay."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import orjson

_OWN = ("saved/", "read/", "repeated/", "store/", "feed/", "item_scraped_count")


def read_counts(folder: Path) -> dict[str, int]:
    """The counts in the files that datatrove leaves of each task, by the names of a replay."""
    counts: Counter[str] = Counter()
    for file in sorted(folder.glob("*/stats/*.json")):
        for step in orjson.loads(file.read_bytes()):
            for name, found in step["stats"].items():
                if name.startswith(_OWN):
                    counts[name] += int(found["total"] if isinstance(found, dict) else found)
    return dict(counts)
