"""How to read the pages: what a text, a report, a conflict and the reasons for a value are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pipelines.browse.kind import Kind, Visit
from pipelines.merging.record import Why


def _view(visit: Visit, name: str) -> Mapping[str, Any]:
    return {"reasons": get_args(Why)}


KINDS = (Kind(template="about.html", view=_view, names=lambda _: ["about"], nav=7),)
