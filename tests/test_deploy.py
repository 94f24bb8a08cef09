"""What is shipped for scheduled runs names commands, files and options that exist."""

from __future__ import annotations

import configparser
import re
import shutil
from pathlib import Path

import pytest

from pipelines.commands.runall import Command
from tests.programs import ROOT, run_program

DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("asean-meetings.*"))


def read_unit(path: Path) -> configparser.ConfigParser:
    unit = configparser.ConfigParser(interpolation=None, strict=True)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(path, "utf-8")
    return unit


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_systemd_accepts_the_unit(path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd-analyze here")
    verified = run_program("systemd-analyze", "verify", "--man=no", str(path))
    complaints = [line for line in verified.err.splitlines() if "is not executable" not in line]
    assert complaints == []


def test_the_service_runs_a_command_that_exists() -> None:
    service = read_unit(DEPLOY / "asean-meetings.service")
    program, command, *_ = service["Service"]["ExecStart"].split()
    assert program.endswith("/.venv/bin/scrapy")
    assert command == Command.__module__.rpartition(".")[2]
    assert service["Service"]["SuccessExitStatus"] == "75"


def test_the_timer_belongs_to_the_service() -> None:
    timer = read_unit(DEPLOY / "asean-meetings.timer")
    assert {path.stem for path in UNITS} == {"asean-meetings"}
    assert re.fullmatch(r"\*-\*-\* [\d,]+:\d\d:\d\d \S+/\S+", timer["Timer"]["OnCalendar"])


def test_the_cron_line_is_one() -> None:
    lines = (DEPLOY / "crontab").read_text("utf-8").splitlines()
    (job,) = [line for line in lines if re.match(r"[\d*]", line)]
    minute, hour, *rest = job.split(maxsplit=5)
    assert (minute, rest[:3]) == ("20", ["*", "*", "*"])
    assert all(0 <= int(part) < 24 for part in hour.split(","))
    assert "scrapy runall" in rest[3]


def test_the_image_copies_what_exists_and_all_that_is_imported() -> None:
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    copied = {word for line in re.findall(r"^COPY (.*) \S+$", text, re.M) for word in line.split()}
    assert {name for name in copied if not (ROOT / name).exists()} == set()
    assert copied >= {"crawler", "spiders", "pipelines", "pyproject.toml", "scrapy.cfg"}
