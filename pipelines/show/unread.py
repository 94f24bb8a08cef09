"""What the rules on meetings left unread, for a person who writes the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from crawler.items import Article
from pipelines.meetings.unread import Unread, list_unread


def show_unread(articles: Iterable[Article], *, kind: str | None, sentences: bool) -> None:
    """Print what was left, only of one `kind` if one is given: every case, or how many of each."""
    found = [
        unread
        for article in articles
        for unread in list_unread(article)
        if kind in (None, unread.kind)
    ]
    show = _show_sentences if sentences else _show_counts
    show(found, Console())


def _show_counts(found: list[Unread], console: Console) -> None:
    table = Table("Kind", "Words", "Times", header_style="bold")
    for (kind, words), times in Counter((one.kind, one.words) for one in found).most_common(60):
        table.add_row(kind, words, str(times))
    console.print(table)


def _show_sentences(found: list[Unread], console: Console) -> None:
    for one in found:
        console.print(f"[bold]{one.kind}[/] {one.words}\n    {one.sentence}", highlight=False)
