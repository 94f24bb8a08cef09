"""A meeting that was put off or called off is followed to its new days, in another year too."""

from datetime import date

import pytest

from pipelines.merging.merge import Identity, merge_reports
from tests.merging.made import (
    REPORTS,
    keys,
    merge_all,
    record_of,
    replace_facts,
    report,
    reports_of,
    values_of,
)


def test_a_postponed_meeting_has_its_new_date_and_remembers_the_old_one():
    record = record_of("summit-36")
    assert (record.status, record.starts, record.precision) == ("held", date(2020, 6, 26), "day")
    dates = values_of(record, "date")
    assert dates["2020-06-26"][:2] == (True, "exact")
    assert dates["2020-04-08/2020-04-09"][:3] == (False, "not-withdrawn", True)


def test_a_meeting_that_was_only_put_off_is_postponed():
    assert record_of("asean-us-special").status == "postponed"


@pytest.mark.parametrize(
    ("label", "old", "new"),
    [
        ("adsom-14", "2021-09-15/2021-09-17", "2022-05-14/2022-05-15"),
        ("ammdm-11", "2023-10-11/2023-10-12", "2024-02-21"),
    ],
)
def test_a_meeting_put_off_into_another_year_is_one_meeting(label, old, new):
    record = record_of(label)
    dates = values_of(record, "date")
    assert (record.status, dates[new][0]) == ("held", True)
    assert dates[old][:3] == (False, "not-withdrawn", True)
    assert keys([reports_of(label)]) <= keys(merge_all(REPORTS))


def test_an_ordinal_that_was_put_off_fits_although_it_was_due_earlier():
    record = record_of("ammdm-11")
    assert record.ordinals == [11]
    assert values_of(record, "ordinals")["12"] == (False, "most-texts", True, 1)


@pytest.mark.parametrize("year", [2018, 2019, 2021, 2022, 2023])
@pytest.mark.parametrize("status", ["postponed", "cancelled", "upcoming", "held"])
def test_an_ordinal_that_was_put_off_ties_years_and_not_for_ever(year, status):
    first = report(1, ordinals=[5], status=status)
    other = report(2, ordinals=[5], starts=date(year, 3, 1), on=date(year, 3, 1))
    together = year in (2021, 2022) and status != "held"
    assert (len(merge_all([first, other])) == 1) is together
    assert len(merge_all([replace_facts(first, ordinals=[6]), other])) == 2
    assert len(merge_all([replace_facts(first, ordinals=[]), other])) == 2


@pytest.mark.parametrize(("status", "count"), [("postponed", 1), ("upcoming", 2)])
def test_where_the_ordinals_follow_a_rule_a_report_must_say_that_it_was_put_off(status, count):
    first = report(1, series="AMM", ordinals=[53], status=status)
    later = date(2021, 3, 1)
    other = report(2, series="AMM", ordinals=[53], starts=later, on=later)
    assert len(merge_all([first, other])) == count


def test_what_was_cancelled_and_never_held_is_cancelled():
    announced = report(1, status="upcoming", on=date(2020, 1, 2))
    off = report(2, status="cancelled", on=date(2020, 1, 10))
    (cluster,) = merge_all([off, announced])
    assert merge_reports(Identity(id="x"), cluster).status == "cancelled"


def test_a_meeting_may_be_put_off_twice():
    days = [date(2020, 1, 16), date(2021, 3, 1), date(2022, 9, 9)]
    some = [
        report(n, ordinals=[5], starts=day, on=day, status="held" if n == 2 else "postponed")
        for n, day in enumerate(days)
    ]
    (cluster,) = merge_all(some)
    record = merge_reports(Identity(id="x"), cluster)
    assert (record.starts, record.status) == (days[2], "held")


def test_a_postponement_that_names_the_new_date_moves_the_announcement_to_it():
    announced = report(1, ordinals=[5], status="upcoming", on=date(2019, 12, 1))
    moved = report(2, ordinals=[5], status="postponed", starts=date(2021, 3, 1))
    (cluster,) = merge_all([announced, moved])
    record = merge_reports(Identity(id="x"), cluster)
    assert (record.starts, record.status) == (date(2021, 3, 1), "postponed")
    assert record.conflicts == ["date"]


def test_what_was_held_before_is_not_put_off():
    held = report(1, ordinals=[5], starts=date(2019, 3, 1), on=date(2019, 3, 1))
    moved = report(2, ordinals=[5], status="postponed")
    later = report(3, ordinals=[5], starts=date(2021, 3, 1), on=date(2021, 3, 1))
    found = keys(merge_all([held, moved, later]))
    assert found == keys([[held], [moved, later]])
