"""Everything that can be wrong with sites, planted at once: what the run says and does."""

from __future__ import annotations

import re

import pytest

from tests.programs import ROOT
from tests.world.faults import Fault
from tests.world.hostile import ELSEWHERE, PRIVATE
from tests.world.table import write_table
from tests.world.troubled import Troubled, is_named, run_troubled

HARMLESS = {"429 + Retry-After", "broken charset", "HTML cut in half"}
"""Faults of articles that are stored all the same."""
SILENCED = {"baochinhphu", "tuoitre", "baoquocte"}
"""Sites that cannot be read at all, or that asked us to go away."""
WELL = {"vnexpress", "vov", "khmertimes", "bangkokpost"}
"""Sites whose faults are handled without any harm."""


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Troubled:
    return run_troubled(tmp_path_factory.mktemp("troubled"))


def find_fault(done: Troubled, name: str) -> Fault:
    (fault,) = [fault for fault in done.faults if fault.name == name]
    return fault


def test_the_document_says_what_the_run_said_and_did(done: Troubled) -> None:
    assert write_table(done) == (ROOT / "docs" / "faults.md").read_text("utf-8")


def test_the_document_holds_nothing_of_this_machine_or_this_day() -> None:
    text = (ROOT / "docs" / "faults.md").read_text("utf-8")
    assert re.findall(r":\d{4,5}\b|\d\d:\d\d:\d\d|/(?:tmp|root|home|work)/", text) == []


def test_a_site_with_trouble_fails_the_run_and_one_that_is_only_slow_does_not(
    done: Troubled,
) -> None:
    assert done.run.code == 1
    assert {name for name, site in done.sites.items() if site["code"] == 0} == WELL
    assert all(site["failures"] for name, site in done.sites.items() if name not in WELL)


def test_nothing_hostile_is_stored(done: Troubled) -> None:
    played = {p for fault in done.faults if fault.name not in HARMLESS for p in fault.pages}
    assert not played & done.stored.keys()
    texts = [article["text"] for article in done.stored.values()]
    assert not any("Just a moment" in text or "Subscribe" in text for text in texts)


def test_every_other_article_still_comes(done: Troubled) -> None:
    missing = {site: done.others(site) for site in done.sites if site not in SILENCED}
    assert {site: counts for site, counts in missing.items() if counts[0] != counts[1]} == {}


def test_every_fault_of_an_article_that_is_not_stored_is_one_line_with_its_address(
    done: Troubled,
) -> None:
    for fault in done.faults:
        for page in fault.pages if fault.name not in HARMLESS else ():
            said = [line for line in done.log[fault.site] if is_named(page, line)]
            assert len(said) == 1, (fault.name, said)


def test_nobody_private_and_no_other_paper_is_asked(done: Troubled) -> None:
    asked = [seen.path for seen in done.seen]
    assert not [url for url in asked if url.startswith((ELSEWHERE, "http:", *PRIVATE))]
    assert not [url for url in asked if url.startswith("https://tuoitre.vn/t")]


def test_an_address_that_was_cut_is_never_asked_for(done: Troubled) -> None:
    whole = re.compile(r"\.(?:vnp|rss|xml)$|/$|/robots\.txt$|page_size=20$|\.html$")
    asked = [seen.path for seen in done.seen if "vietnamplus.vn" in seen.path]
    assert [url for url in asked if not whole.search(url)] == []


def test_of_a_broken_charset_only_the_broken_letters_are_lost(done: Troubled) -> None:
    (page,) = find_fault(done, "broken charset").pages
    text = done.stored[page]["text"]
    assert "Nguyễn Văn Ân" in text
    assert "op\ufffdened" in text
    assert text.count("\ufffd") == 2


@pytest.mark.parametrize("selector", ["div.article__body.cms-body", "h1.article__title.cms-title"])
def test_the_alarm_of_a_changed_template_names_site_selector_and_page(
    done: Troubled, selector: str
) -> None:
    urls = [story.url for story in done.planted["nhandan"].reports + done.planted["nhandan"].decoys]
    named = [line for line in done.log["nhandan"] if f"selector {selector} misses" in line]
    assert len(named) == 1
    assert named[0].startswith("nhandan has changed: ")
    assert any(named[0].endswith(f"for example {url}") for url in urls)
    assert all(len(done.stored[url]["text"]) > 300 for url in urls)
