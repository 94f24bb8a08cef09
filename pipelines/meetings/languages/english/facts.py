"""How English says how and where a meeting is held."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings import catalogue
from pipelines.meetings.alternatives import one_of
from pipelines.meetings.rule import Reader, Rule, constant

COUNTRIES = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "en")
    if country.kind in ("member", "partner")
}


def make_rule(
    name: str,
    pattern: str,
    read: Reader,
    cues: str,
    examples: Mapping[str, object],
    *,
    opens: frozenset[str] = frozenset(),
) -> Rule:
    """A rule on sentences; `name` is `field.way`."""
    return Rule(
        name=f"en.{name}",
        field=name.split(".")[0],
        pattern=re.compile(pattern),
        read=read,
        cues=frozenset(cues.split()),
        opens=opens,
        examples=examples,
    )


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
    opens=frozenset({"hybrid", "in", "both", "online"}),
)

ONLINE = make_rule(
    "format.online",
    r"(?i)\b(?:via|by|through|over) (?:a )?(?:video[- ]?conferenc\w*|teleconferenc\w*|video ?link|"
    r"zoom|video call|video(?=[,.;]|\Z))|"
    r"\b(?:(?<!editions were )(?<!edition was )held|"
    r"conven\w+|place|open(?:ed|s)|kicked off|began|concluded|closed|organi[sz]ed|"
    r"conducted|hosted|met|meeting|attend\w*|participat\w*|gather\w*|summit)\s"
    r"(?:virtually|online)\b(?! and (?!attended|chaired|brought|saw|was|were))|"
    r"\bvirtual (?:\w+ ){0,5}?(?:meeting|summit|"
    r"session|conference|participation|format|gathering|retreat|consultations?)|"
    r"\bonline (?:meeting|summit|format|session)|\b(?:video|tele)[- ]?conference\b",
    constant("online"),
    "virtually online virtual video videoconference videoconferencing videolink zoom tele "
    "teleconference teleconferencing",
    {
        "was held via videoconference on June 26": "online",
        "opened in the form of a video conference": "online",
        "Via Teleconference South Court Auditorium": "online",
        "the meeting, held virtually": "online",
        "was held virtually and attended by ten ministers": "online",
        "was held virtually and in person": None,
        "at the virtual 37th ASEAN summit": "online",
        "sorry that we can only meet by video.": "online",
        "the summit opened virtually in Hanoi": "online",
        "attended the 36th ASEAN Summit via videoconference": "online",
        "as the first two editions were held online": None,
        "crack down on online scams": None,
    },
)

ONLINE_GUEST = make_rule(
    "format.guest",
    r"(?i)\bjoin\w*"
    r"(?:\s[^\s.;,]{1,20}){0,8}?\s"
    r"(?:virtually|online|(?:via|by|through) (?:a )?"
    r"(?:video\w*(?:\s(?:link|call|conference))?|zoom|tele\w+))"
    r"(?! and)\b",
    constant("online-guest"),
    "virtually online video videoconference videolink zoom teleconference",
    {
        "India's prime minister will join virtually": "online-guest",
        "joined the summit by video link on Tuesday": "online-guest",
        "attended the 36th ASEAN Summit via videoconference": None,
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
    r"(?:of\s|and\s){0,2}(?:Cent(?:re|er)|Hotel|Palace|Hall|Building|Resort|Expo|Ballroom|Villa|"
    r"Auditorium|Secretariat|Complex|House|Tower|hotel|resort)(?:\sHotel)?"
    r"(?:\sand(?:\s[A-Z]\w+){1,3}(?!\w|,\s[A-Z]\w+ and|['’]))?|"
    r"Hotel(?:\s[A-Z][\w’'\-]*){1,4})\b(?!['’]s)",
    lambda match: match["venue"],
    "centre center hotel palace hall building resort expo ballroom villa auditorium secretariat "
    "complex house tower",
    {
        "tsunami at the Jakarta Convention Centre, Indonesia": "Jakarta Convention Centre",
        "at the Kuala Lumpur Convention Centre (KLCC)": "Kuala Lumpur Convention Centre",
        "met at the Riverside Grand hotel": "Riverside Grand hotel",
        "at the Bayside Resort and Casino on Friday": "Bayside Resort and Casino",
        "held at Hotel Grand Riviera, Bali": "Hotel Grand Riviera",
        "presided over it at Mactan Expo in Lapu-Lapu": "Mactan Expo",
        "in the White House's view": None,
        "at the centre of the region": None,
    },
)  # fmt: skip

VENUE_LISTED = make_rule(
    "venue.place",
    r"(?<!\w)(?P<venue>(?:[A-Z][\w’'&\-]*\s){1,5}(?:Cent(?:re|er)|Hotel|Palace|Hall|"
    rf"Secretariat)),\s(?:[A-Z]\w+,\s)?(?:the\s)?(?:{one_of(COUNTRIES)})(?!\w)",
    lambda match: match["venue"],
    "centre center hotel palace hall secretariat",
    {
        "Statement on the flood Hanoi Convention Centre, Vietnam": "Hanoi Convention Centre",
        "the Asia Research Centre of the university": None,
    },
)

FACTS = (HYBRID, ONLINE, ONLINE_GUEST, IN_PERSON, VENUE, VENUE_LISTED)
