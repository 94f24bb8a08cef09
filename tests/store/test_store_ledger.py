"""The ledger knows what is stored, what failed, and what a killed crawl had done."""

from datetime import UTC, datetime, timedelta

import pytest

from pipelines.store.keeping import Keeper
from pipelines.store.ledger import (
    RESUMES_WITHIN,
    Visit,
    begin_run,
    find_last_run,
    finish_run,
    look_up,
    note_answered,
    note_failed,
    note_unchanged,
    page_key,
)
from tests.store.judge import ExactJudge
from tests.store.loop import WHEN, keep
from tests.store.made import make_article

URL = make_article(1).fetched_url
ETAG = {"If-None-Match": '"1"'}


def visit(**values):
    return Visit(**{"url": URL, "visited": WHEN} | values)


def known(store):
    return store.read(lambda connection: look_up(connection, URL))


def begin(store, site="paper", scope="", now=WHEN):
    return store.transact(lambda connection: begin_run(connection, site, scope, now))


@pytest.fixture
def kept(store):
    keep(Keeper(store, ExactJudge()), make_article(1), etag='"1"')
    return store


def test_an_address_that_was_never_fetched_is_not_known(store):
    assert known(store) is None


def test_a_stored_article_is_asked_for_with_its_validators(kept):
    assert known(kept).headers() == ETAG


def test_a_page_without_an_article_is_asked_for_plainly(store):
    store.transact(lambda c: note_unchanged(c, visit(etag='"1"', status=304), None))
    store.transact(lambda c: note_failed(c, visit(status=500), "HTTP 500"))
    assert known(store).headers() == {}


def test_a_304_keeps_the_validators_that_it_does_not_name(kept):
    stamp = "Thu, 02 May 2024 00:00:00 GMT"
    kept.transact(lambda c: note_unchanged(c, visit(status=304, last_modified=stamp), None))
    assert known(kept).headers() == ETAG | {"If-Modified-Since": stamp}


def test_failures_are_counted_until_the_page_answers_again(kept):
    for failures in (1, 2, 3):
        kept.transact(lambda c: note_failed(c, visit(status=503), "HTTP 503"))
        assert known(kept).failures == failures
        assert known(kept).headers() == ETAG
    kept.transact(lambda c: note_answered(c, visit()))
    assert known(kept).failures == 0


def test_a_crawl_that_was_killed_is_taken_up(store):
    first = begin(store)
    again = begin(store, now=WHEN + timedelta(hours=1))
    assert (first.resumed, again.resumed, again.id) == (False, True, first.id)


def test_a_crawl_that_came_to_its_end_is_not(store):
    first = begin(store)
    store.transact(lambda c: finish_run(c, first, WHEN, {"new": 3}))
    assert begin(store).id != first.id


@pytest.mark.parametrize(
    "other",
    [
        {"site": "other"},
        {"scope": "since 2024-01"},
        {"now": WHEN + RESUMES_WITHIN + timedelta(seconds=1)},
    ],
)
def test_a_crawl_of_another_site_scope_or_day_begins_anew(store, other):
    assert begin(store).id != begin(store, **other).id


def test_the_last_run_of_a_site_says_when_and_what(store):
    run = begin(store)
    assert store.read(lambda c: find_last_run(c, "paper"))["finished"] is None
    store.transact(lambda c: finish_run(c, run, WHEN, {"new": 3}))
    last = store.read(lambda c: find_last_run(c, "paper"))
    assert (last["finished"], last["counts"]) == (WHEN.isoformat(), {"new": 3})
    assert store.read(lambda c: find_last_run(c, "other")) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://a.example/x?b=1&a=2", "https://a.example/x?a=2&b=1", True),
        ("https://a.example/x#top", "https://a.example/x", True),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/x", "http://a.example/x", False),
        ("https://a.example/x.amp", "https://a.example/x", False),
    ],
)
def test_an_address_has_one_key_in_the_ledger(first, second, same):
    assert (page_key(first) == page_key(second)) is same


def test_times_are_kept_with_their_offset(store):
    begin(store, now=datetime(2024, 5, 1, 7, tzinfo=UTC))
    last = store.read(lambda c: find_last_run(c, "paper"))
    assert last["started"] == "2024-05-01T07:00:00+00:00"
