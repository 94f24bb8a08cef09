"""Crawls into a store: the second one fetches what changed, a killed one is taken up."""

import random
import sqlite3
import threading
import time

import pytest
from sqlalchemy import update

from crawler.verdict import find_failures, summarise
from pipelines.store.database import Store
from pipelines.store.tables import state
from tests.news_site import Answer
from tests.store.crawl import crawl as crawl_here
from tests.store.door import Door
from tests.store.loop import export
from tests.store.paper import COUNT, publish

IS_FORMAT = state.c.name == "sketch_format"
MANY = 190


def asked(site):
    """Paths of articles with the validators that they were asked with, and forget them."""
    seen = {s.path: s.headers.get("if-none-match") for s in site.seen}
    assert seen.pop("/") is None, "a list that answers 304 hides links"
    site.seen.clear()
    return seen


def test_a_second_crawl_asks_with_validators_and_writes_nothing_twice(news_site, address, crawl):
    publish(news_site)
    first, log = crawl(address)
    assert first == {"new": COUNT, "reason": "finished"}
    assert f"store: {COUNT} new, 0 changed, 0 unchanged, 0 copies, 0 failed" in log
    assert set(asked(news_site).values()) == {None}
    before = export(address)
    second, log = crawl(address)
    assert second == {"unchanged": COUNT, "unmodified": COUNT, "reason": "finished"}
    assert f"store: 0 new, 0 changed, {COUNT} unchanged, 0 copies, 0 failed" in log
    assert None not in asked(news_site).values()
    assert export(address) == before


def test_a_crawl_fetches_what_changed_and_counts_each_kind(news_site, sqlite, crawl):
    copy = Answer(body="<p>Hội nghị SOM ASEAN lần thứ 5 khai mạc.</p><p>Tin số 5.</p>")
    versions = (Answer(body="<p>Bản đầu.</p>", cached=True), Answer(body="<p>Bản hai.</p>"))
    plain = Answer(body="<p>Không có ETag.</p>")
    publish(news_site, tin_1=versions, tin_2=(plain,), tin_3=(Answer(status=404),))
    first, _ = crawl(sqlite)
    assert first == {"new": COUNT - 1, "failed": 1, "reason": "finished"}
    publish(news_site, count=COUNT + 1, tin_1=versions[1:], tin_2=(plain,), tin_3=(copy,))
    second, log = crawl(sqlite)
    assert second == {
        "new": 1,
        "changed": 1,
        "copies": 1,
        "unchanged": COUNT - 2,
        "unmodified": COUNT - 3,
        "reason": "finished",
    }
    assert f"store: 1 new, 1 changed, {COUNT - 2} unchanged, 1 copies, 0 failed" in log


def test_a_page_that_fails_keeps_its_validators_and_its_article(news_site, sqlite, crawl):
    publish(news_site)
    crawl(sqlite)
    before = export(sqlite)
    publish(news_site, tin_4=(Answer(status=500),), tin_5=(Answer(reset=True),))
    stats, _ = crawl(sqlite)
    assert (stats["failed"], stats["unchanged"]) == (2, COUNT - 2)
    asked(news_site)
    publish(news_site)
    stats, _ = crawl(sqlite)
    assert stats == {"unchanged": COUNT, "unmodified": COUNT, "reason": "finished"}
    assert None not in asked(news_site).values()
    assert export(sqlite) == before


class Allowance:
    """Lets a site answer so many requests for articles; further ones wait for their killer."""

    def __init__(self):
        self.left = MANY

    def bound(self, number):
        body = f"<p>Hội nghị SOM ASEAN lần thứ {number} khai mạc.</p>"

        def answer(_):
            self.left -= 1
            return Answer(body=body, cached=True, wait=0 if self.left >= 0 else 30)

        return (answer,)


def test_killed_at_thirty_random_moments_a_crawl_ends_as_an_undisturbed_one(
    news_site, sqlite, tmp_path, processes, crawl
):
    allowance = Allowance()
    publish(news_site, MANY, **{f"tin_{n}": allowance.bound(n) for n in range(MANY)})
    undisturbed = str(tmp_path / "undisturbed.sqlite")
    crawl(undisturbed)
    moments = random.Random(9)
    task = {"url": news_site.url("/"), "settings": {"STORE": sqlite, "LOG_LEVEL": "ERROR"}}
    for _ in range(30):
        allowance.left = moments.randint(1, 6)
        process = processes.Process(target=crawl_here, args=[task])
        process.start()
        while allowance.left > 0:
            time.sleep(0.001)
            assert process.is_alive()
        time.sleep(moments.uniform(0, 0.15))
        process.kill()
        process.join()
    stored = export(sqlite).count(b"\n")
    assert 0 < stored < MANY
    allowance.left = MANY
    news_site.seen.clear()
    last, log = crawl(sqlite)
    assert "taking up a run" in log
    assert last == {"new": MANY - stored, "resumed": stored, "reason": "finished"}
    assert len(asked(news_site)) == MANY - stored
    assert export(sqlite) == export(undisturbed)


def test_a_store_that_breaks_closes_the_crawl_with_one_clear_line(
    news_site, sqlite, crawl, run_crawl
):
    publish(news_site)
    crawl(sqlite)
    holder = sqlite3.connect(sqlite, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    publish(news_site, count=COUNT * 3)
    stats, log = run_crawl(sqlite, STORE_PATIENCE=0.2)
    holder.close()
    assert stats["finish_reason"] == "store_failed"
    assert "is locked by another process" in log
    assert "Traceback" not in log
    stats, _ = crawl(sqlite)
    assert (stats["new"], stats["unchanged"]) == (COUNT * 2, COUNT)


def test_a_crawl_whose_database_goes_away_and_comes_back_loses_nothing(
    news_site, postgresql, crawl
):
    door = Door()
    door.open()
    opening = threading.Timer(1.0, door.open)

    def go_away(_):
        door.shut()
        opening.start()
        return Answer(body="<p>Tin số 5.</p>")

    publish(news_site, tin_5=(go_away,))
    stats, log = crawl(postgresql.replace(":5432/", f":{door.port}/"))
    opening.join()
    door.shut()
    assert stats == {"new": COUNT, "reason": "finished"}
    assert "cannot be reached; is the server up?" in log
    assert export(postgresql).count(b"\n") == COUNT


def test_a_store_that_cannot_be_used_ends_the_crawl_before_its_first_request(
    news_site, sqlite, run_crawl
):
    publish(news_site)
    with Store(sqlite) as store:
        store.transact(lambda c: c.execute(update(state).values(value=0).where(IS_FORMAT)))
    for address, message in [
        (sqlite, "run `scrapy reindex` first"),
        (news_site.url("/"), "STORE is a path, sqlite:///PATH or postgresql://"),
    ]:
        stats, log = run_crawl(address)
        assert stats["finish_reason"] == "store_failed"
        assert message in log
        assert "Traceback" not in log
    assert news_site.seen == []


@pytest.mark.parametrize(
    ("stats", "failures", "summary"),
    [
        ({"pages/resumed": 3}, [], "0 articles, 3 done before the crawl was killed"),
        ({"store/new": 1, "pages/failed": 2}, ["no articles"], "0 articles, 1 new, 2 failed"),
        ({"store/unchanged": 4}, [], "0 articles, 4 unchanged"),
    ],
)
def test_a_crawl_that_had_nothing_left_to_fetch_is_well(stats, failures, summary):
    assert find_failures({"finish_reason": "finished"} | stats) == failures
    assert summarise(stats) == summary
