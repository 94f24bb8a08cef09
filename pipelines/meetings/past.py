"""Earlier and later meetings of a series, told from the one that the article reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipelines.meetings.candidates import Candidate
from pipelines.meetings.choice import Choice
from pipelines.meetings.mentions import Mention


def split_past(reported: Iterable[Candidate], choice: Choice) -> list[Candidate]:
    """The other meetings that the names of `reported` ones also mean, taken out of these.

    `the October 2021 U.S.-ASEAN Summit` in a preview of the next one is another meeting; so is
    `the WEF on ASEAN 2018` in a report of that of 2017.
    """
    return [other for candidate in reported for other in _take_others(candidate, choice)]


def _take_others(candidate: Candidate, choice: Choice) -> list[Candidate]:
    dated = any(_has_its_day(mention, choice) for mention in candidate.mentions)
    past: dict[date | None, list[Mention]] = {}
    for mention in candidate.mentions:
        if mention.ordinals:
            continue
        if choice.is_history(mention) or (dated and choice.is_of_later_year(mention)):
            days = choice.days_of(mention)
            past.setdefault(days.starts if days else None, []).append(mention)
    gone = [mention for mentions in past.values() for mention in mentions]
    present = [mention for mention in candidate.mentions if mention not in gone]
    if not gone or not present:
        return []
    candidate.mentions = present
    return [Candidate(candidate.series, (), mentions) for mentions in past.values()]


def _has_its_day(mention: Mention, choice: Choice) -> bool:
    return choice.is_news(mention) or choice.is_ahead(mention)
