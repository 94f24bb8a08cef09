"""What a meeting was about and what came of it: topics, documents, outcomes, sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.items import Document, Money, Outcome, Topic
from pipelines.meetings.days import Known, resolve
from pipelines.meetings.language import Language
from pipelines.meetings.lexicon import Hit
from pipelines.meetings.moments import Moment, read_moments
from pipelines.meetings.reading import Draft, Reading
from pipelines.meetings.scan import Scan
from pipelines.meetings.values import Sum

_YEAR = re.compile(r"\d{4}")
"""Stands in every date that dates a document; without it none is looked for."""
_DATE_REACH = 60
"""Characters after the name of a document within which its own date stands."""


def fill_agenda(draft: Draft, reading: Reading) -> None:
    """The topics of the catalogue that the article names, each once."""
    for scan, hit in _first_hits("topic", draft, reading):
        number = len(draft.meeting.agenda)
        text = scan.sentence.whole[hit.start : hit.end]
        draft.meeting.agenda.append(Topic(hit.entry.code, text))
        rule = f"{reading.language.code}.agenda.words"
        draft.quote(f"agenda[{number}].text", rule, scan.sentence, (hit.start, hit.end))


def fill_documents(draft: Draft, reading: Reading) -> None:
    """The documents of the catalogue that the article names, each once, with its date."""
    for scan, hit in _first_hits("document", draft, reading):
        number = len(draft.meeting.documents)
        text = scan.sentence.whole[hit.start : hit.end]
        dated = _date_after(hit, scan, reading.language)
        written = None if dated is None else _write_date(dated)
        draft.meeting.documents.append(Document(hit.entry.code, text, written))
        rule = f"{reading.language.code}.documents.words"
        draft.quote(f"documents[{number}].text", rule, scan.sentence, (hit.start, hit.end))
        if dated is not None:
            draft.quote_moment(f"documents[{number}].date", dated)


def _first_hits(kind: str, draft: Draft, reading: Reading) -> Iterator[tuple[Scan, Hit]]:
    """The first hit of every code of `kind` in sentences that are not about other meetings only."""
    seen: set[str] = set()
    for scan in reading.scans:
        hits = scan.hits.of(kind)
        if not hits or scan.sentence.source == "caption" or _is_elsewhere(scan, draft):
            continue
        for hit in hits:
            if hit.entry.code not in seen:
                seen.add(hit.entry.code)
                yield scan, hit


def _is_elsewhere(scan: Scan, draft: Draft) -> bool:
    """True where a sentence names a meeting that is past or yet to come, and not this one."""
    mentions = draft.candidate.mentions
    return (
        bool(scan.names) and not any(one in mentions for one in scan.names) and _is_background(scan)
    )


def _is_background(scan: Scan) -> bool:
    return all(one.said("background") is None and one.said("attends") for one in scan.names)


def _date_after(hit: Hit, scan: Scan, language: Language) -> Moment | None:
    """A date with its year in the same clause after the name: `thông qua tháng 4/2021`."""
    if _YEAR.search(scan.sentence.whole, hit.end, scan.sentence.end) is None:
        return None
    for moment in scan.moments or read_moments(scan.sentence, language):
        gap = scan.sentence.whole[hit.end : moment.start]
        if 0 < moment.start - hit.end <= _DATE_REACH and not any(sign in gap for sign in ",;:("):
            days = resolve(moment.said, Known())
            if days is not None and days.precision in ("day", "month"):
                return moment
    return None


def _write_date(moment: Moment) -> str | None:
    """ISO 8601, as exact as the text: `2021-04`, `2021-04-24`."""
    days = resolve(moment.said, Known())
    if days is None:
        return None
    return days.starts.isoformat() if days.precision == "day" else f"{days.starts:%Y-%m}"


def fill_outcomes(draft: Draft, reading: Reading) -> None:
    """Clauses that say what was agreed, signed, noted; `by` where one person or country did it."""
    for scan, found in reading.facts.get("outcome", ()):
        if _is_elsewhere(scan, draft):
            continue
        span = found.groups["text"]
        text = scan.sentence.whole[slice(*span)]
        if any(one.text == text for one in draft.meeting.outcomes):
            continue
        number = len(draft.meeting.outcomes)
        by = _who(found.groups.get("who"), scan, draft)
        draft.meeting.outcomes.append(Outcome(text, found.value, by))
        draft.quote(f"outcomes[{number}].text", found.rule.name, scan.sentence, span)


def _who(span: tuple[int, int] | None, scan: Scan, draft: Draft) -> str | None:
    """The person, else the country, that the subject of a clause names."""
    if span is None:
        return None
    words = set(scan.sentence.whole[slice(*span)].split())
    person = (one.name for one in draft.meeting.people if one.name.split()[-1] in words)
    return next(person, None) or _country_in(span, scan.hits)


def _country_in(span: tuple[int, int], hits: Sequence[Hit]) -> str | None:
    inside = (
        hit.entry.code
        for hit in hits
        if hit.entry.kind == "country" and span[0] <= hit.start and hit.end <= span[1]
    )
    return next(inside, None)


def fill_money(draft: Draft, reading: Reading) -> None:
    """Sums that the article names for the meeting's business."""
    for scan, found in reading.facts.get("money", ()):
        amount: Sum = found.value
        number = len(draft.meeting.money)
        span = (found.start, found.end)
        text = scan.sentence.whole[slice(*span)]
        draft.meeting.money.append(Money(amount.amount, amount.currency, text))
        draft.quote(f"money[{number}].amount", found.rule.name, scan.sentence, span)
