"""What a replay found, as a table for a person: one row a reported meeting, newest first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from crawler.items import Article, Evidence, Meeting
from pipelines.show.article import source_text

_MOST_ROWS = 1000
_WIDE = 100
"""Characters of a terminal from which on the sentences have a column of their own."""
_AROUND = 110
"""Characters of the sentence on each side of the quote."""
_SENTENCE_END = re.compile(r"(?<=[.!?…。])\s+|\n")
_COLUMNS = (("Meeting", 13), ("Where", 12), ("Who", 15))
"""Columns between the date and the sentence, and the characters that each has at least."""


@dataclass(frozen=True, slots=True)
class Row:
    """One reported meeting."""

    when: str
    cells: tuple[str | Text, ...]


class Table:
    """Collects the rows of a replay; what is beyond the first thousand is counted only."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._silent = 0
        self._more = 0

    def add(self, article: Article) -> None:
        """The rows of `article`."""
        reported = [meeting for meeting in article.meetings if meeting.main]
        self._silent += not reported
        for meeting in reported:
            if len(self._rows) < _MOST_ROWS:
                self._rows.append(_make_row(article, meeting))
            else:
                self._more += 1

    def print(self) -> None:
        """Write the table to standard output; on a narrow one sentences stand under their rows."""
        console = Console()
        rows = sorted(self._rows, key=lambda row: row.when, reverse=True)
        if console.width < _WIDE:
            _print_narrow(console, rows)
        else:
            console.print(_make_grid(console.width, rows))
        if self._more:
            console.print(f"... and {self._more} more meetings")
        if self._silent:
            verb = "article reports" if self._silent == 1 else "articles report"
            console.print(f"{self._silent} {verb} no meeting")


def _make_grid(width: int, rows: list[Row]) -> Grid:
    more = (width - _WIDE) // 10
    grid = Grid(show_lines=True, header_style="bold", expand=True)
    grid.add_column("When", width=10, no_wrap=True)
    for name, least in _COLUMNS:
        grid.add_column(name, width=least + more, overflow="fold")
    grid.add_column("Read from", ratio=1, overflow="fold")
    for row in rows:
        grid.add_row(row.when, *row.cells)
    return grid


def _print_narrow(console: Console, rows: list[Row]) -> None:
    for row in rows:
        line = Grid.grid(padding=(0, 2, 0, 0), expand=True)
        line.add_column(width=10, no_wrap=True)
        for _ in _COLUMNS:
            line.add_column(ratio=1, overflow="fold")
        *cells, said = row.cells
        line.add_row(row.when, *cells, style="bold")
        console.print(line)
        console.print(Padding(said, (0, 0, 1, 4)))


def _make_row(article: Article, meeting: Meeting) -> Row:
    name = " ".join(filter(None, (meeting.series, *map(str, meeting.ordinals))))
    people = "\n".join(person.name for person in meeting.people[:3])
    said = _sentence(article, meeting.evidence)
    said.append(f"\n{article.site}", style="dim")
    return Row(_span(meeting), (name or meeting.name or "", _place(meeting), people, said))


def _span(meeting: Meeting) -> str:
    if meeting.starts is None:
        return ""
    ends = f"\n{meeting.ends}" if meeting.ends and meeting.ends != meeting.starts else ""
    return f"{meeting.starts}{ends}"


def _place(meeting: Meeting) -> str:
    place = meeting.place
    names = filter(None, (place.city, place.country) if place else ())
    return "\n".join(filter(None, (", ".join(names), meeting.format)))


def _sentence(article: Article, evidence: list[Evidence]) -> Text:
    """The sentence with the date, else with the name; the words that were read stand out."""
    chosen = min(
        evidence, key=lambda one: (one.field != "starts", one.field != "name"), default=None
    )
    if chosen is None:
        return Text()
    text = source_text(article, chosen.source)
    before = _SENTENCE_END.split(text[: chosen.start])[-1]
    after = _SENTENCE_END.split(text[chosen.end :])[0]
    sentence = Text(("…" if len(before) > _AROUND else "") + before[-_AROUND:])
    sentence.append(chosen.quote, style="bold yellow")
    sentence.append(after[:_AROUND] + ("…" if len(after) > _AROUND else ""))
    return sentence
