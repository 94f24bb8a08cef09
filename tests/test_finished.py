"""An article that travels as bytes is the article that left, and its line the line."""

from __future__ import annotations

import copy
import pickle
from array import array
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path

import orjson
import pytest
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from crawler.archive.portions import find_portions
from crawler.archive.trouble import Trouble
from crawler.desk import Desk, Draft, read_tools
from crawler.finished import FinishedArticle, count_meetings, format_line
from crawler.items import Article, Caption, Evidence, Meeting
from crawler.pool.stream import Lost
from tests.foreign import name_url, write_warc

TRICKY = 'He said: ,"version":1,"duplicate_of":null,"duplicate_kind":null,"related":[], or so.'


def make_article() -> Article:
    article = Article(
        "asean-meetings/1", "https://a.example/1", "u", "a", "vi", TRICKY, None, TRICKY
    )
    article.published = datetime(2026, 3, 12, 9, tzinfo=UTC)
    article.captions = [Caption("Ảnh", "TTXVN")]
    found = [Evidence("starts", "vi.date.ngay", "12/3", 4, 8, "text")]
    article.meetings = [
        Meeting(main=True, series="SOM", starts=date(2026, 3, 12), evidence=found),
        Meeting(main=True),
        Meeting(main=False, series="EAS"),
    ]
    return article


def travel(article: Article) -> FinishedArticle:
    """An article as another process gets it."""
    arrived = pickle.loads(pickle.dumps(FinishedArticle(article, cut=2, sketch="sketch")))
    assert isinstance(arrived, FinishedArticle)
    return arrived


def test_the_line_of_an_article_that_travelled_is_that_of_the_one_that_left() -> None:
    article = make_article()
    assert format_line(travel(article)) == orjson.dumps(article) + b"\n"
    assert format_line(FinishedArticle(article, cut=0, sketch=None)) == format_line(article)


def test_what_is_decided_later_stands_in_the_line() -> None:
    decided = {
        "version": 3,
        "duplicate_of": "https://ü.example/",
        "duplicate_kind": "copy",
        "related": ["b", "c"],
    }
    arrived = travel(make_article())
    for name, value in decided.items():
        setattr(arrived, name, value)
    expected = orjson.dumps(replace(make_article(), **decided)) + b"\n"  # type: ignore[arg-type]
    assert format_line(arrived) == expected
    assert format_line(pickle.loads(pickle.dumps(arrived))) == expected
    assert arrived.text == TRICKY  # now it is unpacked
    assert format_line(arrived) == expected
    assert format_line(pickle.loads(pickle.dumps(arrived))) == expected


def test_whoever_asks_for_a_field_finds_it() -> None:
    assert asdict(travel(make_article())) == asdict(make_article())
    assert travel(make_article()).meetings == make_article().meetings
    assert isinstance(travel(make_article()), Article)
    assert copy.copy(travel(make_article())).title == TRICKY
    with pytest.raises(AttributeError, match="headline"):
        travel(make_article()).headline  # type: ignore[attr-defined]  # noqa: B018


def test_a_field_that_somebody_changes_is_written_as_it_is_then() -> None:
    named, appended = travel(make_article()), travel(make_article())
    named.title = "other"
    assert format_line(named) == format_line(replace(make_article(), title="other"))
    appended.tags.append("other")
    assert format_line(appended) == format_line(replace(make_article(), tags=["other"]))


def test_what_json_cannot_hold_travels_and_is_said_where_it_is_written() -> None:
    article = make_article()
    article.text = "\ud800"
    with pytest.raises(TypeError, match="surrogates"):
        format_line(travel(article))
    assert travel(article).text == "\ud800"


def test_meetings_are_counted_before_the_journey() -> None:
    arrived = travel(make_article())
    assert arrived.counts == {"reported": 2, "mentioned": 1, "undated": 1}
    assert (arrived.cut, arrived.sketch) == (2, "sketch")
    assert count_meetings([]) == {"reported": 0, "mentioned": 0, "undated": 0}


@pytest.fixture(scope="module")
def desk() -> Desk:
    settings: Settings = get_project_settings()
    return Desk(read_tools(settings), 60)


def test_what_is_lost_is_not_read_again_and_has_its_address(tmp_path: Path, desk: Desk) -> None:
    (portion,) = find_portions([write_warc(tmp_path / "x.warc.gz")])
    every = list(desk.read_portion(portion, {}))
    again = list(desk.read_portion(portion, {1: "deadly", 3: "late"}))
    expected = [*every]
    expected[1] = Lost("deadly", name_url(1))
    expected[3] = Lost("late", name_url(3))
    assert [type(one) for one in again] == [type(one) for one in expected]
    assert (again[1], again[3], again[-1]) == (expected[1], expected[3], expected[-1])
    (nowhere,) = find_portions([tmp_path / "none"])
    assert [type(one) for one in desk.read_portion(nowhere, {})] == [Trouble]


def test_a_draft_that_is_lost_is_not_finished_and_has_its_address(desk: Desk) -> None:
    packed = pickle.dumps(make_article())
    drafts = [Draft(f"https://a.example/{n}", "a", array("Q"), packed) for n in range(3)]
    tasks = [(draft, frozenset[int]()) for draft in drafts]
    found = list(desk.finish_all(tasks, {1: "deadly"}))
    assert found[1] == Lost("deadly", "https://a.example/1")
    assert [type(one) for one in found] == [FinishedArticle, Lost, FinishedArticle]
