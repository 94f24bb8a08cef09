"""The file of a language's words, read into entries of its lexicon."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipelines.meetings.lexicon import Entry


def read_word_entries(path: Path) -> list[Entry]:
    """The entries of a `words.toml`: tables of attributes, each with its values and their names.

    The table `said` holds words that say more than one thing, by their whole code; the table
    `plain` those that say none of a meeting (`of`, `and`, `meet`, `stop`).
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [entry for table, words in tables.items() for entry in _table_entries(table, words)]


def _table_entries(table: str, words: Mapping[str, list[str]]) -> Iterator[Entry]:
    for value, names in words.items():
        code = {"said": value, "plain": f"{value}:"}.get(table, f"{table}:{value}")
        for name in names:
            yield Entry(name, "word", code)
