"""Naming: series, countries, cities, topics and documents by their names in a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from pipelines.meetings import catalogue
from pipelines.meetings.subject import City, Names, Series
from pipelines.merging.traits import fold_city

_FALLBACK = "en"


def name_country(code: str, language: str) -> str:
    """The usual name; the code where the catalogue has no such country."""
    return _usual(_countries().get(code, {}), language) or code


def name_topic(code: str, language: str) -> str:
    """The usual name of a topic, with a capital letter; its code where it has none."""
    name = _usual(_topics().get(code, {}), language) or code
    return name[:1].upper() + name[1:]


def name_document(code: str, language: str) -> str:
    """The longest name of a document, else its code."""
    names = _documents().get(code, {})
    return max(names.get(language) or names.get(_FALLBACK) or (code,), key=len)


def name_city(printed: str, language: str) -> str:
    """The usual name of the city that is printed as `printed`, or that."""
    city = _cities().get(fold_city(printed) or "")
    return (_usual(city.names, language) if city else None) or printed


def name_series(code: str, language: str) -> str | None:
    """The usual full name of a series; None where it has but a code."""
    series = catalogue.series_of(code)
    if series is None:
        return None
    own = series.title.get(language) or _usual_here(series.names, language)
    if own is None and series.partner and series.frame == "PARTNER":
        own = _name_with(series.code.removesuffix(f"-{series.partner}"), series, language)
    if own is None and series.frame == "APT":
        own = _name_plain(series.code.removesuffix("+3"), language, "{} +3")
    if own is None and series.frame == "EAS":
        own = _name_plain(series.code.removeprefix("EAS-"), language, "EAS: {}")
    return own or series.title.get(_FALLBACK) or _usual_here(series.names, _FALLBACK)


def _name_with(base: str, series: Series, language: str) -> str | None:
    partner = name_country(series.partner or "", language)
    return _name_plain(base, language, f"{{}} – {partner}")


def _name_plain(base: str, language: str, frame: str) -> str | None:
    series = catalogue.series_of(base)
    title = series and (series.title.get(language) or _usual_here(series.names, language))
    return frame.format(title) if title else None


def _usual_here(names: Names, language: str) -> str | None:
    return next(iter(names.get(language, ())), None)


def _usual(names: Names, language: str) -> str | None:
    return _usual_here(names, language) or _usual_here(names, _FALLBACK)


@cache
def _countries() -> Mapping[str, Names]:
    return {one.code: one.names for one in catalogue.countries()}


@cache
def _topics() -> Mapping[str, Names]:
    return {one.code: one.names for one in catalogue.topics()}


@cache
def _documents() -> Mapping[str, Names]:
    return {one.code: one.names for one in catalogue.documents()}


@cache
def _cities() -> Mapping[str, City]:
    return {key: city for city in catalogue.cities() for key in _folded(city)}


def _folded(city: City) -> Iterable[str]:
    return {fold_city(name) or "" for names in city.names.values() for name in names}
