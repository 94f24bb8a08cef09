"""Where an article says that something takes place: cities and countries after a word of place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crawler.items import Place
from pipelines.meetings.language import Language
from pipelines.meetings.lexicon import Hit, Hits
from pipelines.meetings.sentences import Sentence

_REACH = 60
_JOINED = re.compile(r"\.?[-–—－]\w")
_DATELINE = re.compile(
    r"(?:\s\[[A-Z][^\n\]]{1,20}\])?(?:,[^\n–—:()]{2,40})?\s?(?:\([^()\n]{2,20}\)\s?)?(?:[-–—]|:)[-\s]|"
    r",?\s\([A-Z][^()\n]{1,20}\)\s(?=[A-Z])"
)
_KINDS = frozenset({"city", "country"})


class Placed(NamedTuple):
    """A place and the words that name it."""

    place: Place
    sentence: Sentence
    start: int
    end: int
    city: tuple[int, int] | None
    country: tuple[int, int] | None
    """Span of the country's name; None where the catalogue knows it from the city."""


def read_places(sentence: Sentence, hits: Hits, language: Language) -> list[Placed]:
    """The places that `sentence` gives with a word of place before them, from left to right."""
    if not (hits.of("city") or hits.of("country")):
        return []
    named = [hit for hit in hits if hit.entry.kind in _KINDS and not _is_compound(hit, sentence)]
    named = [hit for hit in named if not _is_of_house(hit, named, sentence, language)]
    if named and _is_all_place(named, sentence):
        return [_read_city(hit, named, sentence) for hit in named if hit.entry.kind == "city"]
    return [found for hit in named for found in _read_place(hit, named, sentence, language)]


def read_dateline(sentence: Sentence, hits: Sequence[Hit]) -> Placed | None:
    """The city that a text opens with: `JAKARTA, March 22 - `, `Hanoi (VNA) - `."""
    named = [hit for hit in hits if hit.entry.kind in _KINDS]
    city = next((hit for hit in named if hit.entry.kind == "city"), None)
    if city is None or city.start != sentence.start:
        return None
    if _DATELINE.match(sentence.whole, city.end, sentence.end) is None:
        return None
    return _read_city(city, named, sentence)


def _is_compound(hit: Hit, sentence: Sentence) -> bool:
    """True for a country that is the first half of a name: `at the U.S.-ASEAN Summit`."""
    return _JOINED.match(sentence.whole, hit.end, sentence.end) is not None


def _is_of_house(hit: Hit, named: Sequence[Hit], sentence: Sentence, language: Language) -> bool:
    """True for a city in the name of a house that stands in another: `Mactan Expo in Lapu-Lapu`."""
    house = language.house.match(sentence.whole, hit.end, sentence.end)
    return house is not None and any(
        other.entry.kind == "city" and house.end() == other.start for other in named
    )


def _is_all_place(named: Sequence[Hit], sentence: Sentence) -> bool:
    """True for a line of its own that says where something was said: `Jakarta, Indonesia`."""
    if sum(hit.last - hit.first for hit in named) < len(sentence.words):
        return False
    counted = {index for hit in named for index in range(hit.first, hit.last)}
    return len(counted) == len(sentence.words)


def _read_place(
    hit: Hit, named: Sequence[Hit], sentence: Sentence, language: Language
) -> Iterator[Placed]:
    if _is_home(hit, sentence, language) or _opens_list(hit, sentence):
        return
    if _is_cued(hit.start, sentence, language):
        if hit.entry.kind == "city":
            yield _read_city(hit, named, sentence)
        elif not any(other.first == hit.first and other.entry.kind == "city" for other in named):
            yield _read_country(hit, sentence)
    elif hit.entry.kind == "country":
        yield from _read_unlisted_city(hit, named, sentence, language)


def _is_cued(start: int, sentence: Sentence, language: Language) -> bool:
    before, text = max(sentence.start, start - _REACH), sentence.whole
    if language.place_sign.search(text, before, start) is None:
        return False
    if text.startswith("(", start - 1):
        return language.place_cue.match(text, start - 1, start) is not None
    keys, starts, opens = sentence.words.keys, sentence.words.starts, language.place_opens
    for index in range(bisect_left(starts, before), bisect_left(starts, start)):
        if opens and keys[index] not in opens:
            continue
        match = language.place_cue.match(text, starts[index], start)
        if match is not None:
            return match["elsewhere"] is None
    return False


def _is_home(hit: Hit, sentence: Sentence, language: Language) -> bool:
    """True for a country in brackets to which no word of place leads: `Mr Tan (Indonesia)`."""
    text = sentence.whole
    if hit.entry.kind != "country" or not text.startswith("(", hit.start - 1):
        return False
    low = max(sentence.start, hit.start - _REACH)
    clause = max(low, *(text.rfind(mark, low, hit.start - 1) for mark in ".;,)"))
    return language.place_sign.search(text, clause, hit.start - 1) is None


def _opens_list(hit: Hit, sentence: Sentence) -> bool:
    """True for a country in brackets that others follow: `partners (Russia, China)`."""
    bracketed = hit.entry.kind == "country" and sentence.whole.startswith("(", hit.start - 1)
    return bracketed and not sentence.whole.startswith(")", hit.end)


def _read_city(hit: Hit, named: Sequence[Hit], sentence: Sentence) -> Placed:
    country, province = hit.entry.code.split(":")
    name = sentence.whole[hit.start : hit.end]
    after = (
        other
        for other in named
        if other.entry.kind == "country"
        and other.entry.code == country
        and 0 <= other.start - hit.end <= 30
    )
    said = next(after, None)
    place = Place(city=name, province=province or None, country=country)
    end = hit.end if said is None else said.end
    span = None if said is None else (said.start, said.end)
    return Placed(place, sentence, hit.start, end, (hit.start, hit.end), span)


def _read_country(hit: Hit, sentence: Sentence) -> Placed:
    place = Place(country=hit.entry.code)
    return Placed(place, sentence, hit.start, hit.end, None, (hit.start, hit.end))


def _read_unlisted_city(
    hit: Hit, named: Sequence[Hit], sentence: Sentence, language: Language
) -> Iterator[Placed]:
    """A city that the catalogue lacks, told by the country after it; a country is none."""
    before = max(sentence.start, hit.start - _REACH)
    if sentence.whole.rfind(",", before, hit.start) < 0:
        return
    match = language.unlisted_city.search(sentence.whole, before, hit.start)
    if match is None or any(match.start("city") == other.start for other in named):
        return
    if _is_cued(match.start("city"), sentence, language):
        place = Place(city=match["city"], country=hit.entry.code)
        city = match.span("city")
        yield Placed(place, sentence, city[0], hit.end, city, (hit.start, hit.end))
