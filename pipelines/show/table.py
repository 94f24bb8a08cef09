"""What a replay found, as a table for a person."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as Grid

from crawler.items import Article, Evidence, Meeting

_MOST_ROWS = 200


class Table:
    """One row for every reported meeting, one for every article without any."""

    def __init__(self) -> None:
        self._grid = Grid(show_lines=True, header_style="bold")
        for column, ratio in (
            ("When", 2),
            ("Meeting", 4),
            ("Where", 3),
            ("Who", 4),
            ("Read from", 6),
        ):
            self._grid.add_column(column, ratio=ratio, overflow="fold")
        self._rows = 0
        self._more = 0

    def add(self, article: Article) -> None:
        """The rows of `article`."""
        for row in [_meeting_row(article, m) for m in article.meetings if m.main] or [
            _article_row(article)
        ]:
            if self._rows < _MOST_ROWS:
                self._grid.add_row(*row)
                self._rows += 1
            else:
                self._more += 1

    def print(self) -> None:
        """Write the table to standard output."""
        console = Console()
        console.print(self._grid)
        if self._more:
            console.print(f"... and {self._more} more")


def _meeting_row(article: Article, meeting: Meeting) -> tuple[str, ...]:
    return (
        _span(meeting),
        " ".join(filter(None, (meeting.series, *map(str, meeting.ordinals)))) or meeting.name or "",
        _place(meeting),
        "\n".join(person.name for person in meeting.people[:3]),
        f"{_first_quote(meeting.evidence)}\n[dim]{article.site}: {article.title}[/dim]",
    )


def _article_row(article: Article) -> tuple[str, ...]:
    day = article.published.strftime("%Y-%m-%d") if article.published else ""
    return (
        f"[dim]({day})[/dim]",
        "[dim]no meeting[/dim]",
        "",
        "",
        f"[dim]{article.site}: {article.title}[/dim]",
    )


def _span(meeting: Meeting) -> str:
    if meeting.starts is None:
        return ""
    ends = f"\n{meeting.ends}" if meeting.ends and meeting.ends != meeting.starts else ""
    return f"{meeting.starts}{ends}"


def _place(meeting: Meeting) -> str:
    place = meeting.place
    names = (place.city, place.country) if place else ()
    return "\n".join(filter(None, (", ".join(filter(None, names)), meeting.format)))


def _first_quote(evidence: list[Evidence]) -> str:
    return next(
        (e.quote for e in evidence if e.field == "starts"), evidence[0].quote if evidence else ""
    )
