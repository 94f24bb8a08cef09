"""What is known of the subject: series, countries, cities, titles, documents, topics, chairs.

The data lies in `catalogue/*.toml`; here it becomes the dataclasses of `subject.py`, once, checked.
Names are given per language (`vi`, `en`, `zh`), the usual one first; a capital letter of a name is
obligatory in the text (`Mỹ` is no `mỹ`, `SOM` no `Som`), a small one is not.

    series()      all series, templates written out: `AMM`, `PMC-CN`, `AEM+3` ...
    series_of(code)                    the first series of that code, or None
    find_series(kind=..., sector=..., frame=..., modifier=..., partner=...)    by features, or None
    series_of("AMM").year_of(53)       2020: the year that the ordinal fixes, or None
    countries()   states and organisations; `kind` tells members, partners, others, organisations
    cities()      host cities with province and country
    titles()      offices (`Thứ trưởng Ngoại giao`) with rank and body
    documents()   DOC, COC, UNCLOS-1982, FIVE-POINT-CONSENSUS ...
    topics()      matters on an agenda
    chair_of(2020)                     the chair of ASEAN, its theme; `chair_of(1996, "ARF")`
    names_in(things, "vi")             pairs (name, thing) of one language, for a lexicon
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar, get_args

from crawler.items import Level
from pipelines.meetings.subject import (
    ChairYear,
    City,
    Country,
    KnownDocument,
    KnownTopic,
    Names,
    Ordinals,
    Pillar,
    Series,
    Title,
)

_THREE = ("+3", " Plus Three", " plus three")
_FOLDER = Path(__file__).parent / "catalogue"


class CatalogueError(ValueError):
    """A line of the catalogue that does not hold together."""


class HasNames(Protocol):
    """Anything of the catalogue that has names by language."""

    @property
    def names(self) -> Names:
        """The names by language."""


Thing = TypeVar("Thing", bound=HasNames)


@cache
def series() -> tuple[Series, ...]:
    """All series; of a template one for each partner."""
    rows = _read_table("series")
    found = tuple(one for row in rows for one in _read_series(row))
    _check(all(one.level in get_args(Level) for one in found), "series: unknown level")
    _check(all(one.pillar in get_args(Pillar) for one in found), "series: unknown pillar")
    return found


@cache
def series_of(code: str) -> Series | None:
    """The first series with `code`, or None."""
    return next((one for one in series() if one.code == code), None)


@cache
def find_series(
    *,
    kind: str | None,
    sector: str | None = None,
    frame: str = "ASEAN",
    modifier: str | None = None,
    partner: str | None = None,
) -> Series | None:
    """The series with just these features, else without the modifier; None where none is.

    A `ministerial` meeting that has no series of its own is one of the `ministers`.
    """
    index = _series_by_features()
    kinds = (kind, "ministers") if kind == "ministerial" else (kind,)
    keys = ((one, sector, frame, how, partner) for one in kinds for how in (modifier, None))
    return next((index[key] for key in keys if key in index), None)


@cache
def countries() -> tuple[Country, ...]:
    """States and organisations."""
    return tuple(
        Country(row["code"], row["kind"], _names(row["names"]), _names(row.get("adjective", {})))
        for row in _read_table("countries", "country")
    )


@cache
def names_of(code: str, language: str) -> frozenset[str]:
    """Names and demonyms of the country in `language`; empty where there is none such."""
    found = (one for one in countries() if one.code == code)
    return frozenset(
        name
        for one in found
        for names in (one.names, one.adjective)
        for name in names.get(language, ())
    )


@cache
def partners() -> tuple[Country, ...]:
    """The dialogue partners of ASEAN."""
    return tuple(country for country in countries() if country.kind == "partner")


@cache
def members() -> frozenset[str]:
    """The codes of the members of ASEAN."""
    return frozenset(country.code for country in countries() if country.kind == "member")


@cache
def cities() -> tuple[City, ...]:
    """Host cities."""
    known = {country.code for country in countries()}
    rows = _read_table("cities", "city")
    _check(all(row["country"] in known for row in rows), "cities: unknown country")
    return tuple(City(row["country"], _names(row["names"]), row.get("province")) for row in rows)


@cache
def titles() -> tuple[Title, ...]:
    """Offices; `{sector}` of a name is written out for each field of government."""
    table = _read("titles")
    sectors = _names(table["sectors"])
    return tuple(
        Title(row["code"], row["rank"], _with_sectors(_names(row["names"]), sectors))
        for row in table["title"]
    )


def _with_sectors(names: Names, sectors: Names) -> Names:
    return {
        language: tuple(
            name.replace("{sector}", sector)
            for name in some
            for sector in (sectors.get(language, ()) if "{sector}" in name else ("",))
        )
        for language, some in names.items()
    }


@cache
def documents() -> tuple[KnownDocument, ...]:
    """Documents by code."""
    rows = _read_table("documents", "document")
    return tuple(KnownDocument(row["code"], _names(row["names"]), row.get("year")) for row in rows)


@cache
def topics() -> tuple[KnownTopic, ...]:
    """Topics by code."""
    return tuple(
        KnownTopic(row["code"], _names(row["names"])) for row in _read_table("topics", "topic")
    )


@cache
def chairs() -> tuple[ChairYear, ...]:
    """Chairs of ASEAN, of the foreign ministers before 2008 (`AMM`) and of the ARF, by year."""
    rows = _read_table("chairs", "chair")
    found = tuple(ChairYear(**row) for row in rows)
    _check(len({(one.body, one.year) for one in found}) == len(found), "chairs: a year twice")
    return found


@cache
def chair_of(year: int, body: str = "ASEAN") -> ChairYear | None:
    """The chair of `body` in `year`, or None where it is not known."""
    return next((one for one in chairs() if one.year == year and one.body == body), None)


def names_in(things: Iterable[Thing], language: str) -> Iterator[tuple[str, Thing]]:
    """Every name of every one of `things` in `language`, with the thing itself."""
    for thing in things:
        for name in thing.names.get(language, ()):
            yield name, thing


@cache
def _series_by_features() -> dict[tuple[str | None, ...], Series]:
    index: dict[tuple[str | None, ...], Series] = {}
    for one in series():
        if one.kind is not None:
            index.setdefault((one.kind, one.sector, one.frame, one.modifier, one.partner), one)
    return index


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _read_table(name: str, key: str | None = None) -> list[dict[str, Any]]:
    """The rows of `catalogue/<name>.toml`; CatalogueError where it has none."""
    rows = _read(name).get(key or name)
    _check(bool(rows), f"{name}: no rows")
    return list(rows or [])


def _read_series(row: Mapping[str, Any]) -> Iterator[Series]:
    base = Series(
        code=row["code"],
        level=row["level"],
        pillar=row["pillar"],
        kind=row.get("kind"),
        sector=row.get("sector"),
        frame="PARTNER" if "partner" in row else row.get("frame", "ASEAN"),
        modifier=row.get("modifier"),
        partner=row.get("partner"),
        chair=row.get("chair"),
        abbreviations=tuple(row.get("abbreviations", ())),
        names=_names(row.get("names", {})),
        title=row.get("title", {}),
        ordinals=_ordinals(row.get("ordinals")),
    )
    if base.frame == "PARTNER" and base.partner is None:
        yield from (_with_partner(base, partner.code, row) for partner in partners())
        return
    yield base
    yield from _read_wider(base, row)


def _read_wider(base: Series, row: Mapping[str, Any]) -> Iterator[Series]:
    """The same body with its partners: `AEM-CN`, `AEM+3`, `EAS-AMEM`."""
    alone = replace(base, abbreviations=(), names={}, title={}, ordinals=None)
    for code in row.get("partners", ()):
        yield replace(
            alone, code=f"{base.code}-{code}", frame="PARTNER", partner=code, chair="partner"
        )
    if row.get("plus_three"):
        short = tuple(f"{name}{three}" for name in base.abbreviations for three in _THREE)
        yield replace(alone, code=f"{base.code}+3", frame="APT", abbreviations=short)
    if row.get("east_asia"):
        yield replace(alone, code=f"EAS-{base.code}", frame="EAS")


def _with_partner(template: Series, code: str, row: Mapping[str, Any]) -> Series:
    ordinals = _ordinals(row.get("by_partner", {}).get(code))
    title = {
        language: title.replace("{partner}", _country_names(code)[language][0])
        for language, title in template.title.items()
    }
    code_here = template.code.replace("{P}", code)
    return replace(template, code=code_here, partner=code, title=title, ordinals=ordinals)


@cache
def _country_names(code: str) -> Names:
    return next(country.names for country in countries() if country.code == code)


def _ordinals(row: Mapping[str, Any] | None) -> Ordinals | None:
    if row is None:
        return None
    years = {int(ordinal): year for ordinal, year in row.get("years", {}).items()}
    first = row.get("from")
    return Ordinals(first, row.get("offset", 0), row.get("step", 1), row.get("every", 1), years)


def _names(table: Mapping[str, list[str]]) -> Names:
    return {language: tuple(names) for language, names in table.items()}


def _check(holds: bool, what: str) -> None:
    if not holds:
        raise CatalogueError(what)
