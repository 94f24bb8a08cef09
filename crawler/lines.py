"""From the lines that trafilatura kept to the text of the article, its credits taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crawler import credits
from crawler.authors import is_paper, split_names
from crawler.captions import has_credit, is_caption_line, make_caption
from crawler.clutter import clean_lines
from crawler.items import Caption
from crawler.trace import Trace

_HEAD = 4
"""Bylines, dates and kickers that stand as lines do so among the first lines."""


@dataclass(slots=True)
class Text:
    """The words of one article, and what its lines said besides."""

    title: str | None
    sapo: str | None
    lines: list[str]
    authors: list[str]
    captions: list[Caption] = field(default_factory=list)
    agency: str | None = None
    dateline: str | None = None

    @property
    def body(self) -> str:
        """The paragraphs joined by line breaks."""
        return "\n".join(self.lines)


def tidy(text: Text, trace: Trace, *, papers: Sequence[str]) -> None:
    """Take clutter, credits, bylines and captions off the lines of `text`.

    Args:
        text: as read from the page; changed in place.
        trace: told of every line that goes.
        papers: names of the paper, which are no authors.
    """

    def cut(line: str, rule: str) -> None:
        trace.cut(rule, line)

    if text.sapo:
        text.sapo = credits.cut_prefix(text.sapo)
    text.lines = clean_lines(text.lines, title=text.title, sapo=text.sapo, cut=cut)
    _take_signatures(text, trace, papers)
    _take_credit_lines(text, trace)
    _take_captions(text, trace)
    _take_byline(text, trace, papers)
    _take_head(text, trace)
    _take_prefixes(text)
    _take_dateline(text)


def _take_signatures(text: Text, trace: Trace, papers: Sequence[str]) -> None:
    """The paper's own name alone on a line, as below articles of Rappler."""
    named = [line for line in text.lines if is_paper(line, papers)]
    for line in named if not credits.find_agency(named) else ():
        text.lines.remove(line)
        trace.cut("line.paper", line)


def _take_credit_lines(text: Text, trace: Trace) -> None:
    lines, text.lines = text.lines, []
    for line in lines:
        if credits.is_credit_line(line):
            text.agency = text.agency or credits.find_agency([line])
            trace.cut("line.credit", line)
        else:
            text.lines.append(line)
    if text.lines:
        text.lines[-1], agency = credits.cut_trailing_credit(text.lines[-1])
        text.agency = text.agency or agency


def _take_captions(text: Text, trace: Trace) -> None:
    known = {caption.text for caption in text.captions}
    lines, text.lines = text.lines, []
    for line in lines:
        caption = make_caption(line) if line in known or has_credit(line) else None
        if caption is None or not (caption.text in known or is_caption_line(line)):
            text.lines.append(line)
            continue
        trace.cut("line.caption", line)
        if caption.text not in known:
            known.add(caption.text)
            text.captions.append(caption)


def _take_byline(text: Text, trace: Trace, papers: Sequence[str]) -> None:
    index = credits.find_byline(text.lines)
    if index is None:
        return
    line = text.lines.pop(index)
    trace.cut("line.byline", line)
    text.agency = text.agency or credits.find_agency([line])
    names = [name for name in split_names(line) if not is_paper(name, papers)]
    text.authors = text.authors or names


def _take_head(text: Text, trace: Trace) -> None:
    """Kickers and bylines above the first paragraph."""
    names = {name.lower() for name in text.authors}
    for line in text.lines[:_HEAD]:
        if not any(map(line.lower().__contains__, names)):
            continue
        found = {name.lower() for name in split_names(line)}
        if found and found <= names:
            text.lines.remove(line)
            trace.cut("line.byline", line)


def _take_prefixes(text: Text) -> None:
    if text.lines:
        text.lines[0] = credits.cut_prefix(text.lines[0])


def _take_dateline(text: Text) -> None:
    for opening in filter(None, (text.sapo, *text.lines[:1])):
        place, agency = credits.read_dateline(opening)
        text.dateline = text.dateline or place
        text.agency = text.agency or agency
