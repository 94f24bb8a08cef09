"""What an export holds: the kinds of records, their columns, and what they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_type_hints

from crawler.items import Article, Meeting
from pipelines.merging.record import MergedMeeting

Record = dict[str, Any]
"""Values by column; nested values are items of `crawler.items`."""

_ABOUT_ARTICLE: dict[str, Any] = {
    "article": str,
    "site": str,
    "language": str | None,
    "title": str | None,
    "published": datetime | date | None,
    "duplicate_of": str | None,
}
"""What a meeting's record says of its article before the meeting itself; `article` is its url."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of export that is made article by article."""

    columns: Mapping[str, Any]
    """Type by name, in the order of the record."""
    read: Callable[[Article], Iterator[Record]]
    """The records of one article."""

    def records(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The records of all `articles`, in their order."""
        for article in articles:
            yield from self.read(article)


def read_article_record(article: Article) -> Iterator[Record]:
    """The article itself."""
    yield {name: getattr(article, name) for name in Article.__slots__}


def read_report_records(article: Article) -> Iterator[Record]:
    """One record a meeting in the article, led by what the article is."""
    about = {
        name: getattr(article, "url" if name == "article" else name) for name in _ABOUT_ARTICLE
    }
    for meeting in article.meetings:
        yield about | {name: getattr(meeting, name) for name in Meeting.__slots__}


KINDS: Mapping[str, Kind] = {
    "articles": Kind(get_type_hints(Article), read_article_record),
    "reports": Kind(_ABOUT_ARTICLE | get_type_hints(Meeting), read_report_records),
}
"""Made from articles."""

MEETING: Mapping[str, Any] = get_type_hints(MergedMeeting)
"""Columns of a real meeting, merged from all reports of it."""
RETIRED: Mapping[str, Any] = {"id": str, "meeting": str | None, "revision": int}
"""Columns of an id that stands no more; `meeting` is the one that has its reports now."""
CHANGE: Mapping[str, Any] = {
    "revision": int,
    "id": str,
    "now": str | None,
    "meeting": MergedMeeting | None,
}
"""Columns of a change: an id, the id that holds its reports now (itself, another, none), and the
meeting where the id stands."""
COLUMNS: Mapping[str, Mapping[str, Any]] = {
    **{name: kind.columns for name, kind in KINDS.items()},
    "meetings": MEETING,
    "retired": RETIRED,
    "changes": CHANGE,
}
"""What can be exported: articles, their reports of meetings, the real meetings merged from all
reports, ids of meetings that stand no more, and what of both changed since a revision."""


def read_merged_records(meetings: Iterable[MergedMeeting]) -> Iterator[Record]:
    """One record a real meeting."""
    for meeting in meetings:
        yield {name: getattr(meeting, name) for name in MEETING}
