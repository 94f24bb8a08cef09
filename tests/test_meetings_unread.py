"""What the rules left unread is listed, and what they read is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.items import SCHEMA, Article
from pipelines.meetings.unread import list_unread
from tests.programs import run_scrapy


def article(text: str) -> Article:
    return Article(SCHEMA, "https://x.example/1", "https://x.example/1", "x", "vi", None, None,
                   text)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hội nghị người yêu chim ASEAN họp.", [("meeting", "Hội nghị người yêu chim ASEAN")]),
        ("Hội nghị Bộ trưởng Ngoại giao ASEAN họp ngày 18/5.", []),
        ("Tỷ số là 3-1 sau hiệp một.", [("date", "3-1")]),
        ("Ngày 18/5 và sáng 19/5/2020.", []),
        ("Bộ trưởng Ngoại giao Phạm Bình Minh phát biểu.", []),
        ("Thủ tướng Lào nói.", [("title", "Thủ tướng Lào nói.")]),
    ],
)  # fmt: skip
def test_only_what_no_rule_took_is_listed(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.words) for one in list_unread(article(text))] == wanted


def test_every_case_quotes_its_sentence() -> None:
    text = "Mở đầu.\nHội nghị những người yêu chim ASEAN họp. Kết thúc 3-1."
    for one in list_unread(article(text)):
        assert one.words in one.sentence
        assert one.sentence in text
        assert one.source == "text"


def test_the_command_reads_json_lines(tmp_path: Path) -> None:
    row = {"url": "https://x.example/1", "fetched_url": "https://x.example/1", "site": "x"}
    told = {"language": "vi", "title": "Thua 3-1", "sapo": None, "text": "Tỷ số là 3-1."}
    path = tmp_path / "out.jsonl"
    path.write_text(json.dumps({**row, **told}) + "\n", "utf-8")
    run = run_scrapy("unread", str(path), "--kind", "date", "--sentences")
    assert run.code == 0, run.err
    assert run.out.count("date 3-1") == 2
    assert "Tỷ số là 3-1." in run.out
    counted = run_scrapy("unread", str(path))
    assert counted.code == 0, counted.err
    assert "3-1" in counted.out
