"""When a meeting takes place: which date of the article belongs to which meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from pipelines.meetings import catalogue
from pipelines.meetings.candidates import Candidate
from pipelines.meetings.days import Days, Known, read_day, resolve
from pipelines.meetings.language import Language
from pipelines.meetings.lists import are_listed
from pipelines.meetings.mentions import Mention
from pipelines.meetings.moments import Moment
from pipelines.meetings.said import Relative, Said
from pipelines.meetings.scan import Scan

_OTHER_CLAUSE, _OTHER_BETWEEN, _SCENE = 200, 80, 100
_REACH, _REACH_ALONE = 150, 260
_YEAR_REACH, _TILL_REACH = 40, 25
_OLD = 60
"""Days before publication from which on a day in the lead is history."""
_NEIGHBOUR = 8
SAME_DAY = "same-day"
"""Value of a rule on `beside` whose words say that it was on the day told of before."""

Dated = Mapping[int, Moment]
"""`id` of a mention -> the date that its sentence gives it."""


def assign_moments(scans: Iterable[Scan], language: Language) -> dict[int, Moment]:
    """The date that belongs to each mention, by the sentence that both stand in."""
    dated: dict[int, Moment] = {}
    for scan in scans:
        if scan.names and scan.moments:
            dated |= _assign_in(scan, language)
    return dated


def _assign_in(scan: Scan, language: Language) -> dict[int, Moment]:
    dated: dict[int, Moment] = {}
    costs: dict[int, int] = {}
    for moment in sorted(scan.moments, key=_is_year):
        if _dates_something_else(moment, scan, language):
            continue
        apart = [_cost(mention, moment, scan) for mention in scan.names]
        cost = min(apart)
        if len(scan.moments) > 1 and _is_end(moment, scan, language):
            continue
        mention = scan.names[apart.index(cost)]
        if _is_year(moment) and id(mention) in dated:
            continue
        if cost <= _reach(moment, scan) and cost < costs.get(id(mention), _OTHER_CLAUSE):
            dated[id(mention)], costs[id(mention)] = moment, cost
    _share(scan.names, dated)
    return {id(one): _look_ahead(one, dated[id(one)]) for one in scan.names if id(one) in dated}


def _look_ahead(mention: Mention, moment: Moment) -> Moment:
    """The date of a meeting that is said to lie ahead, which is then not that of last year."""
    status = mention.said("status")
    if status is None or status.value != "upcoming" or not isinstance(moment.said, Said):
        return moment
    return moment._replace(said=replace(moment.said, ahead=True))


def _dates_something_else(moment: Moment, scan: Scan, language: Language) -> bool:
    """True for the day of a journey or of another paper's report."""
    if moment.when_said:
        return True
    later = [mention.start for mention in scan.names if mention.start >= moment.end]
    end = min(later, default=moment.end + _NEIGHBOUR * 2)
    return language.no_date_of_meeting.search(scan.sentence.whole, moment.end, end) is not None


def _is_end(moment: Moment, scan: Scan, language: Language) -> bool:
    """True for the last day of what another date begins: `opened on Sunday, through Monday`."""
    text = scan.sentence
    low = max(text.start, moment.start - _TILL_REACH)
    return language.till.search(text.whole, low, moment.start) is not None


def _cost(mention: Mention, moment: Moment, scan: Scan) -> int:
    """How far a date is from a name: characters, more across a clause or another name.

    A name that sets the scene keeps a date only in its own clause.
    """
    start, end = sorted((mention.start, mention.end, moment.start, moment.end))[1:3]
    text = scan.sentence.whole[start:end]
    between = any(
        start <= other.start < end and other.said("background") is None
        for other in scan.names
        if other is not mention
    )
    scene = mention.said("background")
    apart = scene is not None and ("," in text or start < scene.start < end)
    crossed = _OTHER_CLAUSE * (";" in text) + _OTHER_BETWEEN * between
    return len(text) + crossed + _SCENE * apart


def _reach(moment: Moment, scan: Scan) -> int:
    """How far a date may stand from a name: farther where the sentence has but one of each."""
    if _is_year(moment):
        return _YEAR_REACH
    days = sum(not _is_year(one) for one in scan.moments)
    return _REACH_ALONE if len(scan.names) == days == 1 else _REACH


def _is_year(moment: Moment) -> bool:
    said = moment.said
    return isinstance(said, Said) and said.starts.month is None and said.quarter is None


def _share(mentions: Sequence[Mention], dated: dict[int, Moment]) -> None:
    """Let names that stand side by side, or in the list that a date opens, share that date."""
    for left, right in reversed(list(pairwise(mentions))):
        if are_listed(left, right) and id(left) not in dated and id(right) in dated:
            dated[id(left)] = dated[id(right)]
    for left, right in pairwise(mentions):
        moment = dated.get(id(left))
        if moment is None or id(right) in dated:
            continue
        opens = moment.end <= left.start and right.said("background") is None
        if opens or are_listed(left, right):
            dated[id(right)] = moment


def read_days(candidate: Candidate, dated: Dated, known: Known) -> tuple[Days, Moment] | None:
    """The days of a meeting and the words that give them, from its own mentions."""
    named = [one for one in candidate.mentions if one.strength != "people"]
    ahead = [one for one in candidate.foreground if id(one) in dated]
    told = sorted(ahead or named, key=lambda one: one.said("report") is None)
    moments = [dated[id(one)] for one in told if id(one) in dated]
    return next(iter(sorted(_resolved(moments, known), key=_width)), None)


def read_lead_days(scans: Sequence[Scan], known: Known) -> tuple[Days, Moment] | None:
    """The first day that the lead gives without tying it to another meeting."""
    plain = (scan for scan in scans if scan.leads and not scan.names)
    moments = [moment for scan in plain for moment in scan.moments if not moment.when_said]
    found = [pair for pair in _resolved(moments, known) if pair[0].precision in ("day", "range")]
    return next((pair for pair in found if _is_of_news(pair[0], known)), None)


def read_same_day(
    candidate: Candidate, scans: Sequence[Scan], known: Known, *, reported: bool
) -> tuple[Days, Moment] | None:
    """The day told of before a meeting that was held on it too: `Cùng ngày, tại ...`.

    So was a reported one of which no day is told: `She also attended the ARF`.
    """
    for mention in candidate.mentions:
        beside = mention.said("beside")
        if beside is not None and (reported or beside.value == SAME_DAY):
            before = (scan for scan in scans if scan.sentence.number < mention.sentence.number)
            moments = [moment for scan in before for moment in scan.moments]
            days = [one for one in _resolved(moments, known) if one[0].precision == "day"]
            return next(reversed(days), None)
    return None


def _is_of_news(days: Days, known: Known) -> bool:
    """False for days long before publication."""
    return known.published is None or (known.published - days.ends).days <= _OLD


def _resolved(moments: Iterable[Moment], known: Known) -> list[tuple[Days, Moment]]:
    pairs = ((resolve(moment.said, known), moment) for moment in moments)
    return [(days, moment) for days, moment in pairs if days is not None]


def _width(pair: tuple[Days, Moment]) -> int:
    """What sorts days first, then the days of a week, then months and years."""
    days, moment = pair
    if days.precision not in ("day", "range"):
        return 2
    said = moment.said
    return int(isinstance(said, Relative) and said.step == "week" and said.weekday is None)


def known_of(
    candidate: Candidate, published: datetime | date | None, scans: Iterable[Scan]
) -> Known:
    """What fixes the year of a date of this meeting."""
    day = read_day(published)
    return Known(day, _ordinal_year(candidate), () if day else read_context(scans))


def _ordinal_year(candidate: Candidate) -> int | None:
    series = catalogue.series_of(candidate.series)
    if series is None or not candidate.ordinals:
        return None
    return series.year_of(candidate.ordinals[0])


def read_context(scans: Iterable[Scan]) -> tuple[date, ...]:
    """Points in time of an article's dates that carry their year."""
    said = (moment.said for scan in scans for moment in scan.moments)
    return tuple(
        date(one.starts.year, one.starts.month or 7, min(one.starts.day or 1, 28))
        for one in said
        if not isinstance(one, Relative) and one.starts.year is not None
    )
