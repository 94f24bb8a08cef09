"""Archives that are compressed as one whole, or with zstd: read from their start to their end.

Nothing in them can be sought, so behind damage there is nothing more to be had.
"""

from __future__ import annotations

import gzip
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, cast

from crawler.archive.members import MAGIC
from crawler.archive.records import Record, parse_record
from crawler.archive.trouble import Damaged, Trouble

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_SECOND = b"\r\n\r\nWARC/"
_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""Magic of the frame that holds the dictionary of a .warc.zst."""
_FRAME = b"\x28\xb5\x2f\xfd"
_HEAD = 64 * 1024
_BROKEN = (EOFError, OSError, zlib.error, zstd.ZstdError)


def is_stream(path: Path) -> bool:
    """Whether the archive is compressed with zstd, or has several records in a gzip member."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith((_FRAME, _DICTIONARY)):
        return True
    if not head.startswith(MAGIC):
        return False
    try:
        content = zlib.decompressobj(wbits=zlib.MAX_WBITS + 16).decompress(head, 16 * _HEAD)
    except zlib.error:
        return False
    return _SECOND in content


def read_stream(path: Path) -> Iterator[Record | Trouble]:
    """Every record of the archive; offsets count the bytes that come out of it."""
    with path.open("rb") as file, _decompress(file) as stream:
        offset = 0
        while True:
            try:
                first = _skip_gap(stream)
                if not first:
                    return
                offset = stream.tell() - len(first)
                record = parse_record(stream, offset, first)
            except (Damaged, *_BROKEN) as error:
                yield Trouble(path, offset, f"nothing can be read from here on: {error}")
                return
            yield record


def _skip_gap(stream: IO[bytes]) -> bytes:
    """The first line that is not empty; nothing at the end of the file."""
    while (line := stream.readline()) and not line.strip():
        pass
    return line


def _decompress(file: BinaryIO) -> IO[bytes]:
    magic = file.read(4)
    if magic.startswith(MAGIC):
        file.seek(0)
        return cast(IO[bytes], gzip.GzipFile(fileobj=file))
    if magic != _DICTIONARY:
        file.seek(0)
        return cast(IO[bytes], zstd.ZstdFile(file))
    (size,) = struct.unpack("<I", file.read(4))
    dictionary = file.read(size)
    if dictionary.startswith(_FRAME):
        dictionary = zstd.decompress(dictionary)
    return cast(IO[bytes], zstd.ZstdFile(file, zstd_dict=zstd.ZstdDict(dictionary)))
