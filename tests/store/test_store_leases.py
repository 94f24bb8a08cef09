"""A site is held by one machine at a time; one that dies loses it, one that is late learns so."""

import asyncio
import threading
from itertools import count

import pytest
from scrapy.settings import Settings
from sqlalchemy import select

from crawler.runs.permits import AllOurs, NoPermit
from pipelines.store import leases as module
from pipelines.store.database import Store
from pipelines.store.leases import Lease, take_site
from pipelines.store.patience import Patience
from pipelines.store.sharing import Leases, open_permits
from pipelines.store.tables import leases
from tests.news_site import Answer
from tests.store.door import Door
from tests.store.paper import COUNT, publish

SITES = ["alpha", "beta", "gamma"]
HOUR = 3600


@pytest.fixture
def clock(monkeypatch):
    """The database's clock, which stands until a test moves it."""
    now = [1000.0]
    monkeypatch.setattr(module, "read_clock", lambda _: now[0])
    return now


@pytest.fixture
def take(store):
    def one(holder, sites=SITES, since=1000.0):
        times = {"seconds": 60, "since": since}
        return store.transact(lambda c: take_site(c, sites, holder, **times)).site

    return one


def test_each_site_is_given_once_and_in_order(take):
    assert [take(holder) for holder in "abab"] == ["alpha", "beta", "gamma", None]


def test_a_lease_that_is_renewed_is_not_given_away(clock, store, take):
    take("a", ["alpha"])
    for _ in range(5):
        clock[0] += 50
        assert store.transact(lambda c: Lease("alpha", "a").renew(c, 60))
        assert take("b", ["alpha"]) is None


def test_the_site_of_a_holder_that_died_is_taken_over_once_its_lease_has_run_out(clock, take):
    take("a", ["alpha"])
    clock[0] += 59
    assert take("b", ["alpha"]) is None
    clock[0] += 2
    assert [take("b", ["alpha"]), take("c", ["alpha"])] == ["alpha", None]


def test_a_holder_that_was_late_learns_that_the_site_is_not_its_own(clock, store, take):
    late = Lease("alpha", "a")
    take("a", ["alpha"])
    clock[0] += 61
    take("b", ["alpha"])
    assert not store.transact(lambda c: late.renew(c, 60))
    store.transact(late.give_back)
    store.transact(late.end)
    assert take("c", ["alpha"]) is None, "what it does then changes nothing"


def test_a_holder_that_was_late_goes_on_where_nobody_took_over(clock, store, take):
    take("a", ["alpha"])
    clock[0] += HOUR
    assert store.transact(lambda c: Lease("alpha", "a").renew(c, 60))
    assert take("b", ["alpha"]) is None


def test_what_was_crawled_since_a_run_began_is_left_out_of_it_and_not_of_the_next(
    clock, store, take
):
    take("a", ["alpha"])
    clock[0] += 5
    store.transact(Lease("alpha", "a").end)
    times = {"seconds": 60, "since": 1000.0}
    taken = store.transact(lambda c: take_site(c, SITES, "b", **times))
    assert (taken.site, taken.ended) == ("beta", ("alpha",))
    assert take("b", ["alpha"], since=1006.0) == "alpha"


def test_a_site_that_was_given_back_is_free_at_once(store, take):
    take("a", ["alpha"])
    store.transact(Lease("alpha", "a").give_back)
    assert take("b", ["alpha"]) == "alpha"


def test_machines_that_ask_at_once_never_get_the_same_site(postgresql):
    sites = [f"site{number}" for number in range(24)]
    gate, taken = threading.Barrier(4), []

    def machine(holder):
        with Store(postgresql, Patience()) as store:
            gate.wait()
            times = {"seconds": 60, "since": 0.0}
            while site := store.transact(lambda c: take_site(c, sites, holder, **times)).site:
                taken.append(site)

    Store(postgresql).close()
    threads = [threading.Thread(target=machine, args=(holder,)) for holder in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(sites)


def test_the_clock_is_the_databases(store):
    first, second = (store.read(module.read_clock) for _ in range(2))
    assert first <= second < first + 60
    assert 1.7e9 < first < 5e9


def test_a_store_in_a_file_needs_no_leases(sqlite):
    with open_permits(Settings({"STORE": sqlite})) as permits:
        assert isinstance(permits, AllOurs)


def test_a_store_that_is_away_gives_no_permit(postgresql):
    door = Door()
    door.open()
    address = postgresql.replace(":5432/", f":{door.port}/")
    with Store(address, Patience(seconds=0.2, first=0.01)) as store:
        permits = Leases(store, "a", 60)
        door.shut()
        with pytest.raises(NoPermit, match=r"no lease: .* cannot be reached"):
            asyncio.run(permits.ask(SITES))
        asyncio.run(permits.give_back("alpha"))


def read_lease(address):
    with Store(address) as store, store.reading() as connection:
        return connection.execute(select(leases)).one()


def test_a_crawl_renews_its_lease_and_ends_it(news_site, postgresql, crawl):
    renewed = []

    def look(_):
        renewed.append(read_lease(postgresql).expires)
        return Answer(body="<p>Tin chậm.</p>", wait=0.7)

    publish(news_site, tin_1=(look,), tin_7=(look,))
    with Store(postgresql) as store:
        store.transact(lambda c: take_site(c, ["paper"], "me", seconds=1.2, since=0))
    stats, _ = crawl(postgresql, LEASE="me", LEASE_SECONDS=1.2, CONCURRENT_REQUESTS=1)
    assert stats["reason"] == "finished"
    assert renewed[1] > renewed[0]
    lease = read_lease(postgresql)
    assert (lease.holder, lease.expires) == (None, None)
    assert lease.ended > renewed[1] - 1.2


def test_a_crawl_whose_site_was_taken_over_stops(news_site, postgresql, crawl):
    answered = count()

    def lose(_):
        with Store(postgresql) as store:
            store.transact(Lease("paper", "me").give_back)
            store.transact(lambda c: take_site(c, ["paper"], "other", seconds=60, since=1e12))
        return Answer(body="<p>Tin cuối.</p>")

    def slow(_):
        next(answered)
        return Answer(body="<p>Tin chậm.</p>", wait=0.5)

    pages = {f"tin_{number}": (slow,) for number in range(COUNT)}
    publish(news_site, **pages | {f"tin_{COUNT - 1}": (lose,)})  # the last link is followed first
    with Store(postgresql) as store:
        store.transact(lambda c: take_site(c, ["paper"], "me", seconds=0.8, since=0))
    settings = {"LEASE_SECONDS": 0.8, "CONCURRENT_REQUESTS": 1, "LEASE": "me"}
    stats, log = crawl(postgresql, **settings)
    assert stats["reason"] == "lease_lost"
    assert "another machine has taken paper over" in log
    assert next(answered) < COUNT - 1
    assert read_lease(postgresql).holder == "other"
