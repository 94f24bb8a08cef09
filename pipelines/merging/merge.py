"""Merging: the reports of one meeting become its record."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipelines.merging.attendance import gather_countries, gather_participants
from pipelines.merging.choice import Chosen, Claim, choose, describe, gather_claims
from pipelines.merging.dating import choose_days, choose_status, describe_days, describe_status
from pipelines.merging.facts import Facts
from pipelines.merging.placing import choose_place
from pipelines.merging.record import SCHEMA, MergedMeeting, Result, Source
from pipelines.merging.reports import Report, count_texts
from pipelines.merging.traits import fitting_ordinals, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a record has from its past and not from its reports."""

    id: str
    aliases: list[str] = field(default_factory=list)
    split_from: str | None = None
    sequence: int = 0
    revision: int = 0


def merge_reports(identity: Identity, reports: Sequence[Report]) -> MergedMeeting:
    """The record of the meeting that `reports` are of; their order does not matter."""
    ordered = sorted(reports, key=lambda report: report.sort_key)
    return MergedMeeting(
        schema=SCHEMA,
        id=identity.id,
        aliases=identity.aliases,
        split_from=identity.split_from,
        sequence=identity.sequence,
        revision=identity.revision,
        series=ordered[0].meeting.series or "",
        **_choose_fields(ordered),
        **_gather_lists(ordered),
        **_count_sources(ordered),
    )


def _choose_fields(reports: Sequence[Report]) -> dict[str, Any]:
    """The fields that have one value, with every value that was stated."""
    days = choose_days(reports)
    first, last, precision = days.value or (None, None, None)
    ordinals = _choose_ordinals(reports, first.year if first else None)
    facts = Facts(reports)
    chosen = {
        "format": facts.choose("format", lambda r: r.meeting.format),
        "chair": facts.choose("chair", lambda r: r.meeting.chair and r.meeting.chair.country),
        "host": facts.choose("host", lambda r: r.meeting.host),
        "place": choose_place(facts),
    }
    values = [*describe_days(days), *describe("ordinals", ordinals, _write_numbers, _share)]
    values += [*describe_status(reports), *facts.values]
    return chosen | {
        "name": choose(gather_claims(reports, lambda r: r.meeting.name)).value,
        "level": choose(gather_claims(reports, lambda r: r.meeting.level)).value,
        "status": choose_status(reports),
        "ordinals": list(ordinals.value or ()),
        "starts": first,
        "ends": last,
        "precision": precision,
        "conflicts": list(dict.fromkeys(value.field for value in values if value.conflict)),
        "values": values,
    }


def _gather_lists(reports: Sequence[Report]) -> dict[str, Any]:
    """The fields that have as many values as there are."""
    meetings = [report.meeting for report in reports]
    groups = [one.participants for one in meetings if one.participants]
    return {
        "chaired_by": _distinct(one.name for meeting in meetings for one in meeting.chaired_by),
        "people": gather_participants(reports),
        "countries": gather_countries(reports),
        "organisations": _sorted(one for group in groups for one in group.organisations),
        "agenda": _sorted(topic.code for meeting in meetings for topic in meeting.agenda),
        "documents": _sorted(one.code for meeting in meetings for one in meeting.documents),
        "outcomes": _gather_results(reports),
    }


def _count_sources(reports: Sequence[Report]) -> dict[str, Any]:
    """Who says so, and since when."""
    published = [report.published for report in reports if report.published]
    return {
        "texts": count_texts(reports),
        "reports": len({report.article for report in reports if report.meeting.main}),
        "mentions": len({report.article for report in reports if not report.meeting.main}),
        "sites": _sorted(report.site for report in reports),
        "languages": _sorted(report.language for report in reports),
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
        "sources": [_read_source(report) for report in reports],
    }


def _choose_ordinals(reports: Sequence[Report], year: int | None) -> Chosen[tuple[int, ...]]:
    """What fits the series in `year`, or in one that the meeting was put off from."""
    claims = gather_claims(reports, lambda r: tuple(r.meeting.ordinals) or None)
    if year is None:
        return choose(claims)
    years = {year} | {r.meeting.starts.year for r in reports if r.meeting.starts}

    def fits(claim: Claim[tuple[int, ...]]) -> float:
        meeting = claim.reports[0].meeting
        return any(len(fitting_ordinals(meeting, one)) == len(claim.value) for one in years)

    return choose(claims, {"fits-series": fits})


def _share(some: tuple[int, ...], others: tuple[int, ...]) -> bool:
    return not set(some).isdisjoint(others)


def _write_numbers(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _gather_results(reports: Iterable[Report]) -> list[Result]:
    """The outcomes of one copy of each text, of the fullest report of it."""
    fullest: dict[str, Report] = {}
    for report in reports:
        known = fullest.get(report.text)
        if known is None or len(report.meeting.outcomes) > len(known.meeting.outcomes):
            fullest[report.text] = report
    return [
        Result(text=one.text, kind=one.kind, by=one.by, source=report.article)
        for report in fullest.values()
        for one in report.meeting.outcomes
    ]


def _read_source(report: Report) -> Source:
    meeting = report.meeting
    return Source(
        article=report.article,
        position=report.position,
        site=report.site,
        language=report.language,
        published=report.published,
        main=meeting.main,
        report=meeting.report,
        status=meeting.status,
        text=report.text,
    )


def _distinct(names: Iterable[str | None]) -> list[str]:
    """One spelling of each name, the first."""
    known: dict[str, str] = {}
    for name in names:
        if name:
            known.setdefault(fold(name), name)
    return list(known.values())


def _sorted(values: Iterable[Hashable]) -> list[Any]:
    return sorted({value for value in values if value}, key=str)
