"""How English says how and where a meeting is held, who hosts and chairs it, under which theme."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings import catalogue
from pipelines.meetings.language import ChairSaid
from pipelines.meetings.rule import Reader, Rule, constant

_COUNTRIES = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "en")
    if country.kind in ("member", "partner")
}
_MEMBERS = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "en")
    if country.kind == "member"
}


_PLACES = _COUNTRIES | {
    name: city.country for name, city in catalogue.names_in(catalogue.cities(), "en")
}


def _alternatives(names: Mapping[str, str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_MEMBER = rf"(?:the\s)?(?P<country>{_alternatives(_MEMBERS)})(?!\w)"
_HOST = rf"(?:the\s)?(?P<country>{_alternatives(_COUNTRIES)})(?!\w)"
_BODY = r"(?P<body>ASEAN|Asean|ARF)"
_YEAR = r"(?:\s(?:in\s|for\s)?(?P<year>20\d{2}))?"


def _rule(name: str, pattern: str, read: Reader, cues: str, examples: Mapping[str, object]) -> Rule:
    return Rule(
        name=f"en.{name}",
        field=name.split(".")[0],
        pattern=re.compile(pattern),
        read=read,
        cues=frozenset(cues.split()),
        examples=examples,
    )


def _read_chair(match: re.Match[str]) -> ChairSaid:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    body = "ARF" if groups.get("body") == "ARF" else "ASEAN"
    return ChairSaid(_MEMBERS[match["country"]], year, body)


def _read_host(match: re.Match[str]) -> str:
    return _COUNTRIES[match["country"]]


HYBRID = _rule(
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

ONLINE = _rule(
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

IN_PERSON = _rule(
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

VENUE = _rule(
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

HOST_BY = _rule(
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

HOSTS = _rule(
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

LEADER_HOSTS = _rule(
    "host.leader",
    rf"(?P<country>{_alternatives(_COUNTRIES)})(?:['’]s)? (?:President|Prime Minister)"
    r"(?: [A-Z][\w.\-]*){1,4}\s(?:will host|hosted|hosts|is hosting)\b",
    _read_host,
    "host hosting hosts hosted",
    {
        "U.S. President Joe Biden will host the leaders": "US",
        "President Biden will host": None,
    },
)

HOSTS_IN = _rule(
    "host.in",
    rf"\b(?:will host|hosts|hosted|is hosting|to host|hosting)\s[^.;:]{{3,90}}?\sin\s(?:the\s)?"
    rf"(?P<place>{_alternatives(_PLACES)})(?!\w)",
    lambda match: _PLACES[match["place"]],
    "host hosts hosted hosting",
    {
        "President Biden will host the Leaders of ASEAN in Washington, DC on": "US",
        "I will host ASEAN leaders in Australia for the first time": "AU",
        "hosted a reception for ministers": None,
    },
)

INVITED = _rule(
    "host.invitation",
    rf"\binvitation (?:from|of) (?:the|his|her)?\s?(?:[A-Z]?[\w’']+\s){{0,6}}?of {_HOST}",
    _read_host,
    "invitation",
    {
        "accepted an invitation from the Prime Minister of Malaysia, Datuk": "MY",
        "an invitation from the organisers": None,
    },
)

CHAIRED_BY_COUNTRY = _rule(
    "host.chaired-by",
    rf"\bchaired by {_HOST}",
    _read_host,
    "chaired",
    {
        "meeting will be chaired by Malaysia's Minister of Agriculture": "MY",
        "chaired by the Secretary-General": None,
    },
)

CHAIR_AS = _rule(
    "chair.as",
    rf"{_MEMBER}(?:, (?:as |the |which is )|,?(?:\s[^\s,;.]{{1,15}}){{0,3}}?\s(?:as|is|holds) |, )"
    r"(?:the |this year['’]s |rotating |current |its role as |country ){0,3}"
    rf"{_BODY}\s?[Cc]hair(?:man)?(?:ship)?{_YEAR}",
    _read_chair,
    "chair chairman chairmanship",
    {
        "Cambodia, as ASEAN Chair 2022, has": ChairSaid("KH", 2022, "ASEAN"),
        "Vietnam, the ASEAN Chair for 2020,": ChairSaid("VN", 2020, "ASEAN"),
        "Brunei, this year's ASEAN chair, said": ChairSaid("BN", None, "ASEAN"),
        "Vietnam attended the ASEAN Chair's reception": None,
    },
)

CHAIR_OWNED = _rule(
    "chair.owned",
    rf"{_MEMBER}['’]s\s(?:\w+\s){{0,2}}?(?:{_BODY}\s)?(?:[Cc]hairmanship|[Cc]hair [Yy]ear|"
    rf"year as ASEAN chair)(?:\sof\s(?:ASEAN|the bloc))?{_YEAR}",
    _read_chair,
    "chairmanship chair",
    {
        "under Vietnam's chairmanship of ASEAN in 2020": ChairSaid("VN", 2020, "ASEAN"),
        "supports Laos’ ASEAN chairmanship": None,
        "during Indonesia’s ASEAN Chairmanship 2023": ChairSaid("ID", 2023, "ASEAN"),
        "Malaysia's chairman of the board": None,
    },
)

CHAIR_BEFORE = _rule(
    "chair.before",
    rf"{_BODY}(?:\s(?P<year>20\d{{2}}))?\s[Cc]hair(?:man|manship)?"
    rf"(?: [Cc]ountry| (?:for )?this year)?,?\s(?:of\s)?{_MEMBER}",
    _read_chair,
    "chair chairman chairmanship",
    {
        "said ASEAN chair Indonesia on Friday": ChairSaid("ID", None, "ASEAN"),
        "the ASEAN 2020 Chair Vietnam proposed": ChairSaid("VN", 2020, "ASEAN"),
        "As the ASEAN Chair this year, Malaysia is hosting": ChairSaid("MY", None, "ASEAN"),
        "The DSWD is ASEAN 2017 chair of the ASCC Pillar": None,
    },
)

CHAIR_UNDER = _rule(
    "chair.under",
    rf"\b[Uu]nder the (?:{_BODY} )?[Cc]hairmanship of {_MEMBER}{_YEAR}",
    _read_chair,
    "chairmanship",
    {
        "via videoconference under the Chairmanship of Viet Nam.": ChairSaid("VN", None, "ASEAN"),
        "under the chairmanship of the minister": None,
    },
)

CHAIR_IS = _rule(
    "chair.is",
    rf"{_MEMBER},?\s(?:is |as |the |holds |this year['’]s |the rotating |the current ){{1,3}}"
    r"(?:[Cc]hair(?:man|manship)?|presidency) of (?:the )?(?:10-nation )?(?P<body>ASEAN|ARF|bloc)"
    rf"(?!\w){_YEAR}",
    _read_chair,
    "chair chairman chairmanship presidency",
    {
        "The Philippines is this year's chair of the ASEAN.": ChairSaid("PH", None, "ASEAN"),
        "Laos, the chair of the 10-nation bloc, said": ChairSaid("LA", None, "ASEAN"),
        "Laos is the chair of the board": None,
    },
)

THEME = _rule(
    "theme.under",
    r"\b[Tt]hemed?(?:\s(?!of the)[^\s“\"‘']{1,12}){0,5}?:?,?\s[“\"‘'](?P<theme>[^”\"\n]{5,160}?)"
    r"[,.]?[”\"’'](?!\w)",
    lambda match: match["theme"],
    "theme themed",
    {
        'with the theme "Growing Together: Advancing ASEAN Agriculture", and': (
            "Growing Together: Advancing ASEAN Agriculture"
        ),
        "under the theme of “Inclusivity and Sustainability,” will": (
            "Inclusivity and Sustainability"
        ),
        "the theme of trade": None,
    },
)

FACTS = (
    HYBRID, ONLINE, IN_PERSON, VENUE, HOST_BY, HOSTS, LEADER_HOSTS, HOSTS_IN, INVITED,
    CHAIRED_BY_COUNTRY,
    CHAIR_AS, CHAIR_OWNED, CHAIR_BEFORE, CHAIR_UNDER, CHAIR_IS, THEME,
)  # fmt: skip
