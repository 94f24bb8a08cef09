"""Sentences with their reading: what a language makes of one sentence, as plain strings."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from crawler.items import SCHEMA, Article, Meeting, Place
from pipelines.meetings.days import Days, Known, resolve
from pipelines.meetings.find import find_meetings, read_languages
from pipelines.meetings.language import Language, Named
from pipelines.meetings.mentions import Mention, read_mentions
from pipelines.meetings.moments import read_moments
from pipelines.meetings.places import read_places
from pipelines.meetings.reading import read_facts
from pipelines.meetings.scan import Scan
from pipelines.meetings.sentences import Sentence, split_article

HARD = Path(__file__).parent / "hard"
FACTS = ("format", "host", "venue", "theme")


def read_hard(language: str) -> list[dict[str, Any]]:
    table = tomllib.loads((HARD / f"{language}.toml").read_text(encoding="utf-8"))
    return list(table.get("sentence", table.get("article", [])))


def read_sentence(text: str, code: str, published: date | None) -> dict[str, Any]:
    """All that the language `code` reads in `text`, in the shape of `tests/hard/*.toml`."""
    language = read_languages()[code]
    scans = scan_sentence(text, language)
    moments = [one for scan in scans for one in read_moments(scan.sentence, language)]
    days = [resolve(one.said, Known(published)) for one in moments]
    facts = read_facts(scans, language)
    times = [one.time_of_day for one in days if one and one.time_of_day]
    reading = {
        "names": [write_name(m) for scan in scans for m in scan.mentions if is_name(m)],
        "dates": [write_days(one) for one in days if one is not None],
        "places": write_places(scans, language),
        "people": sorted(p for scan in scans for p in write_people(scan, language)),
        "chair": next(
            (f"{f.value.country} {f.value.year}" for _, f in facts.get("chair", [])), None
        ),
        "time_of_day": next(iter(times), None),
    }
    return reading | {field: first_value(facts.get(field, [])) for field in FACTS}


def read_short_article(short: dict[str, Any], code: str) -> tuple[list[str], list[str]]:
    """The meetings that an article reports, and those that it only mentions."""
    meetings = read_article_meetings(short, code)
    reports = [write_meeting(one) for one in meetings if one.main]
    return reports, [write_meeting(one) for one in meetings if not one.main]


def read_article_meetings(short: dict[str, Any], code: str) -> list[Meeting]:
    """The meetings of an article of `tests/hard/*.toml`, the reported ones first."""
    article = make_article(short["text"], code)
    article.title, article.published = short["title"], short.get("published")
    return find_meetings(article)


def write_meeting(meeting: Meeting) -> str:
    """`ASEAN-SUMMIT 46 | 2025-05-26/2025-05-27 | in-person | Kuala Lumpur MY`."""
    days = dict.fromkeys(day.isoformat() for day in (meeting.starts, meeting.ends) if day)
    place = meeting.place or Place()
    where = [one for one in (place.city, place.country) if one]
    name = [str(meeting.series), *map(str, meeting.ordinals)]
    return " | ".join([" ".join(name), "/".join(days), meeting.format or "", " ".join(where)])


def make_article(text: str, code: str) -> Article:
    return Article(
        SCHEMA, "https://x.example/1", "https://x.example/1", "x", code, None, None, text
    )


def scan_sentence(text: str, language: Language) -> list[Scan]:
    article = make_article(text, language.code)
    return [scan_words(sentence, language) for sentence in split_article(article)]


def scan_words(sentence: Sentence, language: Language) -> Scan:
    hits = language.lexicon.find(sentence.words, sentence.whole)
    return Scan(sentence, hits, read_mentions(sentence, hits, language), language)


def first_value(found: Sequence[tuple[Scan, Any]]) -> str | None:
    return next((str(one.value) for _, one in found), None)


def is_name(mention: Mention) -> bool:
    return mention.series is not None and mention.strength in ("named", "verb")


def write_name(mention: Mention) -> str:
    return " ".join([str(mention.series), *map(str, mention.ordinals)])


def write_days(days: Days) -> str:
    wide = "" if days.precision in ("day", "range") else "~"
    span = (days.starts,) if days.starts == days.ends else (days.starts, days.ends)
    return wide + "/".join(one.isoformat() for one in span)


def write_places(scans: Sequence[Scan], language: Language) -> list[str]:
    placed = [one for scan in scans for one in read_places(scan.sentence, scan.hits, language)]
    named = [one.place for one in placed if one.place.city]
    return list(dict.fromkeys(f"{place.city} {place.country}" for place in named))


def write_people(scan: Scan, language: Language) -> list[str]:
    return [write_person(one, scan) for one in language.read_people(scan.sentence, scan.hits)]


def write_person(named: Named, scan: Scan) -> str:
    name = scan.sentence.whole[slice(*named.name)]
    said = [named.country, named.function, "acting" if named.acting else None]
    return " ".join([name, *(one for one in said if one)])
