"""Every line that we write is what the record and its schema say."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from crawler.schema import make_schema
from tests.programs import run_scrapy

ROOT = Path(__file__).parents[1]
ARTICLE = (
    "schema url fetched_url site language title sapo text authors agency dateline published "
    "modified published_from section tags captions fetched archive version duplicate_of "
    "duplicate_kind related meetings"
).split()
MEETING = (
    "main name series ordinals level report status starts ends precision year_from time_of_day "
    "format place chair chaired_by host people participants agenda documents outcomes money "
    "evidence"
).split()
PARTS = {
    "Caption": "text credit image",
    "Evidence": "field rule quote start end source",
    "Place": "venue city province country",
    "Chair": "country year theme theme_english",
    "ChairedBy": "name title country",
    "Person": "name title role country function acting",
    "Participants": "countries organisations note",
    "Outcome": "text kind by",
    "Money": "amount currency text",
}
"""The order of `record.md`."""


@cache
def make_validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(make_schema())
    return Draft202012Validator(make_schema())


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    out = tmp_path_factory.mktemp("replay") / "out.jsonl"
    run = run_scrapy("replay", "tests/pages", "-O", str(out))
    assert run.code == 0, run.err
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_the_schema_in_the_docs_is_the_one_of_the_items() -> None:
    written = (ROOT / "docs/article.schema.json").read_text("utf-8")
    assert json.loads(written) == make_schema()


def test_every_line_of_a_replay_is_valid(lines: list[dict[str, Any]]) -> None:
    assert len(lines) == len(list((ROOT / "tests/pages").rglob("*.html")))
    errors = {
        line["url"]: [e.message for e in make_validator().iter_errors(line)] for line in lines
    }
    assert {url: found for url, found in errors.items() if found} == {}


def test_the_keys_stand_in_the_order_of_the_record(lines: list[dict[str, Any]]) -> None:
    assert {tuple(line) for line in lines} == {tuple(ARTICLE)}
    meetings = [meeting for line in lines for meeting in line["meetings"]]
    assert {tuple(meeting) for meeting in meetings} <= {tuple(MEETING)}


@pytest.mark.parametrize(("name", "keys"), PARTS.items())
def test_the_parts_have_the_keys_of_the_record(name: str, keys: str) -> None:
    assert list(make_schema()["$defs"][name]["properties"]) == keys.split()


def test_the_schema_names_the_keys_of_article_and_meeting_in_order() -> None:
    assert list(make_schema()["properties"]) == ARTICLE
    assert list(make_schema()["$defs"]["Meeting"]["properties"]) == MEETING


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": "asean-meetings/2"},
        {"text": None},
        {"authors": None},
        {"authors": [1]},
        {"version": "1"},
        {"duplicate_kind": "version"},
        {"more": 1},
        {"captions": [{"text": "a"}]},
        {"meetings": [{"main": True}]},
    ],
)
def test_a_line_that_is_wrong_is_not_valid(
    lines: list[dict[str, Any]], wrong: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError):
        make_validator().validate(lines[0] | wrong)


@pytest.mark.parametrize("key", ARTICLE)
def test_a_line_without_one_of_its_keys_is_not_valid(lines: list[dict[str, Any]], key: str) -> None:
    rest = {name: value for name, value in lines[0].items() if name != key}
    with pytest.raises(ValidationError, match="required"):
        make_validator().validate(rest)
