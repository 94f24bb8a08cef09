"""`python -m pipelines.batch PATH ...`: what `scrapy replay` does, shared out over many processes.

The pages under each PATH are read in shards by datatrove (extra `batch`), on this machine, on a Ray
cluster or on a Slurm cluster, and the lines are those of the replay, byte for byte. A batch that
was killed is run again with the same words: what is done is not done again.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from scrapy.utils.conf import arglist_to_dict
from scrapy.utils.project import get_project_settings

from crawler.archive.wanted import add_options, read_choice
from crawler.desk import name_modules
from crawler.hands import read_terms
from crawler.verdict import FAILED, OK, find_failures, summarise
from pipelines.batch.counts import read_counts
from pipelines.batch.executors import LOGS, WAYS, Incomplete, Machines, find_missing
from pipelines.batch.passes import Pass, list_passes
from pipelines.batch.plan import OtherPlan, Plan, cut_shards, settle_plan

MISUSED = 2
_OF_TASK = 1 << 30
"""Bytes that a task takes beside its readers."""


def main(words: Sequence[str] | None = None) -> int:
    """Run a batch, or what is left of it; 0 if all went well, 1 if not, 2 if the words are off."""
    options = read_options(words)
    try:
        plan = make_plan(options)
        settle_plan(plan)
    except (OtherPlan, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return MISUSED
    passes = list(list_passes(plan))
    machines = Machines(
        folder=plan.folder,
        workers=options.workers,
        memory=_OF_TASK + plan.readers * plan.terms.memory,
        modules=[*name_modules(plan.terms.tools), list_passes.__module__],
        ray=options.ray,
        partition=options.partition,
        time=options.time,
        activate=options.activate,
    )
    try:
        WAYS[options.on](passes, machines)
    except Incomplete as error:
        print(error, file=sys.stderr)
        return FAILED
    return conclude(passes, machines)


def read_options(words: Sequence[str] | None) -> argparse.Namespace:
    """The words of the command line."""
    parser = argparse.ArgumentParser(prog="python -m pipelines.batch", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("-O", "--output", type=Path, required=True, metavar="FILE")
    parser.add_argument(
        "--folder", type=Path, required=True, help="what the passes leave for one another"
    )
    cores = len(os.sched_getaffinity(0))
    parser.add_argument("--on", choices=WAYS, default="local")
    parser.add_argument("--shards", type=int, default=4 * cores, metavar="N")
    parser.add_argument("--workers", type=int, default=cores, metavar="N", help="shards at a time")
    parser.add_argument(
        "--readers",
        type=int,
        default=1,
        metavar="N",
        help="processes that read each shard; 0: a page that hangs or crashes is not survived",
    )
    parser.add_argument("-s", "--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--ray", metavar="ADDRESS", help="of a Ray cluster; else one is started")
    parser.add_argument("--partition", default="", help="of Slurm")
    parser.add_argument(
        "--time", default="24:00:00", help="the longest that Slurm lets a task take"
    )
    parser.add_argument(
        "--activate", default="", help="shell command that a job of Slurm begins with"
    )
    add_options(parser)
    options = parser.parse_args(words)
    if min(options.shards, options.workers, options.readers + 1) < 1:
        parser.error("--shards and --workers are at least 1, --readers at least 0")
    if wrong := [word for word in options.set if "=" not in word]:
        parser.error(f"a setting is NAME=VALUE, not {wrong[0]!r}")
    return options


def make_plan(options: argparse.Namespace) -> Plan:
    """The plan for these options.

    Raises:
        ValueError: a site or a day is unknown.
    """
    settings = get_project_settings()
    settings.setdict(arglist_to_dict(options.set), priority="cmdline")
    return Plan(
        folder=options.folder.absolute(),
        out=options.output.absolute(),
        shards=cut_shards(options.paths, options.shards),
        choice=read_choice(options, settings),
        terms=read_terms(settings),
        look_back=settings.getint("COPIES_LOOK_BACK_DAYS"),
        readers=options.readers,
    )


def conclude(passes: Sequence[Pass], machines: Machines) -> int:
    """Say on standard error what came out, or what is still to come; the exit code."""
    if missing := find_missing(passes, machines):
        waiting = ", ".join(f"{number} of {name}" for name, number in missing.items())
        print(f"tasks to come: {waiting}; run it again to hear what came out", file=sys.stderr)
        return OK
    stats = read_counts(machines.folder / LOGS) | {"finish_reason": "finished"}
    failures = find_failures(stats)
    print(summarise(stats), *failures, sep="\n", file=sys.stderr)
    return FAILED if failures else OK


if __name__ == "__main__":
    raise SystemExit(main())
