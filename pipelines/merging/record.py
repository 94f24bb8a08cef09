"""What one line of `meetings.jsonl` holds: one real meeting with what all its reports say.

The order of the fields is the order of the keys; the JSON Schema is generated from here. `None`
means that no report says, `[]` that there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from crawler.items import Format, Function, Level, OutcomeKind, Place, Precision, Report, Status

SCHEMA = "asean-meetings/merged/1"
"""Changes when a field changes its name or meaning; a new field does not change it."""

Why = Literal[
    "only",
    "fits-series",
    "not-withdrawn",
    "exact",
    "happened",
    "reported",
    "most-texts",
    "earliest",
    "first-by-name",
    "latest",
]


@dataclass(slots=True)
class Source:
    """One report: a meeting in an article."""

    article: str
    """Canonical address."""
    position: int
    """Of the meeting in the article's `meetings`, where the evidence lies, from 0."""
    site: str
    language: str | None
    published: date | None
    main: bool
    """True: the article reports on the meeting; False: it mentions it."""
    report: Report | None
    status: Status | None
    text: str
    """Address of the earliest copy: sources that share it are one voice."""


@dataclass(slots=True)
class Value:
    """A value that some reports state."""

    field: str
    """`date`, `ordinals`, `city`, `country` ..."""
    value: str
    """As text: `2020-01-16/2020-01-17`, `36`, `VN`."""
    chosen: bool
    why: Why
    """The first criterion by which the chosen value stands above the next; on the others, above
    them: `most-texts` says that more independent texts have the chosen one. Texts that name one of
    several days count for all of them."""
    conflict: bool
    """True where it cannot be true together with the chosen one."""
    texts: int
    """Independent texts that say so."""
    sources: list[str]
    """Addresses of the articles."""


@dataclass(slots=True)
class Participant:
    """Somebody who took part."""

    name: str
    title: str | None
    role: str | None
    country: str | None
    function: Function | None
    texts: int
    sources: list[str]


@dataclass(slots=True)
class Result:
    """What the meeting did, in the words of one article."""

    text: str
    kind: OutcomeKind
    by: str | None
    source: str


@dataclass(slots=True)
class MergedMeeting:
    """One real meeting."""

    schema: str
    id: str
    """Stays when reports are added."""
    aliases: list[str]
    """Ids of records that turned out to be this meeting."""
    split_from: str | None
    """The record that its reports belonged to before."""
    sequence: int
    """0, then one more for each change of what a calendar shows."""
    revision: int
    """Of the store, when the record last changed: `scrapy export meetings --since`."""
    name: str | None
    series: str
    ordinals: list[int]
    level: Level | None
    status: Status | None
    starts: date | None
    ends: date | None
    precision: Precision | None
    """`day` or `range`; anything else: `starts` and `ends` bound the date."""
    format: Format | None
    place: Place | None
    chair: str | None
    """Country in the chair."""
    host: str | None
    chaired_by: list[str]
    people: list[Participant]
    countries: list[str]
    """That took part as countries or through named persons."""
    organisations: list[str]
    agenda: list[str]
    """Codes of topics."""
    documents: list[str]
    """Codes of documents."""
    outcomes: list[Result]
    """Of the texts that are not copies."""
    texts: int
    """Independent texts that speak of it."""
    reports: int
    """Articles that report on it, copies included."""
    mentions: int
    """Articles that mention it."""
    sites: list[str]
    languages: list[str]
    first_published: date | None
    last_published: date | None
    conflicts: list[str]
    """Fields whose reports cannot all be right."""
    values: list[Value]
    """Every value of the fields that are chosen, the chosen one of each field first."""
    sources: list[Source]
    """By publication."""
