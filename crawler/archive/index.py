"""Where in a set of archives the k-th exchange with a URL lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from crawler.archive.failures import is_failure
from crawler.archive.files import find_files, is_warc
from crawler.archive.records import Record, read_record, read_records
from crawler.archive.trouble import Trouble


class Index:
    """Places of all recorded outcomes by URL; each is handed out once, in recorded order."""

    def __init__(self, paths: Iterable[Path]):
        """Reads the archives through once; folders stand for the archives in them."""
        self._places: defaultdict[str, list[tuple[Path, int]]] = defaultdict(list)
        self._taken: defaultdict[str, int] = defaultdict(int)
        self.troubles: list[Trouble] = []
        for path in paths:
            self._scan(path)

    def take(self, url: str) -> tuple[Path, Record] | None:
        """The next outcome of a request for `url` and its file; None when there are no more."""
        places = self._places.get(url, [])
        number = self._taken[url]
        self._taken[url] += 1
        if number >= len(places):
            return None
        path, offset = places[number]
        return path, read_record(path, offset)

    def _scan(self, path: Path) -> None:
        if not path.exists():
            self.troubles.append(Trouble(path, 0, "no such file"))
        elif path.is_dir():
            for file in filter(is_warc, find_files([path])):
                self._scan(file)
        else:
            for found in read_records(path):
                self._enter(path, found)

    def _enter(self, path: Path, found: Record | Trouble) -> None:
        if isinstance(found, Trouble):
            self.troubles.append(found)
        elif is_outcome(found):
            self._places[found.url].append((path, found.offset))


def is_outcome(record: Record) -> bool:
    """Whether the record says how a request ended."""
    return record.kind == "response" or (record.kind == "metadata" and is_failure(record.block))
