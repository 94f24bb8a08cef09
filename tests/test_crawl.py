"""A whole crawl of a newspaper over real HTTP: recorded, killed, replayed."""

import json
import os
from pathlib import Path

import pytest

from crawler.archive.records import read_records
from crawler.archive.saved import read_pages
from crawler.archive.trouble import Trouble
from tests.news_site import Answer
from tests.newspaper import publish_newspaper
from tests.programs import kill_when, run_scrapy, scrapy_command, start_program

LIVE = (
    *("-s", "GUARD_ALLOW=127.0.0.1", "-s", "CONTACT=mailto:a@b.example"),
    *("-s", "DOWNLOAD_DELAY=0", "-s", "BACK_OFF_LIMIT=0.05"),
)
PAST = ("-a", "since=2020-01", "-a", "topic=.", "-a", "pages=99")


def crawl_command(site, *arguments):
    base = ("runspider", "tests/tin.py", "-a", f"base={site.url('')}")
    state = Path(os.environ["STORE"]).parent
    kept = ("-s", f"REPEATED_LINES={state / 'lines'}", "-s", f"HEALTH={state / 'health'}")
    return (*base, *PAST, *kept, *arguments)


def crawl(site, *arguments, **env):
    return run_scrapy(*crawl_command(site, *arguments), **env)


@pytest.fixture(autouse=True)
def _own_state(tmp_path, monkeypatch):
    """The crawls of a test share a store, as those of a schedule do, but with nobody else."""
    monkeypatch.setenv("STORE", str(tmp_path / "store.sqlite"))


def read_lines(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def pick_own(articles):
    """What is said of each article alone; which one is the copy depends on who came first."""
    shared = ("duplicate_of", "duplicate_kind", "related")
    own = [{k: v for k, v in article.items() if k not in shared} for article in articles]
    return sorted(own, key=lambda article: article["url"])


@pytest.fixture
def stories(news_site):
    found = publish_newspaper(news_site, 23)
    flaky = found[3].path
    news_site.add(flaky, Answer(503, "busy"), news_site.first_answer(flaky))
    news_site.add(found[4].path, Answer(reset=True))
    news_site.add(found[5].path, Answer(301, headers={"Location": found[6].path}))
    return found


def test_a_recorded_crawl_is_replayed_to_the_byte_and_without_the_site(
    news_site, stories, tmp_path
):
    warc = tmp_path / "warc"
    live = crawl(news_site, *LIVE, "-s", f"ARCHIVE={warc}", "-O", f"{tmp_path}/live.jsonl")
    assert live.code == 0, live.err
    assert f"article failed: {news_site.url(stories[4].path)}: " in live.err
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK)
    asked = len(news_site.seen)
    written = []
    for seed in ("0", "1", "2"):
        out = tmp_path / f"{seed}.jsonl"
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{tmp_path}:."}
        replay = crawl(news_site, "-s", f"REPLAY={warc}", "-O", str(out), **env)
        assert replay.code == 0, replay.err
        assert "archive/missing" not in replay.err
        assert "nothing may ask the network" in replay.err
        written.append(out.read_bytes())
    assert len(news_site.seen) == asked
    assert len(set(written)) == 1
    replayed, crawled = read_lines(tmp_path / "0.jsonl"), read_lines(tmp_path / "live.jsonl")
    assert pick_own(replayed) == pick_own(crawled)
    assert {article["title"] for article in replayed} == {
        story.title for number, story in enumerate(stories) if number not in (4, 5)
    }
    assert all(article["archive"]["offset"] > 0 for article in replayed)
    run_scrapy("replay", str(warc), "-O", f"{tmp_path}/saved.jsonl")
    saved = {article["url"]: article for article in read_lines(tmp_path / "saved.jsonl")}
    for article in replayed:
        for field in ("archive", "fetched", "title", "sapo", "published"):
            assert saved[article["url"]][field] == article[field]


NO_NETWORK = """
import os, sys

sys.stderr.write("nothing may ask the network\\n")

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        sys.stderr.write(f"asked the network: {event} {arguments}\\n")
        os._exit(9)

sys.addaudithook(refuse)
"""


def test_a_killed_crawl_leaves_what_it_had_and_the_next_one_begins_another_file(
    news_site, tmp_path
):
    for story in publish_newspaper(news_site, 40):
        page = news_site.first_answer(story.path)
        news_site.add(story.path, Answer(body=page.body, wait=0.03))
    warc = tmp_path / "warc"
    out = tmp_path / "out.jsonl"
    out.write_text("yesterday\n")
    arguments = (*LIVE, "-s", f"ARCHIVE={warc}", "-O", str(out))
    process = start_program(*scrapy_command(*crawl_command(news_site, *arguments)))
    kill_when(process, lambda: sum("post" in path for path in news_site.paths()) > 15)
    assert out.read_text() == "yesterday\n"
    (left,) = warc.iterdir()
    before = left.read_bytes()
    pages = [found for found in read_pages([warc]) if not isinstance(found, Trouble)]
    assert sum("post" in page.url for page in pages) >= 12
    again = crawl(news_site, *arguments)
    assert again.code == 0, again.err
    assert left.read_bytes() == before
    stored = run_scrapy("export", "articles", "-O", f"{tmp_path}/stored.jsonl")
    assert stored.code == 0, stored.err
    urls = [article["url"] for article in read_lines(tmp_path / "stored.jsonl")]
    assert len(urls) == len(set(urls)) == 40
    assert 20 <= len(read_lines(out)) <= 40
    replay = run_scrapy("replay", str(left), "-O", f"{tmp_path}/left.jsonl")
    titles = {article["title"] for article in read_lines(tmp_path / "left.jsonl")}
    assert len(titles) >= 12
    assert replay.code in (0, 1)
    has_trouble = any(isinstance(found, Trouble) for found in read_records(left))
    assert has_trouble == ("half a record" in replay.err)
