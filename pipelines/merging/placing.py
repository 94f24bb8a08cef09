"""Placing: where a meeting takes place, from all its reports."""

from __future__ import annotations

from crawler.items import Place
from pipelines.merging.choice import Claim
from pipelines.merging.facts import Facts
from pipelines.merging.reports import Report, count_texts
from pipelines.merging.traits import fold_city


def choose_place(facts: Facts) -> Place | None:
    """Country first; then the city that most texts name in any language, venue and province."""
    country = facts.choose("country", lambda report: _part(report, "country"))
    reports = [r for r in facts.reports if r.meeting.place and _part(r, "country") == country]
    beside = Facts(reports)

    def spoken(claim: Claim[str]) -> float:
        city = fold_city(claim.value)
        return count_texts(r for r in reports if fold_city(_part(r, "city")) == city)

    city = beside.choose("city", lambda r: _part(r, "city"), _is_same, {"most-texts": spoken})
    # One house has many names: other names of the venue are no conflict.
    venue = beside.choose("venue", lambda r: _part(r, "venue"), lambda _one, _other: True)
    facts.values += beside.values
    province = Facts(reports).choose("province", lambda r: _part(r, "province"))
    known = (venue, city, province, country)
    return Place(*known) if any(known) else None


def _part(report: Report, name: str) -> str | None:
    return getattr(report.meeting.place, name, None)


def _is_same(one: str, other: str) -> bool:
    return fold_city(one) == fold_city(other)
