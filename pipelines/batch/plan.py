"""What a batch is to do: its input cut into shards, in the order in which a replay reads it.

A shard is a run of neighbouring files, so the lines of all shards, one after the other, are those
of the replay. Files are not cut: one large archive is one shard.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import orjson

from crawler.archive.choice import Choice
from crawler.archive.files import find_files
from crawler.archive.sources import is_source
from crawler.hands import Terms

FILE = "plan.json"
BUCKETS_MOST = 16


class OtherPlan(ValueError):
    """The folder holds the passes of another batch."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The same on every machine; it travels with each step."""

    folder: Path
    """What the passes leave for one another; all machines must see it under this name."""
    out: Path
    shards: tuple[tuple[Path, ...], ...]
    choice: Choice
    terms: Terms
    look_back: int
    """Days around an article within which near copies of it are looked for."""
    readers: int
    """Processes in which a task reads its pages; 0: its own, which a deadly page takes along."""

    @property
    def buckets(self) -> int:
        """Parts into which sites are shared out for the count of their lines."""
        return min(BUCKETS_MOST, len(self.shards))


def cut_shards(paths: Iterable[Path], number: int) -> tuple[tuple[Path, ...], ...]:
    """At most `number` runs of files, of about the same size in bytes; none is empty."""
    files = [path.absolute() for path in _list_files(paths)]
    sizes = [path.stat().st_size if path.exists() else 0 for path in files]
    share = sum(sizes) / number or 1
    shards: dict[int, list[Path]] = {}
    for file, size, behind in zip(files, sizes, accumulate(sizes), strict=True):
        middle = behind - size / 2
        shards.setdefault(min(int(middle / share), number - 1), []).append(file)
    return tuple(map(tuple, shards.values()))


def settle_plan(plan: Plan) -> None:
    """Note in the folder what its passes are made from.

    Raises:
        OtherPlan: it holds those of another input, choice or setting.
    """
    stated = orjson.dumps(_describe(plan), option=orjson.OPT_INDENT_2)
    note = plan.folder / FILE
    plan.folder.mkdir(parents=True, exist_ok=True)
    if not note.exists():
        note.write_bytes(stated)
    elif note.read_bytes() != stated:
        raise OtherPlan(f"{plan.folder} holds the passes of another batch; see its {FILE}")


def _describe(plan: Plan) -> dict[str, Any]:
    files = [(str(file), file.stat().st_size if file.exists() else None) for file in _all(plan)]
    digest = hashlib.blake2b(repr(files).encode(errors="surrogateescape"), digest_size=16)
    return {
        "files": len(files),
        "digest of names and sizes": digest.hexdigest(),
        "shards": [len(shard) for shard in plan.shards],
        "choice": plan.choice.describe(),
        "settings": asdict(plan.terms) | {"look_back": plan.look_back},
    }


def _all(plan: Plan) -> list[Path]:
    return [file for shard in plan.shards for file in shard]


def _list_files(paths: Iterable[Path]) -> Iterator[Path]:
    """As `find_sources` opens them: a path that cannot be read stays, so that it is said."""
    for path in paths:
        found = [file for file in find_files([path]) if is_source(file)] if path.is_dir() else []
        yield from found or [path]
