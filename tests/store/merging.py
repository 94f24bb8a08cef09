"""Articles with a SOM, kept and merged, and what the store has of it."""

from datetime import UTC, date, datetime

from sqlalchemy import select

from crawler.items import Meeting, Place
from pipelines.store.database import Store
from pipelines.store.keeping import Keeper
from pipelines.store.merged import stream_merged
from pipelines.store.merging import merge_store
from tests.store.judge import ExactJudge
from tests.store.loop import keep
from tests.store.made import make_article


def som(**facts):
    """A SOM of January 2020, unless `facts` say something else."""
    plain = {"main": True, "name": "SOM", "series": "SOM", "status": "held", "precision": "day"}
    plain |= {"starts": date(2020, 1, 16), "place": Place(city="Nha Trang", country="VN")}
    return Meeting(**{**plain, **facts})


def article(number, *found, day=17, words=None):
    """Article `number` with these meetings."""
    published = datetime(2020, 1, day, 8, tzinfo=UTC)
    words = words or f"Bài số {number}."
    return make_article(number, meetings=list(found), published=published, text=words)


def merge(store, *articles):
    """What merging does after `articles` are kept."""
    keeper = Keeper(store, ExactJudge())
    for one in articles:
        keep(keeper, one)
    return merge_store(store)


def records(store, **options):
    with store.reading() as connection:
        return list(stream_merged(connection, **options))


def rows(store, table):
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(select(table).order_by(*table.c))]


def make_articles(labelled):
    """Articles of the labelled reports, each with its meetings."""
    articles = {}
    for number, (_, report) in enumerate(labelled, 1):
        published = datetime(*report.published.timetuple()[:3], tzinfo=UTC)
        made = make_article(number, meetings=[report.meeting], published=published)
        made.text = f"{report.text} {report.position}"
        articles[report.key] = made
    return list(articles.values())


def merge_in_steps(address, articles, size):
    """Keep and merge `articles`, some at a time, as a crawl after a crawl does."""
    with Store(address) as store:
        for start in range(0, len(articles), size):
            merge(store, *articles[start : start + size])
