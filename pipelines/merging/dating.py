"""Dating: when a meeting takes place and whether it has, from all its reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from crawler.items import Precision, Status
from pipelines.merging.choice import Chosen, Claim, choose, describe, gather_claims
from pipelines.merging.comparison import NEAR
from pipelines.merging.record import Value, Why
from pipelines.merging.reports import Report
from pipelines.merging.traits import EXACT, HAPPENED, MOVED

EVE = timedelta(days=NEAR)

Days = tuple[date, date, Precision]
"""First and last day, and how exact they are."""


def choose_days(reports: Sequence[Report]) -> Chosen[Days]:
    """The date: not one that was withdrawn, exact over wide, then by the common criteria."""
    withdrawn = find_withdrawn(reports)
    claims = gather_claims(reports, read_days)
    claims = [Claim(one.value, one.reports, _second(one, claims)) for one in claims]
    return choose(
        claims,
        {
            "not-withdrawn": lambda claim: claim.value[:2] not in withdrawn,
            "exact": lambda claim: _exactness(claim.value),
        },
    )


def read_days(report: Report) -> Days | None:
    """The date that one report states."""
    meeting = report.meeting
    if meeting.starts is None:
        return None
    ends = max(meeting.ends or meeting.starts, meeting.starts)
    return meeting.starts, ends, meeting.precision or ("range" if meeting.ends else "day")


def find_withdrawn(reports: Sequence[Report]) -> set[tuple[date, date]]:
    """Days that were called off and on which nobody says that it was held.

    A postponement or cancellation names them, or they passed before it was held. In a meeting that
    was put off into another year they lie in an earlier one, and what the postponement alone names
    of the last is the new date.
    """
    days = [(report, found[:2]) for report in reports if (found := read_days(report))]
    happened = {found for report, found in days if report.meeting.status in HAPPENED}
    moved = {found for report, found in days if report.meeting.status in MOVED}
    last = max((found[0].year for _, found in days), default=0)
    first = min((found[0] for found in happened), default=date.min)
    earlier = {found for _, found in days if found[0].year < last or found[1] + EVE < first}
    stands = any(found[0].year == last and found not in moved for _, found in days)
    return (earlier | moved if stands or not earlier else earlier) - happened


def describe_days(chosen: Chosen[Days]) -> list[Value]:
    """The dates as values of the record, `2020-01-16/2020-01-17`."""
    return describe("date", chosen, _write_days, _days_agree)


def choose_status(reports: Sequence[Report]) -> Status | None:
    """`held` once anybody says so, else what was said last."""
    said = [r for r in sorted(reports, key=lambda one: one.sort_key) if r.meeting.status]
    seen = [one.meeting.status for one in said if one.meeting.status in HAPPENED]
    if "held" in seen:
        return "held"
    return "ongoing" if seen else (said[-1].meeting.status if said else None)


def describe_status(reports: Sequence[Report]) -> list[Value]:
    """Every status that was stated; that it changes with time is no conflict."""
    chosen = choose_status(reports)
    claims: list[Claim[Status]] = gather_claims(reports, lambda report: report.meeting.status)
    claims.sort(key=lambda claim: (claim.value != chosen, claim.value))
    why: Why = "happened" if chosen in HAPPENED else "latest"
    known = Chosen([(claim, why if len(claims) > 1 else "only") for claim in claims])
    return describe("status", known, str, lambda _one, _other: True)


def _exactness(days: Days) -> float:
    """Narrower is better; one day and several days are equally exact."""
    return 0.0 if days[2] in EXACT else -float((days[1] - days[0]).days + 1)


def _second(claim: Claim[Days], claims: Sequence[Claim[Days]]) -> list[Report]:
    """Reports that name one day within the several of `claim`."""
    first, last, precision = claim.value
    if precision != "range":
        return []
    return [
        report
        for other in claims
        if other.value[2] == "day" and first <= other.value[0] <= last
        for report in other.reports
    ]


def _days_agree(chosen: Days, other: Days) -> bool:
    """True where one lies within the other."""
    within = chosen[0] <= other[0] and other[1] <= chosen[1]
    return within or (other[0] <= chosen[0] and chosen[1] <= other[1])


def _write_days(days: Days) -> str:
    first, last, precision = days
    span = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return span if precision in EXACT else f"{span} ({precision})"
