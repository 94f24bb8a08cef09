"""Running programs as a person would: a process, its exit code and what it says."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Run:
    """How a program ended."""

    code: int
    out: str
    err: str

    def lines(self) -> list[Any]:
        """Its output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def run_program(*command: str, timeout: float = 60, cwd: Path = ROOT, **env: str) -> Run:
    """Run `command` to its end."""
    with start_program(*command, cwd=cwd, **env) as process:
        try:
            out, err = process.communicate(timeout=timeout)
        finally:
            process.kill()
    return Run(process.returncode, out, err)


def run_scrapy(*arguments: str, timeout: float = 60, cwd: Path = ROOT, **env: str) -> Run:
    """Run `scrapy ARGUMENTS` in the project."""
    return run_program(*scrapy_command(*arguments), timeout=timeout, cwd=cwd, **env)


def scrapy_command(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "scrapy", *arguments)


def start_program(*command: str, cwd: Path = ROOT, **env: str) -> subprocess.Popen[str]:
    """Start `command` without waiting for it; paths that it imports are the project's."""
    inherited = {name: value for name, value in os.environ.items() if not name.endswith("_proxy")}
    return subprocess.Popen(
        command,
        cwd=cwd,
        env=inherited | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill_when(
    process: subprocess.Popen[str], ready: Callable[[], bool], seconds: float = 30
) -> None:
    """Send SIGKILL as soon as `ready`."""
    limit = time.monotonic() + seconds
    while not ready():
        assert process.poll() is None, f"ended by itself: {process.communicate()}"
        assert time.monotonic() < limit, "never ready"
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
