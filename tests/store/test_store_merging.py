"""The merged meetings in the store follow its articles, and nothing else."""

import random
from datetime import date

import orjson
import pytest
from sqlalchemy import inspect, text

from crawler.items import Person
from pipelines.merging.clustering import cluster_reports
from pipelines.merging.reading import read_record
from pipelines.store.database import Store
from pipelines.store.merged_tables import aliases, merged, merged_countries, merged_people
from pipelines.store.merging import Change, merge_store
from pipelines.store.migration_views import VIEWS
from pipelines.store.migrations import STEPS
from tests.merging.made import read_labelled
from tests.store.merging import article, make_articles, merge, records, rows, som


def test_reports_of_two_articles_are_one_meeting(store):
    dung = Person("Nguyễn Quốc Dũng", country="VN", function="head")
    assert merge(store, article(1, som(people=[dung])), article(2, som())) == Change(2, 1, 1)
    (record,) = records(store)
    assert (record.reports, record.texts, record.status) == (2, 2, "held")
    assert rows(store, merged_people) == [(record.id, 0, dung.name, None, "VN", "head", 1)]
    assert rows(store, merged_countries) == [
        (record.id, "VN", "participant"),
        (record.id, "VN", "place"),
    ]


def test_a_store_that_is_up_to_date_is_left_alone(store):
    merge(store, article(1, som()))
    before = rows(store, merged)
    assert merge(store) == Change()
    assert rows(store, merged) == before


def test_a_preview_becomes_held_under_its_id_with_a_higher_sequence(store):
    merge(store, article(1, som(status="upcoming", report="preview"), day=10))
    (preview,) = records(store)
    assert (preview.status, preview.sequence) == ("upcoming", 0)
    merge(store, article(2, som()))
    (held,) = records(store)
    assert (held.id, held.status, held.sequence) == (preview.id, "held", 1)


def test_one_more_source_is_no_change_of_the_calendar(store):
    merge(store, article(1, som()))
    merge(store, article(2, som()))
    assert [(one.sequence, one.reports) for one in records(store)] == [(0, 2)]


def test_copies_are_one_voice(store):
    merge(store, article(1, som()), article(2, som(), words="Bài số 1."))
    (record,) = records(store)
    assert (record.reports, record.texts) == (2, 1)


def test_a_new_version_takes_the_place_of_the_old_one(store):
    merge(store, article(1, som()))
    (before,) = records(store)
    merge(store, article(1, som(starts=date(2020, 1, 15)), words="Sửa lại."))
    (after,) = records(store)
    assert (after.id, after.starts, after.reports) == (before.id, date(2020, 1, 15), 1)


def test_a_meeting_that_a_new_version_does_not_name_is_gone(store):
    merge(store, article(1, som()))
    (before,) = records(store)
    merge(store, article(1, words="Không còn gì."))
    assert records(store) == []
    assert [row[:2] for row in rows(store, aliases)] == [(before.id, None)]


def test_what_was_split_keeps_its_id_and_comes_back_under_it(store):
    preview = som(status="upcoming", starts=date(2020, 4, 8))
    held = som(starts=date(2020, 6, 26), ordinals=[5])
    merge(store, article(1, preview, day=2), article(2, held, day=28))
    first, second = records(store)
    put_off = som(status="postponed", starts=date(2020, 4, 8), ordinals=[5])
    merge(store, article(3, put_off, day=20))
    (one,) = records(store)
    other = ({first.id, second.id} - {one.id}).pop()
    assert one.aliases == [other]
    assert [row[:2] for row in rows(store, aliases)] == [(other, one.id)]
    merge(store, article(3, words="Bài đã rút."))
    again = {record.id: record for record in records(store)}
    assert len(again) == 2
    assert one.id in again
    (new,) = again.keys() - {one.id}
    assert again[new].split_from == one.id


ARTICLES = make_articles(read_labelled())


def comparable(store):
    """The records but for what arrival decides: ids, sequences, and which copy came first."""
    return sorted(
        (record.series, str(record.starts), str(record.ends), record.reports, record.texts)
        for record in records(store)
    )


@pytest.mark.parametrize("seed", range(3))
def test_one_by_one_and_all_at_once_come_to_the_same_meetings(tmp_path, seed):
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    with Store(str(tmp_path / "once.sqlite")) as once, Store(str(tmp_path / "many.sqlite")) as many:
        merge(once, *ARTICLES)
        for start in range(0, len(shuffled), 9):
            merge(many, *shuffled[start : start + 9])
        assert comparable(many) == comparable(once)
        assert len(records(once)) == 19


def stop_after(count):
    """`cluster_reports` that is interrupted at the call after `count`."""
    left = iter(range(count))

    def stop(reports):
        if next(left, None) is None:
            raise KeyboardInterrupt
        return cluster_reports(reports)

    return stop


def test_a_merge_that_is_stopped_goes_on_where_it_was(store, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("pipelines.store.merging.BLOCKS", 1)
        patch.setattr("pipelines.store.merging.cluster_reports", stop_after(4))
        with pytest.raises(KeyboardInterrupt):
            merge(store, *ARTICLES)
    assert 0 < len(records(store)) < 19
    merge_store(store)
    assert len(records(store)) == 19


def test_what_changed_since_a_revision_is_just_that(store):
    merge(store, article(1, som()), article(2, som(series="ADMM")))
    with store.reading() as connection:
        last = connection.execute(text("SELECT MAX(revision) FROM merged")).scalar_one()
    assert records(store, since=last) == []
    merge(store, article(3, som(series="ADMM")))
    assert [record.series for record in records(store, since=last)] == ["ADMM"]


def ask(store, question):
    """The rows that answer a question in SQL."""
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(question))]


def test_views_answer_questions(store):
    dung = Person("Nguyễn Quốc Dũng", country="VN", function="head")
    emaly = Person("Emaly Philavong", country="LA", function="head")
    announced = som(series="ADMM", status="upcoming", starts=date(2020, 2, 3), place=None)
    merge(store, article(1, som(people=[dung, emaly])), article(2, announced))
    assert ask(store, "SELECT series, starts FROM upcoming") == [("ADMM", "2020-02-03")]
    hosted = "SELECT series, city FROM by_country WHERE country = 'VN' AND role = 'place'"
    assert ask(store, hosted) == [("SOM", "Nha Trang")]
    met = f"SELECT other, series FROM who_met_whom WHERE one = '{dung.name}'"
    assert ask(store, met) == [(emaly.name, "SOM")]


def test_the_view_of_sources_says_what_the_record_says(store):
    merge(store, *ARTICLES)
    merge(store, ARTICLES[0])
    columns = "meeting, article, position, site, language, main, status, text"
    told = ask(store, f"SELECT {columns} FROM sources ORDER BY meeting, article, position")
    assert [(*row[:5], bool(row[5]), *row[6:]) for row in told] == sorted(
        (record.id, s.article, s.position, s.site, s.language, s.main, s.status, s.text)
        for record in records(store)
        for s in record.sources
    )


def test_a_record_comes_back_from_its_json_as_it_was(store):
    merge(store, *ARTICLES)
    for record in records(store):
        assert read_record(orjson.loads(orjson.dumps(record))) == record


def describe(connection):
    """The tables of merging with their columns, keys and indexes."""
    found = inspect(connection)
    return {
        name: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(name)],
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((i["name"], tuple(i["column_names"])) for i in found.get_indexes(name)),
            sorted(str(key["referred_table"]) for key in found.get_foreign_keys(name)),
        )
        for name in ("placements", "unmerged", *TABLES)
    } | {"views": sorted(found.get_view_names())}


TABLES = ("merged_people", "merged_countries", "aliases", "merged")


OWN_STEPS = (1, 2, 4)
"""Those that add to the tables of merging."""


def test_a_store_of_version_1_gets_the_tables_that_a_new_one_has(store):
    with store.reading() as connection:
        new = describe(connection)

    def go_back(connection):
        for name in ("sources", *VIEWS):
            connection.execute(text(f"DROP VIEW {name}"))
        for name in ("placements", "unmerged", *TABLES):
            connection.execute(text(f"DROP TABLE {name}"))
        connection.execute(text("DELETE FROM state WHERE name LIKE 'merge%'"))

    store.transact(go_back)
    for number in OWN_STEPS:
        store.transact(STEPS[number])
    with store.reading() as connection:
        assert describe(connection) == new
    assert merge(store, article(1, som())) == Change(1, 1, 1)
