"""Merging: the reports of one meeting become its record."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from crawler.items import Format, Level
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
    days = choose_days(ordered)
    first, last, precision = days.value or (None, None, None)
    ordinals = _choose_ordinals(ordered, first.year if first else None)
    facts = Facts(ordered)
    levels: list[Claim[Level]] = gather_claims(ordered, lambda r: r.meeting.level)
    format_: Format | None = facts.choose("format", lambda r: r.meeting.format)
    name = choose(gather_claims(ordered, lambda r: r.meeting.name)).value
    chair = facts.choose("chair", lambda r: r.meeting.chair.country if r.meeting.chair else None)
    host = facts.choose("host", lambda r: r.meeting.host)
    place = choose_place(facts)
    published = [report.published for report in ordered if report.published]
    values = [*describe_days(days), *describe("ordinals", ordinals, _write_numbers, _share)]
    values += [*describe_status(ordered), *facts.values]
    return MergedMeeting(
        schema=SCHEMA,
        id=identity.id,
        aliases=identity.aliases,
        split_from=identity.split_from,
        sequence=identity.sequence,
        revision=identity.revision,
        name=name,
        series=ordered[0].meeting.series or "",
        ordinals=list(ordinals.value or ()),
        level=choose(levels).value,
        status=choose_status(ordered),
        starts=first,
        ends=last,
        precision=precision,
        format=format_,
        place=place,
        chair=chair,
        host=host,
        chaired_by=_distinct(one.name for r in ordered for one in r.meeting.chaired_by),
        people=gather_participants(ordered),
        countries=gather_countries(ordered),
        organisations=_sorted(
            one
            for report in ordered
            if report.meeting.participants
            for one in report.meeting.participants.organisations
        ),
        agenda=_sorted(topic.code for report in ordered for topic in report.meeting.agenda),
        documents=_sorted(one.code for report in ordered for one in report.meeting.documents),
        outcomes=_gather_results(ordered),
        texts=count_texts(ordered),
        reports=len({report.article for report in ordered if report.meeting.main}),
        mentions=len({report.article for report in ordered if not report.meeting.main}),
        sites=_sorted(report.site for report in ordered),
        languages=_sorted(report.language for report in ordered),
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
        conflicts=list(dict.fromkeys(value.field for value in values if value.conflict)),
        values=values,
        sources=[_read_source(report) for report in ordered],
    )


def _choose_ordinals(reports: Sequence[Report], year: int | None) -> Chosen[tuple[int, ...]]:
    claims = gather_claims(reports, lambda r: tuple(r.meeting.ordinals) or None)
    if year is None:
        return choose(claims)

    def fits(claim: Any) -> float:
        return len(fitting_ordinals(claim.reports[0].meeting, year)) == len(claim.value)

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
