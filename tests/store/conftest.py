"""Stores to test on: SQLite always, PostgreSQL where a server answers on this machine."""

import multiprocessing
import os
import sys
import uuid
from multiprocessing import forkserver

import psycopg
import pytest

from pipelines.store.database import Store
from pipelines.store.patience import Patience
from tests.store.crawl import report_crawl

SERVER = "postgresql://postgres@127.0.0.1:5432"
PRELOADED = [
    "tests.store.loop",
    "tests.store.crawl",
    "pipelines.store.revisits",
    "scrapy.core.downloader.contextfactory",
    "scrapy.downloadermiddlewares.cookies",
    "scrapy.extensions.feedexport",
    "scrapy.extensions.throttle",
    "twisted.web.client",
]
"""What a killed process would import again and again."""
HASTY = Patience(seconds=0.5, first=0.01, longest=0.05)


@pytest.fixture(scope="session")
def server():
    """The address of a PostgreSQL server that lets us make databases."""
    try:
        psycopg.connect(f"{SERVER}/postgres", connect_timeout=2).close()
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL on 127.0.0.1:5432: {error}")
    return SERVER


@pytest.fixture
def postgresql(server):
    """The address of an empty PostgreSQL database."""
    name = f"asean_meetings_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield f"{server}/{name}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def sqlite(tmp_path):
    """The path of a store that is not there yet."""
    return str(tmp_path / "store.sqlite")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request):
    """The address of an empty store, one test on each database."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def store(address):
    """An open, empty store."""
    with Store(address, HASTY) as opened:
        yield opened


@pytest.fixture(scope="session")
def processes():
    """A source of processes that start in milliseconds and share nothing with this one."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
        forkserver.ensure_running()
    return context


@pytest.fixture
def run_crawl(news_site, processes, tmp_path):
    """Crawl into a store; the stats, and the log."""

    def run(store, **settings):
        log = tmp_path / "crawl.log"
        log.unlink(missing_ok=True)
        chosen = {"STORE": store, "LOG_FILE": str(log)} | settings
        here, there = processes.Pipe(duplex=False)
        task = {"url": news_site.url("/"), "settings": chosen}
        process = processes.Process(target=report_crawl, args=[task, there])
        process.start()
        there.close()
        with here:
            stats = here.recv()
        process.join()
        said = log.read_text("utf-8")
        assert "pipelines/store/" not in said, "a traceback"
        return stats, said

    return run


@pytest.fixture
def crawl(run_crawl):
    """Crawl into a store; the stats that are about the store, and the log."""

    def run(store, **settings):
        stats, log = run_crawl(store, **settings)
        names = [name for name in stats if name.startswith(("store/", "pages/"))]
        found = {name.partition("/")[2]: stats[name] for name in names}
        return found | {"reason": stats["finish_reason"]}, log

    return run
