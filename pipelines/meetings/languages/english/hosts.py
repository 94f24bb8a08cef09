"""How English says who hosts a meeting: a country, its leader, or those who are thanked for it."""

from __future__ import annotations

import re

from pipelines.meetings import catalogue
from pipelines.meetings.alternatives import one_of
from pipelines.meetings.language import AT_PLACE
from pipelines.meetings.languages.english.facts import COUNTRIES, make_rule
from pipelines.meetings.rule import constant

_PEOPLES = COUNTRIES | {
    name: country.code
    for country in catalogue.countries()
    if country.kind in ("member", "partner")
    for name in country.adjective.get("en", ())
}
_PLACES = COUNTRIES | {
    name: city.country for name, city in catalogue.names_in(catalogue.cities(), "en")
}
_HOST = rf"(?:the\s)?(?P<country>{one_of(COUNTRIES)})(?!\w)"
_ANOTHER = r"\s(?:an?|another|(?:next|last) year['’]s)\s(?![^.;]{0,50}A(?:SEAN|sean))"
"""Speaks of a further meeting: `Australia will host a special summit in Melbourne`."""


def _read_host(match: re.Match[str]) -> str:
    return COUNTRIES[match["country"]]


HOST_BY = make_rule(
    "host.by",
    r"\b(?:[Hh]osted by|[Hh]ost (?:country|nation)(?: of)?,?|(?:hosted|organi[sz]ed) in)"
    rf"\s(?:the\s)?(?P<country>{one_of(_PEOPLES)})(?!\w)",
    lambda match: _PEOPLES[match["country"]],
    "hosted host organised organized",
    {
        "the retreat, hosted by Vietnam, gathered": "VN",
        "Prime Minister of host country Malaysia": "MY",
        "hosted by Malaysian Foreign Minister Mohamad Hasan": "MY",
        "hosted by the minister": None,
    },
)

COUNTRY_HOSTS = make_rule(
    "host.hosts",
    rf"{_HOST}(?:['’]s [A-Z]\w+(?: [A-Z]\w+){{0,4}})?,?\s(?:which\s|who\s)?"
    r"(?:(?:will|is|was|has|today|yesterday|also|successfully)(?: also| again)?\s)?"
    rf"(?:host(?:s|ed|ing)?(?!\s(?:country|city|nation)|ages?|{_ANOTHER})|to host|the host|"
    r"as (?:the )?host|playing host|plays? host|played host)\b",
    _read_host,
    "host hosting hosts hosted",
    {
        "Thailand will host the summit": "TH",
        "Malaysia is hosting the annual gathering": "MY",
        "Laos, which hosted the summit,": "LA",
        "Malaysia will also host the summit with China": "MY",
        "Malaysia today hosted an ASEAN summit": "MY",
        "Malaysia will host a special summit next year": None,
        "Thailand attended": None,
    },
)

LEADER_HOSTS = make_rule(
    "host.leader",
    rf"(?P<country>{one_of(_PEOPLES)})(?:['’]s)? (?:[A-Z]\w+ ){{0,3}}"
    r"(?:President|Premier|Minister|Secretary|Sultan|Chairman)"
    r"(?: (?:of|for|and|the|[A-Z][\w.’'\-]*)){1,8},?\s(?:who\s|whose country\s)?"
    r"(?:(?:will|is|was)\s)?host(?:s|ed|ing)?\b",
    lambda match: _PEOPLES[match["country"]],
    "host hosting hosts hosted",
    {
        "Indonesian President Joko Widodo, who hosts the summit, said": "ID",
        "Malaysia's Foreign Minister Mohamad Hasan, whose country is hosting": "MY",
        "U.S. President Joe Biden will host the leaders": "US",
        "President Biden will host": None,
    },
)

HOSTS_IN = make_rule(
    "host.in",
    rf"\b(?:will host|hosts|hosted|is hosting|to host|hosting)(?!{_ANOTHER})\s[^.;:]{{3,90}}?"
    rf"\sin\s(?:the\s)?(?P<place>{one_of(_PLACES)})(?!\w)",
    lambda match: _PLACES[match["place"]],
    "host hosts hosted hosting",
    {
        "President Biden will host the Leaders of ASEAN in Washington, DC on": "US",
        "I will host ASEAN leaders in Australia for the first time": "AU",
        "hosted a reception for ministers": None,
        "will host a special summit in Melbourne": None,
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

HOST_WORD = make_rule(
    "host.word",
    rf"\b(?:(?:this year['’]s|the current|current|summit|the) host,?|, host|[Hh]osts)\s{_HOST}",
    _read_host,
    "host hosts",
    {
        "said Retno of this year's host Indonesia": "ID",
        "the host, Malaysia, had proposed": "MY",
        "the host of the evening": None,
    },
)

HOST_THANKED = make_rule(
    "host.thanked",
    r"\b(?:[Tt]hank(?:s|ed)?(?: you)?|[Cc]ongratulate[ds]?|[Gg]rateful|appreciat\w+)\b"
    r"[^.;]{0,80}?\bfor\s(?:[a-z]+\s){0,4}?(?:hosting|hospitality|warm welcome)\b",
    constant(AT_PLACE),
    "hosting hospitality welcome",
    {
        "thank you, Prime Minister, for hosting us in this beautiful city": AT_PLACE,
        "I thank the Government for its warm hospitality": AT_PLACE,
        "thank you for your questions": None,
    },
)

HOST_WELCOMES = make_rule(
    "host.welcomes",
    r"\b(?:[Ww]elcome(?: you)?(?: all)?|[Ww]elcoming (?:you|our guests|the leaders)(?: all)?) to\s"
    r"(?:the|this|our|[A-Z])(?!\w*\s(?:table|team|club|family|ASEAN family)\b)",
    constant(AT_PLACE),
    "welcome welcoming",
    {
        "Your Excellencies, welcome to the plenary": AT_PLACE,
        "It is my honour to welcome you all to Jakarta": AT_PLACE,
        "We welcome the proposal to meet": None,
        "China is welcome to join": None,
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

HOSTS = (
    HOST_BY, COUNTRY_HOSTS, LEADER_HOSTS, HOSTS_IN, INVITED, CHAIRED_BY_COUNTRY, HOST_WORD,
    HOST_THANKED, HOST_WELCOMES,
)  # fmt: skip
