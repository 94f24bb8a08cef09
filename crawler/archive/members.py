"""Members of a gzip file, found and inflated one by one without reading the whole file."""

from __future__ import annotations

from typing import BinaryIO, cast

from zlib_ng import zlib_ng

from crawler.archive.trouble import Damaged

MAGIC = b"\x1f\x8b\x08"
_CHUNK = 64 * 1024
_BROKEN = cast(type[Exception], zlib_ng.error)
"""Its stubs take the class for an error."""


def inflate_member(file: BinaryIO, offset: int, *, largest: int) -> tuple[bytes, int]:
    """The content of the gzip member at `offset`, and the offset behind it.

    Raises:
        Damaged: the member is cut, broken, or holds more than `largest` bytes.
    """
    file.seek(offset)
    inflater = zlib_ng.decompressobj(wbits=zlib_ng.MAX_WBITS + 16)
    content = bytearray()
    while not inflater.eof:
        chunk = inflater.unconsumed_tail or file.read(_CHUNK)
        if not chunk:
            raise Damaged(f"half a record: the file ends after {len(content):,} bytes of it")
        content += _inflate(inflater, chunk, largest - len(content) + 1)
        if len(content) > largest:
            raise Damaged(f"a record of more than {largest:,} bytes")
    return bytes(content), file.tell() - len(inflater.unused_data)


def find_bytes(file: BinaryIO, sought: bytes, start: int) -> int | None:
    """Offset of the first `sought` at or behind `start`."""
    file.seek(start)
    kept = b""
    while chunk := file.read(_CHUNK):
        window = kept + chunk
        if (found := window.find(sought)) >= 0:
            return start + found
        kept = window[-(len(sought) - 1) :]
        start += len(window) - len(kept)
    return None


def _inflate(inflater: zlib_ng._Decompress, chunk: bytes, room: int) -> bytes:
    try:
        return inflater.decompress(chunk, room)
    except _BROKEN as error:
        raise Damaged(f"a damaged record: {error}") from error
