"""`scrapy export site`: a folder that is there whole or not at all, the same every time."""

from argparse import Namespace

import pytest
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from pipelines.browse.folder import write_folder
from pipelines.commands.export import Command
from pipelines.store.database import Store
from pipelines.store.keeping import Keeper
from tests.browse.made import ARTICLES, fill_store
from tests.store.judge import ExactJudge
from tests.store.loop import keep


def export(address, output, **more):
    """The exit code of the command, run in this process."""
    command = Command()
    command.settings = Settings({"STORE": str(address), "SPIDER_MODULES": ["spiders"]})
    options = {"output": str(output), "versions": False, "since": None} | more
    command.run(["site"], Namespace(**options))
    return command.exitcode


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_second_export_is_the_same_bytes(address, tmp_path):
    assert export(address, tmp_path / "one") == 0
    assert export(address, tmp_path / "two") == 0
    first = contents(tmp_path / "one")
    assert len(first) > 100
    assert contents(tmp_path / "two") == first


def test_a_second_store_gives_the_same_bytes(address, tmp_path):
    other = fill_store(tmp_path / "other.sqlite")
    assert export(address, tmp_path / "one") == 0
    assert export(other, tmp_path / "two") == 0
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def test_an_earlier_export_is_replaced_as_a_whole(address, tmp_path):
    few = fill_store(tmp_path / "few.sqlite", ARTICLES[:1])
    assert export(address, tmp_path / "site") == 0
    assert export(few, tmp_path / "site") == 0
    assert len(contents(tmp_path / "site")) < 100
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["site"]


def test_what_is_new_is_merged_first(tmp_path):
    with Store(str(tmp_path / "s.sqlite")) as store:
        keep(Keeper(store, ExactJudge()), ARTICLES[0])
    assert export(tmp_path / "s.sqlite", tmp_path / "site") == 0
    assert "40th ASEAN Summit" in (tmp_path / "site" / "en" / "index.html").read_text("utf-8")


def test_a_folder_of_somebody_else_is_left_alone(address, tmp_path, capfd):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    (tmp_path / "file").write_bytes(b"file")
    assert export(address, tmp_path / "photos") == 1
    assert "holds other files" in capfd.readouterr().err
    assert export(address, tmp_path / "file") == 1
    assert contents(tmp_path) == {"photos/cat.jpg": b"cat", "file": b"file"}


def test_an_empty_folder_is_filled(address, tmp_path):
    (tmp_path / "site").mkdir()
    assert export(address, tmp_path / "site") == 0
    assert (tmp_path / "site" / "index.html").exists()


class Failing:
    """Pages of which the second cannot be read."""

    def names(self):
        return ["a.html", "b.html"]

    def read(self, name):
        return b"a" if name == "a.html" else None


def test_after_a_failure_the_folder_of_yesterday_stands(address, tmp_path):
    assert export(address, tmp_path / "site") == 0
    before = contents(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"b\.html"):
        write_folder(Failing(), tmp_path / "site")
    assert contents(tmp_path) == before


def test_a_folder_that_a_killed_export_put_aside_comes_back(address, tmp_path):
    assert export(address, tmp_path / "site") == 0
    before = contents(tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / "site.before")
    with pytest.raises(FileNotFoundError):
        write_folder(Failing(), tmp_path / "site")
    assert contents(tmp_path / "site") == before


@pytest.mark.parametrize(
    ("output", "more", "message"),
    [
        ("-", {}, "name the folder"),
        ("site", {"since": 3}, "--versions and --since"),
        ("site", {"versions": True}, "--versions and --since"),
    ],
)
def test_what_makes_no_sense_is_a_wrong_usage(address, output, more, message):
    with pytest.raises(UsageError, match=message):
        export(address, output, **more)


def test_without_a_store_nothing_is_written(tmp_path, capfd):
    assert export(tmp_path / "none.sqlite", tmp_path / "site") == 1
    assert "a crawl makes it" in capfd.readouterr().err
    assert not (tmp_path / "site").exists()
