"""Vietnamese: its words and rules, put together."""

from __future__ import annotations

from pathlib import Path

from pipelines.meetings.around import AroundBook
from pipelines.meetings.language import Language
from pipelines.meetings.languages.vietnamese.chairs import CHAIRS
from pipelines.meetings.languages.vietnamese.dates import CALENDAR
from pipelines.meetings.languages.vietnamese.ends import ENDS
from pipelines.meetings.languages.vietnamese.facts import FACTS
from pipelines.meetings.languages.vietnamese.months import MONTHS
from pipelines.meetings.languages.vietnamese.offices import read_office_entries
from pipelines.meetings.languages.vietnamese.ordinals import ORDINALS
from pipelines.meetings.languages.vietnamese.people import read_people
from pipelines.meetings.languages.vietnamese.places import (
    NO_DATE_OF_MEETING,
    OTHER_YEAR,
    PLACE_CUE,
    PLACE_OPENS,
    PLACE_SIGN,
    SAID,
    UNLISTED_CITY,
)
from pipelines.meetings.languages.vietnamese.relative_dates import RELATIVE
from pipelines.meetings.languages.vietnamese.results import RESULTS
from pipelines.meetings.languages.vietnamese.spelling import with_spellings
from pipelines.meetings.languages.vietnamese.surroundings import AROUND
from pipelines.meetings.languages.vietnamese.titles import (
    BETWEEN,
    JOINT,
    NO_REPORT,
    SPOKEN,
    TOLD,
)
from pipelines.meetings.lexicon import Lexicon
from pipelines.meetings.rulebook import RuleBook
from pipelines.meetings.vocabulary import read_catalogue_entries
from pipelines.meetings.words import read_word_entries

LANGUAGE = Language(
    code="vi",
    lexicon=Lexicon(
        with_spellings(
            [
                *read_word_entries(Path(__file__).parent / "words.toml"),
                *read_catalogue_entries("vi"),
                *read_office_entries(),
            ]
        )
    ),
    head_first=True,
    ordinals=RuleBook(ORDINALS),
    dates=RuleBook((*CALENDAR, *MONTHS, *RELATIVE)),
    place_cue=PLACE_CUE,
    place_opens=PLACE_OPENS,
    place_sign=PLACE_SIGN,
    unlisted_city=UNLISTED_CITY,
    said=SAID,
    no_date_of_meeting=NO_DATE_OF_MEETING,
    other_year=OTHER_YEAR,
    no_report=NO_REPORT,
    told=TOLD,
    joint=JOINT,
    between=BETWEEN,
    spoken=SPOKEN,
    around=AroundBook(AROUND),
    sentences=RuleBook((*FACTS, *ENDS, *CHAIRS, *RESULTS)),
    read_people=read_people,
    host_by_place=True,
)
