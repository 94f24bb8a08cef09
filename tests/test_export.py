"""`scrapy export`: the store as JSON lines, CSV and Parquet, whole or not at all."""

import csv
import io
import os
import tracemalloc
from argparse import Namespace
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path

import orjson
import pytest
from pyarrow import parquet
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from crawler.items import ArchiveRef, Article, Meeting, Money
from pipelines.commands.export import Command
from pipelines.export.formats.csv import write as write_csv
from pipelines.export.formats.jsonl import write as write_jsonl
from pipelines.export.formats.parquet import ROW_GROUP
from pipelines.export.formats.parquet import write as write_parquet
from pipelines.export.records import KINDS
from pipelines.export.whole import write_whole
from pipelines.store.articles import stream_articles
from pipelines.store.database import Store
from pipelines.store.keeping import Keeper
from tests.programs import run_scrapy, scrapy_command, start_program
from tests.store.judge import ExactJudge
from tests.store.loop import keep
from tests.store.made import make_article

ARTICLES = [
    make_article(1, tags=["ASEAN", "SOM"], archive=ArchiveRef("a.warc.gz", 7)),
    make_article(2, published=date(2024, 1, 3), title='Hội nghị "hẹp",\ndòng hai', meetings=[]),
    make_article(3, fetched=datetime(2024, 5, 1, tzinfo=UTC), sapo="Sa pô"),
]


@pytest.fixture
def store(tmp_path):
    """The path of a store that holds `ARTICLES`."""
    path = str(tmp_path / "store.sqlite")
    with Store(path) as opened:
        for article in ARTICLES:
            keep(Keeper(opened, ExactJudge()), article)
    return path


def write(writer, kind, articles=ARTICLES):
    file = io.BytesIO()
    writer(file, KINDS[kind].columns, KINDS[kind].records(articles))
    return file.getvalue()


def read_csv(kind):
    return list(csv.DictReader(io.StringIO(write(write_csv, kind).decode(), newline="")))


def read_parquet(kind, articles=ARTICLES):
    return parquet.ParquetFile(io.BytesIO(write(write_parquet, kind, articles)))


def export(store, *arguments, output="-", versions=False):
    """The exit code of the command, run in this process: starting Scrapy takes its seconds."""
    command = Command()
    command.settings = Settings({"STORE": store})
    command.run(list(arguments), Namespace(output=str(output), versions=versions, since=None))
    return command.exitcode


def test_json_lines_are_the_bytes_that_the_crawl_writes(store, tmp_path):
    run = run_scrapy("export", "articles", "-O", str(tmp_path / "a.jsonl"), STORE=store)
    assert run.code == 0, run.err
    lines = [orjson.dumps(article, option=orjson.OPT_APPEND_NEWLINE) for article in ARTICLES]
    assert (tmp_path / "a.jsonl").read_bytes() == b"".join(lines)


def test_a_reader_that_has_seen_enough_is_no_error(store):
    with Store(store) as opened:
        for number in range(4, 40):
            keep(Keeper(opened, ExactJudge()), make_article(number, text=f"{number}" * 9000))
    with start_program(*scrapy_command("export", "articles"), STORE=store) as process:
        assert process.stdout.read(10) == '{"schema":'
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, "")


def test_without_a_file_the_lines_go_to_standard_output(store, capfd):
    assert export(store, "reports") == 0
    found = [orjson.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [line["article"] for line in found] == [ARTICLES[0].url, ARTICLES[2].url]
    assert [line["ordinals"] for line in found] == [[1], [3]]
    assert found[0]["evidence"][0]["quote"] == "Hội "


@pytest.mark.parametrize(
    ("versions", "expected"),
    [(False, [(1, 2), (2, 1), (3, 1)]), (True, [(1, 1), (1, 2), (2, 1), (3, 1)])],
)
def test_only_the_last_version_is_exported_unless_all_are_asked_for(
    store, tmp_path, versions, expected
):
    with Store(store) as opened:
        keep(Keeper(opened, ExactJudge()), make_article(1, text="Bản hai."))
    assert export(store, "articles", output=tmp_path / "a.csv", versions=versions) == 0
    rows = csv.DictReader(io.StringIO((tmp_path / "a.csv").read_bytes().decode(), newline=""))
    urls = {article.url: number for number, article in enumerate(ARTICLES, 1)}
    assert [(urls[row["url"]], int(row["version"])) for row in rows] == expected


@pytest.mark.parametrize(
    ("arguments", "output", "message"),
    [
        (["articles"], "a.xlsx", "its name must end in .bulk, .csv, .ics, .jsonl, .parquet"),
        (["articles"], "jsonl", "its name must end in"),
        (["people"], "a.csv", "say what to export: articles, reports, meetings, retired, changes"),
        ([], "a.csv", "say what to export"),
    ],
)
def test_what_is_no_export_is_a_wrong_usage(store, arguments, output, message):
    with pytest.raises(UsageError, match=message):
        export(store, *arguments, output=output)


def test_what_cannot_be_written_or_read_is_said_in_one_line(store, tmp_path, capfd):
    assert export(store, "articles", output=tmp_path / "none" / "a.csv") == 1
    assert "No such file or directory" in capfd.readouterr().err
    assert export(str(tmp_path / "none.sqlite"), "articles") == 1
    assert "none.sqlite yet: a crawl makes it" in capfd.readouterr().err
    assert not (tmp_path / "none.sqlite").exists()


def test_csv_has_a_column_for_every_part_and_json_for_lists():
    first, second, third = read_csv("articles")
    assert (first["archive.file"], first["archive.offset"]) == ("a.warc.gz", "7")
    assert first["tags"] == '["ASEAN","SOM"]'
    assert (second["title"], second["published"]) == (ARTICLES[1].title, "2024-01-03")
    assert (second["sapo"], third["sapo"]) == ("", "Sa pô")
    assert third["fetched"] == "2024-05-01T00:00:00+00:00"


def test_csv_of_meetings_splits_place_and_chair():
    row = read_csv("reports")[0]
    assert (row["place.city"], row["place.country"], row["chair.year"]) == ("Hà Nội", "VN", "")
    assert (row["main"], row["starts"], row["series"]) == ("true", "2024-01-02", "SOM")


def test_parquet_keeps_nesting_and_types():
    table = read_parquet("reports").read()
    first = table.to_pylist()[0]
    assert first["starts"] == date(2024, 1, 2)
    assert first["place"]["city"] == "Hà Nội"
    assert first["people"][0]["name"] == "Nguyễn Văn A"
    assert first["chair"] is None
    assert first["published"] == "2024-01-02T08:00:00+00:00"
    fetched = read_parquet("articles").read().to_pylist()[2]["fetched"]
    assert fetched == datetime(2024, 5, 1, tzinfo=UTC)


def test_parquet_of_nothing_still_has_its_columns():
    money = read_parquet("reports", [make_article(1, meetings=[])]).schema_arrow.field("money")
    names = [field.name for field in fields(Money)]
    assert [field.name for field in money.type.value_type] == names


def test_parquet_is_written_by_row_groups():
    articles = [make_article(number) for number in range(ROW_GROUP + 1)]
    assert read_parquet("articles", articles).metadata.num_row_groups == 2


@pytest.mark.parametrize(("kind", "item"), [("articles", Article), ("reports", Meeting)])
def test_every_field_of_the_record_is_a_column(kind, item):
    names = {field.name for field in fields(item)}
    assert names <= set(KINDS[kind].columns)
    assert names <= set(orjson.loads(write(write_jsonl, kind).splitlines()[0]))


def test_a_file_that_is_not_finished_leaves_the_old_one(tmp_path):
    target = tmp_path / "a.jsonl"
    target.write_bytes(b"yesterday")
    with pytest.raises(ZeroDivisionError), write_whole(target) as file:
        file.write(b"half" * (1 // 0))
    assert target.read_bytes() == b"yesterday"
    assert list(tmp_path.iterdir()) == [target]


def measure(path, count):
    """Peak bytes while `count` more articles are exported from the store at `path`."""
    with Store(path) as store:
        keeper = Keeper(store, ExactJudge())
        for number in range(count):
            keep(keeper, make_article(number, text=f"{number}-" * 2000))
        tracemalloc.start()
        with store.reading() as connection:
            records = KINDS["articles"].records(stream_articles(connection))
            with Path(os.devnull).open("wb") as file:
                write_jsonl(file, KINDS["articles"].columns, records)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_store(tmp_path):
    few = measure(str(tmp_path / "few.sqlite"), 250)
    many = measure(str(tmp_path / "many.sqlite"), 750)
    assert many < few * 1.5
