"""The records of a WARC file, one at a time; a damaged one is named and stepped over.

Known readers take a cut last record for a whole one, and stop at the first damaged one. Here every
record is compared with its Content-Length and its block digest, and reading goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader

from crawler.archive.digest import is_intact
from crawler.archive.members import MAGIC, find_bytes, inflate_member
from crawler.archive.trouble import Damaged, Trouble

LARGEST = 64 * 1024 * 1024
"""Bytes of a record that are read at most: four times the largest page that we fetch."""

_FIRST = b"WARC/"
_LOADER = ArcWarcRecordLoader(verify_http=False, arc2warc=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One WARC record whose length and digest are right."""

    offset: int
    kind: str
    """WARC-Type: `response`, `request`, `metadata`, `warcinfo` ..."""
    headers: Mapping[str, str]
    """WARC headers, names in lower case."""
    block: bytes

    @property
    def url(self) -> str:
        """WARC-Target-URI, empty where there is none."""
        return self.headers.get("warc-target-uri", "").strip("<>")

    @property
    def date(self) -> datetime:
        """WARC-Date.

        Raises:
            Damaged: there is none, or it is no date.
        """
        stated = self.headers.get("warc-date", "")
        try:
            date = datetime.fromisoformat(stated)
        except ValueError as error:
            raise Damaged(f"WARC-Date {stated!r} is no date") from error
        return date if date.tzinfo else date.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Form:
    """How the records of an archive lie in their file."""

    read: Callable[[BinaryIO, int], tuple[Record, int]]
    """From an offset to the record there and the offset behind it."""
    mark: bytes
    """What records begin with, or what stands around their beginning."""
    before: int
    """So many bytes of the mark stand before the record."""


Place = tuple[int, tuple[Record, int] | None]
"""An offset, and where it is known already the record there with the offset behind it."""


def read_records(path: Path) -> Iterator[Record | Trouble]:
    """Every record of the file in its order; trouble stands where a record should be."""
    with path.open("rb") as file:
        form = find_form(file)
        if form:
            for found, _ in read_between(path, file, form, (0, None), path.stat().st_size):
                yield found
        else:
            yield Trouble(path, 0, "no WARC file" if path.stat().st_size else "an empty file")


def find_form(file: BinaryIO) -> Form | None:
    """The form of the archive; None where it is none."""
    start = file.read(len(_FIRST))
    if start.startswith(MAGIC):
        return _ZIPPED
    return _PLAIN if start == _FIRST else None


def read_between(
    path: Path, file: BinaryIO, form: Form, place: Place, end: int
) -> Iterator[tuple[Record | Trouble, int]]:
    """What begins before `end`, each with the offset at which the next begins.

    Behind a damaged record that is the next one that is whole, or the end of the file.
    """
    size = path.stat().st_size
    offset, held = place
    while offset < end:
        found: Record | Trouble
        start = offset
        try:
            found, offset = held or form.read(file, offset)
            held = None
        except Damaged as error:
            found = Trouble(path, start, str(error))
            offset, held = find_record(file, form, start + 1, size)
        yield found, offset


def find_record(file: BinaryIO, form: Form, start: int, end: int) -> Place:
    """The first whole record that begins at or behind `start` and before `end`, or `end`.

    Marks are tried until one is a record's: they may stand inside a record by chance.
    """
    sought = max(start - form.before, 0)
    while (found := find_bytes(file, form.mark, sought)) is not None and found + form.before < end:
        offset = found + form.before
        try:
            return offset, form.read(file, offset)
        except Damaged:
            sought = found + 1
    return end, None


def read_record(path: Path, offset: int) -> Record:
    """The record at `offset`.

    Raises:
        Damaged: there is none, or it is not whole.
    """
    with path.open("rb") as file:
        form = find_form(file) or _PLAIN
        return form.read(file, offset)[0]


def read_places(path: Path, offsets: Iterable[int]) -> Iterator[Record | Trouble]:
    """The records at `offsets`, one after the other."""
    for offset in offsets:
        try:
            yield read_record(path, offset)
        except Damaged as error:
            yield Trouble(path, offset, str(error))


def _read_member(file: BinaryIO, offset: int) -> tuple[Record, int]:
    content, behind = inflate_member(file, offset, largest=LARGEST)
    stream = BytesIO(content)
    record = parse_record(stream, offset)
    if stream.read().strip(b"\r\n"):
        raise Damaged("several records in one gzip member; `warcio recompress` takes them apart")
    return record, behind


def _read_plain(file: BinaryIO, offset: int) -> tuple[Record, int]:
    file.seek(offset)
    record = parse_record(file, offset)
    behind = file.tell()
    gap = file.read(4)
    return record, behind + len(gap) - len(gap.lstrip(b"\r\n"))


_ZIPPED = Form(_read_member, MAGIC, 0)
_PLAIN = Form(_read_plain, b"\r\n\r\n" + _FIRST, len(b"\r\n\r\n"))


def parse_record(stream: IO[bytes], offset: int, first: bytes | None = None) -> Record:
    """The record that begins where `stream` stands, or with the line `first` that was read of it.

    Raises:
        Damaged: there is none, or it is not whole.
    """
    line = None if first is None else first.decode("latin-1")
    try:
        found = _LOADER.parse_record_stream(
            stream, statusline=line, known_format="warc", no_record_parse=True
        )
    except (ArchiveLoadFailed, EOFError) as error:
        raise Damaged("a damaged record: no WARC header") from error
    headers = {name.lower(): value for name, value in found.rec_headers.headers}
    block = _read_block(stream, headers)
    return Record(offset=offset, kind=found.rec_type or "", headers=headers, block=block)


def _read_block(stream: IO[bytes], headers: Mapping[str, str]) -> bytes:
    stated = headers.get("content-length", "")
    if not stated.isdecimal():
        raise Damaged(f"a damaged record: its Content-Length is {stated!r}")
    if int(stated) > LARGEST:
        raise Damaged(f"a record of more than {LARGEST:,} bytes")
    block = stream.read(int(stated))
    if len(block) < int(stated):
        raise Damaged(f"half a record: {len(block):,} of {int(stated):,} bytes")
    # A revisit leaves the body away; wget 1.21 states the digest of the block with it all the same.
    is_cut = headers.get("warc-type") == "revisit"
    if not is_cut and not is_intact(block, headers.get("warc-block-digest", "")):
        raise Damaged("a damaged record: its digest is another one")
    return block
