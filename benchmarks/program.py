"""`scrapy replay` as a program: how long it took, what came out, what its processes held."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generated import ROOT

SAMPLED = 0.5
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Run:
    """One replay."""

    seconds: float
    processor: float
    """Seconds of the processor, all its processes."""
    own: float
    """Seconds of the processor, the first process alone."""
    digest: str
    memory: list[int]
    """Bytes of all its processes, as sampled; empty where nobody asked."""


def replay(
    archive: Path, out: Path, *options: str, core: int | None = None, with_memory: bool = False
) -> Run:
    """Replay `archive` to its end and digest the lines.

    Args:
        archive: a WARC file, or a folder of them.
        out: the lines.
        options: of the command.
        core: all its processes have this one, of those that we may use.
        with_memory: look at it all the time, which takes some per cent of a core.
    """
    start, memory, spent = time.monotonic(), [], {}
    with start_replay(archive, out, *options, core=core) as process:
        while process.poll() is None:
            if with_memory:
                memory.append(read_memory(process.pid))
            spent |= read_times(process.pid)
            with suppress(subprocess.TimeoutExpired):
                process.wait(SAMPLED)
    took = time.monotonic() - start
    assert process.returncode == 0
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    return Run(took, sum(spent.values()), spent[process.pid], digest, memory)


def start_replay(
    archive: Path, out: Path, *options: str, core: int | None = None
) -> subprocess.Popen[bytes]:
    """The program, under way."""
    command = [sys.executable, "-m", "scrapy", "replay", str(archive), "-O", str(out), *options]
    if core is not None:
        command = ["taskset", "-c", str(sorted(os.sched_getaffinity(0))[core]), *command]
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})


def read_memory(process: int) -> int:
    """Bytes that a process and all below it hold, shared ones divided among their holders."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.M)
    below = sum(map(read_memory, find_below(process)))
    return below + (int(found[1]) * 1024 if found else 0)


def read_times(process: int) -> dict[int, float]:
    """Seconds of the processor that a process and all below it have taken, by their numbers."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return {}
    own = {process: (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")}
    for child in find_below(process):
        own |= read_times(child)
    return own


def find_below(process: int) -> Sequence[int]:
    """The processes that this one started, whichever of its threads did."""
    try:
        lists = [task / "children" for task in Path(f"/proc/{process}/task").iterdir()]
        return [int(child) for found in lists for child in found.read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def grow(memory: list[int]) -> float:
    """The mean of the last quarter over that of the second."""
    quarter = max(len(memory) // 4, 1)
    early, late = memory[quarter : 2 * quarter] or memory, memory[-quarter - 1 : -1] or memory
    return (sum(late) / len(late)) / (sum(early) / len(early))
