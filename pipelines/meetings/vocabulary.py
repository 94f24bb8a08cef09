"""The catalogue's names in one language, as entries of its lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.meetings import catalogue
from pipelines.meetings.lexicon import Entry


def read_catalogue_entries(language: str) -> list[Entry]:
    """Names of series, countries, cities, offices, documents and topics in `language`.

    The code of a city is `country:province`, the province empty where there is none.
    """
    return [
        *_series_entries(language),
        *(
            Entry(name, "organisation" if one.kind == "organisation" else "country", one.code)
            for name, one in catalogue.names_in(catalogue.countries(), language)
        ),
        *(
            Entry(name, "city", f"{city.country}:{city.province or ''}")
            for name, city in catalogue.names_in(catalogue.cities(), language)
        ),
        *(Entry(n, "title", t.rank) for n, t in catalogue.names_in(catalogue.titles(), language)),
        *(
            Entry(name, "document", one.code)
            for name, one in catalogue.names_in(catalogue.documents(), language)
        ),
        *(Entry(n, "topic", t.code) for n, t in catalogue.names_in(catalogue.topics(), language)),
    ]  # fmt: skip


def _series_entries(language: str) -> Iterator[Entry]:
    for one in catalogue.series():
        for name in one.abbreviations:
            yield Entry(name, "series", one.code)
        for name in map(_with_free_case, one.names.get(language, ())):
            for written in dict.fromkeys((name, name.replace("ASEAN", "Asean"))):
                yield Entry(written, "series", one.code)


def _with_free_case(name: str) -> str:
    """`name` with capitals only where a whole word has them: the press is free with others."""
    return " ".join(word if word.isupper() else word.lower() for word in name.split())
