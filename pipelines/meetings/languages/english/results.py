"""How English says what a meeting did, who took part and chaired, and which sums it named."""

from __future__ import annotations

import re

from pipelines.meetings.rule import Rule, constant
from pipelines.meetings.values import CURRENCIES, SCALES, Sum, read_sum

_BODIES = (
    r"[Mm](?:eeting|inisters|ember [Ss]tates|embers)|[Ss](?:ummit|enior officials|ides)|"
    r"[Ll]eaders|[Oo]fficials|[Dd]elegates|[Pp](?:articipants|artners|arties)|"
    r"[Cc](?:ountries|onference)|Forum|ASEAN"
)
"""By their first letters, as most words are none of them."""
_OFFICES = r"(?:Deputy |Vice |Foreign |Prime |Defen[cs]e )*(?:Minister|President|Secretary|Premier)"
_WHO = (
    rf"(?<!\w)(?P<who>(?:(?:The|the|All|all|Both|both|ASEAN)\s)?(?:[A-Za-z]{{2,14}}+\s){{0,3}}?"
    rf"(?:{_BODIES})|{_OFFICES}(?:\s[A-Z][\w.’'\-]*){{1,5}}|They|We|they|we)"
)
_HELPERS = r",?\s(?:(?:also|have|has|had|then|further|unanimously|strongly|will|jointly)\s){0,3}"
_NAMED = r"(?:[^.;\n]|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bDr)\.)"
_TEXT = r"(?P<text>[^.;\n]{12,400})"


def _outcome(name: str, kind: str, verbs: str, example: str, cues: str) -> Rule:
    return Rule(
        name=f"en.outcome.{name}",
        field="outcome",
        pattern=re.compile(rf"{_WHO}{_HELPERS}(?=(?:{verbs})\b){_TEXT}"),
        read=constant(kind),
        cues=frozenset(cues.split()),
        examples={example: kind, "At the summit, no statement came out.": None},
    )


OUTCOMES = (
    _outcome(
        "adopted",
        "adopted",
        "adopted?|endorsed?|approved?|issued?",
        "The ministers adopted the Joint Communique of the meeting.",
        "adopt adopted endorse endorsed approve approved issue issued",
    ),
    _outcome(
        "signed",
        "signed",
        "signed|inked",
        "The two sides signed a memorandum on counter-terrorism.",
        "signed inked",
    ),
    _outcome(
        "agreed",
        "agreed",
        "agreed?|reached (?:a |an )?(?:agreement|consensus)|decided?",
        "Leaders agreed to convene a special meeting next month.",
        "agree agreed reached decide decided",
    ),
    _outcome(
        "reviewed",
        "reviewed",
        "reviewed|took stock|discussed|exchanged views|deliberated|finali[sz]ed",
        "Senior officials reviewed preparations for the coming summit.",
        "reviewed took discussed exchanged deliberated finalised finalized",
    ),
    _outcome(
        "noted",
        "noted",
        "noted|welcomed|commended|appreciated|acknowledged|took note",
        "The Meeting noted the progress made in the talks.",
        "noted welcomed commended appreciated acknowledged took",
    ),
    _outcome(
        "committed",
        "committed",
        "committed|pledged|vowed|reaffirmed|reiterated|undertook",
        "We have committed to intensify our response to regional challenges.",
        "committed pledged vowed reaffirmed reiterated undertook",
    ),
    _outcome(
        "proposed",
        "proposed",
        "proposed|suggested|called (?:for|on|upon)|urged|recommended",
        "Deputy Foreign Minister Do Hung Viet proposed that officials meet more often.",
        "proposed suggested called urged recommended",
    ),
    _outcome(
        "concern",
        "concern",
        "expressed (?:\\w+ ){0,2}concerns?|voiced (?:\\w+ ){0,2}concerns?|are concerned|"
        "were concerned",
        "The ministers expressed serious concern over the situation at sea.",
        "concern concerns concerned",
    ),
)

PARTICIPANTS = Rule(
    name="en.participants.attended-by",
    field="participants",
    pattern=re.compile(
        r"\b(?:attended by|participation of|participated in by|in the presence of|brings? together|"
        r"brought together|gathering of|joined by)\s(?P<who>[^.;\n]{5,400})"
    ),
    read=lambda match: match["who"],
    cues=frozenset({"attended", "participation", "participated", "presence", "together",
                    "gathering", "joined"}),
    examples={
        "The meeting was attended by ministers of Brunei, Laos and Japan.": (
            "ministers of Brunei, Laos and Japan"
        ),
        "He attended the meeting.": None,
    },
)  # fmt: skip

CHAIRED_BY = Rule(
    name="en.chaired_by.by",
    field="chaired_by",
    pattern=re.compile(
        r"\b(?:chaired|presided over|moderated)(?:\sjointly|\svirtually)?\sby\s"
        rf"(?P<who>(?:H\.\s?E\.\s)?{_NAMED}{{3,200}}?)(?=,? and (?:was )?(?:also )?(?:attended|"
        r"joined|held|hosted|co-chaired|witnessed)|,? with the (?:participation|attendance)|[;\n]|"
        r"\.(?:\s|\Z)|\Z)"
    ),
    read=lambda match: match["who"],
    cues=frozenset({"chaired", "presided", "moderated"}),
    examples={
        "The meeting was chaired by H.E. Mr. Abdul Rahman.": "H.E. Mr. Abdul Rahman",
        "was co-chaired by Malaysia and Australia.": "Malaysia and Australia",
        "was chaired by Sultan Hassanal and attended by ten leaders.": "Sultan Hassanal",
        "The minister chaired the meeting.": None,
    },
)

CHAIRS = Rule(
    name="en.chaired_by.chairs",
    field="chaired_by",
    pattern=re.compile(
        rf"(?P<who>{_OFFICES}(?:\s(?:of|for|and|the|[A-Z][\w.’'\-]*)){{1,12}}),?\s(?:will\s|also\s)?"
        r"(?:co-)?(?:chair(?:s|ed)?|presid(?:es?|ed) over)\s(?:the|a|an|this|today)"
    ),
    read=lambda match: match["who"],
    cues=frozenset({"chair", "chairs", "chaired", "preside", "presides", "presided"}),
    opens=frozenset(
        "deputy vice foreign prime defence defense minister president secretary premier".split()
    ),
    examples={
        "Foreign Minister Prak Sokhonn chaired the meeting.": "Foreign Minister Prak Sokhonn",
        "Foreign Minister Prak Sokhonn attended the meeting.": None,
    },
)

_TRADE = re.compile(
    r"\b(?:trade|GDP|exports?|imports?|investment|turnover|economy|market|debt|deficit)\b[^.]{0,70}\Z",
    re.IGNORECASE,
)
_CURRENCY = "|".join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True))
_MAY_BEGIN_SUM = r"(?=[\d$€£¥acensru])"
"""What a number or the sign before it begins with: most letters are passed over at once."""
_SCALE = "|".join(scale for scale in SCALES if scale.isascii())


def _read_money(match: re.Match[str]) -> Sum | None:
    before = match.string[max(0, match.start() - 110) : match.start()]
    sign = match["sign"] or match["word"]
    if sign is None or _TRADE.search(before):
        return None
    return read_sum(match["number"], match["scale"], sign)


MONEY = Rule(
    name="en.money.sum",
    field="money",
    pattern=re.compile(
        rf"{_MAY_BEGIN_SUM}(?P<sign>(?:US|NZ|A|S|C)?\$A?|€|£|¥|\b(?:USD|EUR|RM|SGD|AUD)\s?)?(?<![\d.,])"
        rf"(?P<number>\d[\d,.]{{0,20}}?)(?:\s(?P<scale>{_SCALE}))?(?:\s(?P<word>{_CURRENCY}))?(?!\w|[.,]\d)",
        re.IGNORECASE,
    ),
    read=_read_money,
    cues=frozenset({*_SCALE.split("|"), "usd", "dollars", "euros", "euro", "yuan", "yen"}),
    examples={
        "announced $102 million in new initiatives": Sum(102_000_000.0, "USD"),
        "Australia will provide $A1 billion by way of assistance": Sum(1e9, "AUD"),
        "a fund of 10.5 million USD for vaccines": Sum(10_500_000.0, "USD"),
        "two-way trade reached $437.8 billion": None,
        "170,000 road users daily": None,
    },
)

RESULTS = (*OUTCOMES, PARTICIPANTS, CHAIRED_BY, CHAIRS, MONEY)
