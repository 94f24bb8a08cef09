"""Texts are packed in a SQLite file, with what the store has learnt, and come out as they were."""

import random
import sqlite3

import pytest
from sqlalchemy import insert, select, text

from pipelines.store import keeping
from pipelines.store.articles import find_article, insert_article
from pipelines.store.database import Store
from pipelines.store.engine import TEMPORARY
from pipelines.store.errors import StoreError
from pipelines.store.keeping import Keeper
from pipelines.store.packing import add_dictionary, learn_texts
from pipelines.store.tables import articles, dictionaries, sketches
from tests.store.judge import ExactJudge
from tests.store.loop import keep
from tests.store.made import make_article

ROUND = 40


def long_article(number, **values):
    """Words of its own in phrases that others use too."""
    chance = random.Random(number)
    phrases = [f"Thứ trưởng Ngoại giao nhấn mạnh điểm thứ {n} của hội nghị" for n in range(30)]
    words = [f"{chance.choice(phrases)} {chance.randrange(10**6)}" for _ in range(30)]
    return make_article(number, **{"text": ".\n".join(words)} | values)


def keep_long(store, numbers):
    keeper = Keeper(store, ExactJudge())
    for number in numbers:
        keep(keeper, long_article(number))


def raw_texts(path):
    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM articles ORDER BY id")]


@pytest.fixture
def learning(monkeypatch):
    """Learn after so many articles, not after hundreds."""
    monkeypatch.setattr(keeping, "LEARN_AT", (ROUND, 2 * ROUND))


@pytest.mark.usefixtures("learning")
def test_texts_are_packed_with_the_dictionary_of_their_time_and_read_as_they_were(sqlite):
    with Store(sqlite) as store:
        keep_long(store, range(3 * ROUND))
        found = [
            store.read(lambda c, n=n: find_article(c, f"paper:vi:{n}")) for n in range(3 * ROUND)
        ]
        assert store.read(lambda c: len(c.execute(select(dictionaries.c.id)).all())) == 2
    assert found == [long_article(n) for n in range(3 * ROUND)]
    packed = raw_texts(sqlite)
    assert {type(value) for value in packed} == {bytes}
    sizes = [sum(map(len, packed[n : n + ROUND])) for n in (0, ROUND, 2 * ROUND)]
    plain = sum(len(long_article(n).text.encode()) for n in range(ROUND))
    assert plain > 3 * sizes[0] > 3.6 * max(sizes[1:])


@pytest.mark.usefixtures("learning")
def test_another_process_reads_what_was_packed_after_it_had_opened_the_store(sqlite):
    with Store(sqlite) as reader:
        with Store(sqlite) as writer:
            keep_long(writer, range(2 * ROUND))
        for number in (0, ROUND + 1, 2 * ROUND - 1):
            key = f"paper:vi:{number}"
            assert reader.read(lambda c, key=key: find_article(c, key)) == long_article(number)


def test_a_short_text_stays_readable_for_everybody(sqlite):
    with Store(sqlite) as store:
        keep(Keeper(store, ExactJudge()), make_article(1))
    assert raw_texts(sqlite) == [make_article(1).text]


def test_a_text_that_was_stored_plain_is_read_beside_packed_ones(sqlite):
    with Store(sqlite) as store:
        keep_long(store, range(2))
        with sqlite3.connect(sqlite) as other:
            other.execute("UPDATE articles SET text = 'một văn bản cũ' WHERE id = 1")
        texts = store.read(lambda c: c.execute(select(articles.c.text)).scalars().all())
    assert texts == ["một văn bản cũ", long_article(1).text]


def test_nobody_packs_for_a_store_that_is_gone_with_its_process_or_for_postgresql(postgresql):
    for address in (TEMPORARY, postgresql):
        with Store(address) as store:
            keep_long(store, [1])
            with store.reading() as connection:
                raw = connection.execute(text("SELECT text FROM articles")).scalar_one()
            assert (raw, store.packs) == (long_article(1).text, False)


def test_too_few_texts_teach_nothing(sqlite):
    with Store(sqlite) as store:
        keep_long(store, range(2))
        store.transact(learn_texts)
        store.transact(lambda connection: add_dictionary(connection, []))
        assert store.read(lambda c: c.execute(select(dictionaries)).all()) == []


def test_what_was_learnt_twice_is_kept_once(sqlite):
    with Store(sqlite) as store:
        keep_long(store, range(ROUND))
        for _ in range(2):
            store.transact(learn_texts)
        assert store.read(lambda c: len(c.execute(select(dictionaries.c.id)).all())) == 1


def test_a_lost_dictionary_is_an_error_and_no_empty_text(sqlite):
    with Store(sqlite) as store:
        keep_long(store, range(ROUND))
        store.transact(learn_texts)
        keep_long(store, [ROUND])
    with sqlite3.connect(sqlite) as other:
        other.execute("DELETE FROM dictionaries")
    with Store(sqlite) as store, pytest.raises(StoreError):
        store.read(lambda c: find_article(c, f"paper:vi:{ROUND}"))


def test_a_dictionary_of_a_write_that_failed_spoils_no_later_text(sqlite):
    def fail(connection):
        learn_texts(connection)
        values = {"number": ROUND + 1, "day": 0, "exact": 0, "title": 0, "origin": ROUND + 1}
        connection.execute(insert(sketches), values)
        article = long_article(ROUND)
        insert_article(connection, article, number=ROUND + 1, key="paper:vi:x", run=None)
        raise KeyboardInterrupt

    with Store(sqlite) as store:
        keep_long(store, range(ROUND))
        with pytest.raises(KeyboardInterrupt):
            store.transact(fail)
        keep_long(store, [ROUND])
        found = store.read(lambda c: find_article(c, f"paper:vi:{ROUND}"))
    assert found == long_article(ROUND)
