"""What English says next to a meeting that is background, or that somebody attends."""

from __future__ import annotations

from pipelines.meetings.languages.english.around import before_name, next_to_name
from pipelines.meetings.languages.english.background import BACKGROUND

ATTENDS = (
    before_name(
        "attends.leading",
        "head headed heading heads lead leading leads led",
        "head",
        r"(?:le(?:a)?d(?:s|ing)?|head(?:s|ed|ing)?)\s(?:the|a|an|Vietnam['’]s|its|his|her)"
        r"(?:\s[^\s,;:.]{1,15}){0,5}?\s(?:delegation|team)(?:\s[^\s,;:.]{1,15}){0,4}?\s"
        r"(?:to attend|attending|to|at|joining|to join)",
        {
            "led the Vietnamese delegation to the [ASEAN SOM]": "head",
            "is leading a high-ranking delegation to attend the [ASEAN Summit]": "head",
            "leads the field at the [ASEAN Games]": None,
        },
    ),
    before_name(
        "attends.attending",
        "address addressed addresses addressing attend attendance attended attending "
        "attends delegation intervention join joined joining joins participate participated "
        "participates participating participation present remarks speaking speech spoke "
        "statement take takes taking told took travel traveling "
        "travelled travelling travels called urged stressed raised proposed reiterated reaffirmed "
        "highlighted emphasised emphasized arrive arrived arrives arriving will is are was",
        "attendee",
        r"(?:attend(?:s|ed|ing|ance at)?|participat(?:e|es|ed|ing|ion) (?:in|at)|"
        r"t(?:a|o)k(?:e|es|ing)? part in|took part in|join(?:s|ed|ing)?|address(?:es|ed|ing)?|"
        r"present at|speaking (?:at|to)|spoke (?:at|to)|speech (?:at|to)|remarks (?:at|to)|"
        r"told|statement (?:at|to)|(?:called for|urged|stressed|raised|proposed|reiterated|"
        r"reaffirmed|highlighted|emphasi[sz]ed)\b[^.;]{0,70}? (?:at|during)|"
        r"intervention at|delegation to|travel(?:s|ing|ling|led)? to "
        r"[^,;:.]{2,40} (?:to attend|for)|"
        r"(?:arriv(?:e|ed|es|ing) (?:in|at)|(?:will be|is|are|was) in) [^,;:.]{2,40} for|"
        r"(?:attend(?:s|ed|ing)?|join(?:s|ed|ing)?|participat(?:e|es|ed|ing) in|"
        r"t(?:a|oo)k(?:e|es|ing)? part in) [^,;:.]{0,30}?\b(?:meeting|session|gathering|talks)"
        r"(?: [^,;:.]{1,30})? of)",
        {
            "will attend the [8th East Asia Summit]": "attendee",
            "to participate in the [28th and 29th ASEAN Summits]": "attendee",
            "Remarks at the [ASEAN Summit]": "attendee",
            "the President will be in Phnom Penh for the [U.S.-ASEAN Summit]": "attendee",
            "have arrived in Bali for the [East Asia Summit]": "attendee",
            "called for restraint at sea during the [ASEAN Summit]": "attendee",
            "attend a meeting in Manila on Monday of the [ASEAN Regional Forum]": "attendee",
            "welcomed the [ASEAN Summit]": None,
        },
    ),
    before_name(
        "attends.chairing",
        "chair chaired chairing chairs co host hosted hosting hosts preside presided "
        "presides presiding",
        "chair",
        r"(?:chair(?:s|ed|ing)?|co-chair(?:s|ed|ing)?|presid(?:e|es|ed|ing) over|"
        r"host(?:s|ed|ing)?|co-host(?:s|ed|ing)?)",
        {
            "On 17-18 March, I will host the [ASEAN-Australia Special Summit]": "chair",
            "co-chaired the [ASEAN-Australia Forum]": "chair",
            "in the host city, the [ASEAN Summit]": None,
        },
    ),
)

SPEAKS = (
    before_name(
        "speaks.at",
        "made making remarks speaking",
        True,
        r"(?:speaking(?: to reporters)? (?:at|during|after|(?:when|while) [a-z]+ing)|"
        r"(?:made|making) the (?:remarks|comments|statement|call|announcement)\b[^.;]{0,20}? "
        r"(?:at|during|(?:when|while)(?: [a-z]+ing)?))",
        {
            "He made the remarks while attending the [27th China-ASEAN Summit]": True,
            "Speaking when opening the [58th AMM]": True,
            "He attended the [58th AMM]": None,
        },
    ),
)

YEAR = (
    before_name(
        "year.next",
        "next",
        "next",
        r"next year['’]s",
        {"prepares for next year's [ASEAN Summit]": "next", "this year's [ASEAN Summit]": None},
    ),
    before_name(
        "year.last",
        "last the",
        "last",
        r"last year['’]s|the previous",
        {
            "at last year's [ASEAN Summit]": "last",
            "The previous [ALMM] was held online": "last",
            "the last [ASEAN Summit]": None,
        },
    ),
)

BESIDE = (
    before_name(
        "beside.also",
        "also",
        True,
        r"also (?:attend(?:s|ed|ing)?|participat(?:e|es|ed|ing) in|(?:takes?|took|taking) part in|"
        r"join(?:s|ed|ing)?|address(?:es|ed|ing)?|chair(?:s|ed)?|co-chair(?:s|ed)?)",
        {
            "He will also attend the [ASEAN-G7 Justice Ministers Interface]": True,
            "He will attend the [ASEAN Summit]": None,
        },
    ),
)

NO_MEETING = (
    before_name(
        "none.body-of",
        "architecture auspices importance commitment commitments decisions mechanism mechanisms "
        "members membership recommendations report reports representatives through under",
        True,
        r"(?:through|commitments? to|representatives (?:of|from)|under the auspices of|auspices of|"
        r"decisions of|recommendations (?:to|of)|reports? to|members(?:hip)? (?:of|in)|"
        r"architecture of|importance of|mechanisms? (?:such as|like|including))",
        {
            "implement agreements and decisions of the [ASEAN Summit]": True,
            "cooperation through the [ADMM-Plus]": True,
            "reaffirmed their commitment to the [EAS]": True,
            "stressed the importance of the [ADMM]": True,
            "met with representatives of the [ASEAN Inter-Parliamentary Assembly]": True,
            "decisions at the [ASEAN Summit]": None,
        },
    ),
    next_to_name(
        "none.frame",
        "framework process mechanism architecture member members partners platform platforms",
        True,
        r"(?:framework|process|mechanism|architecture|member countries|members|partners|"
        r"as (?:an?\s|the\s)?(?:[a-z]{1,12}\s){0,3}platforms?)",
        {
            "the [ADMM-Plus] framework": True,
            "the [ADMM-Plus] as primary platforms for dialogue": True,
            "the [ADMM-Plus] in Jakarta": None,
            "the [ASEAN Summit] adopted a framework": None,
        },
    ),
)

SURROUNDINGS = (*BACKGROUND, *ATTENDS, *SPEAKS, *YEAR, *BESIDE, *NO_MEETING)
