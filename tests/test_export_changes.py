"""`scrapy export changes` and the files that an index takes: what others keep beside the store."""

import csv
import io
import json
import urllib.request
from argparse import Namespace

import orjson
import pytest
from pyarrow import parquet
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from pipelines.commands.export import Command
from pipelines.export.mapping import make_mapping
from tests.bulk_index import BulkIndex
from tests.merging.made import read_labelled
from tests.programs import ROOT
from tests.store.merging import article, make_articles, merge_in_steps, som


@pytest.fixture
def store(tmp_path):
    """The path of a store with two meetings of revision 1, one of them retired in revision 2."""
    path = str(tmp_path / "store.sqlite")
    merge_in_steps(path, [article(1, som()), article(2, som(series="ADMM"))], 2)
    merge_in_steps(path, [article(2, words="Rút.")], 1)
    return path


def export(store, path, what="changes", *, since=None):
    """What the command writes to `path`."""
    command = Command()
    command.settings = Settings({"STORE": store})
    command.run([what], Namespace(output=str(path), versions=False, since=since))
    assert command.exitcode == 0
    return path.read_bytes()


def test_a_change_is_an_id_with_what_it_is_now(store, tmp_path):
    som_, admm = map(orjson.loads, export(store, tmp_path / "c.jsonl").splitlines())
    assert list(som_) == ["revision", "id", "now", "meeting"]
    assert (som_["revision"], som_["now"], som_["meeting"]["series"]) == (1, som_["id"], "SOM")
    assert (admm["revision"], admm["now"], admm["meeting"]) == (2, None, None)


def test_changes_after_a_revision_are_just_those(store, tmp_path):
    (line,) = export(store, tmp_path / "c.jsonl", since=1).splitlines()
    assert orjson.loads(line)["revision"] == 2
    assert export(store, tmp_path / "c.jsonl", since=2) == b""


def test_csv_and_parquet_of_changes_say_the_same(store, tmp_path):
    written = export(store, tmp_path / "c.csv").decode()
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    assert [(row["revision"], row["meeting.series"]) for row in rows] == [("1", "SOM"), ("2", "")]
    table = parquet.ParquetFile(io.BytesIO(export(store, tmp_path / "c.parquet"))).read()
    assert [one["meeting"] and one["meeting"]["series"] for one in table.to_pylist()] == [
        "SOM",
        None,
    ]


def test_a_revision_of_another_store_is_refused(store, tmp_path, capsys):
    command = Command()
    command.settings = Settings({"STORE": store})
    out = str(tmp_path / "c.jsonl")
    command.run(["changes"], Namespace(output=out, versions=False, since=3))
    assert command.exitcode == 1
    assert "--since 3: this store is at revision 2, was it made anew?" in capsys.readouterr().err
    assert not (tmp_path / "c.jsonl").exists()


def send(index, body, kind="application/x-ndjson"):
    """The answer of the index to `body`."""
    request = urllib.request.Request(index.address, body, {"Content-Type": kind}, method="POST")
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read())


@pytest.fixture
def index():
    with BulkIndex(make_mapping()) as opened:
        yield opened


def test_a_bulk_file_is_an_action_line_and_a_document_by_turns(store, tmp_path):
    lines = export(store, tmp_path / "m.bulk", "meetings").splitlines()
    action, document = map(orjson.loads, lines)
    about = {"_id": document["id"], "version": 1, "version_type": "external_gte"}
    assert action == {"index": about}
    (line,) = export(store, tmp_path / "m.jsonl", "meetings").splitlines()
    assert document == orjson.loads(line)


def last_version(bulk):
    """The cursor to go on from: the version of the last action."""
    actions = [one for one in map(orjson.loads, bulk.splitlines()) if "schema" not in one]
    return next(iter(actions[-1].values()))["version"]


def test_an_index_that_follows_the_changes_holds_what_the_store_holds(tmp_path, index):
    articles, path = make_articles(read_labelled()), str(tmp_path / "store.sqlite")
    seen = 0
    for start in range(0, len(articles), 40):
        merge_in_steps(path, articles[start : start + 40], 40)
        bulk = export(path, tmp_path / "c.bulk", since=seen)
        assert send(index, bulk)["errors"] is False
        seen = last_version(bulk)
        lines = export(path, tmp_path / "m.jsonl", "meetings").splitlines()
        assert index.documents == {one["id"]: one for one in map(orjson.loads, lines)}


def test_a_file_that_is_sent_late_changes_nothing(store, tmp_path, index):
    merge_in_steps(store, [article(3, som(series="AMM"))], 1)
    old = export(store, tmp_path / "old.bulk", "meetings")
    merge_in_steps(store, [article(4, som(series="AMM")), article(1, words="Rút.")], 2)
    assert send(index, old)["errors"] is False
    send(index, export(store, tmp_path / "new.bulk", since=1))
    held = dict(index.documents)
    assert send(index, old)["errors"] is True
    assert index.documents == held
    assert [one["reports"] for one in held.values()] == [2]


def test_the_documented_mapping_is_that_of_the_record():
    documented = orjson.loads((ROOT / "docs" / "meeting.mapping.json").read_bytes())
    assert documented == make_mapping()


def test_an_index_holds_meetings_and_nothing_else(store, tmp_path):
    with pytest.raises(UsageError, match=r"a file \.bulk holds meetings or changes, no articles"):
        export(store, tmp_path / "a.bulk", "articles")
