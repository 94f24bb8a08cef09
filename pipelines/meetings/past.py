"""Earlier meetings of a series, told from the one that the article reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipelines.meetings.candidates import Candidate
from pipelines.meetings.choice import Choice
from pipelines.meetings.mentions import Mention


def split_past(reported: Iterable[Candidate], choice: Choice) -> list[Candidate]:
    """The earlier meetings that the names of `reported` ones also mean, taken out of these.

    `the October 2021 U.S.-ASEAN Summit` in a preview of the next one is another meeting.
    """
    return [past for candidate in reported for past in _take_past(candidate, choice)]


def _take_past(candidate: Candidate, choice: Choice) -> list[Candidate]:
    past: dict[date | None, list[Mention]] = {}
    for mention in candidate.mentions:
        if not mention.ordinals and choice.is_history(mention):
            days = choice.days_of(mention)
            past.setdefault(days.starts if days else None, []).append(mention)
    gone = [mention for mentions in past.values() for mention in mentions]
    present = [mention for mention in candidate.mentions if mention not in gone]
    if not gone or not present:
        return []
    candidate.mentions = present
    return [Candidate(candidate.series, (), mentions) for mentions in past.values()]
