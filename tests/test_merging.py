"""Reports and mentions of one meeting become one record, in whatever order they come."""

import random
from datetime import date, timedelta
from itertools import combinations
from math import log2

import pytest

from crawler.items import Outcome, Person, Place
from pipelines.merging.blocking import find_blocks
from pipelines.merging.clustering import cluster_reports
from pipelines.merging.comparison import COMPARISONS, Scale, compare, read_scale, weigh
from pipelines.merging.estimation import Estimate, estimate_weights
from pipelines.merging.identity import identify
from pipelines.merging.merge import Identity, merge_reports
from pipelines.merging.reports import count_texts
from pipelines.merging.traits import fold_city, read_traits
from tests.merging.made import (
    LABELLED,
    LABELS,
    REPORTS,
    TABLE,
    keys,
    merge_all,
    record_of,
    report,
    score,
    values_of,
)


def test_the_table_is_large_enough():
    assert len(REPORTS) >= 60
    assert len([meeting for meeting in TABLE["meeting"] if meeting["id"]]) >= 15
    assert len({report.language for report in REPORTS}) == 3
    assert len({report.site for report in REPORTS}) >= 10


def test_merging_finds_the_right_pairs():
    precision, recall = score(LABELS, merge_all(REPORTS))
    assert precision >= 0.98
    assert recall >= 0.95


@pytest.mark.parametrize("seed", range(25))
def test_the_order_of_arrival_changes_nothing(seed):
    shuffled = random.Random(seed).sample(REPORTS, len(REPORTS))
    assert keys(merge_all(shuffled)) == keys(merge_all(REPORTS))
    for cluster in merge_all(REPORTS):
        mixed = random.Random(seed).sample(cluster, len(cluster))
        assert merge_reports(Identity(id="x"), mixed) == merge_reports(Identity(id="x"), cluster)


@pytest.mark.parametrize("seed", range(10))
def test_half_of_the_reports_merge_as_well(seed):
    half = random.Random(seed).sample(REPORTS, len(REPORTS) // 2)
    there = {report.key for report in half}
    labels = {key: label for key, label in LABELS.items() if key in there}
    precision, recall = score(labels, merge_all(half))
    assert precision >= 0.98
    assert recall >= 0.9


def test_a_report_that_may_be_of_two_meetings_is_of_none():
    placed = {report.key for cluster in merge_all(REPORTS) for report in cluster}
    assert [label for label, one in LABELLED if one.key not in placed] == ["", ""]


@pytest.mark.parametrize(
    ("facts", "together"),
    [
        ({}, True),
        ({"starts": date(2020, 1, 17)}, False),
        ({"starts": date(2020, 1, 15), "ends": date(2020, 1, 17), "precision": "range"}, True),
        ({"starts": date(2020, 1, 1), "ends": date(2020, 1, 31), "precision": "month"}, True),
        ({"starts": date(2020, 2, 1), "ends": date(2020, 2, 29), "precision": "month"}, False),
        ({"starts": date(2020, 3, 16)}, False),
        ({"series": "AMMR"}, False),
        ({"starts": None, "precision": None}, True),
        ({"starts": None, "precision": None, "main": False}, False),
    ],
)
def test_a_second_report_of_the_day(facts, together):
    clusters = merge_all([report(1), report(2, **facts)])
    assert (len(clusters[0]) == 2) is together


def test_meetings_apart_stay_apart_whatever_lies_between():
    between = {"starts": date(2020, 1, 1), "ends": date(2020, 12, 31), "precision": "year"}
    some = [report(1), report(2, starts=date(2020, 5, 18)), report(3, main=False, **between)]
    assert sorted(map(len, merge_all(some))) == [1, 1]


def test_another_ordinal_without_a_day_is_another_meeting():
    whole = {"starts": date(2018, 1, 1), "ends": date(2018, 12, 31), "precision": "year"}
    summit = {"series": "ASEAN-SUMMIT", "place": Place(city="Singapore", country="SG")}
    held = report(1, ordinals=[33], **summit | {"starts": date(2018, 11, 13)})
    earlier = report(2, ordinals=[32], **summit | whole)
    assert sorted(map(len, merge_all([held, earlier]))) == [1, 1]


def test_a_city_has_one_spelling_in_all_languages():
    assert fold_city("Phnôm Pênh") == fold_city("Phnom Penh") == fold_city("金边")
    assert fold_city("Đà Nẵng") == fold_city("Da Nang")
    assert fold_city(None) is None


def test_a_preview_becomes_held():
    assert record_of("som-nha-trang").status == "held"
    assert record_of("ammr-cebu").status == "held"


def test_copies_of_one_text_count_once():
    record = record_of("som-nha-trang")
    assert (record.reports, record.mentions, record.texts) == (5, 2, 6)
    assert values_of(record, "chair")["VN"][3] == 1


def test_a_wrong_ordinal_is_kept_and_shown():
    record = record_of("admm-19")
    assert record.ordinals == [19]
    assert record.conflicts == ["ordinals"]
    assert values_of(record, "ordinals") == {
        "19": (True, "fits-series", False, 3),
        "18": (False, "fits-series", True, 1),
    }


def test_the_only_wrong_city_does_not_win():
    record = record_of("ammtc-17")
    assert record.place.city == "Labuan Bajo"
    assert "city" in record.conflicts
    assert values_of(record, "city")["Jakarta"] == (False, "most-texts", True, 1)


def test_a_day_within_the_days_is_no_conflict():
    record = record_of("summit-46")
    assert (record.starts, record.ends) == (date(2025, 5, 26), date(2025, 5, 27))
    assert record.conflicts == []


def test_spellings_of_a_city_are_no_conflict():
    record = record_of("som-phnom-penh")
    assert record.conflicts == ["date"]
    assert record.place.city == "Phnom Penh"


def test_people_and_outcomes_come_from_all_independent_texts():
    dung = Person("Nguyễn Quốc Dũng", title="Thứ trưởng", country="VN", function="head")
    plain = Person("Nguyen Quoc Dung", country="VN")
    did = Outcome(text="adopted a plan", kind="adopted")
    some = [
        report(1, people=[dung], outcomes=[did]),
        report(2, people=[dung], outcomes=[did], text="https://paper.example/1"),
        report(3, people=[plain], outcomes=[Outcome(text="noted it", kind="noted")]),
    ]
    record = merge_reports(Identity(id="x"), some)
    (person,) = record.people
    assert (person.name, person.title, person.texts) == ("Nguyễn Quốc Dũng", "Thứ trưởng", 2)
    assert [result.text for result in record.outcomes] == ["adopted a plan", "noted it"]
    assert record.countries == ["VN"]
    assert count_texts(some) == 2


def identities(clusters, before=None):
    return identify(clusters, before or {})


def test_an_id_survives_a_report_that_is_older_than_all():
    first = identities([[report(2)]])
    before = {report(2).key: first.ids[0]}
    early = report(1, on=date(2019, 12, 1))
    assert identities([[early, report(2), report(3)]], before).ids == first.ids


def test_a_merge_keeps_the_id_of_most_reports_and_the_other_as_alias():
    before = {report(1).key: "a", report(2).key: "b", report(3).key: "b"}
    found = identities([[report(1), report(2), report(3)]], before)
    assert (found.ids, found.aliases, found.gone) == (["b"], {"a": "b"}, set())


def test_a_split_keeps_the_id_with_most_reports_and_names_it_on_the_other():
    old = identities([[report(1), report(2), report(3)]]).ids[0]
    before = {report(n).key: old for n in (1, 2, 3)}
    found = identities([[report(1)], [report(2), report(3)]], before)
    assert found.ids[1] == old
    assert found.ids[0] != old
    assert found.split_from == {found.ids[0]: old}


def test_an_id_without_reports_is_gone():
    assert identities([[report(2)]], {report(1).key: "a"}).gone == {"a"}


def test_levels_that_are_not_known_weigh_nothing():
    bare = read_traits(report(1))
    assert [level for level in compare(bare, bare).values() if level] == ["same"]
    assert weigh(bare, bare, read_scale()) == pytest.approx(read_scale().weights["date"]["same"])


def estimate_scale():
    """The scale that expectation-maximisation finds in the table, without its labels."""
    blocks = find_blocks(REPORTS).values()
    found = [[read_traits(report) for report in block] for block in blocks]
    pairs = [pair for traits in found for pair in combinations(traits, 2)]
    levels = {field: list(read_scale().weights[field]) for field in COMPARISONS}
    start = Estimate(
        0.5,
        {f: {level: 0.9**n for n, level in enumerate(known)} for f, known in levels.items()},
        {f: {level: 1.1**n for n, level in enumerate(known)} for f, known in levels.items()},
    )
    found = estimate_weights(pairs, start)
    weights = {
        f: {level: log2(found.m[f][level] / found.u[f][level]) for level in known}
        for f, known in levels.items()
    }
    own = read_scale()
    return Scale(weights, own.link, own.possible, own.margin)


def test_weights_that_nobody_set_merge_well_too():
    scale = estimate_scale()
    blocks = find_blocks(REPORTS).values()
    clusters = [cluster for block in blocks for cluster in cluster_reports(block, scale)]
    precision, recall = score(LABELS, clusters)
    assert precision >= 0.95
    assert recall >= 0.85


def test_a_large_block_is_compared_by_distinct_traits():
    days = [date(2020, 1, 1) + timedelta(40 * n) for n in range(9)]
    some = [report(n, starts=days[n % 9], on=days[n % 9]) for n in range(900)]
    assert [len(cluster) for cluster in merge_all(some)] == [100] * 9
