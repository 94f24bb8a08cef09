"""Stretches of an archive hold what one reader of the whole finds, also where it is damaged."""

from __future__ import annotations

import gzip
import random
import warnings
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from warcio.warcwriter import WARCWriter

from crawler.archive import portions
from crawler.archive.choice import Choice
from crawler.archive.meter import Meter
from crawler.archive.portions import (
    Handful,
    Portion,
    Reached,
    Seam,
    Stretch,
    find_portions,
    name_portion,
    open_portion,
)
from crawler.archive.sources import Source, find_sources, measure_sources
from crawler.archive.trouble import Trouble
from crawler.pool.alone import Alone
from tests.foreign import (
    index_lines,
    make_html,
    split_records,
    write_record,
    write_wacz,
    write_warc,
)

Found = list[Source | Trouble]


def read_portion(_: None, portion: Portion, lost: Mapping[int, str]) -> Iterator[object]:
    return open_portion(portion)


def read_by_portions(paths: list[Path], choice: Choice) -> tuple[Found, int]:
    """What the portions of `paths` hold, and how many were read again."""
    every, read = list(find_portions(paths, choice)), 0

    def mend(portion: Portion, results: list[object]) -> Portion | None:
        nonlocal read
        instead = seam.mend(portion, results)
        read += instead is not None
        return instead

    seam = Seam()
    done = Alone(None).map(read_portion, every, mend)
    found = [one for _, results in done for one in results if not isinstance(one, Reached)]
    return found, read  # type: ignore[return-value]


def keep(content: bytes) -> bytes:
    return content


def cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


def flip(content: bytes) -> bytes:
    """Some bytes are others; the form of the file can still be seen."""
    chosen, broken = random.Random(7), bytearray(content)
    for at in chosen.sample(range(40, len(content)), 5):
        broken[at] ^= 0x55
    return bytes(broken)


def lose(content: bytes) -> bytes:
    """A piece is missing, and junk stands elsewhere."""
    third = len(content) // 3
    return content[:third] + content[third + 300 :] + b"junk" * 200 + content[-third:]


def nest(path: Path, *, zipped: bool) -> bytes:
    """An archive with an archive in it, whose records look like those of the outer one."""
    inner = write_warc(path, zipped=zipped).read_bytes()
    out = BytesIO()
    with warnings.catch_warnings():
        # warcio leaves its temporary files to the collector of garbage.
        warnings.simplefilter("ignore", ResourceWarning)
        writer = WARCWriter(out, gzip=False)
        for number, body in enumerate((make_html(0), inner, make_html(2))):
            write_record(writer, number, body, {"Content-Type": "text/html"})
    path.write_bytes(out.getvalue())
    if zipped:  # and so little that what is inside stands there as it was
        path.write_bytes(b"".join(gzip.compress(part, 0) for part in split_records(path)))
    assert inner[:200] in path.read_bytes()
    return path.read_bytes()


@pytest.mark.parametrize("size", [64, 333, 1000, 5000, 1 << 20])
@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("damage", [keep, cut, flip, lose, nest])
def test_stretches_hold_what_the_whole_file_holds(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[..., bytes],
    zipped: bool,
    size: int,
) -> None:
    monkeypatch.setattr(portions, "STRETCH", size)
    path = tmp_path / ("x.warc.gz" if zipped else "x.warc")
    if damage is nest:
        path.write_bytes(nest(path, zipped=zipped))
    else:
        path.write_bytes(damage(write_warc(path, zipped=zipped).read_bytes()))
    whole = list(find_sources([path]))
    found, again = read_by_portions([path], Choice())
    assert found == whole
    assert any(isinstance(one, Trouble) for one in whole) == (damage in (cut, flip, lose))
    if damage is keep:
        assert again == 0
    if damage is nest and size == 64:
        assert again > 0


@pytest.mark.parametrize("choice", [Choice(), Choice(hosts=frozenset({"tin.example"}))])
def test_everything_under_a_path_is_in_a_portion_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: Choice
) -> None:
    monkeypatch.setattr(portions, "STRETCH", 1500)
    monkeypatch.setattr(portions, "MOST_SOURCES", 3)
    plain = write_warc(tmp_path / "a.warc", zipped=False)
    write_warc(tmp_path / "b.warc.gz")
    (tmp_path / "c.warc.gz").write_bytes(gzip.compress(plain.read_bytes()))
    write_wacz(tmp_path / "d.wacz", plain, index_lines(plain))
    for number in range(8):
        (tmp_path / f"e{number}.html").write_bytes(make_html(number))
        state = {"url": f"https://tin.example/{number}", "fetched": "2026-11-20"}
        (tmp_path / f"e{number}.json").write_text(str(state).replace("'", '"'))
    (tmp_path / "f.warc.gz").write_bytes(b"")
    (tmp_path / "g.warc").write_bytes(b"no archive")
    write_warc(tmp_path / "h.warc.gz")
    (tmp_path / "h.cdxj").write_text("\n".join(index_lines(tmp_path / "h.warc.gz")))
    (tmp_path / "empty").mkdir()
    paths = [tmp_path, tmp_path / "none", tmp_path / "empty", plain, tmp_path / "e1.html", plain]
    whole = list(find_sources(paths, choice))
    found, again = read_by_portions(paths, choice)
    assert found == whole
    assert again == 0
    assert sum(isinstance(one, Trouble) for one in whole) == 4


def test_a_meter_ends_at_the_size_of_the_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "STRETCH", 1500)
    paths = [write_warc(tmp_path / name) for name in ("a.warc.gz", "b.warc.gz")]
    meter = Meter()
    passed = [meter.pass_portion(portion) for portion in find_portions(paths)]
    assert passed == sorted(passed)
    assert passed[-1] == measure_sources(paths)


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "x.warc.gz")
    (portion,) = find_portions([path])
    path.unlink()
    assert list(open_portion(portion)) == [Trouble(path, 0, "No such file or directory")]
    path.write_text("something else")
    assert list(open_portion(portion)) == [Trouble(path, 0, "no WARC file any more")]


def test_a_portion_has_a_name() -> None:
    path = Path("a/x.warc.gz")
    stretch = Stretch(path, 262_144, 524_288, Choice(), is_exact=False)
    assert name_portion(stretch) == "a/x.warc.gz from byte 262,144 to 524,288"
    assert name_portion(Handful((Source(path), Source(path), Source(Path("b"))))) == f"{path}, b"
