"""One article, its meetings and its cuts on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from crawler.items import Article, Evidence, Meeting
from crawler.trace import Trace

_LONGEST_CUT = 100
_AROUND = 90
"""Characters of context on each side of a quote."""


def show_article(article: Article, console: Console) -> None:
    """Title, facts and clean text."""
    console.print(f"[bold]{escape(article.title or '(no title)')}[/bold]")
    facts = Grid.grid(padding=(0, 2))
    for name, value in _facts(article):
        facts.add_row(f"[dim]{name}[/dim]", escape(value))
    console.print(facts)
    console.print()
    for paragraph in filter(None, (article.sapo, *article.text.split("\n"))):
        console.print(Text(paragraph), "", sep="\n")
    for caption in article.captions:
        console.print(
            f"[dim]picture: {escape(caption.text)} ({escape(caption.credit or '?')})[/dim]"
        )


def show_meetings(article: Article, console: Console) -> None:
    """Every meeting, each value with the sentence that it was read from."""
    for meeting in article.meetings:
        console.rule(escape(_headline(meeting)), align="left")
        for evidence in meeting.evidence:
            console.print(f"[cyan]{evidence.field}[/cyan] [dim]{evidence.rule}[/dim]")
            console.print(Padding(_in_context(article, evidence), (0, 0, 0, 4)))


def show_cuts(trace: Trace, console: Console) -> None:
    """What was cut, and by which rule."""
    if not trace.cuts:
        return
    console.rule("cut", align="left")
    for rule, text in trace.cuts:
        console.print(f"[dim]{escape(rule):24}[/dim] {escape(text[:_LONGEST_CUT])}")


def source_text(article: Article, source: str) -> str:
    """The text that the offsets of evidence from `source` mean."""
    if source == "caption":
        return "\n".join(caption.text for caption in article.captions)
    return {"title": article.title, "sapo": article.sapo, "text": article.text}[source] or ""


def _facts(article: Article) -> Iterable[tuple[str, str]]:
    yield "address", article.url
    yield "published", f"{article.published or '?'} (from {article.published_from or 'nowhere'})"
    for name in ("section", "agency", "dateline", "language"):
        if value := getattr(article, name):
            yield name, value
    yield "authors", ", ".join(article.authors) or "none"


def _headline(meeting: Meeting) -> str:
    kind = "reported" if meeting.main else "mentioned"
    ordinals = " ".join(map(str, meeting.ordinals))
    days = " to ".join(dict.fromkeys(str(day) for day in (meeting.starts, meeting.ends) if day))
    return " · ".join(
        filter(None, (kind, f"{meeting.series or meeting.name} {ordinals}".strip(), days))
    )


def _in_context(article: Article, evidence: Evidence) -> Text:
    text = source_text(article, evidence.source)
    start, end = evidence.start, evidence.end
    context = Text(text[max(start - _AROUND, 0) : start].rpartition("\n")[2])
    context.append(evidence.quote, style="black on yellow")
    context.append(text[end : end + _AROUND].partition("\n")[0])
    return context
