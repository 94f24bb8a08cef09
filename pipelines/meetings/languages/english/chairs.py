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
_BODY = r"(?P<body>ASEAN|Asean|ARF)"
_YEAR = r"(?:\s(?:in\s|for\s)?(?P<year>20\d{2}))?"


def _read_chair(match: re.Match[str]) -> ChairSaid:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    body = "ARF" if groups.get("body") == "ARF" else "ASEAN"
    return ChairSaid(_MEMBERS[match["country"]], year, body)


CHAIR_AS = make_rule(
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
    opens=_MEMBER_OPENS,
)

CHAIR_OWNED = make_rule(
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
    opens=_MEMBER_OPENS,
)

CHAIR_BEFORE = make_rule(
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
    opens=frozenset({"asean", "arf"}),
)

CHAIR_UNDER = make_rule(
    "chair.under",
    rf"\b[Uu]nder the (?:{_BODY} )?[Cc]hair(?:manship)? of {_MEMBER}{_YEAR}",
    _read_chair,
    "chairmanship chair",
    {
        "held virtually under the chair of Indonesia": ChairSaid("ID", None, "ASEAN"),
        "via videoconference under the Chairmanship of Viet Nam.": ChairSaid("VN", None, "ASEAN"),
        "under the chairmanship of the minister": None,
    },
    opens=frozenset({"under"}),
)

CHAIR_IS = make_rule(
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
    opens=_MEMBER_OPENS,
)

CHAIRS_BLOC = make_rule(
    "chair.chairs",
    rf"{_MEMBER},?\s(?:(?:is|was|which|who|currently|now)\s){{0,3}}"
    r"(?:chairs|chairing|chaired|presides over|holds the (?:rotating )?(?:chair|presidency) of)\s"
    r"(?:the\s)?(?:10-nation |10-member |11-member |regional )?(?P<body>ASEAN|Asean|ARF|bloc|"
    rf"grouping|association|regional bloc)(?!\w|\s[A-Z]){_YEAR}",
    _read_chair,
    "chairs chairing chaired presides holds",
    {
        "Vietnam chairs the grouping this year.": ChairSaid("VN", None, "ASEAN"),
        "Malaysia, which chairs ASEAN in 2025, will": ChairSaid("MY", 2025, "ASEAN"),
        "Indonesia is chairing the 10-member bloc": ChairSaid("ID", None, "ASEAN"),
        "Malaysia chairs ASEAN Tourism Forum": None,
    },
    opens=_MEMBER_OPENS,
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

CHAIRS = (CHAIR_AS, CHAIR_OWNED, CHAIR_BEFORE, CHAIR_UNDER, CHAIR_IS, CHAIRS_BLOC, THEME)
