"""All lists: every value of every facet with the number of its meetings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipelines.browse.filters import FACETS, count_values
from pipelines.browse.kind import Kind, Visit
from pipelines.browse.links import name_file


def _view(visit: Visit, name: str) -> Mapping[str, Any]:
    return {
        "facets": {
            facet: [
                (
                    FACETS[facet].show(value, visit.wording),
                    f"list/{facet}/{name_file(value)}.html",
                    count,
                )
                for value, count in values
            ]
            for facet, values in visit.overview.once(count_values).items()
        }
    }


KINDS = (Kind(template="lists.html", view=_view, names=lambda _: ["lists"], nav=6),)
