"""English: its words and rules, put together."""

from __future__ import annotations

from pathlib import Path

from pipelines.meetings.around import AroundBook
from pipelines.meetings.language import Language
from pipelines.meetings.languages.english.chairs import CHAIRS
from pipelines.meetings.languages.english.dated_weekdays import DATED_WEEKDAYS
from pipelines.meetings.languages.english.dates import CALENDAR
from pipelines.meetings.languages.english.ends import BEGUN, ENDS, OVER
from pipelines.meetings.languages.english.facts import FACTS
from pipelines.meetings.languages.english.hosts import HOSTS
from pipelines.meetings.languages.english.months import MONTHS
from pipelines.meetings.languages.english.ordinals import ORDINALS
from pipelines.meetings.languages.english.people import read_people
from pipelines.meetings.languages.english.places import (
    CHAIRED_SELF,
    HERE,
    HOUSE,
    MET_WITH,
    NO_DATE_OF_MEETING,
    NO_REPORT,
    OTHER_YEAR,
    PLACE_CUE,
    PLACE_OPENS,
    PLACE_SIGN,
    SAID,
    SPOKEN,
    TILL,
    TOLD,
    UNLISTED_CITY,
)
from pipelines.meetings.languages.english.relative_dates import RELATIVE
from pipelines.meetings.languages.english.reports import REPORTS
from pipelines.meetings.languages.english.results import RESULTS
from pipelines.meetings.languages.english.surroundings import SURROUNDINGS
from pipelines.meetings.lexicon import Lexicon
from pipelines.meetings.rulebook import RuleBook
from pipelines.meetings.vocabulary import read_catalogue_entries
from pipelines.meetings.words import read_word_entries

LANGUAGE = Language(
    code="en",
    lexicon=Lexicon(
        [*read_word_entries(Path(__file__).parent / "words.toml"), *read_catalogue_entries("en")]
    ),
    head_first=False,
    ordinals=RuleBook(ORDINALS),
    dates=RuleBook((*CALENDAR, DATED_WEEKDAYS, *MONTHS, *RELATIVE)),
    place_cue=PLACE_CUE,
    place_opens=PLACE_OPENS,
    place_sign=PLACE_SIGN,
    unlisted_city=UNLISTED_CITY,
    said=SAID,
    chaired_self=CHAIRED_SELF,
    house=HOUSE,
    here=HERE,
    met_with=MET_WITH,
    no_report=NO_REPORT,
    other_year=OTHER_YEAR,
    begun=BEGUN,
    over=OVER,
    till=TILL,
    told=TOLD,
    spoken=SPOKEN,
    no_date_of_meeting=NO_DATE_OF_MEETING,
    around=AroundBook((*SURROUNDINGS, *REPORTS)),
    sentences=RuleBook((*FACTS, *HOSTS, *ENDS, *CHAIRS, *RESULTS)),
    read_people=read_people,
    host_by_place=False,
)
