"""The five source texts: no clutter line in the text, no paragraph of theirs lost."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from crawler.text import clean_line
from tests.programs import run_scrapy
from tests.shared import SHARED, find_shared, read_lines

SEEDS = {
    "000": ("vietnamplus", "Tin cùng chuyên mục"),
    "001": ("baoquocte", "TIN LIÊN QUAN"),
    "002": ("baoquocte", "Nhóm AWCH trổ tài"),
    "003": ("cand", "Hữu Toàn"),
    "004": ("baokiemtoan", "THIỆN TRẦN"),
}
"""Number -> site, and the line with which the clutter behind the article begins."""
WITH_SITE = [(number, site) for number, (site, _) in SEEDS.items()]
PUBLISHED = {
    "000": "2020-05-18T12:20:00+07:00",
    "001": "2021-04-08T08:01:00+07:00",
    "002": "2022-02-16T14:30:00+07:00",
    "003": "2020-01-16T14:27:00+07:00",
    "004": "2021-06-30T09:05:00+07:00",
}
AUTHORS = {
    "000": [],
    "001": ["Bảo Chi"],
    "002": ["Bảo Chi"],
    "003": ["Hữu Toàn"],
    "004": ["THIỆN TRẦN"],
}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    out = tmp_path_factory.mktemp("seeds") / "out.jsonl"
    run = run_scrapy("replay", str(find_shared("seeds", "pages")), "-O", str(out))
    assert run.code == 0, run.err
    found = read_lines(out)
    return {number: next(a for a in found if a["title"] == title(number)) for number in SEEDS}


@cache
def source(number: str) -> tuple[str, ...]:
    """The lines of the saved text."""
    file = next((SHARED / "seeds").glob(f"{number}_*.txt"))
    return tuple(line for raw in file.read_text("utf-8").splitlines() if (line := clean_line(raw)))


def title(number: str) -> str:
    return source(number)[0]


def of_article(number: str) -> list[str]:
    """The lines of the saved text before its clutter, without the title."""
    lines = source(number)
    end = next(i for i, line in enumerate(lines) if line.startswith(SEEDS[number][1]))
    return [line for line in lines[1:end] if line != title(number)]


def squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("number", SEEDS)
def test_every_line_of_the_text_is_a_line_of_the_source(
    number: str, articles: dict[str, dict[str, Any]]
) -> None:
    lines = {squeeze(line) for line in of_article(number)}
    assert [p for p in articles[number]["text"].split("\n") if squeeze(p) not in lines] == []


@pytest.mark.parametrize("number", SEEDS)
def test_no_paragraph_of_the_source_is_lost(
    number: str, articles: dict[str, dict[str, Any]]
) -> None:
    article = articles[number]
    kept = squeeze(article["sapo"] + article["text"])
    captions = "".join(squeeze(c["text"]) for c in article["captions"])
    paragraphs = [line for line in of_article(number) if len(line) > 70 and line[0] != "["]
    lost = [
        line
        for line in paragraphs
        if squeeze(re.sub(r"^\(BKTO\) - ", "", line)) not in kept
        and not any(squeeze(c["text"])[:60] in squeeze(line) for c in article["captions"])
    ]
    assert lost == [], captions


@pytest.mark.parametrize("number", SEEDS)
def test_lead_byline_and_publication_are_right(
    number: str, articles: dict[str, dict[str, Any]]
) -> None:
    article = articles[number]
    first = next(line for line in of_article(number) if len(line) > 70)
    assert article["sapo"] == re.sub(r"^\(BKTO\) - ", "", first)
    assert article["authors"] == AUTHORS[number]
    assert article["published"] == PUBLISHED[number]


@pytest.mark.parametrize("number", SEEDS)
def test_captions_and_agency_are_as_labelled(
    number: str, articles: dict[str, dict[str, Any]]
) -> None:
    gold = json.loads(find_shared("seeds", "gold.json").read_text("utf-8"))
    records = gold if isinstance(gold, list) else gold["records"]
    labels = next(g for g in records if g["doc"].startswith(number))
    captions = [(clean_line(c["value"]), c.get("credit")) for c in labels["captions"]]
    got = [(c["text"], c["credit"]) for c in articles[number]["captions"]]
    assert [squeeze(text) for text, _ in got] == [squeeze(text) for text, _ in captions]
    assert [credit for _, credit in got] == [credit for _, credit in captions]
    # The labels also call the paper's own mark an agency (`BKTO`, `TTXVN/Vietnam+`).
    wire = (labels["agency"]["value"] or "").split("/")[0].replace("BKTO", "")
    assert (articles[number]["agency"] or "") == wire


@pytest.mark.parametrize(("number", "site"), WITH_SITE)
def test_the_site_s_own_selectors_read_it(
    number: str, site: str, articles: dict[str, dict[str, Any]]
) -> None:
    assert articles[number]["site"] == site
