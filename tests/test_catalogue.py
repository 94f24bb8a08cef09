"""The catalogue holds together: codes, names, years of ordinals, chairs, places."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from pipelines.meetings import catalogue
from pipelines.meetings.subject import Series
from tests.shared import find_shared, read_lines

MEMBERS = {"BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"}
PARTNERS = {"AU", "CA", "CN", "EU", "GB", "IN", "JP", "KR", "NZ", "RU", "UN", "US"}

YEARS = [
    ("ASEAN-SUMMIT", 1, 1976), ("ASEAN-SUMMIT", 15, 2009), ("ASEAN-SUMMIT", 16, 2010),
    ("ASEAN-SUMMIT", 36, 2020), ("ASEAN-SUMMIT", 37, 2020), ("ASEAN-SUMMIT", 39, 2021),
    ("ASEAN-SUMMIT", 47, 2025), ("AMM", 1, 1967), ("AMM", 26, 1993), ("AMM", 53, 2020),
    ("ARF", 28, 2021), ("EAS", 1, 2005), ("EAS", 19, 2024), ("ADMM", 1, 2006), ("ADMM", 14, 2020),
    ("AEM", 52, 2020), ("AIPA", 41, 2020), ("AIPA", 46, 2025), ("ADMM-PLUS", 4, 2017),
    ("ASEAN-CN-SUMMIT", 25, 2022), ("ASEAN-US-SUMMIT", 10, 2022), ("APT-SUMMIT", 28, 2025),
    ("EAS-FMM", 8, 2018), ("AMAF", 45, 2023), ("AMMS", 8, 2025), ("SOMS", 16, 2025),
    ("TELMIN", 17, 2017), ("AMME", 14, 2017), ("ASEAN-AU-FORUM", 32, 2020),
    ("SOM", 3, None), ("AHMM", 3, None), ("AMMS", 2, None),
]  # fmt: skip


def find_doubles(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.mark.parametrize(("code", "ordinal", "year"), YEARS)
def test_an_ordinal_fixes_the_year_of_its_meeting(
    code: str, ordinal: int, year: int | None
) -> None:
    series = catalogue.series_of(code)
    assert series is not None
    assert series.year_of(ordinal) == year


@pytest.mark.parametrize("series", [one for one in catalogue.series() if one.ordinals])
def test_years_never_fall_as_ordinals_rise(series: Series) -> None:
    years = [year for ordinal in range(1, 80) if (year := series.year_of(ordinal)) is not None]
    assert years == sorted(years)
    assert years[0] >= 1967


def test_codes_are_written_one_way() -> None:
    codes = [one.code for one in catalogue.series()]
    assert [code for code in codes if not re.fullmatch(r"[A-Z][A-Z0-9+\-]*", code)] == []


def test_features_mean_one_series_only() -> None:
    keys = [
        str((one.kind, one.sector, one.frame, one.modifier, one.partner))
        for one in catalogue.series()
        if one.kind
    ]
    assert find_doubles(keys) == []


def test_a_series_of_one_code_has_one_level() -> None:
    levels = {(one.code, one.level) for one in catalogue.series()}
    assert find_doubles([code for code, _ in levels]) == []


def test_every_partner_has_its_summit_ministers_and_officials() -> None:
    codes = {one.code for one in catalogue.series()}
    bodies = ("ASEAN-{}-SUMMIT", "PMC-{}", "ASEAN-{}-SOM", "ASEAN-{}-FORUM")
    wanted = {body.format(code) for code in PARTNERS for body in bodies}
    assert wanted - codes == set()


def test_a_modifier_that_makes_no_series_of_its_own_is_left_out() -> None:
    plain = catalogue.find_series(kind="summit", frame="PARTNER", partner="AU")
    special = catalogue.find_series(
        kind="summit", frame="PARTNER", partner="AU", modifier="special"
    )
    assert plain is not None
    assert special == plain
    retreat = catalogue.find_series(kind="ministers", sector="foreign", modifier="retreat")
    assert retreat is not None
    assert retreat.code == "AMMR"
    assert catalogue.find_series(kind="ministers", sector="magic") is None


def test_members_and_partners_are_the_known_ones() -> None:
    kinds = {one.code: one.kind for one in catalogue.countries()}
    assert {code for code, kind in kinds.items() if kind == "member"} == MEMBERS
    assert {code for code, kind in kinds.items() if kind == "partner"} == PARTNERS


def test_countries_have_names_in_all_languages_and_none_twice() -> None:
    for language in ("vi", "en", "zh"):
        states = [one for one in catalogue.countries() if len(one.code) == 2]
        assert [one.code for one in states if not one.names.get(language)] == []
        names = [name for name, _ in catalogue.names_in(catalogue.countries(), language)]
        assert find_doubles(names) == []


def test_no_city_is_in_two_countries() -> None:
    for language in ("vi", "en", "zh"):
        where = {
            (name, city.country) for name, city in catalogue.names_in(catalogue.cities(), language)
        }
        assert find_doubles([name for name, _ in where]) == []


def test_every_year_of_the_charter_has_a_chair_and_the_arf_its_own() -> None:
    for year in range(2008, 2030):
        asean, arf = catalogue.chair_of(year), catalogue.chair_of(year, "ARF")
        assert asean is not None
        assert arf is not None
        assert asean.country == arf.country
        assert asean.country in MEMBERS
    assert catalogue.chair_of(1970, "AMM") is None


def test_the_chair_of_2020_and_its_theme() -> None:
    chair = catalogue.chair_of(2020)
    assert chair is not None
    assert (chair.country, chair.theme["vi"]) == ("VN", "Gắn kết và Chủ động thích ứng")


def test_offices_are_written_out_for_every_field_of_government() -> None:
    names = {name for name, _ in catalogue.names_in(catalogue.titles(), "en")}
    assert {"foreign minister", "minister of finance", "deputy minister of health"} <= names
    assert [name for name in names if "{" in name] == []


def test_codes_of_documents_and_topics_are_unique() -> None:
    assert find_doubles([one.code for one in catalogue.documents()]) == []
    assert find_doubles([one.code for one in catalogue.topics()]) == []


def test_every_series_of_the_labels_is_in_the_catalogue() -> None:
    labels = read_lines(find_shared("meetings", "gold.jsonl"))
    codes = {one.code for one in catalogue.series()}
    assert {code for label in labels for code in read_codes(label)} - codes == set()


def read_codes(label: dict[str, Any]) -> list[str]:
    return [*label["series"], *(meeting["series"] for meeting in label["other_meetings"])]
