"""The commands that the documents show run, and every command of ours is in a document."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from crawler.items import SCHEMA
from crawler.sites import load_sites
from tests.programs import ROOT, run_program, run_scrapy, scrapy_command

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = sorted(p.stem for p in (ROOT / "pipelines" / "commands").glob("[a-z]*.py"))


def shown() -> Iterator[tuple[str, str]]:
    """(document, command) of the lines in `sh` fences that start with `scrapy`."""
    for document in DOCUMENTS:
        for fence in re.findall(r"^```sh\n(.*?)^```", document.read_text("utf-8"), re.M | re.S):
            yield from ((document.name, line) for line in fence.splitlines() if line)


RUNNABLE = [(name, line) for name, line in shown() if line.startswith("scrapy ")]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the checkout, where the commands of the documents may write."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("scrapy.cfg", "tests", "spiders", "crawler", "pipelines"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.mark.parametrize(("document", "line"), RUNNABLE)
def test_a_command_that_a_document_shows_runs(document: str, line: str, project: Path) -> None:
    words = shlex.split(line)
    run = run_program(*scrapy_command(*words[1:]), cwd=project, timeout=120)
    assert run.code == 0, run.err
    outputs = [project / words[i + 1] for i, word in enumerate(words) if word == "-O"]
    assert all(path.stat().st_size for path in outputs)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_a_document(command: str) -> None:
    assert any(f"scrapy {command}" in path.read_text("utf-8") for path in DOCUMENTS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_is_for(command: str) -> None:
    run = run_scrapy(command, "-h")
    assert run.code == 0, run.err
    assert f"scrapy {command}" in run.out


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_a_document_names_exist(document: Path) -> None:
    text = document.read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_sites_that_the_documents_crawl_exist() -> None:
    sites = load_sites(get_project_settings())
    text = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    crawled = set(re.findall(r"scrapy crawl ([a-z]+)", text))
    assert crawled
    assert crawled <= sites.keys()


def test_the_change_log_knows_the_schema() -> None:
    assert f"## {SCHEMA}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_make_has_the_two_commands_of_the_readme() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    for target in ("run", "test"):
        assert re.search(rf"^{target}: ", makefile, re.M)
        assert f"make {target}" in readme
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")


def added() -> Iterator[tuple[str, str]]:
    """(file, line) of every line that a diff in CONTRIBUTING adds."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for fence in re.findall(r"^```diff\n(.*?)^```", text, re.M | re.S):
        file = ""
        for line in fence.splitlines():
            if line.startswith("+++ b/"):
                file = line.removeprefix("+++ b/")
            elif line.startswith("+"):
                yield file, line[1:]


@pytest.mark.parametrize("file", sorted({file for file, _ in added()}))
def test_every_line_of_a_recipe_still_stands_in_the_tree(file: str) -> None:
    there = set((ROOT / file).read_text("utf-8").splitlines())
    assert [line for name, line in added() if name == file and line not in there] == []
