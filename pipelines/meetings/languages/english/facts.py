"""How English says how and where a meeting is held, and who hosts it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings import catalogue
from pipelines.meetings.rule import Reader, Rule, constant

_COUNTRIES = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "en")
    if country.kind in ("member", "partner")
}
_PLACES = _COUNTRIES | {
    name: city.country for name, city in catalogue.names_in(catalogue.cities(), "en")
}


def one_of(names: Mapping[str, str]) -> str:
    """A pattern of any of `names`, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_HOST = rf"(?:the\s)?(?P<country>{one_of(_COUNTRIES)})(?!\w)"


def make_rule(
    name: str, pattern: str, read: Reader, cues: str, examples: Mapping[str, object]
) -> Rule:
    """A rule on sentences; `name` is `field.way`."""
    return Rule(
        name=f"en.{name}",
        field=name.split(".")[0],
        pattern=re.compile(pattern),
        read=read,
        cues=frozenset(cues.split()),
        examples=examples,
    )


def _read_host(match: re.Match[str]) -> str:
    return _COUNTRIES[match["country"]]


HYBRID = make_rule(
    "format.hybrid",
    r"(?i)\bhybrid (?:format|form|mode|manner|meeting|event)|\bin hybrid|\bhybrid basis|"
    r"\bboth (?:in[- ]person|physically|face-to-face) and (?:online|virtual\w*|via)|"
    r"\bin[- ]person and (?:online|virtual\w*|via video)|\bonline and in[- ]person",
    constant("hybrid"),
    "hybrid person both",
    {
        "was held in a hybrid format in Phnom Penh": "hybrid",
        "took place both in-person and online": "hybrid",
        "hybrid rice": None,
        "held in person": None,
    },
)

ONLINE = make_rule(
    "format.online",
    r"(?i)\b(?:via|by|through|over) (?:a )?(?:video[- ]?conferenc\w*|teleconferenc\w*|video ?link|"
    r"zoom|video call)|\b(?:held|conven\w+|place|met|meeting|attend\w*|joined|participat\w*|"
    r"gather\w*|summit)\s(?:virtually|online)\b(?! and)|\bvirtual (?:\w+ ){0,5}?(?:meeting|summit|"
    r"session|conference|participation|format|gathering|retreat|consultations?)|"
    r"\bonline (?:meeting|summit|format|session)|\b(?:video|tele)[- ]?conference\b",
    constant("online"),
    "via by through over virtually online virtual videoconference teleconference video",
    {
        "was held via videoconference on June 26": "online",
        "opened in the form of a video conference": "online",
        "Via Teleconference South Court Auditorium": "online",
        "the meeting, held virtually": "online",
        "at the virtual 37th ASEAN summit": "online",
        "crack down on online scams": None,
    },
)

IN_PERSON = make_rule(
    "format.in-person",
    r"(?i)\b(?:in[- ]person|face[- ]to[- ]face|physical(?:ly)?)(?! (?:and|again|or)\b)"
    r"(?:\s(?:\w+ ){0,3}?(?:meeting|summit|gathering|conference|in|at|here|since|for)\b|[.,;])",
    constant("in-person"),
    "person face physical physically",
    {
        "the first in-person summit since the pandemic": "in-person",
        "ministers met face-to-face in Phnom Penh": "in-person",
        "able to hold these meetings in person again": None,
        "the physical structure of the building": None,
    },
)

VENUE = make_rule(
    "venue.at",
    r"\b(?:at|in|inside|[Vv]ia Teleconference)\s(?:the\s)?(?P<venue>(?:[A-Z][\w’'&\-]*\s){1,6}"
    r"(?:of\s|and\s){0,2}(?:Cent(?:re|er)|Hotel|Palace|Hall|Building|Resort|"
    r"Auditorium|Secretariat|Complex|House|Tower)(?:\sHotel)?)\b(?!['’]s)",
    lambda match: match["venue"],
    "centre center hotel palace hall building resort auditorium secretariat complex house tower",
    {
        "tsunami at the Jakarta Convention Centre, Indonesia": "Jakarta Convention Centre",
        "at the Kuala Lumpur Convention Centre (KLCC)": "Kuala Lumpur Convention Centre",
        "in the White House's view": None,
        "at the centre of the region": None,
    },
)  # fmt: skip

VENUE_LISTED = make_rule(
    "venue.place",
    r"(?<!\w)(?P<venue>(?:[A-Z][\w’'&\-]*\s){1,5}(?:Cent(?:re|er)|Hotel|Palace|Hall|"
    rf"Secretariat)),\s(?:[A-Z]\w+,\s)?(?:the\s)?(?:{one_of(_COUNTRIES)})(?!\w)",
    lambda match: match["venue"],
    "centre center hotel palace hall secretariat",
    {
        "Statement on the flood Hanoi Convention Centre, Vietnam": "Hanoi Convention Centre",
        "the Asia Research Centre of the university": None,
    },
)

HOST_BY = make_rule(
    "host.by",
    r"\b(?:[Hh]osted by|[Hh]ost (?:country|nation)(?: of)?,?|(?:hosted|organi[sz]ed) in)"
    rf"\s{_HOST}",
    _read_host,
    "hosted host organised organized",
    {
        "the retreat, hosted by Vietnam, gathered": "VN",
        "Prime Minister of host country Malaysia": "MY",
        "hosted by the minister": None,
    },
)

HOSTS = make_rule(
    "host.hosts",
    rf"{_HOST}(?:['’]s [A-Z]\w+(?: [A-Z]\w+){{0,4}})?,?\s(?:will host|is hosting|hosts|hosted|"
    r"to host|is the host|as (?:the )?host|host of|was hosting|plays host)\b",
    _read_host,
    "host hosting hosts hosted",
    {
        "Thailand will host the summit": "TH",
        "Malaysia is hosting the annual gathering": "MY",
        "Thailand attended": None,
    },
)

LEADER_HOSTS = make_rule(
    "host.leader",
    rf"(?P<country>{one_of(_COUNTRIES)})(?:['’]s)? (?:President|Prime Minister)"
    r"(?: [A-Z][\w.\-]*){1,4}\s(?:will host|hosted|hosts|is hosting)\b",
    _read_host,
    "host hosting hosts hosted",
    {
        "U.S. President Joe Biden will host the leaders": "US",
        "President Biden will host": None,
    },
)

HOSTS_IN = make_rule(
    "host.in",
    rf"\b(?:will host|hosts|hosted|is hosting|to host|hosting)\s[^.;:]{{3,90}}?\sin\s(?:the\s)?"
    rf"(?P<place>{one_of(_PLACES)})(?!\w)",
    lambda match: _PLACES[match["place"]],
    "host hosts hosted hosting",
    {
        "President Biden will host the Leaders of ASEAN in Washington, DC on": "US",
        "I will host ASEAN leaders in Australia for the first time": "AU",
        "hosted a reception for ministers": None,
    },
)

INVITED = make_rule(
    "host.invitation",
    rf"\binvitation (?:from|of) (?:the|his|her)?\s?(?:[A-Z]?[\w’']+\s){{0,6}}?of {_HOST}",
    _read_host,
    "invitation",
    {
        "accepted an invitation from the Prime Minister of Malaysia, Datuk": "MY",
        "an invitation from the organisers": None,
    },
)

CHAIRED_BY_COUNTRY = make_rule(
    "host.chaired-by",
    rf"\bchaired by {_HOST}",
    _read_host,
    "chaired",
    {
        "meeting will be chaired by Malaysia's Minister of Agriculture": "MY",
        "chaired by the Secretary-General": None,
    },
)

FACTS = (
    HYBRID, ONLINE, IN_PERSON, VENUE, VENUE_LISTED, HOST_BY, HOSTS, LEADER_HOSTS, HOSTS_IN, INVITED,
    CHAIRED_BY_COUNTRY,
)  # fmt: skip
