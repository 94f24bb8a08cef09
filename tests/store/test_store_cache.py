"""How much of the store a process keeps in memory: a live crawl little, a replay much."""

from __future__ import annotations

from pathlib import Path

import pytest
from scrapy.utils.test import get_crawler

from pipelines.store.database import Store
from pipelines.store.engine import CACHE
from pipelines.store.session import CRAWL_CACHE, choose_cache
from spiders.saved import SavedSpider
from tests.tin import TinSpider


@pytest.mark.parametrize("cache", [CRAWL_CACHE, CACHE])
def test_a_file_is_kept_in_memory_up_to_the_cache(tmp_path: Path, cache: int) -> None:
    with Store(str(tmp_path / "store.sqlite"), cache=cache) as store, store.engine.connect() as c:
        assert c.exec_driver_sql("PRAGMA cache_size").scalar_one() == -1024 * cache


def test_a_live_crawl_takes_less_than_a_replay() -> None:
    assert choose_cache(get_crawler(TinSpider)) == CRAWL_CACHE < CACHE
    assert choose_cache(get_crawler(TinSpider, {"REPLAY": ["x.warc"]})) == CACHE
    assert choose_cache(get_crawler(SavedSpider)) == CACHE
