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


_Reader = Callable[[BinaryIO, int], tuple[Record, int]]
"""From an offset to the record there and the offset behind it."""


def read_records(path: Path) -> Iterator[Record | Trouble]:
    """Every record of the file in its order; trouble stands where a record should be."""
    with path.open("rb") as file:
        start = file.read(len(_FIRST))
        if start.startswith(MAGIC):
            yield from _read_all(path, file, _read_member, MAGIC)
        elif start == _FIRST:
            yield from _read_all(path, file, _read_plain, b"\r\n\r\n" + _FIRST)
        else:
            yield Trouble(path, 0, "no WARC file" if start else "an empty file")


def read_record(path: Path, offset: int) -> Record:
    """The record at `offset`.

    Raises:
        Damaged: there is none, or it is not whole.
    """
    with path.open("rb") as file:
        zipped = file.read(len(MAGIC)) == MAGIC
        return (_read_member if zipped else _read_plain)(file, offset)[0]


def read_places(path: Path, offsets: Iterable[int]) -> Iterator[Record | Trouble]:
    """The records at `offsets`, one after the other."""
    for offset in offsets:
        try:
            yield read_record(path, offset)
        except Damaged as error:
            yield Trouble(path, offset, str(error))


def _read_all(path: Path, file: BinaryIO, read: _Reader, mark: bytes) -> Iterator[Record | Trouble]:
    """Records to the end of the file; behind a damaged one, on from the next that is whole."""
    end = path.stat().st_size
    offset: int | None = 0
    while offset is not None and offset < end:
        try:
            record, offset = read(file, offset)
        except Damaged as error:
            yield Trouble(path, offset, str(error))
            offset = _find_next(file, read, mark, offset + 1)
        else:
            yield record


def _find_next(file: BinaryIO, read: _Reader, mark: bytes, start: int) -> int | None:
    """Offset of the next whole record; `mark` may stand inside a damaged one by chance."""
    gap = len(mark) - len(_FIRST) if mark.endswith(_FIRST) else 0
    while (found := find_bytes(file, mark, start)) is not None:
        if _is_record(file, read, found + gap):
            return found + gap
        start = found + 1
    return None


def _is_record(file: BinaryIO, read: _Reader, offset: int) -> bool:
    try:
        read(file, offset)
    except Damaged:
        return False
    return True


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
