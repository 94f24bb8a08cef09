"""The coverage by paper, and one paper with what it reports alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.browse.kind import Kind, Visit
from pipelines.browse.links import name_file
from pipelines.browse.overview import Overview
from pipelines.browse.papers import Paper, gather_papers
from pipelines.browse.rows import group_rows, make_row


def _view(visit: Visit, name: str) -> Mapping[str, Any]:
    papers = sorted(visit.overview.once(gather_papers).values(), key=_most_first)
    return {"papers": papers, "most": max((len(one.reported) for one in papers), default=1) or 1}


def _most_first(paper: Paper) -> tuple[int, int, str]:
    return -len(paper.reported), -len(paper.articles), paper.site


def _names(overview: Overview) -> Iterator[str]:
    yield from map(name_file, overview.once(gather_papers))


def _view_paper(visit: Visit, name: str) -> Mapping[str, Any] | None:
    papers = visit.overview.once(gather_papers)
    found = next((one for one in papers.values() if name_file(one.site) == name), None)
    if found is None:
        return None
    alone = {one.id for one in found.alone}
    lists = {
        "alone": found.alone,
        "shared": [one for one in found.reported if one.id not in alone],
        "mentioned": found.mentioned,
    }
    return {
        "subject": found,
        "lists": {
            name: group_rows(make_row(one, visit.overview, visit.wording) for one in meetings)
            for name, meetings in lists.items()
        },
    }


KINDS = (
    Kind(template="papers.html", view=_view, names=lambda _: ["papers"], nav=5),
    Kind(template="paper.html", view=_view_paper, names=_names, folder="paper"),
)
