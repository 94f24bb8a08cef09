"""Who asks what changed since a revision gets that, nothing less and nothing more."""

import random
from datetime import date

import pytest

from pipelines.store.database import Store
from pipelines.store.merged import read_revision, stream_changes
from tests.merging.made import read_labelled
from tests.store.merging import article, make_articles, merge, merge_in_steps, records, som

ARTICLES = make_articles(read_labelled())


def changes(store, since):
    with store.reading() as connection:
        return list(stream_changes(connection, since=since))


def revision(store):
    return store.read(read_revision)


class Replica:
    """A reader that keeps the last revision it has seen and what it was told."""

    def __init__(self):
        self.seen = 0
        self.meetings = {}
        self.now = {}

    def follow(self, store):
        """Ask for what changed; how much that was."""
        found = changes(store, self.seen)
        assert all(change["revision"] > self.seen for change in found)
        for change in found:
            self.now[change["id"]] = change["now"]
            self.meetings.pop(change["id"], None)
            if change["meeting"]:
                self.meetings[change["id"]] = change["meeting"]
        self.seen = found[-1]["revision"] if found else self.seen
        return len(found)


def same(store, replica):
    return replica.meetings == {record.id: record for record in records(store)}


def test_what_changed_before_and_at_the_cursor_is_not_told_again(store):
    merge(store, article(1, som()))
    first = revision(store)
    merge(store, article(2, som(series="ADMM")))
    second = revision(store)
    merge(store, article(3, som(series="AMM")))
    assert [one["meeting"].series for one in changes(store, 0)] == ["SOM", "ADMM", "AMM"]
    assert [one["meeting"].series for one in changes(store, first)] == ["ADMM", "AMM"]
    assert [one["meeting"].series for one in changes(store, second)] == ["AMM"]
    assert changes(store, revision(store)) == []


def test_a_meeting_that_changed_twice_is_told_once_as_it_is_now(store):
    merge(store, article(1, som(status="upcoming"), day=10))
    merge(store, article(2, som()))
    (change,) = changes(store, 0)
    assert (change["revision"], change["meeting"].status) == (revision(store), "held")


def test_a_merge_that_changes_no_record_is_no_revision(store):
    merge(store, article(1, som()))
    before = revision(store)
    merge(store, article(2))
    assert revision(store) == before


def test_ids_that_stand_no_more_are_told_with_what_holds_their_reports_now(store):
    merge(store, article(1, som()), article(2, som(series="ADMM")))
    replica = Replica()
    replica.follow(store)
    gone = {record.series: record.id for record in records(store)}
    merge(store, article(1, som(series="AMM"), words="Sửa."), article(2, words="Rút."))
    told = {one["id"]: (one["now"], one["meeting"]) for one in changes(store, replica.seen)}
    assert told[gone["ADMM"]] == (None, None)
    assert told[gone["SOM"]] == (None, None)
    replica.follow(store)
    assert same(store, replica)


def test_an_id_that_became_an_alias_points_to_its_heir(store):
    early = som(status="upcoming", starts=date(2020, 4, 8))
    merge(store, article(1, early, day=2), article(2, som(starts=date(2020, 6, 26), ordinals=[5])))
    replica = Replica()
    replica.follow(store)
    put_off = som(status="postponed", starts=date(2020, 4, 8), ordinals=[5])
    merge(store, article(3, put_off, day=20))
    (one,) = records(store)
    assert replica.follow(store) == 2
    assert {replica.now[id_] for id_ in replica.now} == {one.id}
    assert same(store, replica)


@pytest.mark.parametrize("seed", range(3))
def test_a_reader_that_comes_now_and_then_knows_what_the_store_knows(tmp_path, seed):
    chance = random.Random(seed)
    shuffled = chance.sample(ARTICLES, len(ARTICLES))
    replica = Replica()
    with Store(str(tmp_path / "store.sqlite")) as store:
        while shuffled:
            some = [shuffled.pop() for _ in range(min(len(shuffled), chance.randint(1, 8)))]
            merge(store, *some)
            if chance.random() < 0.5:
                replica.follow(store)
                assert same(store, replica)
        replica.follow(store)
        assert same(store, replica)
        assert replica.follow(store) == 0


def test_a_reader_beside_a_process_that_merges_misses_nothing(address, processes):
    replica = Replica()
    with Store(address) as store:
        writer = processes.Process(target=merge_in_steps, args=(address, ARTICLES, 4))
        writer.start()
        told = [replica.follow(store)]
        while writer.is_alive():
            told.append(replica.follow(store))
            writer.join(0.02)
        assert writer.exitcode == 0
        told.append(replica.follow(store))
        assert same(store, replica)
        assert len([count for count in told if count]) > 1
        assert replica.follow(store) == 0
