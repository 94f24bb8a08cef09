"""The persons of a meeting: full names, with the short mentions of later sentences joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.items import Person
from pipelines.meetings.candidates import Candidate
from pipelines.meetings.language import Named
from pipelines.meetings.naming import ELSEWHERE
from pipelines.meetings.reading import Draft, Reading, is_about
from pipelines.meetings.scan import Scan
from pipelines.meetings.sentences import Sentence

_ORDER = ("head", "chair", "speaker", "member", "attendee", None)


@dataclass(slots=True)
class _Someone:
    """A person with the sentences that name him or her."""

    person: Person
    seen: list[tuple[Sentence, Named]]


def fill_people(draft: Draft, reading: Reading) -> None:
    """The persons named in sentences about the meeting, by first mention.

    Somebody who was met elsewhere is not there until a sentence that names the meeting says so.
    """
    someones: list[_Someone] = []
    away: list[str] = []
    surnamed: list[tuple[Sentence, Named]] = []
    for scan in reading.scans:
        if _may_take_part(scan, draft.candidate):
            for named in reading.people_in(scan):
                name = scan.sentence.whole[slice(*named.name)]
                if named.short and named.surname:
                    surnamed.append((scan.sentence, named))
                if named.away:
                    away.append(name)
                elif scan.names or not any(_are_same(name, other) for other in away):
                    _meet(named, scan.sentence, someones)
    someones += _only_surnames(surnamed, someones, away)
    _put_in_chair(someones, draft, reading)
    elsewhere = _names_elsewhere(reading)
    taking = [one for one in someones if not _is_elsewhere(one, elsewhere, reading)]
    for number, someone in enumerate(taking):
        person = someone.person
        person.country = person.country or _country_elsewhere(person.name, reading)
        draft.meeting.people.append(person)
        _quote(number, someone, draft)


def _put_in_chair(someones: Sequence[_Someone], draft: Draft, reading: Reading) -> None:
    """Who spoke last before `he said after chairing`, where the text names nobody in the chair."""
    if not someones or any(one.person.function == "chair" for one in someones):
        return
    for scan in reading.scans:
        text = scan.sentence
        said = reading.language.chaired_self.search(text.whole, text.start, text.end)
        if said is not None and (is_about(scan, draft.candidate) or not scan.mentions):
            before = [one for one in someones if one.seen and _first(one) < text.number]
            spoke = [one for one in before if one.person.function == "speaker"]
            last = max(spoke or before[:1], key=_last, default=None)
            if last is not None:
                last.person.function = "chair"
            return


def _first(someone: _Someone) -> int:
    return someone.seen[0][0].number


def _last(someone: _Someone) -> int:
    return someone.seen[-1][0].number


def _only_surnames(
    surnamed: Iterable[tuple[Sentence, Named]], someones: Sequence[_Someone], away: Sequence[str]
) -> list[_Someone]:
    """Who is called by a surname alone, as in `Mr Fraser said`, and was not met elsewhere."""
    known = [*(one.person.name for one in someones), *away]
    found: list[_Someone] = []
    for sentence, named in surnamed:
        name = sentence.whole[slice(*named.name)]
        if not any(_are_same(name, other) for other in known):
            known.append(name)
            found.append(_Someone(Person(name=name), []))
            _add(named, sentence, found[-1])
    return found


def _may_take_part(scan: Scan, candidate: Candidate) -> bool:
    """False for a sentence that is about other meetings or another year only, APEC's too."""
    if not scan.mentions:
        told = scan.speaks_of_meeting or not scan.is_of_other_year
        return told and ELSEWHERE.isdisjoint(scan.hits.codes)
    named = [mention for mention in scan.names if mention.strength == "named"]
    return any(mention in candidate.mentions for mention in named or scan.mentions)


def _names_elsewhere(reading: Reading) -> list[str]:
    """Who is named where the article speaks of APEC, ASEM or the G20 only."""
    return [
        scan.sentence.whole[slice(*named.name)]
        for scan in reading.scans
        if not scan.mentions and not ELSEWHERE.isdisjoint(scan.hits.codes)
        for named in reading.people_in(scan)
    ]


def _country_elsewhere(name: str, reading: Reading) -> str | None:
    """The country that a sentence on something else gives somebody: `Australia's Wong`."""
    countries = {
        named.country
        for scan in reading.scans
        for named in reading.people_in(scan)
        if named.country and _are_same(scan.sentence.whole[slice(*named.name)], name)
    }
    return countries.pop() if len(countries) == 1 else None


def _is_elsewhere(someone: _Someone, elsewhere: Sequence[str], reading: Reading) -> bool:
    """True for who goes to another group's meeting and is never named with one of ours."""
    if not any(_are_same(someone.person.name, name) for name in elsewhere):
        return False
    return not any(reading.scans[sentence.number].names for sentence, _ in someone.seen)


def _meet(named: Named, sentence: Sentence, someones: list[_Someone]) -> None:
    name = sentence.whole[slice(*named.name)]
    known = next((one for one in someones if _are_same(name, one.person.name)), None)
    if known is not None:
        known.person.name = max(known.person.name, name, key=len)
        _add(named, sentence, known)
    elif not named.short:
        person = Person(name=name)
        someones.append(_Someone(person, []))
        _add(named, sentence, someones[-1])


def _are_same(name: str, other: str) -> bool:
    """True where one of two names is the other or a part of it: `Dũng`, `Lý`, `Cayetano`.

    So is one word that begins as the other does: `Jokowi` is `Joko Widodo`.
    """
    if name == other or _letters(name) == _letters(other):
        return True
    part, full = sorted((name.replace(",", "").split(), other.replace(",", "").split()), key=len)
    if len(part) == 1 and len(full) > 1 and len(full[0]) > 3 and part[0].startswith(full[0]):
        return True
    return len(part) < len(full) and set(part).issubset(full)


def _letters(name: str) -> str:
    """A name without what papers set differently: `Chan-o-cha`, `Chan - o - cha`, `Chan-ocha`."""
    return name.replace(" ", "").replace("-", "").lower()


def _add(named: Named, sentence: Sentence, someone: _Someone) -> None:
    """Take over from a mention what the earlier ones left open; a headline shortens titles."""
    person = someone.person
    someone.seen.append((sentence, named))
    title = _words(named.title, sentence)
    short = all(one.source == "title" for one, _ in someone.seen[:-1])
    if title and (short or title.lower().startswith((person.title or "").lower())):
        person.title = title
    person.role = person.role or _words(named.role, sentence)
    person.country = person.country or named.country
    person.acting = person.acting or named.acting
    if _ORDER.index(named.function) < _ORDER.index(person.function):
        person.function = named.function


def _words(span: tuple[int, int] | None, sentence: Sentence) -> str | None:
    return None if span is None else sentence.whole[slice(*span)]


def _quote(number: int, someone: _Someone, draft: Draft) -> None:
    """Evidence of name, title and role, each from the first mention that says it so."""
    for field in ("name", "title", "role"):
        for sentence, named in someone.seen:
            span: tuple[int, int] | None = getattr(named, field)
            if span is not None and _words(span, sentence) == getattr(someone.person, field):
                draft.quote(f"people[{number}].{field}", named.rule, sentence, span)
                break
