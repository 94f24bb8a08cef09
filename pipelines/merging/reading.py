"""Reading: a record of a merged meeting out of its JSON, exactly as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crawler.items import Place
from pipelines.merging.record import MergedMeeting, Participant, Result, Source, Value

_DAYS = ("starts", "ends", "first_published", "last_published")
_LISTS = {"people": Participant, "outcomes": Result, "values": Value}


def read_record(written: Mapping[str, Any]) -> MergedMeeting:
    """The record that `written` was made from."""
    days = {name: _read_day(written[name]) for name in _DAYS}
    lists = {name: [kind(**one) for one in written[name]] for name, kind in _LISTS.items()}
    own = {
        "place": None if written["place"] is None else Place(**written["place"]),
        "sources": [
            Source(**(one | {"published": _read_day(one["published"])}))
            for one in written["sources"]
        ],
    }
    return MergedMeeting(**{**written, **days, **lists, **own})


def _read_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
