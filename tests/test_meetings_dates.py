"""Dates: what is said is read back, the year is found where it is known, nothing ever raises."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.items import SCHEMA, Article
from pipelines.meetings.days import Days, Known, resolve
from pipelines.meetings.find import read_languages
from pipelines.meetings.moments import read_moments
from pipelines.meetings.said import Partial, Relative, Said, is_possible, read_span
from pipelines.meetings.sentences import split_article

DAY = st.dates(date(1967, 8, 8), date(2049, 12, 31))
ANY_LANGUAGE = st.sampled_from(sorted(read_languages()))
FORMS = (
    "ngày {d}/{m}/{y}",
    "Ngày {d}-{m}-{y}, hội nghị",
    "hôm {d}.{m}.{y} tại Hà Nội",
    "sáng {d:02}/{m:02}/{y}",
    "ngày {d} tháng {m} năm {y}",
    "(dự kiến vào {d}/{m}/{y})",
)
SPANS = (
    "từ ngày {d} đến {e}/{m}/{y}",
    "trong các ngày {d}-{e}/{m}/{y}",
    "ngày {d} và {e}/{m}/{y}",
    "từ {d} đến {e} tháng {m} năm {y}",
    "từ {d}/{m}/{y} đến {e}/{m}/{y}",
)
YEARLESS = ("ngày {d}/{m}", "chiều {d}/{m}", "ngày {d}-{m} tại Lào", "ngày {d} tháng {m}")


def article(text: str, language: str = "vi") -> Article:
    return Article(SCHEMA, "https://x.example/1", "https://x.example/1", "x", language, None, None,
                   text)  # fmt: skip


def read_days(text: str, published: date | None = None, language: str = "vi") -> list[Days]:
    sentences = split_article(article(text, language))
    said = (m.said for s in sentences for m in read_moments(s, read_languages()[language]))
    return [days for one in said if (days := resolve(one, Known(published))) is not None]


@given(DAY, st.sampled_from(FORMS))
def test_any_day_in_any_form_is_read_back(day: date, form: str) -> None:
    found = read_days(form.format(d=day.day, m=day.month, y=day.year))
    assert [(one.starts, one.ends, one.year_from) for one in found] == [(day, day, "text")]


@given(DAY, st.integers(1, 5), st.sampled_from(SPANS))
def test_any_span_in_any_form_is_read_back(day: date, length: int, form: str) -> None:
    last = day + timedelta(days=length)
    if last.month == day.month:
        found = read_days(form.format(d=day.day, e=last.day, m=day.month, y=day.year))
        assert [(one.starts, one.ends, one.precision) for one in found] == [(day, last, "range")]


@given(DAY, st.integers(-150, 150), st.sampled_from(YEARLESS))
def test_the_year_of_a_day_is_that_which_brings_it_nearest_to_publication(
    day: date, distance: int, form: str
) -> None:
    if (day.month, day.day) != (2, 29):
        published = day + timedelta(days=distance)
        found = read_days(form.format(d=day.day, m=day.month), published)
        assert [(one.starts, one.year_from) for one in found] == [(day, "published")]


@given(st.text(max_size=300), ANY_LANGUAGE, st.none() | DAY)
@settings(max_examples=300)
def test_no_text_makes_the_reader_raise(text: str, code: str, published: date | None) -> None:
    for days in read_days(text, published, code):
        assert days.starts <= days.ends


@given(
    st.lists(
        st.sampled_from(
            "ngày 18 5 / - . tháng từ đến 2020 31 30 2 12 sáng và năm nay qua thứ quý I (".split()
        ),
        max_size=14,
    ),
    DAY,
)
@settings(max_examples=500)
def test_no_heap_of_date_words_makes_the_reader_raise(words: list[str], published: date) -> None:
    for text in (" ".join(words), "".join(words)):
        for days in read_days(text, published):
            assert days.starts <= days.ends


@given(st.integers(0, 99), st.integers(0, 99), st.none() | st.integers(0, 9999))
def test_a_possible_point_can_be_resolved(month: int, day: int, year: int | None) -> None:
    point = Partial(year, month, day)
    if is_possible(point):
        days = resolve(Said(point), Known(date(2020, 2, 29)))
        assert days is None or (days.starts.month, days.starts.day) == (month, day)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (Relative("day", 0), ("2020-05-18", "2020-05-18", "day")),
        (Relative("day", -1), ("2020-05-17", "2020-05-17", "day")),
        (Relative("week", 1), ("2020-05-25", "2020-05-31", "range")),
        (Relative("week", 0, weekday=4), ("2020-05-22", "2020-05-22", "day")),
        (Relative("day", -1, weekday=4), ("2020-05-15", "2020-05-15", "day")),
        (Relative("month", 1), ("2020-06-01", "2020-06-30", "month")),
        (Relative("month", -1, part="late"), ("2020-04-21", "2020-04-30", "part-of-month")),
        (Relative("year", -1, month=7), ("2019-07-01", "2019-07-31", "month")),
        (Said(Partial(2026), quarter=1), ("2026-01-01", "2026-03-31", "quarter")),
        (Said(Partial(2020, 2)), ("2020-02-01", "2020-02-29", "month")),
        (Said(Partial(2025)), ("2025-01-01", "2025-12-31", "year")),
        (Said(Partial(None, 5, 18), open=True), ("2020-05-18", "2020-05-18", "after")),
        (Said(Partial(None, 12, 28), Partial(None, 1, 2)), ("2019-12-28", "2020-01-02", "range")),
    ],
)
def test_what_is_said_means_these_days(said: Said | Relative, wanted: tuple[str, ...]) -> None:
    days = resolve(said, Known(date(2020, 5, 18)))
    assert days is not None
    assert (str(days.starts), str(days.ends), days.precision) == wanted


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        (Known(date(2019, 12, 30)), (2020, "published")),
        (Known(None, 2018), (2018, "ordinal")),
        (Known(None, None, (date(2017, 1, 1),)), (2017, "context")),
        (Known(), None),
    ],
)
def test_the_year_comes_from_publication_then_ordinal_then_context(
    known: Known, wanted: tuple[int, str] | None
) -> None:
    days = resolve(Said(Partial(None, 1, 16)), known)
    assert (days and (days.starts.year, days.year_from)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2020-2025",
        "Cách mạng công nghiệp 4.0",
        "thắng 3-1",
        "tăng 2,5%",
        "10,5 triệu USD",
        "ngày 31/4",
        "ngày 30 tháng 2",
        "Nghị quyết 24/7/1999/15",
        "2/3 số nước",
        "Điều 5.2",
        "lần thứ 36",
    ],
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    found = read_days(text, date(2020, 5, 18))
    assert [one for one in found if one.precision in ("day", "range")] == []


def test_a_span_that_ends_before_it_begins_is_no_span() -> None:
    assert read_span(Partial(None, 5, 18), Partial(None, 5, 15)) is None
    assert read_span(Partial(None, 1, 1), Partial(2020, 12, 31)) is None
