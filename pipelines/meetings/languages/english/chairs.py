"""How English says who holds the chair of ASEAN, and under which theme."""

from __future__ import annotations

import re

from pipelines.meetings import catalogue
from pipelines.meetings.alternatives import one_of
from pipelines.meetings.language import ChairSaid
from pipelines.meetings.languages.english.facts import make_rule
from pipelines.meetings.sentences import read_words

_MEMBERS = {
    name: country.code
    for name, country in catalogue.names_in(catalogue.countries(), "en")
    if country.kind == "member"
}
_MEMBER = rf"(?:the\s)?(?P<country>{one_of(_MEMBERS)})(?!\w)"
_MEMBER_OPENS = frozenset({"the", *(read_words(name).keys[0] for name in _MEMBERS)})
_PEOPLES = _MEMBERS | {
    name: country.code
    for country in catalogue.countries()
    if country.kind == "member"
    for name in country.adjective.get("en", ())
}
_PEOPLE_OPENS = frozenset({"the", *(read_words(name).keys[0] for name in _PEOPLES)})
_BODY = r"(?P<body>ASEAN|Asean|ARF)"
_GROUP = (
    r"(?P<body>ASEAN|Asean|ARF|bloc|grouping|regional (?:bloc|grouping)|"
    r"Association of South-?[Ee]ast Asian Nations)"
)
_EARLY = r"(?:(?P<early>20\d{2})\s)?"
_YEAR = r"(?:\s(?:in\s|for\s)?(?P<year>20\d{2}))?"


def _read_chair(match: re.Match[str]) -> ChairSaid:
    groups = match.groupdict()
    said = groups.get("year") or groups.get("early")
    year = int(said) if said else None
    body = "ARF" if groups.get("body") == "ARF" else "ASEAN"
    return ChairSaid(_PEOPLES[match["country"]], year, body)


CHAIR_AS = make_rule(
    "chair.as",
    rf"{_MEMBER}(?:, (?:as |the |which is )|,?(?:\s[^\s,;.]{{1,15}}){{0,3}}?\s(?:as|is|holds) |, )"
    r"(?:the |this year['’]s |rotating |current |its role as |country ){0,3}"
    rf"{_EARLY}{_BODY}(?:['’]s)?\s?(?:rotating |current )?[Cc]hair(?:man)?(?:ship)?{_YEAR}",
    _read_chair,
    "chair chairman chairmanship chairship",
    {
        "guests of Malaysia, the 2025 ASEAN Chair, arrive": ChairSaid("MY", 2025, "ASEAN"),
        "Cambodia, as ASEAN Chair 2022, has": ChairSaid("KH", 2022, "ASEAN"),
        "Vietnam, the ASEAN Chair for 2020,": ChairSaid("VN", 2020, "ASEAN"),
        "Brunei, this year's ASEAN chair, said": ChairSaid("BN", None, "ASEAN"),
        "The Philippines, ASEAN's rotating chair for 2026, chose": ChairSaid("PH", 2026, "ASEAN"),
        "Vietnam attended the ASEAN Chair's reception": None,
    },
    opens=_MEMBER_OPENS,
)

CHAIR_OWNED = make_rule(
    "chair.owned",
    rf"(?<!supports )(?<!support )(?<!support for ){_MEMBER}['’]s?\s{_EARLY}(?:\w+\s){{0,2}}?"
    rf"(?:{_BODY}\s)?(?:20\d\d\s)?(?:[Cc]hairmanship|[Cc]hairship|[Cc]hair [Yy]ear|"
    rf"year as ASEAN chair)(?:\sof\s(?:ASEAN|the bloc))?{_YEAR}",
    _read_chair,
    "chairmanship chairship chair",
    {
        "under the Philippines’ 2026 ASEAN chairship with": ChairSaid("PH", 2026, "ASEAN"),
        "under the Philippines’ Asean chairship": ChairSaid("PH", None, "ASEAN"),
        "under Vietnam's chairmanship of ASEAN in 2020": ChairSaid("VN", 2020, "ASEAN"),
        "supports Laos’ ASEAN chairmanship": None,
        "during Indonesia’s ASEAN Chairmanship 2023": ChairSaid("ID", 2023, "ASEAN"),
        "Malaysia's chairman of the board": None,
    },
    opens=_MEMBER_OPENS,
)

CHAIR_BEFORE = make_rule(
    "chair.before",
    rf"{_BODY}(?:['’]s)?(?:\s(?P<year>20\d{{2}}))?\s(?:rotating |current )?[Cc]hair(?:man|manship)?"
    rf"(?: [Cc]ountry| (?:for )?this year)?,?\s(?:of\s)?{_MEMBER}",
    _read_chair,
    "chair chairman chairmanship",
    {
        "said ASEAN chair Indonesia on Friday": ChairSaid("ID", None, "ASEAN"),
        "ASEAN's rotating chairman Brunei said": ChairSaid("BN", None, "ASEAN"),
        "the ASEAN 2020 Chair Vietnam proposed": ChairSaid("VN", 2020, "ASEAN"),
        "As the ASEAN Chair this year, Malaysia is hosting": ChairSaid("MY", None, "ASEAN"),
        "The DSWD is ASEAN 2017 chair of the ASCC Pillar": None,
    },
    opens=frozenset({"asean", "arf"}),
)

CHAIR_TAKEN = make_rule(
    "chair.taken",
    rf"\b(?:after|since) {_MEMBER} (?:took over|assumed|took up|took)\s(?:the\s)?(?:rotating\s)?"
    rf"(?:{_EARLY}{_GROUP}(?:['’]s)?[)\s]|Association of [^.;]{{20,40}}\((?:ASEAN|Asean)\)\s)"
    rf"(?:rotating |annual )?(?:[Cc]hair(?:manship|ship)?|presidency)(?!\w){_YEAR}",
    _read_chair,
    "chair chairmanship chairship presidency",
    {
        "the first talks since Laos took over the bloc's rotating chair": ChairSaid(
            "LA", None, "ASEAN"
        ),
        "as the Philippines took over the ASEAN chairmanship": None,
    },
    opens=frozenset({"after", "since"}),
)

CHAIR_UNDER = make_rule(
    "chair.under",
    rf"\b[Uu]nder the (?:{_BODY} )?[Cc]hair(?:manship|ship)? of {_MEMBER}{_YEAR}",
    _read_chair,
    "chairmanship chairship chair",
    {
        "held virtually under the chair of Indonesia": ChairSaid("ID", None, "ASEAN"),
        "via videoconference under the Chairmanship of Viet Nam.": ChairSaid("VN", None, "ASEAN"),
        "under the chairmanship of the minister": None,
    },
    opens=frozenset({"under"}),
)

CHAIR_IS = make_rule(
    "chair.is",
    rf"{_MEMBER},?\s(?:is |as |the |which |currently |now |holds |holding |this year['’]s |"
    r"rotating |rotary |current |annual ){1,6}(?:[Cc]hair(?:man|manship|ship)?|presidency) of "
    rf"(?:the )?(?:10-nation |10-member |11-member )?{_GROUP}(?!\w){_YEAR}",
    _read_chair,
    "chair chairman chairmanship chairship presidency",
    {
        "Laos, which is holding the rotary chairmanship of ASEAN, said": ChairSaid(
            "LA", None, "ASEAN"
        ),
        "of Brunei, this year's chair of the Association of Southeast Asian Nations,": ChairSaid(
            "BN", None, "ASEAN"
        ),
        "The Philippines is this year's chair of the ASEAN.": ChairSaid("PH", None, "ASEAN"),
        "Laos, the chair of the 10-nation bloc, said": ChairSaid("LA", None, "ASEAN"),
        "Laos is the chair of the board": None,
    },
    opens=_MEMBER_OPENS,
)

CHAIRS_BLOC = make_rule(
    "chair.chairs",
    rf"{_MEMBER},?\s(?:(?:is|was|which|who|currently|now)\s){{0,3}}"
    r"(?:chairs|chairing|chaired|presides over|holds the (?:rotating )?"
    r"(?:chair|chairmanship|presidency) of|"
    r"(?:holds|holding) (?=(?:the\s)?\w+['’]s (?:rotating |annual )?"
    r"(?:chair|presidency)))\s?"
    r"(?:the\s)?(?:10-nation |10-member |11-member |regional )?(?P<body>ASEAN|Asean|ARF|bloc|"
    rf"grouping|association|regional bloc)(?:['’]s(?= (?:rotating |annual )?(?:chair|presidency)))?"
    rf"(?!\w|['’]|\s[A-Z]){_YEAR}",
    _read_chair,
    "chairs chairing chaired presides holds holding",
    {
        "Vietnam chairs the grouping this year.": ChairSaid("VN", None, "ASEAN"),
        "Malaysia, which chairs ASEAN in 2025, will": ChairSaid("MY", 2025, "ASEAN"),
        "Indonesia is chairing the 10-member bloc": ChairSaid("ID", None, "ASEAN"),
        "Laos, which holds the bloc's rotating chair, said": ChairSaid("LA", None, "ASEAN"),
        "Malaysia chairs ASEAN Tourism Forum": None,
    },
    opens=_MEMBER_OPENS,
)

CHAIR_PERSON = make_rule(
    "chair.person",
    rf"(?:the\s)?(?P<country>{one_of(_PEOPLES)})(?:['’]s?)?"
    r"(?:\s[A-Z][\w.’'\-]*|\s(?:of|and|for|the|bin)){2,12}(?:,|\s[-–—])?\s"
    r"(?:(?:who|whose country|which) (?:is|holds)\s)?"
    r"(?:the |this year['’]s |rotating |current |as |position of ){0,4}"
    rf"(?:{_BODY}(?:['’]s)?|bloc['’]s|grouping['’]s) (?:rotating |current )?"
    rf"(?:[Cc]hair(?:man|person|manship)?|host)(?!\w| of the){_YEAR}",
    _read_chair,
    "chair chairman chairperson chairmanship host",
    {
        "of Lao Prime Minister Bounkong Phommasane - ASEAN Chair 2024.": ChairSaid(
            "LA", 2024, "ASEAN"
        ),
        "Lao Prime Minister and ASEAN Chair 2024 Bounkong": ChairSaid("LA", 2024, "ASEAN"),
        "Cambodian Prime Minister and ASEAN host Sok Chan": ChairSaid("KH", None, "ASEAN"),
        "Cambodian Prime Minister Hun Sen, the bloc's chair this year, opened": ChairSaid(
            "KH", None, "ASEAN"
        ),
        "Indonesian President Joko Widodo, this year's ASEAN chairman, said": ChairSaid(
            "ID", None, "ASEAN"
        ),
        "Malaysian Prime Minister Anwar Ibrahim met the ASEAN chair": None,
    },
    opens=_PEOPLE_OPENS,
)

THEME = make_rule(
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

CHAIRS = (
    CHAIR_AS, CHAIR_OWNED, CHAIR_BEFORE, CHAIR_TAKEN, CHAIR_UNDER, CHAIR_IS, CHAIRS_BLOC,
    CHAIR_PERSON, THEME,
)  # fmt: skip
