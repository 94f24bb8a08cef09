"""Where the passes run: on this machine, on a Ray cluster, or on a Slurm cluster.

Each pass is an executor of datatrove with a folder of its own for logs and for the marks of the
tasks that are done; run again, it does what has no mark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import multiprocess
from datatrove.executor import LocalPipelineExecutor, RayPipelineExecutor, SlurmPipelineExecutor
from datatrove.executor.base import PipelineExecutor

from pipelines.batch.passes import Pass

LOGS = "passes"
_GIGABYTE = 1 << 30


class Incomplete(RuntimeError):
    """Tasks of a pass have failed; run again, only they are done again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machines:
    """What the passes may take of a machine or cluster."""

    folder: Path
    workers: int
    """Tasks at a time."""
    memory: int
    """Bytes of a task."""
    modules: Sequence[str] = ()
    """What every task needs; on this machine it is loaded once for all."""
    ray: str | None = None
    """Address of a Ray cluster; None starts one on this machine."""
    partition: str = ""
    """Of Slurm."""
    time: str = "24:00:00"
    """The longest that Slurm lets one task take."""
    activate: str = ""
    """Shell command with which a job of Slurm begins: what makes the programs known there."""

    def log(self, name: str) -> str:
        """The folder of the logs and marks of a pass."""
        return str(self.folder / LOGS / name)

    @property
    def gigabytes(self) -> int:
        """Memory of a task, rounded up."""
        return -(-self.memory // _GIGABYTE)


def run_local(passes: Sequence[Pass], machines: Machines) -> None:
    """Run all passes in processes of this machine.

    Raises:
        Incomplete: tasks have failed.
    """
    # Tasks are forked from a process that has loaded this once.
    multiprocess.get_context("forkserver").set_forkserver_preload([*machines.modules])
    for one in passes:
        executor = LocalPipelineExecutor(
            one.steps,
            tasks=one.tasks,
            workers=min(machines.workers, one.tasks),
            logging_dir=machines.log(one.name),
        )
        _run(executor, one)


def run_ray(passes: Sequence[Pass], machines: Machines) -> None:
    """Run all passes as tasks of Ray.

    Raises:
        Incomplete: tasks have failed.
        ImportError: Ray is not installed.
    """
    ray = import_module("ray")
    ray.init(address=machines.ray, log_to_driver=False)
    try:
        for one in passes:
            executor = RayPipelineExecutor(
                one.steps,
                tasks=one.tasks,
                workers=min(machines.workers, one.tasks),
                mem_per_cpu_gb=machines.gigabytes,
                logging_dir=machines.log(one.name),
            )
            _run(executor, one)
    finally:
        ray.shutdown()


def submit_slurm(passes: Sequence[Pass], machines: Machines) -> None:
    """Hand all passes to Slurm as arrays of jobs, each waiting for the one before; returns at once.

    Raises:
        FileNotFoundError: there is no `sbatch` here.
        subprocess.CalledProcessError: Slurm refuses a job.
    """
    before: SlurmPipelineExecutor | None = None
    for one in passes:
        before = SlurmPipelineExecutor(
            one.steps,
            tasks=one.tasks,
            time=machines.time,
            partition=machines.partition,
            workers=machines.workers,
            mem_per_cpu_gb=machines.gigabytes,
            job_name=f"asean-{one.name}",
            env_command=machines.activate,
            qos="",
            logging_dir=machines.log(one.name),
            depends=before,
        )
    if before:
        before.run()


WAYS: dict[str, Callable[[Sequence[Pass], Machines], None]] = {
    "local": run_local,
    "ray": run_ray,
    "slurm": submit_slurm,
}


def find_missing(passes: Sequence[Pass], machines: Machines) -> dict[str, int]:
    """How many tasks of each pass are not done; passes that are done are left out."""
    marks = {one.name: Path(machines.log(one.name)) / "completions" for one in passes}
    missing = {one.name: one.tasks - sum(1 for _ in marks[one.name].glob("*")) for one in passes}
    return {name: number for name, number in missing.items() if number}


def _run(executor: PipelineExecutor, one: Pass) -> None:
    executor.run()
    if failed := executor.get_incomplete_ranks(skip_completed=True):
        raise Incomplete(f"{len(failed)} of {one.tasks} tasks of the pass {one.name!r} have failed")
