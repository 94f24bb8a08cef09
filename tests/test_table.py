"""The table that a replay prints: a row a reported meeting, and the sentence behind it."""

from __future__ import annotations

import pytest

from crawler.items import Article
from pipelines.meetings.find import find_meetings
from pipelines.show.table import Table
from tests.test_meetings_finder import AMM, article

SENTENCE = (
    "Sáng 25/7, Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 57 (AMM 57) khai mạc tại Viêng Chăn"
)


def _with_meetings(read: Article) -> Article:
    read.meetings = find_meetings(read)
    return read


def _printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    table = Table()
    table.add(_with_meetings(article(*AMM)))
    table.add(_with_meetings(article("Giá vàng hôm nay", text="Giá vàng tăng nhẹ.")))
    table.print()
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [60, 80, 99, 100, 160])
def test_date_series_place_and_person_stand_in_one_piece_at_every_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    printed = _printed(capsys, monkeypatch, width)
    for words in ("2024-07-25", "AMM 57", "in-person", "1 article reports no meeting"):
        assert words in printed
    assert all(len(line) <= width for line in printed.splitlines())


def test_on_a_narrow_terminal_the_sentence_has_lines_of_its_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = _printed(capsys, monkeypatch, 80)
    assert SENTENCE in " ".join(line.strip() for line in narrow.splitlines())
    assert "│" not in narrow


def test_on_a_wide_terminal_the_sentence_has_a_column(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "┃ Read from" in _printed(capsys, monkeypatch, 120)
