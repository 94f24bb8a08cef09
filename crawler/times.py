"""Reading one printed time: `21/07/2026 07:17`, ISO 8601, `12 Mar 2024 at 12:42`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final

Moment = datetime | date
"""A time, or a plain date where only the day is stated."""

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january januari tháng1 januar jänner janvier enero janeiro gennaio stycznia ledna "
            "ocak января січня",
            "feb february februari pebruari februar février fevrier febrero fevereiro febbraio "
            "lutego února şubat февраля лютого",
            "mar march maret mac märz mars marzo março maart marca března mart марта березня",
            "apr april avril abril aprile kwietnia dubna nisan апреля квітня",
            "may mei mai maj mayo maio maggio maja května mayıs мая травня",
            "jun june juni juin junio junho giugno czerwca června haziran июня червня",
            "jul july juli julai juillet julio julho luglio lipca července temmuz июля липня",
            "aug august agustus ogos agu augustus augusti août aout agosto sierpnia srpna ağustos "
            "августа серпня",
            "sep sept september septembre septiembre setiembre setembro settembre września září "
            "eylül сентября вересня",
            "oct october oktober okt octobre octubre outubro ottobre października října ekim "
            "октября жовтня",
            "nov november novembre noviembre novembro listopada listopadu kasım ноября листопада",
            "dec december desember disember des dezember décembre decembre diciembre dezembro "
            "dicembre grudnia prosince aralık декабря грудня",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES: Final = {"ict": 7, "wib": 7, "wita": 8, "wit": 9, "sgt": 8, "myt": 8, "pht": 8, "pst": None}
_TIME = r"(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:[.,]\d{1,9})?"
_HALF = r"\s{0,3}(?P<half>[ap]\.?m\b)?"
_OFFSET = r"\s{0,2}\(?(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d\d)?|[A-Z]{3,4}\b)?"
_GAP = r"(?:\s|[,|–·-]|\b(?:at|lúc|um|à|a las|às|kl|ore|alle ore|om|o|saat|klo|в|о)\b\.?){0,6}"
_CLOCK = rf"(?:{_GAP}{_TIME}{_HALF}{_OFFSET})?"
_NAME = r"[^\W\d_]{3,12}"
_AFTER_DAY = r"(?:\.|er|st|nd|rd|th)?"
_FORMS: Final = tuple(
    re.compile(form, re.I)
    for form in (
        rf"(?P<year>\d{{4}})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[T\s]{{1,3}}{_TIME}{_OFFSET})?",
        rf"(?P<year>\d{{4}})(?:[年/.]|년\s)(?P<month>\d\d?)(?:[月/.]|월\s)(?P<day>\d\d?)[日일]?{_CLOCK}",
        rf"{_TIME}\s{{0,2}}[|,]?\s{{0,2}}(?P<day>\d\d?)[/-](?P<month>\d\d?)[/-](?P<year>\d{{4}})",
        rf"(?P<day>\d\d?)[/.-](?P<month>\d\d?)[/.-](?P<year>\d{{4}}){_CLOCK}",
        rf"(?P<day>\d\d?){_AFTER_DAY}\s(?:de\s)?(?P<name>{_NAME})\.?,?\s(?:del?\s)?"
        rf"(?P<year>\d{{4}}){_CLOCK}",
        rf"(?P<name>{_NAME})\.?\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}}){_CLOCK}",
        rf"(?P<year>\d{{4}})(?P<month>\d\d)(?P<day>\d\d)T(?P<hour>\d\d)(?P<minute>\d\d)"
        rf"(?P<second>\d\d){_OFFSET}",
        rf"(?P<day>\d\d?)\stháng\s(?P<month>\d\d?),?\s(?:năm\s)?(?P<year>\d{{4}}){_CLOCK}",
    )
)
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*")
_FIRST_YEAR = 1990


@lru_cache(maxsize=16)  # a page states one time in many places
def read_time(text: str, zone: tzinfo | None = None) -> Moment | None:
    """The first time stated in `text`; one without an offset is taken to be in `zone`.

    None where no form matches or the date is impossible. Midnight to the second is how a CMS writes
    a day without a time: it counts as the day. Without `zone` a time without an offset
    stays naive.
    """
    if epoch := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(epoch[1]), UTC)
    if (iso := _FORMS[0].match(text)) and (moment := _moment(iso, zone)) is not None:
        return moment
    matches = [match for form in _FORMS if (match := form.search(text[:200]))]
    for match in sorted(matches, key=lambda found: found.start()):
        if (moment := _moment(match, zone)) is not None:
            return moment
    return None


def day_of(moment: Moment) -> date:
    """The calendar day of `moment` in its own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(match: re.Match[str], zone: tzinfo | None) -> Moment | None:
    part = match.groupdict()
    name = part.get("name")
    month = _MONTHS.get(name.lower(), 0) if name else int(part["month"])
    year = int(part["year"])
    if year < _FIRST_YEAR:
        return None
    try:
        day = date(year, month, int(part["day"]))
        if not part["hour"]:
            return day
        hour = _hour(int(part["hour"]), part.get("half"))
        clock = datetime(day.year, day.month, day.day, hour, int(part["minute"]))
    except ValueError:
        return None
    clock = clock.replace(second=int(part["second"] or 0))
    if (clock.hour, clock.minute, clock.second) == (0, 0, 0):
        return day
    return clock.replace(tzinfo=_offset(part.get("zone")) or zone)


def _hour(hour: int, half: str | None) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half.lower().startswith("p") else 0)


@lru_cache(maxsize=128)
def _offset(zone: str | None) -> tzinfo | None:
    if not zone:
        return None
    if zone.upper() in {"Z", "GMT", "UTC"}:
        return UTC
    if zone.lower() in _ZONES:
        hours = _ZONES[zone.lower()]
        return timezone(timedelta(hours=hours)) if hours is not None else None
    match = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", zone)
    if not match or int(match[2]) > 14:
        return None
    span = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-span if match[1] == "-" else span)
