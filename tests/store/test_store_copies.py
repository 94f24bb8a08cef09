"""The judge of copies finds in SQL what it finds in memory, and stored copies name their group."""

import random
from argparse import Namespace
from dataclasses import replace

import pytest
from scrapy.settings import Settings
from sqlalchemy import select, update

from pipelines.commands.reindex import Command as Reindex
from pipelines.duplicates.index import PERIOD, SHARED_MOST, Decision, Joined
from pipelines.duplicates.judge import CopyJudge
from pipelines.duplicates.memory import MemoryIndex
from pipelines.duplicates.sketch import Sketch
from pipelines.store.articles import find_article, insert_article
from pipelines.store.database import Store
from pipelines.store.index import SqlIndex
from pipelines.store.keeping import Keeper, mark_article
from pipelines.store.ledger import Visit
from pipelines.store.reindex import is_stale, rebuild_index
from pipelines.store.tables import holders, sketches, state
from tests.store.judge import ExactJudge
from tests.store.loop import WHEN, export
from tests.store.made import NO_WORDS, make_article


def make_sketch(number, **values):
    known = {
        "key": f"paper:vi:{number}",
        "url": f"https://paper.example/{number}",
        "day": 19000,
        "exact": number,
        "title": number,
        "fingerprints": (number, -number - 1),
        "words": NO_WORDS,
    }
    return Sketch(**known | values)


class FilledIndex(SqlIndex):
    """Inserts an article with every sketch, as a keeper does."""

    def __init__(self, connection):
        super().__init__(connection)
        self.connection = connection

    def add(self, sketch, decision):
        number = super().add(sketch, decision)
        article = make_article(number, url=sketch.url, version=decision.version)
        insert_article(self.connection, article, number=number, key=sketch.key, run=None)
        return number


def describe(known):
    return [(k.key, k.version, k.day, k.exact, k.title, k.original) for k in known]


def fill(index, count=300):
    """Random texts that share fingerprints, versions and groups of copies."""
    chance = random.Random(7)
    numbers = []
    for number in range(count):
        prints = tuple(sorted(chance.sample(range(-60, 60), 8)))
        sketch = make_sketch(
            number % 250,
            day=19000 + chance.randrange(200),
            exact=chance.randrange(40),
            fingerprints=prints,
        )
        group = chance.choice(numbers) if numbers and chance.random() < 0.3 else None
        decision = Decision(kind="new", version=1 + number // 250, group=group)
        numbers.append(index.add(sketch, decision))


def test_every_look_up_answers_as_the_index_in_memory_does(store):
    memory = MemoryIndex()
    fill(memory)

    def compare(connection):
        sql = FilledIndex(connection)
        fill(sql)
        for number in range(260):
            key = f"paper:vi:{number}"
            same = (memory.latest(key), sql.latest(key))
            assert describe(filter(None, same[:1])) == describe(filter(None, same[1:]))
        for exact in range(40):
            assert describe(memory.same_text(exact)) == describe(sql.same_text(exact))
        for first in range(19000, 19200, 25):
            days = {"first_day": first, "last_day": first + 60}
            prints = range(-60, 60, 3)
            found = [describe(index.sharing(prints, **days)) for index in (memory, sql)]
            assert found[0] == found[1]
            assert found[0]
        return True

    assert store.transact(compare)


def test_a_text_of_thousands_of_fingerprints_is_looked_up(store):
    sketch = make_sketch(1, fingerprints=tuple(range(-2000, 2000)))
    store.transact(lambda connection: FilledIndex(connection).add(sketch, Decision(kind="new")))
    days = {"first_day": 0, "last_day": 30000}
    found = store.read(lambda c: SqlIndex(c).sharing(sketch.fingerprints, **days))
    assert describe(found) == [(*describe(found)[0][:5], sketch.url)]


def test_boilerplate_finds_no_candidate(store):
    def add(connection):
        for number in range(201):
            sketch = make_sketch(number, fingerprints=(7,))
            FilledIndex(connection).add(sketch, Decision(kind="new"))

    store.transact(add)
    days = {"first_day": 0, "last_day": 30000}
    assert store.read(lambda connection: SqlIndex(connection).sharing([7], **days)) == []


PARAGRAPHS = [
    " ".join(f"chữ{(number * 37 + word * word) % 997}" for word in range(90)) for number in range(9)
]


def article_of(number, *paragraphs):
    text = "\n".join(PARAGRAPHS[paragraph] for paragraph in paragraphs)
    return make_article(number, title=f"Tin {'abcdefghij'[number]}", text=text, published=WHEN)


class JoiningJudge(ExactJudge):
    """Takes every third article for the tie between the groups of the first two."""

    def decide(self, sketch, index):
        if not sketch.key.endswith(":3"):
            return super().decide(sketch, index)
        first, second = index.latest("paper:vi:1"), index.latest("paper:vi:2")
        return Decision(
            kind="copy",
            duplicate_of=first.original,
            duplicate_kind="copy",
            group=first.group,
            joined=(Joined(group=second.group, kind="extends"),),
        )


def keep(store, judge, article):
    number = article.url.rpartition("-")[2].removesuffix(".html")
    visit = Visit(url=article.fetched_url, visited=WHEN)
    return Keeper(store, judge).keep(article, f"paper:vi:{number}", visit)


def test_a_text_that_ties_two_groups_marks_the_younger_one_in_the_store(store):
    texts = [make_article(1), make_article(2), make_article(3), make_article(4)]
    texts[3] = replace(texts[3], text=texts[1].text)
    judge = JoiningJudge()
    for article in (texts[0], texts[1], texts[3], texts[2]):
        keep(store, judge, article)
    found = {n: store.read(lambda c, n=n: find_article(c, f"paper:vi:{n}")) for n in (1, 2, 3, 4)}
    assert {n: one.duplicate_of for n, one in found.items()} == {
        1: None,
        2: texts[0].url,
        3: texts[0].url,
        4: texts[0].url,
    }
    assert [found[n].duplicate_kind for n in (1, 2, 3, 4)] == [None, "extends", "copy", "copy"]


def test_a_version_of_the_original_never_becomes_a_copy_of_itself(store):
    first, other, rewritten = article_of(1, 0, 1, 2), article_of(2, 0, 3, 4), article_of(1, 0, 3, 4)
    for article in (first, other, rewritten, article_of(3, 0)):
        keep(store, CopyJudge(), article)
    found = {n: store.read(lambda c, n=n: find_article(c, f"paper:vi:{n}")) for n in (1, 2, 3)}
    assert [(found[n].version, found[n].duplicate_of) for n in (1, 2, 3)] == [
        (2, None),
        (1, first.url),
        (1, first.url),
    ]
    assert [found[n].duplicate_kind for n in (1, 2, 3)] == [None, "extends", "copy"]


def test_the_real_judge_marks_copies_that_it_stored_the_day_before(address):
    judge = CopyJudge()
    with Store(address) as store:
        first = keep(store, judge, article_of(1, 0, 1, 2, 3))
    with Store(address) as store:
        copy = keep(store, judge, article_of(2, 0, 1, 2, 3))
        other = keep(store, judge, article_of(3, 5, 6, 7, 8))
        again = keep(store, judge, article_of(1, 0, 1, 2, 3))
    assert [one.kind for one in (first, copy, other, again)] == ["new", "copy", "new", "unchanged"]
    assert copy.article.duplicate_of == first.article.url


def test_an_article_is_marked_with_all_that_was_decided():
    decision = Decision(
        kind="copy", version=2, duplicate_of="a", duplicate_kind="copy", related=("b", "c")
    )
    marked = mark_article(make_article(1), decision)
    assert (marked.version, marked.duplicate_of, marked.related) == (2, "a", ["b", "c"])


@pytest.fixture
def indexed(store):
    for number in range(1, 8):
        keep(store, CopyJudge(), article_of(number, number, 0 if number % 2 else 8))
    return store


def dump(store):
    with store.reading() as connection:
        texts = connection.execute(select(sketches).order_by(sketches.c.number)).all()
        return texts, connection.execute(select(holders).order_by(holders.c.slot)).all()


def test_a_rebuilt_index_is_the_one_that_the_crawl_wrote(indexed):
    before, lines = dump(indexed), export(indexed.address)

    def forget(connection):
        connection.execute(update(sketches).values(exact=0, title=0))
        connection.execute(update(state).where(state.c.name == "sketch_format").values(value=0))

    indexed.transact(forget)
    assert indexed.read(is_stale)
    assert indexed.transact(lambda connection: rebuild_index(connection, CopyJudge())) == 7
    assert not indexed.read(is_stale)
    assert dump(indexed) == before
    assert export(indexed.address) == lines


def test_the_command_makes_the_index_anew_or_says_why_not(indexed, tmp_path, capsys):
    command = Reindex()
    judge = {"STORE_JUDGE": "pipelines.duplicates.judge.CopyJudge"}
    command.settings = Settings(judge | {"STORE": indexed.address})
    command.run([], Namespace())
    assert (command.exitcode, capsys.readouterr().out) == (0, "7 articles sketched\n")
    command.settings = Settings(judge | {"STORE": str(tmp_path / "none.sqlite")})
    command.run([], Namespace())
    assert command.exitcode == 1
    assert "there is no store" in capsys.readouterr().err


def test_boilerplate_of_a_period_finds_nothing_in_a_window_that_touches_it(store):
    start, memory = 150 * PERIOD, MemoryIndex()
    rare, frequent = SHARED_MOST, SHARED_MOST + 20
    sketches_ = [
        make_sketch(n, day=start + n, fingerprints=(-2, 1, 7) if n < rare else (1,))
        for n in range(frequent)
    ]
    window = {"first_day": start + 90, "last_day": start + PERIOD + 90}

    def compare(connection):
        sql = FilledIndex(connection)
        for sketch in sketches_:
            sql.add(sketch, Decision(kind="new"))
            memory.add(sketch, Decision(kind="new"))
        for index in (memory, sql):
            assert index.sharing((-2, 1), **window) == []
        return [describe(index.sharing((-2, 7), **window)) for index in (memory, sql)]

    found = store.transact(compare)
    assert found[0] == found[1]
    assert len(found[0]) == 10
