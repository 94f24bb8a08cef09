"""An article comes out of the database exactly as it went in."""

from itertools import count

import orjson
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select

from pipelines.duplicates.index import Decision
from pipelines.duplicates.sketch import Sketch
from pipelines.store.articles import find_article, insert_article, stream_articles
from pipelines.store.index import SqlIndex
from pipelines.store.tables import evidence, meetings, people
from tests.store.made import ARTICLES, NO_WORDS, make_article

NUMBERS = count()
EVERY_DATABASE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def insert(connection, article, key):
    """Insert `article` under `key` with a sketch that resembles nothing."""
    known = {"url": article.url, "day": 0, "exact": 0, "title": 0, "fingerprints": ()}
    sketch = Sketch(**{"key": key, "words": NO_WORDS} | known)
    number = SqlIndex(connection).add(sketch, Decision(kind="new", version=article.version))
    insert_article(connection, article, number=number, key=key, run=None)
    return number


@EVERY_DATABASE
@given(article=ARTICLES)
def test_any_article_comes_back_equal_to_the_byte(store, article):
    key = f"any:{next(NUMBERS)}"
    store.transact(lambda connection: insert(connection, article, key))
    with store.reading() as connection:
        found = find_article(connection, key)
    assert found == article
    assert orjson.dumps(found) == orjson.dumps(article)


def test_articles_stream_in_the_order_of_their_keys_whatever_order_they_came_in(store):
    for number in (3, 1, 2):
        store.transact(lambda c, n=number: insert(c, make_article(n), f"paper:vi:{n}"))
    with store.reading() as connection:
        found = list(stream_articles(connection))
    assert found == [make_article(1), make_article(2), make_article(3)]


def test_keys_are_ordered_by_their_bytes_in_every_database(store):
    keys = ["b", "B", "ă", "a:10", "a:9", "Z", "é"]
    for number, key in enumerate(keys):
        article = make_article(number, site=key)
        store.transact(lambda c, key=key, article=article: insert(c, article, key))
    with store.reading() as connection:
        found = [article.site for article in stream_articles(connection)]
    assert found == sorted(keys, key=str.encode)


def test_only_the_last_version_streams_unless_all_are_asked_for(store):
    for version in (1, 2, 10):
        article = make_article(1, version=version, title=f"Bản {version}")
        store.transact(lambda c, article=article: insert(c, article, "paper:vi:1"))
    with store.reading() as connection:
        assert [one.version for one in stream_articles(connection)] == [10]
        assert [one.version for one in stream_articles(connection, versions=True)] == [1, 2, 10]


def test_more_articles_than_a_batch_holds_keep_their_own_meetings(store):
    def work(connection):
        for number in range(450):
            insert(connection, make_article(number), f"paper:vi:{number:04}")

    store.transact(work)
    with store.reading() as connection:
        assert list(stream_articles(connection)) == [make_article(n) for n in range(450)]


def test_meetings_people_and_evidence_can_be_asked_for_in_sql(store):
    store.transact(lambda c: insert(c, make_article(36), "paper:vi:36"))
    with store.reading() as connection:
        where = select(meetings.c.city, meetings.c.country).where(meetings.c.series == "SOM")
        assert connection.execute(where).all() == [("Hà Nội", "VN")]
        assert connection.execute(select(people.c.name)).scalars().all() == ["Nguyễn Văn A"]
        assert connection.execute(select(evidence.c.quote)).scalars().all() == ["Hội "]
