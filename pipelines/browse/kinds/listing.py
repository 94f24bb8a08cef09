"""Lists of meetings by month: all of them, those of one value of a facet, those of a choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipelines.browse.filters import FACETS, Choice, choose, count_values, write_query
from pipelines.browse.kind import Kind, Visit
from pipelines.browse.links import name_file
from pipelines.browse.overview import Overview
from pipelines.browse.rows import Row, group_rows, make_row
from pipelines.merging.record import MergedMeeting
from pipelines.merging.traits import fold

SIZE = 60
"""Meetings on a page; the script of a static folder has the same number."""
_ALL = "all"
_RARE = ("place", "city", "status", "differ")
"""Facets that are folded away until they are asked for."""
_HEIGHTS = 20
_SLOTS = Row(
    page="index.html", group="·", days="·", title="·", code="·", printed="·", language="",
    facts=["·"], status="·", status_words="·", texts="·", differ="·",
)  # fmt: skip
"""What the script of a static folder fills in."""


@dataclass(frozen=True, slots=True)
class Column:
    """One year of the chart."""

    year: str
    count: int
    height: int
    """Of `_HEIGHTS`, never 0."""


def _names(overview: Overview) -> Iterator[str]:
    yield from _page_names(_ALL, len(overview.meetings))
    for facet, values in overview.once(count_values).items():
        for value, count in values:
            yield f"{facet}/{name_file(value)}"
            yield from _page_names(f"{facet}/{name_file(value)}", count)


def _page_names(name: str, count: int) -> Iterator[str]:
    yield from (f"{name}/{page}" for page in range(2, -(-count // SIZE) + 1))


def _view_index(visit: Visit, name: str) -> Mapping[str, Any]:
    return {
        **_view(visit, visit.choice, "index", f"list/{_ALL}"),
        "facets": _show_facets(visit),
    }


def _view_list(visit: Visit, name: str) -> Mapping[str, Any] | None:
    """`series/SOM`, `series/SOM/2`, `all/2`: one value of a facet, or all meetings from page 2."""
    base, _, last = name.rpartition("/")
    page = int(last) if last.isdecimal() and base != "year" and len(last) < 9 else 1
    stem = base if page > 1 else name
    values = _read_values(visit.overview, stem)
    if values is None or (page == 1 and stem == _ALL):
        return None
    first = f"list/{stem}" if values else "index"
    found = _view(visit, Choice(values, page=page), first, f"list/{stem}")
    return found if found["page"] == page else None


def _read_values(overview: Overview, stem: str) -> dict[str, str] | None:
    if stem == _ALL:
        return {}
    facet, _, file = stem.partition("/")
    known = overview.once(count_values).get(facet, [])
    return next(({facet: value} for value, _ in known if name_file(value) == file), None)


def _view(visit: Visit, choice: Choice, first: str, base: str) -> dict[str, Any]:
    """`first` is the file of page 1, `base` the folder of the others."""
    chosen = choose(visit.overview, choice)
    last = max(-(-len(chosen) // SIZE), 1)
    page = min(choice.page, last)
    shown = chosen[(page - 1) * SIZE : page * SIZE]
    is_query = visit.choice is choice and choice != Choice()
    rows = [make_row(one, visit.overview, visit.wording) for one in shown]
    return {
        "choice": choice,
        "heading": _describe(visit, choice),
        "count": len(chosen),
        "rows": rows,
        "groups": group_rows(rows),
        "columns": make_columns(chosen, visit.overview),
        "page": page,
        "last": last,
        "pager": _Pager(choice, first, base, is_query),
        "facets": {},
        "query": write_query(replace(choice, page=1)),
        "rare": _RARE,
        "size": SIZE,
        "slots": _SLOTS,
    }


def _show_facets(visit: Visit) -> dict[str, list[tuple[str, str, int]]]:
    """(value, in words, meetings) of each facet, as a person looks for it."""
    shown = {}
    for facet, values in visit.overview.once(count_values).items():
        known = FACETS[facet]
        choices = [(value, known.show(value, visit.wording), n) for value, n in values]
        if known.by_count:
            choices.sort(key=lambda one: fold(one[1]))
        shown[facet] = choices
    return shown


@dataclass(frozen=True, slots=True)
class _Pager:
    """Where the pages of a list are: files, or the same file with a query."""

    choice: Choice
    first: str
    base: str
    is_query: bool

    def page(self, number: int) -> tuple[str, str]:
        """(file, query) of a page."""
        if not self.is_query:
            return (f"{self.first}.html" if number == 1 else f"{self.base}/{number}.html"), ""
        asked = replace(self.choice, page=number)
        return "index.html", write_query(asked)


def make_columns(meetings: Sequence[MergedMeeting], overview: Overview) -> list[Column]:
    """Meetings by year, the first year first; years without any are left out."""
    counts = Counter(overview.years[meeting.id] for meeting in meetings)
    most = max(counts.values(), default=1)
    return [
        Column(str(year), count, max(1, round(count * _HEIGHTS / most)))
        for year, count in sorted(counts.items())
    ]


def _describe(visit: Visit, choice: Choice) -> str:
    """The choice in words; empty for all meetings."""
    shown = [FACETS[name].show(value, visit.wording) for name, value in choice.values.items()]
    words = [visit.wording.say("quoted", words=choice.words)] if choice.words else []
    return " · ".join([*shown, *words])


KINDS = (
    Kind(template="list.html", view=_view_index, names=lambda _: ["index"], nav=1),
    Kind(template="list.html", view=_view_list, names=_names, folder="list"),
)
