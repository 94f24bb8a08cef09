"""What is chosen from archives by site, day and relevance, before it is unpacked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from crawler.archive.choice import Choice
from crawler.archive.sources import find_sources
from crawler.archive.trouble import Trouble
from crawler.discovery.relevance import read_relevance
from tests.foreign import EXPECTED, IRRELEVANT, index_lines, name_url, write_wacz, write_warc
from tests.programs import run_scrapy

CHOICES = [
    (Choice(), range(8)),
    (Choice(hosts=frozenset({"vietnamplus.vn"})), [0, 1, 3, 4, 6, 7]),
    (Choice(hosts=frozenset({"en.vietnamplus.vn", "plus.vn"})), [1, 4, 7]),
    (Choice(since=date(2026, 11, 13)), range(3, 8)),
    (Choice(until=date(2026, 11, 11)), range(2)),
    (Choice(frozenset({"tin.example"}), date(2026, 11, 13), date(2026, 11, 16)), [5]),
    (Choice(relevance=read_relevance()), [0, 1, 3, 4, 5, 7]),
    (Choice(frozenset({"tin.example"}), relevance=read_relevance()), [5]),
]


@pytest.mark.parametrize(("choice", "numbers"), CHOICES)
@pytest.mark.parametrize("form", ["alone", "with index", "wacz"])
def test_pages_are_chosen_by_site_day_and_relevance(
    tmp_path: Path, choice: Choice, numbers: list[int], form: str
) -> None:
    path = warc = write_warc(tmp_path / "x.warc.gz")
    if form == "with index":
        (tmp_path / "x.cdxj").write_text("\n".join(index_lines(warc)))
    if form == "wacz":
        path = write_wacz(tmp_path / "x.wacz", warc, index_lines(warc))
    found = list(find_sources([path], choice))
    records = [one.record for one in found if not isinstance(one, Trouble) and one.record]
    urls = [record.url for record in records if record.kind == "response"]
    expected = [name_url(number) for number in numbers]
    assert [url for url in urls if url in EXPECTED] == expected


@pytest.mark.parametrize(
    ("choice", "others"),
    [
        (Choice(hosts=frozenset({"tin.example"})), (0, 3)),
        (Choice(relevance=read_relevance()), IRRELEVANT),
    ],
)
def test_what_the_index_does_not_choose_is_not_unpacked(
    tmp_path: Path, choice: Choice, others: tuple[int, ...]
) -> None:
    warc = write_warc(tmp_path / "x.warc.gz")
    index = index_lines(warc)
    (tmp_path / "x.cdxj").write_text("\n".join(index))
    content = bytearray(warc.read_bytes())
    offsets = [int(json.loads(line.split(" ", 2)[2])["offset"]) for line in index]
    for number in others:
        content[offsets[number] : offsets[number] + 40] = bytes(40)
    warc.write_bytes(content)
    assert [one for one in find_sources([warc]) if isinstance(one, Trouble)]
    assert not [one for one in find_sources([warc], choice) if isinstance(one, Trouble)]


@pytest.mark.parametrize(
    "line", ['x 20261120000000 {"url": 1}', "x 20269920000000 {}", "x 20261120000000 {]}"]
)
def test_a_damaged_index_is_one_line(tmp_path: Path, line: str) -> None:
    warc = write_warc(tmp_path / "x.warc.gz")
    (tmp_path / "x.cdxj").write_text(line)
    (trouble,) = find_sources([warc], Choice(hosts=frozenset({"tin.example"})))
    assert "its index is damaged" in str(trouble)


def test_a_replay_reads_what_its_options_choose(tmp_path: Path) -> None:
    pages = ("replay", "tests/pages", "-O", f"{tmp_path}/out.jsonl", "--site", "akp")
    run = run_scrapy(*pages, "--since", "2000-01")
    assert (run.code, run.err) == (0, "1 articles, 1 new\n")
    assert "no site is called 'nobody'" in run_scrapy(*pages, "--site", "nobody").err
    assert run_scrapy(*pages, "--until", "2000-01").code == 1


def test_a_replay_passes_over_what_is_not_relevant_by_its_address(tmp_path: Path) -> None:
    write_warc(tmp_path / "x.warc.gz")
    out = tmp_path / "out.jsonl"
    run = run_scrapy("replay", str(tmp_path), "-O", str(out), "--relevant")
    assert run.code == 0, run.err
    urls = [json.loads(line)["fetched_url"] for line in out.read_bytes().splitlines()]
    assert urls == [name_url(number) for number in range(8) if number not in IRRELEVANT]
    words = tmp_path / "words.toml"
    words.write_text('[anywhere]\na = ["gia vang"]\n[headlines]\na = ["gold"]\n')
    other = ("--relevant", "-s", f"RELEVANCE_WORDS={words}")
    assert run_scrapy("replay", str(tmp_path), "-O", str(out), *other).code == 0
    urls = [json.loads(line)["fetched_url"] for line in out.read_bytes().splitlines()]
    assert urls == [name_url(number) for number in IRRELEVANT]
