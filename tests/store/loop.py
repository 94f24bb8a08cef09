"""A process that keeps articles, for tests that kill it, and the file it should come to."""

import io
from datetime import UTC, datetime

from pipelines.export.formats.jsonl import write as write_jsonl
from pipelines.export.records import KINDS
from pipelines.store.articles import stream_articles
from pipelines.store.database import Store
from pipelines.store.keeping import Keeper
from pipelines.store.ledger import Visit, look_up
from tests.store.judge import ExactJudge
from tests.store.made import make_article

WHEN = datetime(2024, 5, 1, tzinfo=UTC)


def keep(keeper, article, **visit):
    """What `keeper` makes of `article`."""
    key = f"paper:vi:{article.url.rpartition('-')[2].removesuffix('.html')}"
    return keeper.keep(article, key, Visit(url=article.fetched_url, visited=WHEN, **visit))


def keep_all(address, numbers, ready=None):
    """Keep article after article, every third one a copy of the one before."""
    with Store(address) as store:
        if ready:
            ready.set()
        keeper = Keeper(store, ExactJudge())
        return [keep(keeper, numbered_article(number)).kind for number in numbers]


def keep_rest(address, numbers, ready=None):
    """`keep_all` of what the ledger does not name yet."""
    with Store(address) as store, store.reading() as connection:
        missing = [n for n in numbers if not look_up(connection, numbered_article(n).fetched_url)]
    keep_all(address, missing, ready)
    return len(missing)


def numbered_article(number):
    """The article with this number; numbers 3, 6, 9 ... have the words of the one before."""
    words = make_article(number - 1).text if number and number % 3 == 0 else None
    return make_article(number, **({"text": words} if words else {}))


def export(address, kind="articles"):
    """What `scrapy export` would write, in JSON lines."""
    file = io.BytesIO()
    with Store(address) as store, store.reading() as connection:
        records = KINDS[kind].records(stream_articles(connection, versions=True))
        write_jsonl(file, KINDS[kind].columns, records)
    return file.getvalue()
