"""The subject matter of the project as data: what the catalogue tells of each thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from crawler.items import Level

Names = Mapping[str, tuple[str, ...]]
"""Language -> names, the usual one first."""
CountryKind = Literal["member", "partner", "other", "organisation"]
Pillar = Literal["political-security", "economic", "socio-cultural", "all"]
ChairRule = Literal["asean", "partner", "rotating"]


@dataclass(frozen=True, slots=True)
class Ordinals:
    """Which year the n-th meeting of a series was or will be held in."""

    first: int | None = None
    """From this ordinal on the rule `offset + ordinal * step // every` holds."""
    offset: int = 0
    step: int = 1
    every: int = 1
    years: Mapping[int, int] = field(default_factory=dict)
    """Ordinals that do not follow the rule."""

    def year_of(self, ordinal: int) -> int | None:
        """The year of the meeting, or None where it is not known."""
        if ordinal in self.years:
            return self.years[ordinal]
        if self.first is None or ordinal < self.first:
            return None
        return self.offset + ordinal * self.step // self.every


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series of meetings."""

    code: str
    level: Level
    pillar: Pillar
    kind: str | None = None
    """What gathers: `summit`, `ministers`, `officials`, `pmc`, `dialogue` ..."""
    sector: str | None = None
    """`foreign`, `defence`, `economic` ...; None for leaders and where there is none."""
    frame: str = "ASEAN"
    """Who meets: `ASEAN`, `APT`, `EAS`, `ARF`, `PLUS`, `PARTNER`, `MEKONG-JP` ..."""
    modifier: str | None = None
    """`special`, `retreat`, `informal`."""
    partner: str | None = None
    """The one partner that ASEAN meets, where `frame` is `PARTNER`."""
    chair: ChairRule | None = None
    abbreviations: tuple[str, ...] = ()
    names: Names = field(default_factory=dict)
    """Names that mean the series by themselves, whatever their words are."""
    title: Mapping[str, str] = field(default_factory=dict)
    """Language -> the usual full name, made of the language's words for the features."""
    ordinals: Ordinals | None = None

    def year_of(self, ordinal: int) -> int | None:
        """The year of the `ordinal`-th meeting, or None where it is not known."""
        return None if self.ordinals is None else self.ordinals.year_of(ordinal)


@dataclass(frozen=True, slots=True)
class Country:
    """A state or an organisation that meets or is met."""

    code: str
    """ISO 3166-1 alpha-2 for a state, `EU`, `UN`; other organisations by their short name."""
    kind: CountryKind
    names: Names
    adjective: Names = field(default_factory=dict)
    """Demonyms: `Vietnamese`."""


@dataclass(frozen=True, slots=True)
class City:
    """A host city or island."""

    country: str
    names: Names
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """An office that persons hold."""

    code: str
    rank: str
    """`head-of-state`, `head-of-government`, `minister`, `deputy-minister`, `official` ..."""
    names: Names


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A text that meetings adopt, review or refer to."""

    code: str
    names: Names
    year: int | None = None


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """A matter that stands on agendas."""

    code: str
    names: Names


@dataclass(frozen=True, slots=True)
class ChairYear:
    """Who chaired a body in a year, and under which theme."""

    year: int
    country: str
    body: str = "ASEAN"
    theme: Mapping[str, str] = field(default_factory=dict)
    """Language -> theme."""
