"""What we hand out: the record of one article and of the meetings that it reports or mentions.

This module is the contract. The order of the fields is the order of the keys in `articles.jsonl`;
`crawler.schema` generates the JSON Schema from it. `None` means that the article does not say,
`[]` that there is none. Countries are ISO 3166-1 alpha-2, languages ISO 639-1, dates ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

SCHEMA = "asean-meetings/1"
"""Changes when a field changes its name or meaning; a new field does not change it."""

Level = Literal[
    "leaders",
    "ministers",
    "senior-officials",
    "permanent-representatives",
    "working-group",
    "parliament",
    "dialogue",
]
Report = Literal[
    "held", "opening", "closing", "preview", "statement", "speech", "outcome", "sideline"
]
Status = Literal["held", "ongoing", "upcoming", "postponed", "cancelled", "proposed"]
Precision = Literal["day", "range", "part-of-month", "month", "quarter", "year", "after"]
YearFrom = Literal["text", "published", "ordinal", "context"]
Format = Literal["in-person", "online", "hybrid"]
Function = Literal["head", "member", "chair", "speaker", "attendee"]
OutcomeKind = Literal[
    "adopted", "signed", "agreed", "reviewed", "noted", "committed", "proposed", "concern"
]
Source = Literal["title", "sapo", "text", "caption"]
DuplicateKind = Literal["copy", "extends"]


@dataclass(slots=True)
class Caption:
    """The caption of one picture of the article."""

    text: str
    credit: str | None = None
    """Photographer or agency as printed: `Duy Quang`, `TTXVN`, `Getty Images`."""
    image: str | None = None
    """Absolute address of the picture."""


@dataclass(slots=True)
class ArchiveRef:
    """Where the exchange lies that the article was read from."""

    file: str
    """Name of the WARC file or of the saved page, without its folder."""
    offset: int
    """Byte offset of the record's gzip member; 0 for a saved page."""


@dataclass(slots=True)
class Evidence:
    """The words that a value was read from: `source[start:end] == quote`."""

    field: str
    """Path of the value inside its meeting: `starts`, `place.city`, `people[0].name`."""
    rule: str
    """Name of the rule, `language.field.way`: `vi.ordinal.lan-thu`."""
    quote: str
    start: int
    end: int
    source: Source
    """`caption` offsets mean the captions' texts joined by `\\n`."""


@dataclass(slots=True)
class Place:
    """Where a meeting takes place (not where a delegate comes from)."""

    venue: str | None = None
    city: str | None = None
    province: str | None = None
    country: str | None = None


@dataclass(slots=True)
class Chair:
    """The chairmanship as the article states it."""

    country: str | None = None
    year: int | None = None
    theme: str | None = None
    theme_english: str | None = None


@dataclass(slots=True)
class ChairedBy:
    """Who sat in the chair of this meeting."""

    name: str | None = None
    title: str | None = None
    country: str | None = None


@dataclass(slots=True)
class Person:
    """Somebody who took part in a meeting; never the author of the article."""

    name: str
    title: str | None = None
    """Office as printed: `Thứ trưởng Ngoại giao`."""
    role: str | None = None
    """Role in the meeting as printed: `Trưởng SOM ASEAN Việt Nam`."""
    country: str | None = None
    function: Function | None = None
    acting: bool = False
    """True where the text says acting: `Quyền Trưởng SOM`."""


@dataclass(slots=True)
class Participants:
    """Who took part, beyond the named persons."""

    countries: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    note: str | None = None


@dataclass(slots=True)
class Topic:
    """A matter on the agenda."""

    code: str
    text: str


@dataclass(slots=True)
class Document:
    """A text that the meeting adopted, reviewed or referred to."""

    code: str
    text: str
    date: str | None = None
    """ISO 8601, as exact as the article: `2021-04`, `2021-04-24`."""


@dataclass(slots=True)
class Outcome:
    """What the meeting did, as a sentence or clause of the article."""

    text: str
    kind: OutcomeKind
    by: str | None = None
    """Who, where it is not the meeting as a whole: a country code or a name."""


@dataclass(slots=True)
class Money:
    """A sum that the article names for the meeting's business."""

    amount: float
    currency: str
    """ISO 4217."""
    text: str


@dataclass(slots=True)
class Meeting:
    """One meeting inside one article."""

    main: bool
    """True: the article reports on it. False: it is mentioned (earlier, upcoming, related)."""
    name: str | None = None
    series: str | None = None
    """Code of the series table: `SOM`, `SOM-ARF`, `AMM`, `ASEAN-SUMMIT`, `EAS` ..."""
    ordinals: list[int] = field(default_factory=list)
    """`[36]`; `[38, 39]` for back-to-back summits."""
    level: Level | None = None
    report: Report | None = None
    """What kind of report the article is; None for meetings that are only mentioned."""
    status: Status | None = None
    starts: date | None = None
    ends: date | None = None
    precision: Precision | None = None
    """For a precision wider than a day `starts` and `ends` bound the date."""
    year_from: YearFrom | None = None
    time_of_day: str | None = None
    """`morning`, `afternoon`, `evening` or a clock time `HH:MM`."""
    format: Format | None = None
    place: Place | None = None
    chair: Chair | None = None
    chaired_by: list[ChairedBy] = field(default_factory=list)
    host: str | None = None
    people: list[Person] = field(default_factory=list)
    participants: Participants | None = None
    agenda: list[Topic] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    money: list[Money] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Article:
    """One article as one line of `articles.jsonl`."""

    schema: str
    url: str
    """Canonical address, cleaned: mobile, AMP, print and tracking forms folded."""
    fetched_url: str
    site: str
    """Spider name, or the registrable domain where no spider knows the site."""
    language: str | None
    """Of the text, not of the site."""
    title: str | None
    sapo: str | None
    text: str
    """Paragraphs joined by `\\n`; clutter is gone, captions are not in it."""
    authors: list[str] = field(default_factory=list)
    """Bylines as printed, never the paper's name."""
    agency: str | None = None
    """Wire credit: `TTXVN`, `VNA`, `Bernama`, `AKP` ..."""
    dateline: str | None = None
    published: datetime | date | None = None
    """A time with its offset; a plain date where the page gives the day only."""
    modified: datetime | date | None = None
    published_from: str | None = None
    """The statement of the page that was trusted: `json-ld`, `meta:article:published_time` ..."""
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    fetched: datetime | None = None
    archive: ArchiveRef | None = None
    version: int = 1
    """1, 2, ... of the same address with changed text."""
    duplicate_of: str | None = None
    """`url` of the earliest copy."""
    duplicate_kind: DuplicateKind | None = None
    related: list[str] = field(default_factory=list)
    """`url`s of other texts that share passages."""
    meetings: list[Meeting] = field(default_factory=list)
    """The reported ones first."""
