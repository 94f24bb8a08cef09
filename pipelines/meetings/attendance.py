"""Who took part beyond the named persons, and who sat in the chair of the meeting."""

from __future__ import annotations

from dataclasses import replace

from crawler.items import ChairedBy, Participants, Person
from pipelines.meetings.reading import Draft, Reading
from pipelines.meetings.rule import Found
from pipelines.meetings.scan import Scan


def fill_participants(draft: Draft, reading: Reading) -> None:
    """Countries and organisations of the clauses that list who took part, and the clause itself."""
    for scan, found in reading.facts.get("participants", ()):
        if any(one not in draft.candidate.mentions for one in scan.names):
            continue
        span = found.groups["who"]
        taking = draft.meeting.participants or Participants()
        taking.note = taking.note or scan.sentence.whole[slice(*span)]
        _add_named(taking, scan, span)
        draft.meeting.participants = taking
        draft.quote("participants.note", found.rule.name, scan.sentence, span)
        return
    _add_partners(draft, reading)


def _add_named(taking: Participants, scan: Scan, span: tuple[int, int]) -> None:
    for hit in scan.hits:
        if span[0] <= hit.start and hit.end <= span[1]:
            known = {"country": taking.countries, "organisation": taking.organisations}
            codes = known.get(hit.entry.kind)
            if codes is not None and hit.entry.code not in codes:
                codes.append(hit.entry.code)


def _add_partners(draft: Draft, reading: Reading) -> None:
    """The partner in the meeting's name takes part in it."""
    for mention in draft.candidate.mentions:
        if mention.part.partners and mention.strength == "named":
            rule = f"{reading.language.code}.participants.name"
            span = (mention.start, mention.end)
            draft.meeting.participants = Participants(list(mention.part.partners), ["ASEAN"])
            draft.quote("participants.countries", rule, mention.sentence, span)
            return


def fill_chaired_by(draft: Draft, reading: Reading) -> None:
    """Persons and countries that chaired, as the text says it: `dưới sự chủ trì của`."""
    for scan, found in reading.facts.get("chaired_by", ()):
        if scan.is_of_other_year or any(one not in draft.candidate.mentions for one in scan.names):
            continue
        for chaired in _read_chairs(found, scan, draft):
            number = len(draft.meeting.chaired_by)
            draft.meeting.chaired_by.append(chaired)
            span = found.groups["who"]
            draft.quote(f"chaired_by[{number}]", found.rule.name, scan.sentence, span)
        if draft.meeting.chaired_by:
            return
    _add_chairing(draft)


def _add_chairing(draft: Draft) -> None:
    """Persons whose function says that they chaired, where no clause of its own does."""
    for number, person in enumerate(draft.meeting.people):
        said = next((e for e in draft.evidence if e.field == f"people[{number}].name"), None)
        if person.function == "chair" and said is not None:
            field = f"chaired_by[{len(draft.meeting.chaired_by)}]"
            chaired = ChairedBy(person.name, person.title, person.country)
            draft.meeting.chaired_by.append(chaired)
            draft.evidence.append(replace(said, field=field))


def _read_chairs(found: Found, scan: Scan, draft: Draft) -> list[ChairedBy]:
    span = found.groups["who"]
    said = scan.sentence.whole[slice(*span)]
    persons = [one for one in draft.meeting.people if _is_named(one, said)]
    persons = [one for one in persons if one.function == "chair"] or persons
    if persons:
        return [ChairedBy(one.name, one.title, one.country) for one in persons]
    hits = [hit for hit in scan.hits if hit.entry.kind == "country"]
    inside = [hit for hit in hits if span[0] <= hit.start and hit.end <= span[1]]
    return [ChairedBy(country=hit.entry.code) for hit in inside[:2]]


def _is_named(person: Person, said: str) -> bool:
    return person.name in said
