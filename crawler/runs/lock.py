"""One run at a time: a lock that lasts as long as anything of the run is alive."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO


class Overlap(RuntimeError):
    """Another run holds the lock."""


def take_lock(path: Path) -> IO[str]:
    """The open lock file; give it to the children, and the lock lasts until the last one ends.

    So a run that was killed still excludes the next one while its crawls are at work.

    Raises:
        Overlap: another run, or what it left behind, holds the lock.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip()
        file.close()
        raise Overlap(f"another run is at work (process {holder or 'unknown'})") from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    os.set_inheritable(file.fileno(), True)
    return file
