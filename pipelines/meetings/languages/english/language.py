"""English: its words and rules, put together."""

from __future__ import annotations

import re
from pathlib import Path

from pipelines.meetings.language import Language
from pipelines.meetings.languages.english.dates import CALENDAR
from pipelines.meetings.languages.english.ordinals import ORDINALS
from pipelines.meetings.languages.english.relative_dates import RELATIVE
from pipelines.meetings.languages.english.surroundings import AROUND
from pipelines.meetings.lexicon import Lexicon
from pipelines.meetings.vocabulary import read_catalogue_entries
from pipelines.meetings.words import read_word_entries

LANGUAGE = Language(
    code="en",
    lexicon=Lexicon(
        [*read_word_entries(Path(__file__).parent / "words.toml"), *read_catalogue_entries("en")]
    ),
    head_first=False,
    ordinals=ORDINALS,
    dates=(*CALENDAR, *RELATIVE),
    place_cue=re.compile(
        r"(?P<elsewhere>\b(?:[Aa]mbassador|[Rr]epresentative|[Ee]mbassy|[Mm]ission)\s(?:to|in)\s)?"
        r"(?<!\w)(?:in|at|to|In|hosted by)\s"
        r"(?:the\s)?(?:[a-z\-]{3,20}\s){0,2}(?:(?:[Cc]apital|[Cc]ity|[Tt]own|[Ii]sland|[Pp]rovince)"
        r"(?:\scity)?(?:\sof)?\s)?\Z"
    ),
    unlisted_city=re.compile(r"(?P<city>[A-Z][\w'’\-]+(?:\s[A-Z][\w'’\-]+){0,2}),?\s\Z"),
    around=AROUND,
    sentences=(),
    read_people=lambda sentence, hits: [],
    host_by_place=False,
)
