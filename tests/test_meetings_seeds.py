"""The five source texts with full hand-made records: everything that they state is read."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from crawler.archive.saved import read_pages
from crawler.items import Article, Meeting, Place
from crawler.page import Page
from crawler.read import read_article
from crawler.site import Site
from crawler.sites import find_site, load_sites
from pipelines.meetings.find import find_meetings
from tests.shared import SHARED, find_shared

DOCS = ("000", "001", "002", "003", "004")
WHERE = {
    "000": "vietnamplus/som-asean-2020-05",
    "001": "baoquocte/som-asean-2021-04",
    "002": "baoquocte/som-asean-2022-02",
    "003": "cand/som-asean-2020-01",
    "004": "baokiemtoan/som-arf-2021-06",
}


@cache
def sites() -> dict[str, Site]:
    return load_sites(Settings({"SPIDER_MODULES": ["spiders"]}))


@cache
def article(doc: str) -> Article:
    path = find_shared("seeds", "pages") / f"{WHERE[doc]}.html"
    page = next(found for found in read_pages([path]) if isinstance(found, Page))
    read = read_article(page, find_site(page.url, sites()))
    assert read is not None
    return read


@cache
def labels(doc: str) -> dict[str, Any]:
    records = json.loads(find_shared("seeds", "gold.json").read_text("utf-8"))
    return dict(next(one for one in records if one["doc"].startswith(doc)))


@cache
def reported(doc: str) -> Meeting:
    mains = [meeting for meeting in find_meetings(article(doc)) if meeting.main]
    assert len(mains) == 1
    return mains[0]


def label(doc: str, field: str) -> Any:
    return labels(doc)[field]["value"]


@pytest.mark.parametrize("doc", DOCS)
def test_the_reported_meeting_is_the_labelled_one(doc: str) -> None:
    meeting = reported(doc)
    assert meeting.series == label(doc, "series")
    assert meeting.ordinals == ([label(doc, "ordinal")] if label(doc, "ordinal") else [])
    assert meeting.level == label(doc, "level")


@pytest.mark.parametrize("doc", DOCS)
def test_its_days_are_the_labelled_ones(doc: str) -> None:
    meeting = reported(doc)
    assert str(meeting.starts) == label(doc, "date_start")
    assert str(meeting.ends) == label(doc, "date_end")
    assert meeting.precision == labels(doc)["date_precision"]
    assert meeting.time_of_day == label(doc, "time_of_day")


@pytest.mark.parametrize("doc", DOCS)
def test_its_days_are_known_without_the_day_of_publication(doc: str) -> None:
    undated = Article(**{**fields_of(article(doc)), "published": None})
    meeting = next(one for one in find_meetings(undated) if one.main)
    assert (str(meeting.starts), meeting.year_from) == (label(doc, "date_start"), "context")


def fields_of(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in article.__slots__}


@pytest.mark.parametrize("doc", DOCS)
def test_format_place_and_host_are_the_labelled_ones(doc: str) -> None:
    meeting = reported(doc)
    place = meeting.place or Place()
    assert meeting.format == label(doc, "format")
    assert {name: getattr(place, name) for name in place.__slots__} == label(doc, "place")
    assert meeting.host == label(doc, "host")


@pytest.mark.parametrize("doc", DOCS)
def test_the_chair_is_the_labelled_one(doc: str) -> None:
    wanted, chair = label(doc, "chair"), reported(doc).chair
    if chair is None:
        assert set(wanted.values()) == {None}
        return
    assert (chair.country, chair.year) == (wanted["country"], wanted["year"])
    assert chair.theme == wanted["theme"]
    assert chair.theme_english == wanted.get("theme_en")


@pytest.mark.parametrize("doc", DOCS)
def test_the_heads_of_delegation_are_the_labelled_ones(doc: str) -> None:
    heads = [one for one in reported(doc).people if one.function == "head"]
    got = [
        {"person": one.name, "title": one.title, "role": one.role, "country": one.country}
        for one in heads
    ]
    assert got == [one["value"] for one in labels(doc)["heads_of_delegation"]]
    assert [one.acting for one in heads] == [doc == "002"]


@pytest.mark.parametrize("doc", DOCS)
def test_the_related_meetings_are_found_with_their_dates(doc: str) -> None:
    found = [meeting for meeting in find_meetings(article(doc)) if not meeting.main]
    got = {(one.series, *one.ordinals): days_of(one) for one in found}
    wanted = [one for one in labels(doc)["related_meetings"] if one["value"]["series"] != "OTHER"]
    for one in wanted:
        value = one["value"]
        ordinals = value["ordinal"] if isinstance(value["ordinal"], list) else [value["ordinal"]]
        key = (value["series"], *(number for number in ordinals if number))
        assert key in got, got
        if value.get("precision") != "after":
            assert got[key] == wanted_days(value)


def days_of(meeting: Meeting) -> tuple[date | None, date | None]:
    return meeting.starts, meeting.ends


def wanted_days(value: dict[str, Any]) -> tuple[date | None, date | None]:
    first = value.get("date_start") or value.get("date")
    last = value.get("date_end") or first
    if first is None:
        return None, None
    if "interval" in value:
        first, last = value["interval"]
    return bound(first, "01"), bound(last, "31")


def bound(text: str, day: str) -> date:
    """A day, or the first or last one of a month."""
    if len(text) == 10:
        return date.fromisoformat(text)
    short = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}
    return date.fromisoformat(f"{text}-{short.get(text[5:], day) if day == '31' else day}")


@pytest.mark.parametrize("doc", DOCS)
def test_the_labelled_documents_and_sums_are_found(doc: str) -> None:
    meeting = reported(doc)
    got = {one.code for one in meeting.documents}
    assert {one["value"] for one in labels(doc)["documents"]} <= got
    sums = [(one.amount, one.currency) for one in meeting.money]
    wanted = [one["value"] for one in labels(doc)["money"]]
    assert sums == [(one["amount"], one["currency"]) for one in wanted]


@pytest.mark.parametrize("doc", DOCS)
def test_every_value_quotes_its_words(doc: str) -> None:
    read = article(doc)
    sources = {
        "title": read.title or "",
        "sapo": read.sapo or "",
        "text": read.text,
        "caption": "\n".join(caption.text for caption in read.captions),
    }
    for meeting in find_meetings(read):
        assert meeting.evidence
        for one in meeting.evidence:
            assert sources[one.source][one.start : one.end] == one.quote != ""


def test_the_pages_lie_where_this_test_looks() -> None:
    if SHARED.exists():
        assert all(
            Path(SHARED, "seeds/pages", f"{where}.html").exists() for where in WHERE.values()
        )
