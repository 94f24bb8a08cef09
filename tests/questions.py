"""The questions of docs/questions.md: each an SQL statement with the table that it answered.

`python -m tests.questions STORE` asks them again and writes the answers into the document.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import text

from pipelines.store.database import Store
from tests.programs import ROOT

DOCUMENT = ROOT / "docs" / "questions.md"
_ASKED = re.compile(r"```sql\n(?P<question>.*?)```\n\n```\n(?P<answer>.*?)```\n", re.DOTALL)


def read_questions() -> Iterator[tuple[str, str]]:
    """(SQL, answer) in the order of the document."""
    for found in _ASKED.finditer(DOCUMENT.read_text("utf-8")):
        yield found["question"], found["answer"]


def ask(store: Store, question: str) -> str:
    """The answer of the store as a table."""
    with store.reading() as connection:
        result = connection.execute(text(question))
        return lay_out([list(result.keys()), *map(list, result)])


def lay_out(rows: Sequence[Sequence[Any]]) -> str:
    """Columns one under the other, the first row as their heads; nothing for NULL."""
    written = [["" if value is None else str(value) for value in row] for row in rows]
    widths = [max(len(row[n]) for row in written) for n in range(len(written[0]))]
    lines = (
        "  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True))
        for row in written
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def main() -> None:
    """Write the answers of the store that is named into the document."""
    with Store(sys.argv[1], must_exist=True) as store:

        def answer(found: re.Match[str]) -> str:
            made = ask(store, found["question"])
            return f"```sql\n{found['question']}```\n\n```\n{made}```\n"

        DOCUMENT.write_text(_ASKED.sub(answer, DOCUMENT.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
