"""What meeting it is: its name, series, ordinals and level, and what the article does with it."""

from __future__ import annotations

from crawler.items import Report, Status
from pipelines.meetings import catalogue
from pipelines.meetings.evidence import quote_again
from pipelines.meetings.mentions import Mention
from pipelines.meetings.reading import Draft, Reading

_UNHELD = frozenset({"upcoming", "postponed", "cancelled", "proposed"})
_UNTIL_THEN: dict[Report | None, Report | None] = {"held": None, "opening": None, "closing": None}
"""What words like `will be held`, `opens on Monday` say of a meeting is no report yet."""


def fill_identity(draft: Draft, reading: Reading) -> None:
    """Name, series, ordinals and level, each with its words."""
    meeting, candidate = draft.meeting, draft.candidate
    mention = choose_name(candidate.mentions, candidate.ordinals)
    span = _find_span(mention)
    rule = f"{reading.language.code}.name.words"
    meeting.name = mention.sentence.whole[slice(*span)]
    meeting.series = candidate.series
    meeting.ordinals = list(candidate.ordinals)
    draft.quote("name", rule, mention.sentence, span)
    draft.quote("series", f"{reading.language.code}.series.words", mention.sentence, span)
    series = catalogue.series_of(candidate.series)
    if series is not None:
        meeting.level = series.level
        draft.quote("level", f"{reading.language.code}.level.series", mention.sentence, span)
    _quote_ordinals(draft, reading)


def _find_span(mention: Mention) -> tuple[int, int]:
    """The name without `the opening of` before it and the verb behind it, its bracket closed."""
    whole, start, end = mention.sentence.whole, mention.start, mention.part.noun_end
    start = max(start, mention.part.name_start)
    opened = whole.count("(", start, end) > whole.count(")", start, end)
    return start, end + (opened and whole.startswith(")", end))


def choose_name(mentions: list[Mention], ordinals: tuple[int, ...]) -> Mention:
    """The fullest name: of those in the text, outside brackets, with the ordinal, the first."""
    return min(
        mentions,
        key=lambda one: (
            one.sentence.source == "caption",
            one.strength == "people",
            one.said("background") is not None,
            one.ordinals != ordinals,
            one.sentence.source == "title",
        ),
    )


def _quote_ordinals(draft: Draft, reading: Reading) -> None:
    for mention in draft.candidate.mentions:
        if mention.part.ordinal_span and set(draft.candidate.ordinals) <= set(mention.ordinals):
            rule = f"{reading.language.code}.ordinals.name"
            draft.quote("ordinals", rule, mention.sentence, mention.part.ordinal_span)
            return


def fill_report(draft: Draft, reading: Reading) -> None:
    """What kind of report the article is, by the words around the name."""
    for mention in draft.candidate.foreground:
        found = mention.said("report")
        if found is not None:
            report: Report = found.value
            draft.meeting.report = report
            draft.quote("report", found.rule.name, mention.sentence, (found.start, found.end))
            break
    _report_by_status(draft, reading)


def _report_by_status(draft: Draft, reading: Reading) -> None:
    """A meeting that lies ahead or fell through is previewed; another is reported as held."""
    meeting, said = draft.meeting, next((o for o in draft.evidence if o.field == "status"), None)
    report: Report = "preview" if meeting.status in _UNHELD else "held"
    known = meeting.report if report == "held" else _UNTIL_THEN.get(meeting.report, meeting.report)
    if said is not None and known is None:
        meeting.report = report
        old = [one for one in meeting.evidence if one.field != "report"]
        rule = f"{reading.language.code}.report.status"
        meeting.evidence = [*old, quote_again(said, "report", rule)]


def fill_status(draft: Draft, reading: Reading) -> None:
    """Held, ongoing or still to come: by the words around the name, else by its days."""
    by_days = _status_by_days(draft, reading)
    for mention in draft.candidate.mentions:
        found = mention.said("status")
        if found is not None and _agrees(found.value, by_days):
            status: Status = found.value
            draft.meeting.status = status
            draft.quote("status", found.rule.name, mention.sentence, (found.start, found.end))
            return
    dated = next((one for one in draft.evidence if one.field == "starts"), None)
    if by_days is not None and dated is not None:
        draft.meeting.status = by_days
        rule = f"{reading.language.code}.status.days"
        draft.evidence.append(quote_again(dated, "status", rule))


def _status_by_days(draft: Draft, reading: Reading) -> Status | None:
    published = reading.published
    meeting = draft.meeting
    if published is None or meeting.starts is None or meeting.ends is None:
        return None
    if meeting.starts > published:
        return "upcoming"
    return "held" if meeting.ends <= published else "ongoing"


def _agrees(said: Status, by_days: Status | None) -> bool:
    """False where the calendar refutes the words: what lies ahead was not held."""
    return not (said in ("held", "upcoming") and by_days is not None and said != by_days)
