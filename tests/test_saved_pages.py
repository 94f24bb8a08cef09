"""The pages that we ship read as their gold says, field by field; the pages are tested too.

The gold is written by `scrapy gold tests/pages` and reviewed by a person before it is committed.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.project import get_project_settings

from crawler.gold import FIELDS, write_gold
from crawler.page import Page
from crawler.read import Reading, read_page
from crawler.sites import find_site, load_sites
from crawler.text import clean_text
from pipelines.commands.gold import rewrite_gold
from tests.programs import run_scrapy

PAGES = Path(__file__).parent / "pages"
SITES = load_sites(get_project_settings())
FILES = {f"{file.parent.name}/{file.stem}": file for file in sorted(PAGES.rglob("*.html"))}

URL = "https://nhandan.vn/a-post1.html"
FIRST = frozenset(
    "vietnamplus nhandan cand baoquocte tuoitre thanhnien baochinhphu vnexpress baotintuc "
    "baokiemtoan".split()
)
"""The sites whose pages are as big as the real ones; those of the others are cut down."""
CLUTTER = (
    "tin liên quan",
    "tin cùng chuyên mục",
    "cùng chuyên mục",
    "đọc thêm",
    "xem thêm",
    "theo dõi vietnamplus",
    "theo dõi baoquocte",
    "phiên bản di động",
    "bản in",
    "copy link",
    "sao chép liên kết",
    "lưu bài viết",
    "quảng cáo",
    "từ khóa",
    "tags:",
    "bình luận",
    "(ttxvn",
    "related news",
    "read more",
    "follow vietnamplus",
    "./.",
    "[",
    "»",
)
"""Words of the furniture of these pages, none of which their articles need."""


def read_sidecar(name: str) -> dict[str, Any]:
    return json.loads(FILES[name].with_suffix(".json").read_text("utf-8"))


@cache
def read_saved(name: str) -> Reading:
    sidecar = read_sidecar(name)
    fetched = datetime.fromisoformat(sidecar["fetched"])
    page = Page(url=sidecar["url"], body=FILES[name].read_bytes(), fetched=fetched)
    return read_page(page, find_site(page.url, SITES), detailed=True)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", FILES)
def test_a_field_reads_as_its_gold(name: str, field: str) -> None:
    assert write_gold(read_saved(name).article)[field] == read_sidecar(name)["gold"][field]


@pytest.mark.parametrize("name", FILES)
def test_a_page_is_read_by_the_selectors_of_its_site(name: str) -> None:
    reading = read_saved(name)
    known = SITES[FILES[name].parent.name].selectors
    fields = {field for field in ("title", "sapo", "body", "published") if getattr(known, field)}
    assert reading.trace.by_site
    assert fields - {"sapo"} == {"title", "body", "published"}
    assert reading.trace.hits.keys() >= fields


@pytest.mark.parametrize("name", FILES)
def test_a_page_is_saved_whole_with_an_address_of_its_folder(name: str) -> None:
    sidecar = read_sidecar(name)
    assert sidecar.keys() == {"url", "fetched", "gold"}
    assert set(sidecar["gold"]) == set(FIELDS)
    assert datetime.fromisoformat(sidecar["fetched"]).tzinfo
    assert read_saved(name).article.site == FILES[name].parent.name
    assert read_saved(name).article.fetched_url == sidecar["url"]


@pytest.mark.parametrize("name", FILES)
def test_a_page_is_as_big_and_dirty_as_the_real_ones(name: str) -> None:
    page = FILES[name].read_text("utf-8")
    article = read_saved(name).article
    assert page.count("<script") >= 2
    if FILES[name].parent.name in FIRST:
        assert 60_000 < len(page.encode()) < 150_000
        assert page.count("<a ") >= 80
        assert len(read_saved(name).trace.cuts) >= 3
        assert len(article.text.split("\n")) >= 4
    else:
        assert 6_000 < len(page.encode()) < 15_000
        assert page.count("<a ") >= 40
        assert read_saved(name).trace.cuts
        assert len(article.text.split("\n")) >= 3


@pytest.mark.parametrize("name", FILES)
def test_no_furniture_of_the_page_is_in_its_gold(name: str) -> None:
    gold = read_sidecar(name)["gold"]
    text = "\n".join([gold["title"], gold["sapo"] or "", *gold["text"]]).lower()
    assert [word for word in CLUTTER if word in text] == []


@pytest.mark.parametrize("name", FILES)
def test_what_was_cut_by_the_site_is_not_in_the_text(name: str) -> None:
    reading = read_saved(name)
    lines = set(reading.article.text.split("\n"))
    assert not [text for rule, text in reading.trace.cuts if rule == "site.prune" and text in lines]


@pytest.mark.parametrize("name", FILES)
def test_gold_is_in_the_one_form_of_text(name: str) -> None:
    gold = read_sidecar(name)["gold"]
    texts = [
        gold["title"],
        gold["sapo"] or "",
        *gold["text"],
        *(c["text"] for c in gold["captions"]),
    ]
    assert [text for text in texts if clean_text(text) != text] == []


def test_the_pages_cover_many_sites_and_both_languages() -> None:
    sites = Counter(file.parent.name for file in FILES.values())
    assert len(FILES) >= 50
    assert len(sites) >= 42
    assert {read_saved(name).article.language for name in FILES} == {"vi", "en"}


def test_two_papers_print_one_text_of_the_agency_almost_word_for_word() -> None:
    papers = ("vietnamplus/amm-58-kuala-lumpur-2025-07", "baotintuc/amm-58-2025-07")
    one, other = (set(read_sidecar(name)["gold"]["text"]) for name in papers)
    assert len(one & other) >= 5
    assert one != other


def test_the_gold_command_writes_what_the_reader_reads(tmp_path: Path) -> None:
    name = next(iter(FILES))
    file = tmp_path / "page.html"
    file.write_bytes(FILES[name].read_bytes())
    known = read_sidecar(name)
    sidecar = file.with_suffix(".json")
    sidecar.write_text(json.dumps({"url": known["url"], "fetched": known["fetched"]}), "utf-8")
    assert rewrite_gold(file, SITES) is None
    assert json.loads(sidecar.read_text("utf-8")) == known
    assert sidecar.read_text("utf-8") == FILES[name].with_suffix(".json").read_text("utf-8")


def test_the_gold_command_leaves_the_sidecar_of_an_unreadable_page_alone(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<html><body><p>404</p></body></html>", "utf-8")
    sidecar = file.with_suffix(".json")
    sidecar.write_text(json.dumps({"url": URL, "fetched": "2026-01-01"}))
    before = sidecar.read_bytes()
    assert rewrite_gold(file, SITES)
    assert sidecar.read_bytes() == before


def test_the_gold_command_exits_1_and_names_the_page_that_it_cannot_read(tmp_path: Path) -> None:
    for name, body in (("good", next(iter(FILES.values())).read_bytes()), ("empty", b"")):
        (tmp_path / f"{name}.html").write_bytes(body)
        (tmp_path / f"{name}.json").write_text(json.dumps({"url": URL, "fetched": "2026-01-01"}))
    done = run_scrapy("gold", str(tmp_path))
    assert done.code == 1
    assert "empty.html: " in done.err
    assert "good.html" not in done.err
    assert "gold" in json.loads((tmp_path / "good.json").read_text("utf-8"))


def test_an_article_as_gold_holds_only_what_its_page_decides() -> None:
    article = read_saved(next(iter(FILES))).article
    left_out = set(asdict(article)) - set(write_gold(article))
    assert left_out == {
        *("schema", "fetched_url", "fetched", "archive", "version"),
        *("duplicate_of", "duplicate_kind", "related", "meetings"),
    }
