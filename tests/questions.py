"""The questions of docs/questions.md and docs/downstream.md: SQL with the table that it answered.

`python -m tests.questions` makes a store of the pages that we ship, asks them again and writes the
answers into the documents.
"""

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
from sqlalchemy import text

from pipelines.store.database import Store
from tests.programs import ROOT, run_scrapy

QUESTIONS = ROOT / "docs" / "questions.md"
DOWNSTREAM = ROOT / "docs" / "downstream.md"
EXPORTS = ("out/downstream.parquet", "out/downstream.jsonl")
"""What the statements of `DOWNSTREAM` read, as they call it."""

_ASKED = re.compile(r"```sql\n(?P<question>.*?)```\n\n```\n(?P<answer>.*?)```\n", re.DOTALL)


def read_questions(document: Path) -> Iterator[tuple[str, str]]:
    """(SQL, answer) in the order of the document."""
    for found in _ASKED.finditer(document.read_text("utf-8")):
        yield found["question"], found["answer"]


def make_store(address: str, folder: Path) -> None:
    """Replay the pages that we ship into the store at `address`, and export it to `folder`."""
    (folder / "out").mkdir()
    out = str(folder / "out" / "articles.jsonl")
    exports = [("export", "meetings", "-O", str(folder / name)) for name in EXPORTS]
    for command in (("replay", "tests/pages", "-O", out, "--into", address), *exports):
        run = run_scrapy(*command, timeout=180, STORE=address)
        assert run.code == 0, run.err


def ask_store(store: Store, question: str) -> str:
    """The answer of the store as a table."""
    with store.reading() as connection:
        result = connection.execute(text(question))
        return lay_out([list(result.keys()), *map(list, result)])


def ask_duckdb(folder: Path, question: str) -> str:
    """The answer of DuckDB, which reads the exports in `folder`."""
    for name in EXPORTS:
        question = question.replace(f"'{name}'", f"'{folder / name}'")
    with duckdb.connect() as connection:
        result = connection.sql(question)
        return lay_out([result.columns, *result.fetchall()])


def lay_out(rows: Sequence[Sequence[Any]]) -> str:
    """Columns one under the other, the first row as their heads; nothing for NULL."""
    written = [["" if value is None else str(value) for value in row] for row in rows]
    widths = [max(len(row[n]) for row in written) for n in range(len(written[0]))]
    lines = (
        "  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True))
        for row in written
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def rewrite(document: Path, ask: Callable[[str], str]) -> None:
    """Write what `ask` answers under each question of the document."""

    def answer(found: re.Match[str]) -> str:
        made = ask(found["question"])
        return f"```sql\n{found['question']}```\n\n```\n{made}```\n"

    document.write_text(_ASKED.sub(answer, document.read_text("utf-8")), "utf-8")


def main() -> None:
    """Write all answers anew."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        address = str(folder / "store.sqlite")
        make_store(address, folder)
        with Store(address) as store:
            rewrite(QUESTIONS, lambda question: ask_store(store, question))
        rewrite(DOWNSTREAM, lambda question: ask_duckdb(folder, question))


if __name__ == "__main__":
    main()
