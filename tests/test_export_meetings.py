"""`scrapy export meetings`: real meetings as JSON lines, CSV, Parquet and a calendar."""

import csv
import io
from argparse import Namespace
from datetime import UTC, date, datetime, timedelta

import icalendar
import orjson
import pytest
import vobject
from jsonschema import Draft202012Validator
from pyarrow import parquet
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from crawler.schema import make_schema
from pipelines.commands.export import Command
from pipelines.commands.schema import ITEMS
from pipelines.export.formats.ics import STATUS
from pipelines.export.formats.ics import write as write_ics
from pipelines.export.records import MEETING, read_merged_records
from pipelines.merging.blocking import find_blocks
from pipelines.merging.clustering import cluster_reports
from pipelines.merging.merge import Identity, merge_reports
from pipelines.store.database import Store
from pipelines.store.keeping import Keeper
from tests.merging.made import read_labelled
from tests.programs import ROOT
from tests.store.judge import ExactJudge
from tests.store.loop import keep
from tests.store.made import make_article
from tests.store.merging import article, merge_in_steps, som

ENDINGS = (".jsonl", ".csv", ".parquet", ".ics")


def fill(path, labelled):
    """A store at `path` that holds the labelled reports, one an article."""
    with Store(str(path)) as store:
        for number, (_, report) in enumerate(labelled, 1):
            when = datetime(*report.published.timetuple()[:3], tzinfo=UTC)
            article = make_article(number, meetings=[report.meeting], published=when)
            article.text = f"{report.text} {report.position}"
            keep(Keeper(store, ExactJudge()), article)
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The path of a store with the reports of tests/merging."""
    return fill(tmp_path_factory.mktemp("merged") / "store.sqlite", read_labelled())


def export(store, what="meetings", *, output="-", since=None):
    """The exit code of the command, run in this process."""
    command = Command()
    command.settings = Settings({"STORE": str(store)})
    command.run([what], Namespace(output=str(output), versions=False, since=since))
    return command.exitcode


@pytest.fixture(scope="module")
def files(store, tmp_path_factory):
    """The export in every format, by ending."""
    folder = tmp_path_factory.mktemp("export")
    for ending in ENDINGS:
        assert export(store, output=folder / f"m{ending}") == 0
    return {ending: (folder / f"m{ending}").read_bytes() for ending in ENDINGS}


@pytest.fixture(scope="module")
def lines(files):
    return [orjson.loads(line) for line in files[".jsonl"].splitlines()]


def test_a_line_is_a_meeting(lines):
    assert len(lines) == 19
    assert [line["starts"] for line in lines] == sorted(line["starts"] for line in lines)
    (nha_trang,) = [one for one in lines if one["id"].startswith("som-2020") and one["place"]
                    and one["place"]["city"] == "Nha Trang"]  # fmt: skip
    assert (nha_trang["starts"], nha_trang["reports"], nha_trang["texts"]) == ("2020-01-16", 5, 6)


def test_every_line_fits_the_schema(lines):
    schema = make_schema(*ITEMS["meetings"])
    assert orjson.loads((ROOT / "docs" / "meeting.schema.json").read_bytes()) == schema
    validator = Draft202012Validator(schema)
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_second_export_is_the_same_bytes(store, files, ending, tmp_path):
    assert export(store, output=tmp_path / f"again{ending}") == 0
    assert (tmp_path / f"again{ending}").read_bytes() == files[ending]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_second_store_gives_the_same_bytes(files, ending, tmp_path):
    other = fill(tmp_path / "other.sqlite", read_labelled())
    assert export(other, output=tmp_path / f"again{ending}") == 0
    assert (tmp_path / f"again{ending}").read_bytes() == files[ending]


def test_csv_and_parquet_say_the_same_as_the_lines(files, lines):
    rows = list(csv.DictReader(io.StringIO(files[".csv"].decode(), newline="")))
    table = parquet.ParquetFile(io.BytesIO(files[".parquet"])).read().to_pylist()
    for line, row, entry in zip(lines, rows, table, strict=True):
        assert (row["id"], row["starts"]) == (line["id"], line["starts"])
        assert row["place.city"] == ((line["place"] or {}).get("city") or "")
        assert orjson.loads(row["sources"]) == line["sources"]
        assert (entry["id"], str(entry["starts"])) == (line["id"], line["starts"])
        assert entry["values"] == line["values"]


def read_with_icalendar(data):
    """Id -> (first day, day after the last, status, sequence) of every event."""
    return {
        str(event["uid"]): (
            event.decoded("dtstart"),
            event.decoded("dtend"),
            str(event["status"]),
            int(event["sequence"]),
        )
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    }


def read_with_vobject(data):
    """The same by another reader."""
    return {
        event.uid.value: (
            event.dtstart.value,
            event.dtend.value,
            event.status.value,
            int(event.sequence.value),
        )
        for event in vobject.readOne(data.decode()).vevent_list
    }


@pytest.mark.parametrize("read", [read_with_icalendar, read_with_vobject])
def test_the_calendar_has_every_meeting_whose_days_are_known(files, lines, read):
    events = read(files[".ics"])
    assert events == {
        f"{line['id']}@asean-meetings": (
            date.fromisoformat(line["starts"]),
            date.fromisoformat(line["ends"]) + timedelta(days=1),
            STATUS[line["status"]],
            line["sequence"],
        )
        for line in lines
    }
    assert len(events) == 19


def test_the_calendar_keeps_the_rules_of_its_format(files):
    data = files[".ics"]
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"DTSTAMP:") == data.count(b"BEGIN:VEVENT") == 19
    assert b"DTSTART;VALUE=DATE:20200116" in data


@pytest.mark.parametrize("read", [read_with_icalendar, read_with_vobject])
def test_a_change_of_the_meeting_is_a_higher_sequence_of_the_same_event(tmp_path, read):
    path, file = str(tmp_path / "store.sqlite"), tmp_path / "m.ics"
    seen = []
    for number, facts in enumerate(
        (
            {"status": "upcoming", "starts": date(2020, 4, 8), "ends": date(2020, 4, 9)},
            {"status": "postponed", "starts": date(2020, 4, 8), "ends": date(2020, 4, 9)},
            {"status": "upcoming", "starts": date(2020, 6, 26)},
            {"status": "upcoming", "starts": date(2020, 6, 26)},
            {"status": "held", "starts": date(2020, 6, 26)},
        )
    ):
        report = som(ordinals=[5], precision="range" if "ends" in facts else "day", **facts)
        merge_in_steps(path, [article(number, report, day=number + 1)], 1)
        assert export(path, output=file) == 0
        seen.append(read(file.read_bytes()))
    (uid,) = {uid for events in seen for uid in events}
    april, june = (date(2020, 4, 8), date(2020, 4, 10)), (date(2020, 6, 26), date(2020, 6, 27))
    assert [events[uid] for events in seen] == [
        (*april, "TENTATIVE", 0),
        (*april, "CANCELLED", 1),
        (*june, "TENTATIVE", 2),
        (*june, "TENTATIVE", 2),
        (*june, "CONFIRMED", 3),
    ]


def merge(labelled):
    reports = [report for _, report in labelled]
    blocks = find_blocks(reports)
    clusters = [some for block in blocks.values() for some in cluster_reports(block)]
    return [merge_reports(Identity(id=str(n)), some) for n, some in enumerate(clusters)]


def calendar_of(meetings):
    file = io.BytesIO()
    write_ics(file, MEETING, read_merged_records(meetings))
    return icalendar.Calendar.from_ical(file.getvalue()).walk("VEVENT")


def test_what_is_announced_is_tentative_and_what_is_off_is_cancelled():
    early = [(label, one) for label, one in read_labelled() if one.published < date(2020, 3, 4)]
    events = {str(event["summary"]): str(event["status"]) for event in calendar_of(merge(early))}
    assert events["ASEAN-SUMMIT 36"] == "TENTATIVE"
    assert events["ASEAN-US-SUMMIT-SPECIAL"] == "CANCELLED"
    assert events["AMMR"] == "CONFIRMED"


def test_a_meeting_of_which_only_the_month_is_known_is_no_event():
    months = [pair for pair in read_labelled() if pair[1].meeting.precision == "month"]
    assert len(merge(months)) > 3
    assert calendar_of(merge(months)) == []


def test_what_changed_since_a_revision(store, lines, tmp_path):
    last = max(line["revision"] for line in lines)
    assert export(store, output=tmp_path / "none.jsonl", since=last) == 0
    assert (tmp_path / "none.jsonl").read_bytes() == b""
    assert export(store, output=tmp_path / "all.jsonl", since=0) == 0
    assert (tmp_path / "all.jsonl").read_bytes().count(b"\n") == 19


def test_ids_that_stand_no_more_are_exported(tmp_path):
    path = fill(tmp_path / "store.sqlite", read_labelled()[:1])
    assert export(path, output=tmp_path / "m.jsonl") == 0
    (line,) = (tmp_path / "m.jsonl").read_bytes().splitlines()
    with Store(str(path)) as store:
        keep(Keeper(store, ExactJudge()), make_article(1, meetings=[], text="Đã rút."))
    assert export(path, "retired", output=tmp_path / "r.csv") == 0
    written = (tmp_path / "r.csv").read_bytes().decode()
    gone = list(csv.DictReader(io.StringIO(written, newline="")))
    assert gone == [{"id": orjson.loads(line)["id"], "meeting": "", "revision": "2"}]


@pytest.mark.parametrize(
    ("what", "options", "message"),
    [
        ("articles", {"output": "a.ics"}, "a file .ics holds meetings, no articles"),
        ("reports", {"since": 3}, "--since is for meetings, retired and changes"),
    ],
)
def test_what_makes_no_sense_is_a_wrong_usage(store, what, options, message):
    with pytest.raises(UsageError, match=message):
        export(store, what, **options)
