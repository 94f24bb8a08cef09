"""The words of the pages: all languages have all of them, and passages keep every character."""

import re
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import (
    Evidence,
    Format,
    Function,
    Level,
    Meeting,
    OutcomeKind,
    Report,
    Status,
)
from pipelines.browse.claims import PROOF
from pipelines.browse.filters import FACETS
from pipelines.browse.kind import read_kinds
from pipelines.browse.passages import Passages, split_segments
from pipelines.browse.wording import wordings
from pipelines.merging.record import Why
from tests.browse.made import ARTICLES
from tests.store.made import make_article

CODES = sorted(wordings())
VOCABULARIES = {
    "format": get_args(Format),
    "function": get_args(Function),
    "level": get_args(Level),
    "outcome": get_args(OutcomeKind),
    "report": get_args(Report),
    "status": get_args(Status),
    "why": get_args(Why),
    "why_long": get_args(Why),
    "facet": tuple(FACETS),
    "field": tuple(PROOF),
}


def leaves(words, path=""):
    """Path -> the placeholders of the words there; plural forms are one path."""
    for name, value in words.items():
        if isinstance(value, dict) and "other" not in value:
            yield from leaves(value, f"{path}{name}.")
        else:
            said = value["other"] if isinstance(value, dict) else value
            yield f"{path}{name}", set(re.findall(r"{(\w+)}", said))


@pytest.mark.parametrize("code", CODES)
def test_every_language_says_the_same_things(code):
    assert dict(leaves(wordings()[code].words)) == dict(leaves(wordings()["en"].words))


@pytest.mark.parametrize("code", CODES)
def test_every_value_of_a_vocabulary_has_words(code):
    words = wordings()[code].words
    assert {
        f"{name}.{value}"
        for name, values in VOCABULARIES.items()
        for value in values
        if value not in words[name]
    } == set()


@pytest.mark.parametrize("code", CODES)
def test_every_page_that_others_lead_to_has_a_name(code):
    names = [name for kind in read_kinds() if kind.nav for name in kind.names(None)]
    assert len(names) == 7
    assert all(wordings()[code].words["nav"][name] for name in names)


@pytest.mark.parametrize("code", CODES)
def test_every_field_that_rules_prove_has_words(code):
    fields = {name for name in Meeting.__slots__ if name not in ("main", "evidence", "year_from")}
    assert fields - set(wordings()[code].words["read"]) == {"precision"}


@pytest.mark.parametrize(
    ("code", "precision", "days", "words"),
    [
        ("en", "day", ((2020, 1, 16), (2020, 1, 16)), "16 Jan 2020"),
        ("en", "range", ((2020, 1, 16), (2020, 1, 17)), "16–17 Jan 2020"),
        ("en", "range", ((2020, 1, 31), (2020, 2, 1)), "31 Jan – 1 Feb 2020"),
        ("en", "month", ((2020, 1, 1), (2020, 1, 31)), "January 2020"),
        ("en", "quarter", ((2020, 4, 1), (2020, 6, 30)), "2nd quarter 2020"),
        ("en", "year", ((2020, 1, 1), (2020, 12, 31)), "2020"),
        ("en", "after", ((2020, 1, 1), (2020, 1, 1)), "after 1 Jan 2020"),
        ("en", "part-of-month", ((2020, 1, 11), (2020, 1, 20)), "within 11–20 Jan 2020"),
        ("vi", "day", ((2020, 1, 16), (2020, 1, 16)), "16/1/2020"),
        ("vi", "month", ((2020, 1, 1), (2020, 1, 31)), "tháng 1 năm 2020"),
    ],
)
def test_dates_are_no_more_exact_than_they_are_known(code, precision, days, words):
    first, last = (date(*day) for day in days)
    shown = wordings()[code].span(first, last, precision)
    assert shown.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("code", "ordinals", "title"),
    [
        ("en", [1], "1st ASEAN Summit"),
        ("en", [12], "12th ASEAN Summit"),
        ("en", [22], "22nd ASEAN Summit"),
        ("en", [38, 39], "38th and 39th ASEAN Summit"),
        ("en", [], "ASEAN Summit"),
        ("vi", [38, 39], "Hội nghị Cấp cao ASEAN lần thứ 38 và 39"),
    ],
)
def test_a_title_is_the_series_with_its_ordinals(served, code, ordinals, title):
    meeting = served.meeting("asean-summit-2023")
    known, meeting.ordinals = meeting.ordinals, ordinals
    try:
        assert wordings()[code].title(meeting) == title
    finally:
        meeting.ordinals = known


TEXTS = st.text(st.sampled_from("aÂ. \n?!đ<"), min_size=1, max_size=60)


@st.composite
def texts_with_evidence(draw):
    text = draw(TEXTS)
    spans = draw(st.lists(st.tuples(*[st.integers(0, len(text))] * 2), max_size=4))
    found = [
        Evidence(f"f{number}", "r", text[min(span) : max(span)], min(span), max(span), "text")
        for number, span in enumerate(spans)
    ]
    return text, found


@given(texts_with_evidence())
def test_segments_are_the_text_and_mark_just_the_quotes(given):
    text, evidence = given
    segments = list(split_segments(text, 0, len(text), evidence))
    assert "".join(segment.text for segment in segments) == text
    for one in evidence:
        marked = "".join(s.text for s in segments if one.field in s.fields)
        assert marked == one.quote


@given(texts_with_evidence())
def test_a_passage_is_whole_sentences_around_a_quote(given):
    text, evidence = given
    passages = Passages(make_article(1, text=text, title=None, meetings=[]))
    for one in evidence:
        passage = passages.find([one])
        if one.quote.strip():
            shown = "".join(segment.text for segment in passage.segments)
            assert one.quote.strip() in shown
            assert shown.strip() in text


def test_a_quote_that_stands_there_no_more_is_not_shown():
    passages = Passages(ARTICLES[0])
    assert passages.find([Evidence("starts", "r", "Sáng 12/11", 0, 10, "text")]) is None
