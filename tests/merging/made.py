"""The hand-made reports with their right merge, and how well a merge does by them."""

import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

from crawler.items import Chair, ChairedBy, Meeting, Place
from pipelines.merging.blocking import find_blocks
from pipelines.merging.clustering import cluster_reports
from pipelines.merging.merge import Identity, merge_reports
from pipelines.merging.reports import Report

TABLE_FOLDER = Path(__file__).parent
TABLE = tomllib.loads((TABLE_FOLDER / "reports.toml").read_text("utf-8"))
PLAIN = ("name", "series", "report", "starts", "ends", "format", "host")


def read_report(row, position):
    """The report that a row of the table states."""
    place = Place(city=row.get("city"), country=row.get("country"))
    meeting = Meeting(
        main=row.get("main", True),
        ordinals=row.get("ordinals", []),
        status=row.get("status", "held"),
        precision=row.get("precision", "day" if "starts" in row else None),
        place=place if place != Place() else None,
        chair=Chair(country=row["chair"]) if "chair" in row else None,
        chaired_by=[ChairedBy(row["chaired_by"])] if "chaired_by" in row else [],
        **{name: row.get(name) for name in PLAIN},
    )
    return Report(
        article=row["url"],
        position=position,
        site=row["url"].split("/")[2],
        language=row["lang"],
        published=row["on"],
        text=row.get("copy", row["url"]),
        meeting=meeting,
    )


def read_labelled():
    """(label, report) of the whole table; the label is empty where no meeting can be told."""
    positions = Counter()
    labelled = []
    for meeting in TABLE["meeting"]:
        for row in meeting["reports"]:
            labelled.append((meeting["id"], read_report(row, positions[row["url"]])))
            positions[row["url"]] += 1
    return labelled


def score(labels, clusters):
    """(precision, recall) of the pairs in `clusters` of reports; `labels` by report key."""
    found = {pair for some in clusters for pair in pairs(report.key for report in some)}
    right = {(a, b) for a, b in pairs(labels) if labels[a] == labels[b] != ""}
    return len(found & right) / len(found), len(found & right) / len(right)


def pairs(keys):
    return combinations(sorted(keys), 2)


LABELLED = read_labelled()
REPORTS = [report for _, report in LABELLED]
LABELS = {report.key: label for label, report in LABELLED}


def merge_all(reports):
    blocks = find_blocks(reports)
    return [cluster for block in blocks for cluster in cluster_reports(blocks[block])]


def keys(clusters):
    return {frozenset(report.key for report in cluster) for cluster in clusters}


def reports_of(label):
    return [report for found, report in LABELLED if found == label]


def record_of(label):
    return merge_reports(Identity(id=label), reports_of(label))


def values_of(record, field):
    return {
        v.value: (v.chosen, v.why, v.conflict, v.texts) for v in record.values if v.field == field
    }


def report(number=1, *, text=None, on=date(2020, 1, 16), **facts):
    """A report of a SOM in Nha Trang's days, unless `facts` say something else."""
    meeting = Meeting(main=True, series="SOM", status="held", starts=date(2020, 1, 16))
    meeting.precision = "day"
    url = f"https://paper.example/{number}"
    return Report(
        article=url,
        position=0,
        site="paper",
        language="vi",
        published=on,
        text=text or url,
        meeting=replace(meeting, **facts),
    )


def replace_facts(one, **facts):
    return replace(one, meeting=replace(one.meeting, **facts))
