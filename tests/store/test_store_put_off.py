"""A meeting put off into another year is one record of the store while reports tie the years."""

from datetime import date

import pytest

from tests.store.merging import article, merge, records, som


def put_off(store):
    """Announced for 2020, put off, held in 2021 under its ordinal; the one record."""
    announced = som(status="upcoming", starts=date(2020, 11, 3), ordinals=[5])
    moved = som(status="postponed", starts=date(2020, 11, 3), ordinals=[5])
    held = som(starts=date(2021, 3, 1), ordinals=[5])
    merge(store, article(1, announced))
    (first,) = records(store)
    merge(store, article(2, moved), article(3, held))
    (one,) = records(store)
    assert (one.id, one.starts, one.status) == (first.id, date(2021, 3, 1), "held")
    assert (one.sequence, one.reports) == (1, 3)
    return one


def test_a_meeting_put_off_into_the_next_year_keeps_its_id(store):
    put_off(store)


def test_a_meeting_of_two_years_follows_a_report_of_either(store):
    one = put_off(store)
    merge(store, article(4, som(starts=date(2021, 3, 1), ordinals=[5])))
    merge(store, article(5, som(status="upcoming", starts=date(2020, 11, 3), ordinals=[5])))
    (after,) = records(store)
    assert (after.id, after.reports, after.aliases) == (one.id, 5, one.aliases)


@pytest.mark.parametrize("changed", [(2,), (2, 1), (3,)])
def test_years_come_apart_when_no_report_ties_them_any_more(store, changed):
    one = put_off(store)
    words = {
        1: som(status="upcoming", starts=date(2020, 11, 3)),
        2: som(status="upcoming", starts=date(2020, 11, 3)),
        3: som(starts=date(2021, 3, 1)),
    }
    merge(store, *(article(n, words[n], words=f"Sửa {n}.") for n in changed))
    found = {record.id: record for record in records(store)}
    expected = {(2,): 1, (2, 1): 2, (3,): 2}[changed]  # an announcement is enough without a rule
    assert len(found) == expected
    assert one.id in found
    assert sum(record.reports for record in found.values()) == 3
    assert [record.split_from for id_, record in found.items() if id_ != one.id] == [one.id] * (
        expected - 1
    )
    moved = som(status="postponed", starts=date(2020, 11, 3), ordinals=[5])
    held = som(starts=date(2021, 3, 1), ordinals=[5])
    merge(store, article(2, moved, words="Lại 2."), article(3, held, words="Lại 3."))
    (again,) = records(store)
    assert (again.reports, set(again.aliases)) == (3, found.keys() - {again.id})
