"""`scrapy export articles|meetings [-O FILE]`: what the store holds, as a file."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.misc import load_object

from pipelines.export.records import KINDS, Kind, Record
from pipelines.export.whole import write_whole
from pipelines.store.articles import stream_articles
from pipelines.store.database import Store
from pipelines.store.trouble import StoreError

Write = Callable[[IO[bytes], Mapping[str, Any], Iterable[Record]], None]

FORMATS = {
    ".jsonl": "pipelines.export.jsonl.write_jsonl",
    ".csv": "pipelines.export.flat.write_csv",
    ".parquet": "pipelines.export.parquet.write_parquet",
}
"""Writers by the ending of the file; by name, since every scrapy command would load Arrow else."""


class Command(ScrapyCommand):
    """Write articles or meetings from the store to a file or to standard output."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}

    def syntax(self) -> str:
        """Arguments for the help text."""
        return f"[options] <{'|'.join(KINDS)}>"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return f"Write articles or meetings from the store to {', '.join(FORMATS)}"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """`-O FILE`, `--versions`."""
        super().add_options(parser)
        parser.add_argument(
            "-O",
            "--output",
            metavar="FILE",
            default="-",
            help=f"a file that ends in {', '.join(FORMATS)}; JSON lines to standard output if -",
        )
        parser.add_argument(
            "--versions", action="store_true", help="every version of an article, not the last one"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Export; exit code 1 where the store cannot be read or the file cannot be written."""
        if len(args) != 1 or args[0] not in KINDS:
            raise UsageError(f"say what to export: {' or '.join(KINDS)}")
        write = find_format(opts.output)
        try:
            self._export(KINDS[args[0]], write, opts)
        except BrokenPipeError:
            silence_output()
        except (StoreError, OSError) as error:
            print(f"export: {error}", file=sys.stderr)
            self.exitcode = 1

    def _export(self, kind: Kind, write: Write, opts: argparse.Namespace) -> None:
        address = self.settings["STORE"] if self.settings else ""
        with Store(address, must_exist=True) as store, store.reading() as connection:
            records = kind.records(stream_articles(connection, versions=opts.versions))
            if opts.output == "-":
                write(sys.stdout.buffer, kind.columns, records)
                sys.stdout.flush()
                return
            with write_whole(Path(opts.output)) as file:
                write(file, kind.columns, records)


def find_format(output: str) -> Write:
    """The writer for a file of this name.

    Raises:
        UsageError: No format has this ending.
    """
    ending = ".jsonl" if output == "-" else Path(output).suffix.lower()
    if ending not in FORMATS:
        raise UsageError(f"{output}: its name must end in {', '.join(FORMATS)}")
    write: Write = load_object(FORMATS[ending])
    return write


def silence_output() -> None:
    """Let the interpreter end quietly after a reader such as `head` has seen enough."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
