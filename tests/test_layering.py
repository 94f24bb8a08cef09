"""Imports run one way: spiders and pipelines use the crawler, never the other way round."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN = {
    "crawler": ("spiders", "pipelines"),
    "spiders": ("pipelines",),
    "pipelines": ("spiders",),
}
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in FORBIDDEN
    for path in sorted((ROOT / package).rglob("*.py"))
}


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Names of the modules that a file imports, and how deep the import stands."""
    tree = ast.parse(path.read_text("utf-8"))
    top = set(map(id, tree.body))
    for node in ast.walk(tree):
        inside = id(node) not in top
        if isinstance(node, ast.Import):
            yield from ((alias.name, inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, inside
            yield from ((f"{node.module}.{alias.name}", inside) for alias in node.names)


@pytest.mark.parametrize("module", MODULES)
def test_no_arrow_runs_up(module: str) -> None:
    used = {name.split(".")[0] for name, _ in imports(MODULES[module])}
    assert used.isdisjoint(FORBIDDEN[module.split(".")[0]])


@pytest.mark.parametrize("module", MODULES)
def test_no_import_hides_in_a_function(module: str) -> None:
    hidden = [name for name, inside in imports(MODULES[module]) if inside and name in MODULES]
    assert hidden == []


def test_there_are_no_circles() -> None:
    arrows = defaultdict(set)
    for module, path in MODULES.items():
        arrows[module] = {name for name, _ in imports(path) if name in MODULES} - {module}
    while leaves := {m for m in arrows if not arrows[m] & arrows.keys()}:
        for leaf in leaves:
            del arrows[leaf]
    assert not arrows, f"a circle among {sorted(arrows)}"


@pytest.mark.parametrize("path", sorted(ROOT.glob("*/**/__init__.py")), ids=str)
def test_package_files_are_empty(path: Path) -> None:
    if ".venv" not in path.parts:
        assert path.read_text("utf-8") == ""


def test_modules_are_short() -> None:
    lengths = {module: len(p.read_text("utf-8").splitlines()) for module, p in MODULES.items()}
    assert {module: length for module, length in lengths.items() if length > 300} == {}


def test_to_find_the_commands_loads_no_database_and_no_rules() -> None:
    modules = [name for name in MODULES if name.startswith("pipelines.commands.")]
    loaded = list_loaded(modules)
    assert set(modules) < loaded
    assert loaded.isdisjoint(["sqlalchemy", "psycopg", "pipelines.meetings.find"])


def test_the_steps_of_a_replay_load_no_rules() -> None:
    loaded = list_loaded(["pipelines.meetings.step", "pipelines.store.step", "spiders.saved"])
    assert "pipelines.meetings.find" not in loaded


def list_loaded(modules: list[str]) -> set[str]:
    """What there is in a new process that imports `modules`."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())
