"""Feeds: the same bytes everywhere, and no torn or lost file whatever happens."""

import fcntl
import json
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO

import orjson
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.statscollectors import MemoryStatsCollector

from crawler.feeds import JsonLines, SyncedFile
from crawler.items import Article
from tests.programs import kill_when, run_program, start_program

YESTERDAY = b'{"title":"yesterday"}\n'


@dataclass(slots=True)
class Line:
    """An item with a value of every kind that an article has."""

    title: str = "Hội nghị “SOM” 高官会 \U0001f30f"
    none: str | None = None
    empty: list[str] = field(default_factory=list)
    nested: dict[str, float] = field(default_factory=lambda: {"b": 1e16, "a": 0.1})
    time: datetime = datetime(2026, 11, 20, 8, 30, tzinfo=timezone(timedelta(hours=7)))
    utc: datetime = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
    day: date = date(2026, 11, 20)


def run_feed(path, *, count=3, overwrite=True, **task):
    """A crawl without requests that yields `count` items into `path`."""
    settings = {"FEEDS": {str(path): {"format": "jsonl", "overwrite": overwrite}}}
    full = {"count": count, "settings": settings | task.pop("settings", {})} | task
    return run_program(sys.executable, "-m", "tests.feeder", json.dumps(full))


def titles(path):
    return [orjson.loads(line)["title"] for line in path.read_bytes().splitlines()]


def make_crawler(reason="finished"):
    crawler = Crawler(Spider)
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.stats.set_value("finish_reason", reason)
    return crawler


def write_feed(path, *items, overwrite=True, reason="finished"):
    """Write `items` to `path` as Scrapy's feeds do; the stats."""
    crawler = make_crawler(reason)
    storage = SyncedFile.from_crawler(crawler, str(path), feed_options={"overwrite": overwrite})
    with suppress(OSError):
        file = storage.open(Spider("x"))
        exporter = JsonLines.from_crawler(crawler, file)
        for item in items:
            exporter.export_item(item)
        storage.store(file)
    return crawler.stats.get_stats()


def export(*items, **options):
    file = BytesIO()
    exporter = JsonLines.from_crawler(make_crawler(), file, **options)
    for item in items:
        exporter.export_item(item)
    return file.getvalue()


def test_a_line_has_these_bytes():
    line = (
        '{"title":"Hội nghị “SOM” 高官会 \U0001f30f","none":null,"empty":[],'
        '"nested":{"b":1e+16,"a":0.1},"time":"2026-11-20T08:30:00+07:00",'
        '"utc":"2026-11-20T01:30:00+00:00","day":"2026-11-20"}\n'
    )
    assert export(Line(), Line()) == line.encode() * 2
    assert export({"b": 1, "a": date(2026, 1, 2)}) == b'{"b":1,"a":"2026-01-02"}\n'


def test_the_keys_of_an_article_stand_in_the_order_of_its_fields():
    article = Article(
        schema="x",
        url="u",
        fetched_url="f",
        site="s",
        language=None,
        title=None,
        sapo=None,
        text="",
    )
    assert list(orjson.loads(orjson.dumps(article))) == list(Article.__dataclass_fields__)


def test_chosen_fields_are_the_only_ones():
    line = b'{"day":"2026-11-20","none":null}\n'
    assert export(Line(), fields_to_export=["day", "none"]) == line


def test_a_finished_feed_replaces_yesterdays_file_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "deep" / "out.jsonl"
    path.parent.mkdir()
    path.write_bytes(YESTERDAY)
    run = run_feed(path)
    assert run.lines()[-1]["finish_reason"] == "finished"
    assert len(titles(path)) == 3
    assert [file.name for file in path.parent.iterdir()] == ["out.jsonl"]


def test_an_appended_feed_keeps_yesterdays_lines_first(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(YESTERDAY)
    write_feed(path, Line(), overwrite=False)
    assert titles(path) == ["yesterday", Line().title]


def test_without_items_yesterdays_file_stays(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(YESTERDAY)
    run_feed(path, count=0)
    assert path.read_bytes() == YESTERDAY


def test_after_a_kill_yesterdays_file_is_as_it_was_and_the_next_run_is_whole(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(YESTERDAY)
    feed = {str(path): {"format": "jsonl", "overwrite": False}}
    task = json.dumps({"count": 10**6, "settings": {"FEEDS": feed}})
    process = start_program(sys.executable, "-m", "tests.feeder", task)
    part = tmp_path / "out.jsonl.part"
    kill_when(process, lambda: part.exists() and part.stat().st_size > 50_000)
    assert path.read_bytes() == YESTERDAY
    write_feed(path, Line(), overwrite=False)
    assert titles(path) == ["yesterday", Line().title]
    assert not part.exists()


def test_a_stopped_crawl_leaves_its_lines_beside_yesterdays_file(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(YESTERDAY)
    run = run_feed(path, count=5, stop="shutdown")
    assert path.read_bytes() == YESTERDAY
    assert len(titles(tmp_path / "out.jsonl.part")) == 5
    assert "the crawl ended as 'shutdown'" in run.lines()[-1]["feed/failed"]


def test_a_crawl_that_reached_the_limit_set_for_it_is_whole(tmp_path):
    path = tmp_path / "out.jsonl"
    stats = write_feed(path, *[Line()] * 5, reason="closespider_itemcount")
    assert len(titles(path)) == 5
    assert "feed/failed" not in stats


def test_a_full_disk_stops_the_crawl_and_keeps_yesterdays_file(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(YESTERDAY)
    feed = {str(path): {"format": "jsonl", "overwrite": True}}
    task = json.dumps({"count": 3000, "settings": {"FEEDS": feed}})
    command = (sys.executable, "-c", SMALL_DISK, task)
    run = run_program(*command)
    stats = run.lines()[-1]
    assert path.read_bytes() == YESTERDAY
    assert "File too large" in stats["feed/failed"]
    assert stats["finish_reason"] == "feed_failed"


SMALL_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
from tests.feeder import main
main()
"""


def test_two_crawls_do_not_write_one_file(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(YESTERDAY)
    with (tmp_path / "out.jsonl.part").open("wb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        other.write(b"of the other crawl")
        other.flush()
        stats = run_feed(path).lines()[-1]
    assert "temporarily unavailable" in stats["feed/failed"]
    assert stats["finish_reason"] == "feed_failed"
    assert (tmp_path / "out.jsonl.part").read_bytes() == b"of the other crawl"
    assert path.read_bytes() == YESTERDAY


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    stats = run_feed(tmp_path / "file" / "out.jsonl").lines()[-1]
    assert "out.jsonl: " in stats["feed/failed"]


def test_an_item_that_is_no_json_is_counted_and_the_rest_is_written(tmp_path, caplog):
    stats = write_feed(tmp_path / "out.jsonl", Line(), Line(title="lone \ud800"), Line())
    assert len(titles(tmp_path / "out.jsonl")) == 2
    assert stats["feed/unwritten"] == 1
    assert caplog.text.count("cannot be written as JSON") == 1


def test_lines_can_go_to_the_standard_output():
    run = run_feed("stdout:", count=2, overwrite=False)
    assert [line.get("title") for line in run.lines()] == [Line().title] * 2 + [None]
