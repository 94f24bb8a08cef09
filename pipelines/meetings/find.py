"""From a clean article to the meetings that it reports and mentions: `find_meetings` is pure."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache

from crawler.items import Article, Meeting
from pipelines.meetings import languages
from pipelines.meetings.attendance import fill_chaired_by, fill_participants
from pipelines.meetings.candidates import Candidate, gather_candidates
from pipelines.meetings.chairing import (
    fill_chair,
    fill_country_of_chair,
    fill_host,
    fill_host_by_chair,
    fill_host_by_person,
)
from pipelines.meetings.choice import Choice, choose_reported
from pipelines.meetings.contents import (
    fill_agenda,
    fill_documents,
    fill_money,
    fill_outcomes,
)
from pipelines.meetings.days import read_day
from pipelines.meetings.form import drop_place_of_online, fill_format
from pipelines.meetings.identity import fill_identity, fill_report, fill_status
from pipelines.meetings.language import Language
from pipelines.meetings.past import split_past
from pipelines.meetings.people import fill_people
from pipelines.meetings.reading import Draft, Reading, read_facts
from pipelines.meetings.scan import Scan, scan_article
from pipelines.meetings.situation import fill_days, fill_place, fill_venue
from pipelines.meetings.timing import assign_moments, read_context

_ALWAYS: tuple[Callable[[Draft, Reading], None], ...] = (
    fill_identity,
    fill_days,
    fill_status,
    fill_place,
)
_REPORTED: tuple[Callable[[Draft, Reading], None], ...] = (
    fill_report,
    fill_venue,
    fill_host,
    fill_format,
    fill_chair,
    fill_people,
    fill_chaired_by,
    fill_participants,
    fill_agenda,
    fill_documents,
    fill_outcomes,
    fill_money,
)


def find_meetings(article: Article) -> list[Meeting]:
    """The meetings of `article`, the reported ones first; none in a language that nobody taught."""
    language = read_languages().get(article.language or "")
    if language is None:
        return []
    scans = scan_article(article, language)
    candidates = gather_candidates(mention for scan in scans for mention in scan.mentions)
    _forget_unmet(scans, candidates)
    dated = assign_moments(scans, language)
    published = read_day(article.published)
    latest = max(read_context(scans), default=None) if published is None else None
    choice = Choice(scans, dated, published, latest)
    told = language.no_report.search(article.title or "") is None
    reported = choose_reported(candidates, choice) if told else []
    facts = read_facts(scans, language) if reported else {}
    reading = Reading(article=article, language=language, scans=scans, dated=dated, facts=facts)
    others = [one for one in candidates if one not in reported]
    others += split_past(reported, choice)
    return [
        *(_read_reported(candidate, reading) for candidate in reported),
        *(_read_mentioned(candidate, reading) for candidate in others),
    ]


def _forget_unmet(scans: Sequence[Scan], candidates: Sequence[Candidate]) -> None:
    """Drop mentions that turned out to mean no meeting, so that they claim no date or place."""
    met = {id(mention) for candidate in candidates for mention in candidate.mentions}
    if len(met) == sum(len(scan.mentions) for scan in scans):
        return
    for scan in scans:
        if scan.mentions:
            scan.keep([mention for mention in scan.mentions if id(mention) in met])


def _read_reported(candidate: Candidate, reading: Reading) -> Meeting:
    draft = Draft(Meeting(main=True), candidate)
    for fill in (*_ALWAYS, *_REPORTED):
        fill(draft, reading)
    _fill_host_by_chairs(draft, reading)
    fill_country_of_chair(draft, reading)
    drop_place_of_online(draft)
    _fill_host_by_chairs(draft, reading)
    return draft.meeting


def _fill_host_by_chairs(draft: Draft, reading: Reading) -> None:
    """The host by who chairs; once more where the host by place has gone with the place."""
    fill_host_by_person(draft, reading)
    fill_host_by_chair(draft, reading)


def _read_mentioned(candidate: Candidate, reading: Reading) -> Meeting:
    draft = Draft(Meeting(main=False), candidate)
    for fill in _ALWAYS:
        fill(draft, reading)
    return draft.meeting


@cache
def read_languages() -> dict[str, Language]:
    """All languages that lie in `pipelines/meetings/languages/`, by code."""
    names = (
        f"{languages.__name__}.{module.name}.language"
        for module in pkgutil.iter_modules(languages.__path__)
    )
    taught: list[Language] = [importlib.import_module(name).LANGUAGE for name in names]
    return {language.code: language for language in taught}
