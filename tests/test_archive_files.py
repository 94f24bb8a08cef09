"""WARC files: what is written can be read, and what is damaged is named and stepped over."""

import gzip
import os
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.archive.digest import is_intact, make_digest
from crawler.archive.exchange import Exchange, format_record
from crawler.archive.records import Record, read_record, read_records
from crawler.archive.trouble import Damaged, Trouble
from crawler.archive.writer import Archive

WHEN = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


def make_exchange(number: int, *, size: int = 2000) -> Exchange:
    body = random.Random(number).randbytes(size)
    return Exchange(
        url=f"https://tin.example/{number}",
        fetched=WHEN,
        request=f"GET /{number} HTTP/1.1\r\nHost: tin.example\r\n\r\n".encode(),
        kind="response",
        outcome=b"HTTP/1.1 200 OK\r\nX-Ten: t\xc3\xadn\r\n\r\n" + body,
        address="203.0.113.7",
    )


def write_archive(folder: Path, count: int, *, largest: int = 1 << 30) -> list[Path]:
    archive = Archive(folder, name="tin", largest=largest)
    for number in range(count):
        archive.add(make_exchange(number))
    archive.close()
    return sorted(folder.iterdir())


def write_plain(path: Path, whole: Path) -> None:
    path.write_bytes(gzip.decompress(whole.read_bytes()))


def read_bodies(path: Path) -> list[str]:
    return [r.url for r in read_records(path) if isinstance(r, Record) and r.kind == "response"]


def find_troubles(path: Path) -> list[Trouble]:
    return [found for found in read_records(path) if isinstance(found, Trouble)]


def test_a_reference_leads_to_the_bytes_that_were_written(tmp_path):
    archive = Archive(tmp_path, name="tin", largest=1 << 30)
    references = [archive.add(make_exchange(number)) for number in range(5)]
    archive.close()
    for number, reference in enumerate(references):
        record = read_record(tmp_path / reference.file, reference.offset)
        assert record.block == make_exchange(number).outcome
        assert record.url == f"https://tin.example/{number}"
        assert record.date == WHEN


def test_another_warc_reader_agrees_on_records_offsets_and_digests(tmp_path):
    (path,) = write_archive(tmp_path, 4)
    with path.open("rb") as file:
        records = ArchiveIterator(file, check_digests=True)
        seen = []
        for record in records:
            body = record.content_stream().read()
            assert record.digest_checker.passed is not False
            seen.append((record.rec_type, records.get_record_offset(), body))
    ours = [found for found in read_records(path) if isinstance(found, Record)]
    assert [(kind, offset) for kind, offset, _ in seen] == [(r.kind, r.offset) for r in ours]
    assert seen[0][0] == "warcinfo"
    assert b"format: WARC File Format 1.1" in seen[0][2]
    bodies = [body for kind, _, body in seen if kind == "response"]
    assert bodies == [r.block.partition(b"\r\n\r\n")[2] for r in ours if r.kind == "response"]


def test_every_request_is_paired_with_its_outcome(tmp_path):
    (path,) = write_archive(tmp_path, 3)
    records = [found for found in read_records(path) if isinstance(found, Record)][1:]
    for outcome, request in zip(records[::2], records[1::2], strict=True):
        assert (outcome.kind, request.kind) == ("response", "request")
        assert request.headers["warc-concurrent-to"] == outcome.headers["warc-record-id"]
        assert outcome.headers["warc-ip-address"] == "203.0.113.7"


def test_a_file_carries_another_name_until_it_is_whole(tmp_path):
    archive = Archive(tmp_path, name="tin", largest=1 << 30)
    reference = archive.add(make_exchange(1))
    assert [path.name for path in tmp_path.iterdir()] == [reference.file + ".open"]
    archive.close()
    assert [path.name for path in tmp_path.iterdir()] == [reference.file]


def test_an_archive_without_exchanges_leaves_no_file(tmp_path):
    Archive(tmp_path, name="tin", largest=1).close()
    assert list(tmp_path.iterdir()) == []


def test_a_full_file_is_followed_by_another(tmp_path):
    paths = write_archive(tmp_path, 10, largest=6000)
    assert len(paths) > 2
    assert [path.suffix for path in paths] == [".gz"] * len(paths)
    urls = [url for path in paths for url in read_bodies(path)]
    assert urls == [f"https://tin.example/{number}" for number in range(10)]


def test_a_restart_in_the_same_second_overwrites_nothing(tmp_path):
    (first,) = write_archive(tmp_path, 3)
    left = tmp_path / (first.name.replace("00001", "00002") + ".open")
    left.write_bytes(b"of a killed crawl")
    before = first.read_bytes()
    write_archive(tmp_path, 1)
    assert first.read_bytes() == before
    assert left.read_bytes() == b"of a killed crawl"
    numbers = [path.name.partition("Z-")[2] for path in sorted(tmp_path.iterdir())]
    assert numbers == ["00001.warc.gz", "00002.warc.gz.open", "00003.warc.gz"]


@pytest.mark.parametrize("plain", [False, True])
def test_a_file_cut_anywhere_gives_its_whole_records_and_one_line(tmp_path, plain):
    (whole,) = write_archive(tmp_path, 3)
    path = tmp_path / "cut.warc"
    if plain:
        write_plain(path, whole)
        whole = path.rename(tmp_path / "whole.warc")
    data = whole.read_bytes()
    starts = [found.offset for found in read_records(whole) if isinstance(found, Record)]
    for size in range(1, len(data), 97):
        path.write_bytes(data[:size])
        found = list(read_records(path))
        records = [record for record in found if isinstance(record, Record)]
        troubles = [trouble for trouble in found if isinstance(trouble, Trouble)]
        assert [r.offset for r in records] == starts[: len(records)]
        assert len(troubles) == (0 if size in starts else 1) or is_gap(data, size, plain)
        assert all(len(str(trouble).splitlines()) == 1 for trouble in troubles)


def is_gap(data: bytes, size: int, plain: bool) -> bool:
    """Whether the cut took only the empty lines that end a record."""
    return plain and data[size - 4 : size + 4].count(b"\r\n") >= 2


@pytest.mark.parametrize("plain", [False, True])
def test_behind_a_damaged_record_reading_goes_on(tmp_path, plain):
    (path,) = write_archive(tmp_path, 5)
    if plain:
        write_plain(tmp_path / "plain.warc", path)
        path = tmp_path / "plain.warc"
    records = [found for found in read_records(path) if isinstance(found, Record)]
    hurt = next(r for r in records if r.url.endswith("/2") and r.kind == "response")
    data = bytearray(path.read_bytes())
    data[hurt.offset + 900 : hurt.offset + 904] = b"\0\xff\0\xff"
    path.write_bytes(data)
    (trouble,) = find_troubles(path)
    assert trouble.offset == hurt.offset
    assert "damaged" in trouble.reason
    assert read_bodies(path) == [f"https://tin.example/{n}" for n in (0, 1, 3, 4)]


def test_files_of_two_crawls_glued_together_with_a_cut_between_are_read(tmp_path):
    (path,) = write_archive(tmp_path, 3)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + data)
    assert read_bodies(path)[-3:] == [f"https://tin.example/{number}" for number in range(3)]
    assert len(find_troubles(path)) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty file"),
        (b"%PDF-1.7 and more", "no WARC file"),
        (os.urandom(40).replace(b"\x1f", b"x"), "no WARC file"),
        (gzip.compress(b"only text"), "no WARC header"),
        (b"WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK", "Content-Length is ''"),
        (b"WARC/1.1\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1", "more than 67,108,864 bytes"),
        (gzip.compress(b"WARC/1.1\r\nContent-Length: 9\r\n\r\nabc"), "half a record: 3 of 9 bytes"),
    ],
)
def test_what_is_no_record_gets_one_clear_line(tmp_path, data, reason):
    path = tmp_path / "x.warc.gz"
    path.write_bytes(data)
    (trouble,) = list(read_records(path))
    assert isinstance(trouble, Trouble)
    assert reason in trouble.reason


def test_a_member_that_swells_beyond_all_measure_is_not_inflated_to_its_end(tmp_path):
    path = tmp_path / "bomb.warc.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(b"WARC/1.1\r\nContent-Length: 300000000\r\n\r\n")
        for _ in range(200):
            file.write(bytes(1 << 20))
    (trouble,) = find_troubles(path)
    assert trouble.reason == "a record of more than 67,108,864 bytes"


def test_records_that_share_a_gzip_member_are_not_taken_for_one(tmp_path):
    (path,) = write_archive(tmp_path, 2)
    joined = tmp_path / "joined.warc.gz"
    joined.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())))
    (trouble,) = find_troubles(joined)
    assert "warcio recompress" in trouble.reason


def test_a_full_disk_leaves_the_exchanges_before_whole(tmp_path, monkeypatch):
    archive = Archive(tmp_path, name="tin", largest=1 << 30)
    archive.add(make_exchange(1))
    raw = archive._file
    monkeypatch.setattr(archive, "_file", FullDisk(raw))
    with pytest.raises(OSError, match="No space left"):
        archive.add(make_exchange(2))
    monkeypatch.setattr(archive, "_file", raw)
    archive.close()
    (path,) = tmp_path.iterdir()
    assert read_bodies(path) == ["https://tin.example/1"]
    assert find_troubles(path) == []


class FullDisk:
    """A file with room for 500 more bytes."""

    def __init__(self, file):
        self._file = file
        self._room = 500

    def __getattr__(self, name):
        return getattr(self._file, name)

    def write(self, data):
        if not self._room:
            raise OSError(28, "No space left on device")
        taken = self._file.write(data[: self._room])
        self._room -= taken
        return taken


@pytest.mark.parametrize(
    ("stated", "right"),
    [
        (make_digest(b"tin"), True),
        (make_digest(b"tin").lower(), True),
        ("sha1:" + "0" * 40, False),
        ("sha256:a9ba", False),
        ("SHA-1:" + make_digest(b"tin")[5:], True),
        ("blake9:whatever", True),
        ("", True),
    ],
)
def test_a_digest_is_read_in_every_usual_form(stated, right):
    assert is_intact(b"tin", stated) is right


def test_a_date_that_is_none_is_trouble(tmp_path):
    path = tmp_path / "x.warc.gz"
    path.write_bytes(format_record("metadata", b"x", {"WARC-Date": "yesterday"}))
    with pytest.raises(Damaged, match="yesterday"):
        _ = read_record(path, 0).date
