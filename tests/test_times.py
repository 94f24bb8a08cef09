from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.times import day_of, read_time

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21/07/2026 07:17", (2026, 7, 21, 7, 17)),
        ("21/07/2026 - 07:17", (2026, 7, 21, 7, 17)),
        ("Thứ Hai, ngày 20/07/2026 - 06:31", (2026, 7, 20, 6, 31)),
        ("Thứ Năm, 16/01/2020, 14:27", (2020, 1, 16, 14, 27)),
        ("Thứ Năm, 16/07/2026 17:17", (2026, 7, 16, 17, 17)),
        ("Chủ Nhật, 04/08/2024 - 07:54", (2024, 8, 4, 7, 54)),
        ("Thứ tư, 22/10/2025, 19:25 (GMT+7)", (2025, 10, 22, 19, 25)),
        ("Thứ năm, 2/11/2023, 19:20 (GMT+7)", (2023, 11, 2, 19, 20)),
        ("08:01 | 26/02/2026", (2026, 2, 26, 8, 1)),
        ("12:47 | 07/07/2025", (2025, 7, 7, 12, 47)),
        ("09:00 10/03/2021", (2021, 3, 10, 9, 0)),
        ("16:57 04/03/2020", (2020, 3, 4, 16, 57)),
        ("18/05/2020 12:20 GMT+7", (2020, 5, 18, 12, 20)),
        ("19/05/2020    10:45 GMT+7", (2020, 5, 19, 10, 45)),
        ("08/10/2023, 06:49 (GMT+7)", (2023, 10, 8, 6, 49)),
        ("01/08/2022, 15:39", (2022, 8, 1, 15, 39)),
        ("2026-02-26T08:01:12+07:00", (2026, 2, 26, 8, 1, 12)),
        ("2024-11-22 16:55:35", (2024, 11, 22, 16, 55, 35)),
        ("August 01, 2018 | 21:28 (GMT+7)", (2018, 8, 1, 21, 28)),
        ("PUBLISHED : 12 Mar 2024 at 12:42", (2024, 3, 12, 12, 42)),
        ("Published October 22, 2020, 4:32 PM", (2020, 10, 22, 16, 32)),
        ("01/10/2024 07:45 PM", (2024, 10, 1, 19, 45)),
        ("Publication date 12 February 2023 | 12:12 ICT", (2023, 2, 12, 12, 12)),
        ("18h30, 22/11/2025", (2025, 11, 22)),
        ("2026年2月26日 08:01", (2026, 2, 26, 8, 1)),
        ("26 tháng 2, 2026 lúc 08:01", (2026, 2, 26, 8, 1)),
        ("12:05 AM 3 May 2024", (2024, 5, 3)),
        ("May 3, 2024 12:05 AM", (2024, 5, 3, 0, 5)),
        ("29. Januar 2019, 17:32 Uhr", (2019, 1, 29, 17, 32)),
        ("23.06.2016 um 16:14 Uhr", (2016, 6, 23, 16, 14)),
        ("1er juin 2019 à 12h05", (2019, 6, 1, 12, 5)),
        ("3 de julio de 2018 a las 10:15", (2018, 7, 3, 10, 15)),
        ("1 mei 2020 om 10.15 uur", (2020, 5, 1, 10, 15)),
        ("2 października 2024, 10:15", (2024, 10, 2, 10, 15)),
        ("11 Temmuz 2024, 10:22", (2024, 7, 11, 10, 22)),
        ("15 марта 2024, 12:30", (2024, 3, 15, 12, 30)),
        ("June 28th, 2018", (2018, 6, 28)),
        ("2022년 9월 6일 03:00", (2022, 9, 6, 3, 0)),
        ("20190619T055000", (2019, 6, 19, 5, 50)),
        ("3 Agustus 2024, 12:05 WIB", (2024, 8, 3, 12, 5)),
    ],
)
def test_printed_times_are_read_in_the_zone_of_the_site(
    text: str, expected: tuple[int, ...]
) -> None:
    if len(expected) == 3:
        assert day_of(read_time(text, HANOI)) == date(*expected)
    else:
        assert read_time(text, HANOI) == datetime(*expected, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2026-02-26T08:01:12Z", 0),
        ("2026-02-26T08:01:12.123456Z", 0),
        ("2026-02-26T08:01:12+0530", 5.5),
        ("2026-02-26T08:01:12-03:00", -3),
        ("2026-02-26 08:01:12 GMT", 0),
        ("26/02/2026 08:01:12 GMT+8", 8),
        ("26/02/2026 08:01:12 (UTC+07:00)", 7),
        ("26 Feb 2026 08:01:12 SGT", 8),
        ("26 Feb 2026 08:01:12 WITA", 8),
        ("Thu, 26 Feb 2026 08:01:12 +0900", 9),
    ],
)
def test_a_stated_offset_wins_over_the_zone_of_the_site(text: str, hours: float) -> None:
    found = read_time(text, HANOI)
    assert isinstance(found, datetime)
    assert found.utcoffset() == timedelta(hours=hours)
    assert (found.hour, found.minute, found.second) == (8, 1, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-26", date(2026, 2, 26)),
        ("26/02/2026", date(2026, 2, 26)),
        ("26.2.2026", date(2026, 2, 26)),
        ("26-02-2026", date(2026, 2, 26)),
        ("2026/02/26", date(2026, 2, 26)),
        ("26 February 2026", date(2026, 2, 26)),
        ("ngày 26 tháng 2 năm 2026", date(2026, 2, 26)),
        ("2026-02-26T00:00:00+07:00", date(2026, 2, 26)),
        ("26/02/2026 00:00", date(2026, 2, 26)),
    ],
)
def test_a_day_stays_a_day_and_so_does_midnight(text: str, expected: date) -> None:
    found = read_time(text, HANOI)
    assert found == expected
    assert not isinstance(found, datetime)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5 giờ trước",
        "/ 5 h ago",
        "hôm nay 08:30",
        "31/02/2026",
        "2026-13-01",
        "00/00/0000",
        "0001-01-01T00:00:00",
        "12 Foo 2024",
        "tỷ số 3-2-1",
        "24/7",
        "1/1/26",
        "+84 24 3933 1122",
        "2026",
    ],
)
def test_what_states_no_day_is_no_time(text: str) -> None:
    assert read_time(text, HANOI) is None


def test_without_a_zone_a_time_stays_naive() -> None:
    assert read_time("26/02/2026 08:01") == datetime(2026, 2, 26, 8, 1)


@pytest.mark.parametrize("text", ["1772067672", "1772067672000"])
def test_seconds_and_milliseconds_since_1970_are_read(text: str) -> None:
    assert read_time(text) == datetime(2026, 2, 26, 1, 1, 12, tzinfo=UTC)


def test_the_first_of_several_times_counts() -> None:
    text = "Đăng: 26/02/2026 08:01, sửa: 27/02/2026 09:00"
    assert read_time(text, HANOI) == datetime(2026, 2, 26, 8, 1, tzinfo=HANOI)


@given(st.text(st.characters(codec=None)))
def test_any_text_is_a_time_or_none(text: str) -> None:
    assert isinstance(read_time(text, HANOI), datetime | date | None)


@given(
    st.text("0123456789/-:.,| TZ+", max_size=40),
    st.sampled_from(["", "Jan", "tháng", "PM", "GMT", "年", "月"]),
)
def test_any_digits_are_a_time_or_none(digits: str, word: str) -> None:
    assert isinstance(read_time(digits + word + digits, HANOI), datetime | date | None)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_iso_times_are_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=timezone(timedelta(hours=7)))
    found = read_time(moment.isoformat())
    assert found == (moment if moment.time().isoformat() != "00:00:00" else moment.date())
