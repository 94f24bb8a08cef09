"""Which of the meetings that an article names it reports on; often none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipelines.meetings.candidates import Candidate
from pipelines.meetings.days import Days, Known, resolve
from pipelines.meetings.mentions import Mention
from pipelines.meetings.said import Relative, Said
from pipelines.meetings.scan import LEAD, Scan
from pipelines.meetings.timing import Dated

_TITLE, _FIRST, _LEAD, _LATER = 3.0, 2.0, 1.0, 0.2
_BACKGROUND = 0.1
_REPORTED, _PURPOSE = 1.5, 0.6
"""Factors: somebody attends or it is held; it is only why somebody travels."""
_PEOPLE = 0.5
_FAR = 0.5
_NEWS = 1.0
"""Added for a meeting that is said to be held on a day around publication."""
_ENOUGH = 1.5
"""Weight from which on a meeting is what the article is about."""
_OLD, _RECENT = 40, 4
"""Days before publication from which on a meeting is history, and up to which it is news."""
_LAST_MONTH = 10
"""Days since the end of a month from which on a meeting of which no day is told is history."""
_NEWS_REACH = 3 * LEAD
"""Sentences among which a further meeting of the day is told of as news too."""
_BESIDE = 12
"""Characters between two names in one breath."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the choice goes by."""

    scans: Sequence[Scan]
    dated: Dated
    published: date | None
    latest: date | None = None
    """The latest full date of the text: what it was written after, where no page says when."""
    _days: dict[int, Days | None] = field(default_factory=dict)
    """What `days_of` has found, by `id` of the mention."""

    def days_of(self, mention: Mention) -> Days | None:
        """The days that the mention's sentence gives it."""
        moment = self.dated.get(id(mention))
        if moment is None:
            return None
        if id(mention) not in self._days:
            self._days[id(mention)] = resolve(moment.said, Known(self.published))
        return self._days[id(mention)]

    def has_day(self, mention: Mention) -> bool:
        """True where its sentence dates it more closely than to a year."""
        days = self.days_of(mention)
        return id(mention) in self.dated and (days is None or days.precision != "year")

    def is_history(self, mention: Mention) -> bool:
        """True for a meeting that its sentence puts long before publication."""
        moment = self.dated.get(id(mention))
        if moment is None:
            return False
        if isinstance(moment.said, Relative) and self.published is None:
            return moment.said.count < 0 and moment.said.step in ("month", "year")
        days = self.days_of(mention)
        day = self.published or (self.latest if _says_year(moment.said) else None)
        if days is None or day is None:
            return False
        exact = days.precision in ("day", "range")
        return (day - days.ends).days > (_OLD if exact else _LAST_MONTH)

    def is_news(self, mention: Mention) -> bool:
        """True for a meeting that its sentence puts on a day around publication."""
        days = self.days_of(mention)
        if days is None or self.published is None or days.precision not in ("day", "range"):
            return False
        return days.starts <= self.published and (self.published - days.ends).days <= _RECENT

    def is_ahead(self, mention: Mention) -> bool:
        """True for a meeting that its sentence puts on a day in the weeks after publication."""
        days = self.days_of(mention)
        if days is None or self.published is None or days.precision not in ("day", "range"):
            return False
        return 0 <= (days.starts - self.published).days <= _OLD

    def is_of_later_year(self, mention: Mention) -> bool:
        """True for a meeting of which its sentence says no more than a year to come."""
        days = self.days_of(mention)
        if days is None or self.published is None or days.precision != "year":
            return False
        return days.starts.year > self.published.year

    def is_far(self, mention: Mention) -> bool:
        """True for a meeting that its sentence puts no nearer than into a month to come."""
        days = self.days_of(mention)
        if days is None or self.published is None or days.precision in ("day", "range"):
            return False
        return days.ends > self.published

    def is_to_come(self, mention: Mention) -> bool:
        """True for a meeting that its sentence puts no nearer than a month that is yet to begin."""
        days = self.days_of(mention)
        if days is None or self.published is None or days.precision in ("day", "range"):
            return False
        return days.starts > self.published


def _says_year(said: Said | Relative) -> bool:
    return isinstance(said, Said) and said.starts.year is not None


def choose_reported(candidates: Sequence[Candidate], choice: Choice) -> list[Candidate]:
    """The meetings that the article reports on, the most prominent first; often none."""
    signed = [one for one in candidates if any(_is_sign(m, choice) for m in one.mentions)]
    signed = signed or [one for one in candidates if _is_told_of(one, choice)]
    weighed = [(_weigh(candidate, choice), candidate) for candidate in signed]
    best = max(weighed, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < _ENOUGH:
        return []
    reported = [best[1]]
    for main in reported:
        others = (one for one in candidates if not any(one is other for other in reported))
        reported.extend([one for one in others if _stands_beside(one, main, choice)])
    return reported


def _is_background(mention: Mention, choice: Choice) -> bool:
    return mention.said("background") is not None or choice.is_history(mention)


def _is_sign(mention: Mention, choice: Choice) -> bool:
    """True where something happens at the meeting: it has a day, is held, somebody attends."""
    if _is_background(mention, choice) or mention.strength == "people":
        return False
    if mention.said("status") or mention.said("speaks"):
        return True
    told = mention.said("report") is not None or choice.has_day(mention)
    if told and not choice.is_to_come(mention):
        return True
    if mention.strength in ("verb", "gathered"):
        return True
    return mention.said("attends") is not None and _names_office(mention, choice)


def _is_told_of(candidate: Candidate, choice: Choice) -> bool:
    """True where the title names a meeting and the lead says when or where `the meeting` is."""
    in_title = any(
        one.sentence.source == "title" and one.strength == "named" for one in candidate.foreground
    )
    return in_title and any(
        scan.leads and scan.speaks_of_meeting and (scan.places or scan.moments)
        for scan in choice.scans
        if scan.sentence.source != "title"
    )


def _names_office(mention: Mention, choice: Choice) -> bool:
    """True where the sentence names an office; in a title a country will do: `Laos attends AMM`."""
    scan = choice.scans[mention.sentence.number]
    if scan.hits.of("title"):
        return True
    titled = mention.sentence.source == "title"
    return titled and any(hit.end <= mention.start for hit in scan.hits.of("country"))


def _weigh(candidate: Candidate, choice: Choice) -> float:
    return sum(_weigh_mention(mention, choice) for mention in candidate.mentions)


def _weigh_mention(mention: Mention, choice: Choice) -> float:
    weight = _place_weight(mention)
    if _is_background(mention, choice):
        return weight * _BACKGROUND
    if mention.strength == "people":
        return weight * _PEOPLE
    if mention.said("purpose"):
        weight *= _PURPOSE
    elif _is_of_some_year(mention, choice):
        weight *= _FAR
    elif mention.said("attends") or mention.said("report"):
        weight *= _REPORTED
    elif choice.is_far(mention):
        weight *= _FAR
    attended, reported = (mention.said(field) is not None for field in ("attends", "report"))
    now = choice.is_news(mention)
    arrived = now and mention.said("purpose") is not None
    attends = attended and (now or choice.is_ahead(mention)) and not arrived
    return weight + _NEWS * ((reported and now) or attends)


def _is_of_some_year(mention: Mention, choice: Choice) -> bool:
    """True for a meeting to come of which no more than the year is told."""
    days = choice.days_of(mention)
    return days is not None and days.precision == "year" and choice.is_far(mention)


def _place_weight(mention: Mention) -> float:
    sentence = mention.sentence
    if sentence.source == "title":
        return _TITLE
    if sentence.source == "caption":
        return _LATER
    if sentence.number <= 2:
        return _FIRST
    return _LEAD if sentence.number <= LEAD + 2 else _LATER


def _stands_beside(one: Candidate, main: Candidate, choice: Choice) -> bool:
    """True where the lead names both meetings in one breath, or reports both as held."""
    ours = [mention for mention in one.mentions if not _is_background(mention, choice)]
    lead = [mention for mention in ours if mention.sentence.number <= LEAD]
    ahead = any(_lies_ahead(mention) for mention in main.foreground)
    now = [mention for mention in ours if ahead or not _lies_ahead(mention)]
    if any(one.said("report") and choice.is_news(one) for one in now if one in lead):
        return True
    if any(one.said("beside") for one in now if one.sentence.number <= _NEWS_REACH):
        return True
    pairs = ((a, b) for a in lead for b in main.foreground if a.strength != "people")
    return any(a.sentence is b.sentence and (_adjoin(a, b) or _attended(a, b)) for a, b in pairs)


def _lies_ahead(mention: Mention) -> bool:
    """True for `later that day the leaders will attend the ASEAN-China Summit`."""
    status = mention.said("status")
    return status is not None and status.value == "upcoming"


def _attended(a: Mention, b: Mention) -> bool:
    """True for `to attend the EAS and take part in the ASEAN-Australia Summit`."""
    return a.said("attends") is not None and b.said("attends") is not None


def _adjoin(a: Mention, b: Mention) -> bool:
    first, second = sorted((a, b), key=lambda mention: mention.start)
    return second.start - first.end <= _BESIDE
