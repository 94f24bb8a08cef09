"""`scrapy export articles|reports|meetings|retired|changes|site [-O FILE]`: the store as files."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.misc import load_object

from pipelines.export.format import ENDINGS, Write, find_format
from pipelines.export.records import COLUMNS, KINDS
from pipelines.store.errors import StoreError

SITE = "site"
"""Pages to look at, in a folder."""
_EXPORT = "pipelines.export.stored.export_records"
_EXPORT_SITE = "pipelines.browse.export.export_site"
"""By name, since every scrapy command would load SQLAlchemy else."""


class Command(ScrapyCommand):
    """Write articles or meetings from the store to a file or to standard output."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        """Arguments for the help text."""
        return f"[options] <{'|'.join((*COLUMNS, SITE))}>"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return f"Write articles or meetings from the store to {', '.join(ENDINGS)}"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`-O FILE`, `--versions`, `--since`."""
        super().add_options(parser)
        parser.add_argument(
            "-O",
            "--output",
            metavar="FILE",
            default="-",
            help=f"a file that ends in {', '.join(ENDINGS)}; JSON lines to standard output if -; "
            f"for {SITE} a folder",
        )
        parser.add_argument(
            "--versions", action="store_true", help="every version of an article, not the last one"
        )
        parser.add_argument(
            "--since",
            type=int,
            metavar="REVISION",
            help="only meetings, retired ids or changes after this revision, the last one seen",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Export; exit code 1 where the store cannot be used or the file cannot be written."""
        if len(args) != 1 or args[0] not in (*COLUMNS, SITE):
            raise UsageError(f"say what to export: {', '.join((*COLUMNS, SITE))}")
        if args[0] == SITE:
            self.exitcode = load_object(_EXPORT_SITE)(self.settings, opts)
            return
        write = choose_format(opts.output, args[0])
        if opts.since is not None and args[0] in KINDS:
            raise UsageError("--since is for meetings, retired and changes")
        try:
            self._export(args[0], write, opts)
        except BrokenPipeError:
            silence_output()
        except (StoreError, OSError) as error:
            print(f"export: {error}", file=sys.stderr)
            self.exitcode = 1

    def _export(self, what: str, write: Write, opts: argparse.Namespace) -> None:
        address = self.settings["STORE"] if self.settings else ""
        export_records = load_object(_EXPORT)
        export_records(what, address, opts.output, write, versions=opts.versions, since=opts.since)


def choose_format(output: str, what: str) -> Write:
    """The writer for a file of this name that is to hold `what`.

    Raises:
        UsageError: No format has this ending, or not for this.
    """
    ending = ".jsonl" if output == "-" else Path(output).suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{output}: its name must end in {', '.join(ENDINGS)}")
    try:
        return find_format(ending, what)
    except ValueError as error:
        raise UsageError(f"{output}: {error}") from error


def silence_output() -> None:
    """Let the interpreter end quietly after a reader such as `head` has seen enough."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
