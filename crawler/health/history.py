"""The figures of earlier crawls: one file a site, one JSON line a crawl, newest last."""

from __future__ import annotations

import json
import os
from dataclasses import fields
from pathlib import Path

from crawler.health.coverage import Report


def read_history(folder: Path, site: str) -> list[Report]:
    """The reports of the site's crawls, oldest first; a torn last line is passed over."""
    path = folder / f"{site}.jsonl"
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [report for line in lines if (report := _parse(line))]


def append_report(folder: Path, site: str, report: Report) -> None:
    """Add a line, on disk when this returns."""
    folder.mkdir(parents=True, exist_ok=True)
    line = json.dumps(report.as_record(), ensure_ascii=False)
    with (folder / f"{site}.jsonl").open("a+", encoding="utf-8") as file:
        file.write(("" if _ends_whole(file.name) else "\n") + line + "\n")
        file.flush()
        os.fsync(file.fileno())


def _ends_whole(name: str) -> bool:
    content = Path(name).read_bytes()[-1:]
    return content in (b"", b"\n")


def _parse(line: str) -> Report | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    known = {field.name for field in fields(Report)}
    values = {name: value for name, value in record.items() if name in known}
    return Report(**(values | {"alarms": tuple(record.get("alarms", ()))}))
