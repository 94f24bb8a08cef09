"""Wording: what the pages say themselves, and how they write dates, in one language.

A language is a file `words/<code>.toml`; all have the same keys, which a test holds them to.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_interval, format_skeleton, get_day_names, get_month_names
from babel.numbers import format_decimal

from pipelines.browse.naming import name_series
from pipelines.merging.record import MergedMeeting

_FOLDER = Path(__file__).parent / "words"
_SPACED_DASH = re.compile(r"\s–\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    code: str
    """ISO 639-1; the folder of the pages."""
    words: Mapping[str, Any]
    locale: Locale

    def say(self, key: str, **values: Any) -> str:
        """The words for `key`, such as `status.held`; a table of plural forms goes by `n`.

        Raises:
            KeyError: The language has no such words.
        """
        found: Any = self.words
        for part in key.split("."):
            found = found[part]
        if isinstance(found, Mapping):
            forms = self.locale.plural_form(values["n"])
            found = found.get(forms, found["other"])
        shown = {
            name: self.number(value) if isinstance(value, int) else value
            for name, value in values.items()
        }
        return str(found).format(**shown) if values else str(found)

    def number(self, number: int) -> str:
        """With the language's separators."""
        return str(format_decimal(number, locale=self.locale))

    def day(self, day: date) -> str:
        """`13 Nov 2018`."""
        return str(format_skeleton(self.words["dates"]["day"], day, locale=self.locale))

    def month(self, year: int, month: int) -> str:
        """`November 2018`."""
        return str(format_skeleton("yMMMM", date(year, month, 1), locale=self.locale))

    def months(self) -> list[str]:
        """The names of the months, the first one first."""
        names = get_month_names("wide", context="stand-alone", locale=self.locale)
        return [names[number] for number in range(1, 13)]

    def weekdays(self) -> list[tuple[str, str]]:
        """(short, whole) name of each day of the week, Monday first."""
        short = get_day_names("abbreviated", context="stand-alone", locale=self.locale)
        whole = get_day_names("wide", context="stand-alone", locale=self.locale)
        return [(short[number], whole[number]) for number in range(7)]

    def span(self, starts: date | None, ends: date | None, precision: str | None) -> str:
        """When, no more exactly than it is known."""
        if starts is None:
            return self.say("when.unknown")
        last = ends or starts
        match precision:
            case "month":
                return self.month(starts.year, starts.month)
            case "year":
                return str(starts.year)
            case "quarter":
                return str(format_skeleton("yQQQQ", starts, locale=self.locale))
            case "after":
                return self.say("when.after", day=self.day(starts))
            case "part-of-month":
                return self.say("when.within", days=self._days(starts, last))
        return self._days(starts, last)

    def _days(self, first: date, last: date) -> str:
        if first == last:
            return self.day(first)
        return self._interval(first, last, self.words["dates"]["day"])

    def days_of_year(self, first: date, last: date) -> str:
        """`30 Oct – 2 Nov`."""
        return self._interval(first, last, self.words["dates"]["short"])

    def _interval(self, first: date, last: date, skeleton: str) -> str:
        days = format_interval(first, last, skeleton, locale=self.locale)
        return _SPACED_DASH.sub("\N{NO-BREAK SPACE}– ", str(days))

    def language(self, code: str) -> str:
        """The name of a language."""
        name = str(self.locale.languages.get(code, code))
        return name[:1].upper() + name[1:]

    def title(self, meeting: MergedMeeting) -> str:
        """What a meeting is called: the name of its series with its ordinals.

        The series of some meetings has no name in the language; then as it was printed.
        """
        name = name_series(meeting.series, self.code)
        if name is None:
            return meeting.name or meeting.series
        if not meeting.ordinals:
            return name
        numbers = [self._ordinal(number) for number in meeting.ordinals]
        return self.say("ordinal.title", name=name, ordinals=self.join(numbers))

    def join(self, parts: list[str]) -> str:
        """`1st and 2nd`."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("ordinal.and", most=", ".join(parts[:-1]), last=parts[-1])

    def _ordinal(self, number: int) -> str:
        forms = self.words["ordinal"]["forms"]
        form = forms.get(self.locale.ordinal_form(number), forms["other"])
        return str(form).format(n=number)


@cache
def wordings() -> Mapping[str, Wording]:
    """All languages that lie in `words/`, by code."""
    found = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        words = tomllib.loads(path.read_text("utf-8"))
        found[path.stem] = Wording(path.stem, words, Locale.parse(words["locale"]))
    return found
