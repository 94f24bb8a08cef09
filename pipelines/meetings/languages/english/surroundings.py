"""What English says right before and right after the name of a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.meetings.language import Around
from pipelines.meetings.rule import Rule, constant

Examples = Mapping[str, object]

_ARTICLES = (
    "the|a|an|its|this|their|both|all|ongoing|annual|upcoming|successful|historic|recent|first|two"
)
_NAME_NEXT = rf"(?:\s(?:{_ARTICLES})){{0,2}}[\s“\"(]{{0,2}}\Z"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_BETWEEN = r"(?:\s[^\s,;:.]{1,20}){0,6}?"


def _before(name: str, value: object, words: str, examples: Examples) -> Around:
    """`words` end right before the name; `name` is `field.way`."""
    pattern = re.compile(rf"(?<!\w)(?:{words}){_NAME_NEXT}", re.IGNORECASE)
    return Around(rule=_rule(name, value, pattern, examples), side="before")


def _after(name: str, value: object, words: str, examples: Examples) -> Around:
    """`words` come after the name, with at most six words between."""
    pattern = re.compile(
        rf"[”\")]?(?:\s\([^()]{{0,60}}\))?(?:, which[^.;,]{{0,80}},)?{_BETWEEN},?\s"
        rf"(?:{words})(?!\w)",
        re.IGNORECASE,
    )
    return Around(rule=_rule(name, value, pattern, examples), side="after")


def _rule(name: str, value: object, pattern: re.Pattern[str], examples: Examples) -> Rule:
    field = name.split(".")[0]
    read = constant(value)
    return Rule(name=f"en.{name}", field=field, pattern=pattern, read=read, examples=examples)


BACKGROUND = (
    _before(
        "background.frame",
        True,
        r"(?:on the (?:sidelines|margins|fringes) of|within the framework of|as part of|"
        r"in conjunction with|during|ahead of|prior to|before|in the run-up to|following|after|"
        r"since|alongside|in addition to|besides|such as|including|followed on from|"
        r"on the occasion of (?:his|her|their|the)\s[^.,;]{0,40}?"
        r"(?:attendance|participation)(?: at| in)?)",
        {
            "met on the sidelines of the [ASEAN Summit]": True,
            "Following the [AMAF meeting], ministers of China": True,
            "ahead of this [ASEAN Summit]": True,
            "on the occasion of his attendance at the [AMM]": True,
            "will attend the [ASEAN Summit]": None,
        },
    ),
    _before(
        "background.preparing",
        True,
        r"(?:prepar(?:e|ed|es|ing|ation|ations|atory)|pave the way|paving the way|agenda|"
        r"groundwork|programme|program|draft documents|documents|roadmap|submit(?:ted)?|submission)"
        r"(?:\s[^\s,;:.]{1,15}){0,3}?\s(?:for|of|to)",
        {
            "discussed preparations for the [36th ASEAN Summit]": True,
            "to prepare well for the [AMM]": True,
            "the agenda of the [AMM Retreat]": True,
            "travels to Hanoi for the [ASEAN Summit]": None,
        },
    ),
    _before(
        "background.results",
        True,
        r"(?:outcomes?|results?|success|decisions?|agreements?|conclusions?|commitments?|"
        r"initiatives?|announced|adopted|signed|agreed|launched|reached|made|hosting|expansion|"
        r"strengthening|role|builds on [^,;.]{3,40} participation)"
        r"(?:\s(?:reached|made|adopted|announced|by\sleaders|upon)){0,2}"
        rf"\s(?:of|at|from|in|during)(?:\s(?:the\s)?(?:last\syear['’]s|{_MONTH}(?:\s\d{{4}})?)){{0,2}}",
        {
            "to implement the outcomes of the [37th ASEAN Summit]": True,
            "the consensus reached at the [ASEAN Leaders' Meeting]": True,
            "their successful hosting of the [East Asia Summit]": True,
            "Statement at the special [ASEAN Leaders' Meeting]": None,
            "was speaking at the [ASEAN Summit]": None,
        },
    ),
    _before(
        "background.past",
        True,
        r"(?:last year['’]s|the previous|previous|recently concluded|recent|the last|earlier|"
        rf"next year['’]s|the next|the {_MONTH}(?:\s\d{{4}})?|{_MONTH}\s\d{{4}})",
        {
            "at the recently concluded [49th Ministerial Conference]": True,
            "last year's [East Asia Summit]": True,
            "participation in the October 2021 [U.S.-ASEAN Summit]": True,
            "this year's [East Asia Summit]": None,
        },
    ),
)

ATTENDS = (
    _before(
        "attends.leading",
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
    _before(
        "attends.attending",
        "attendee",
        r"(?:attend(?:s|ed|ing|ance at)?|participat(?:e|es|ed|ing|ion) (?:in|at)|"
        r"t(?:a|o)k(?:e|es|ing)? part in|took part in|join(?:s|ed|ing)?|address(?:es|ed|ing)?|"
        r"present at|speaking (?:at|to)|spoke (?:at|to)|speech (?:at|to)|remarks (?:at|to)|"
        r"told|statement (?:at|to)|intervention at|delegation to|travel(?:s|ing|ling|led)? to "
        r"[^,;:.]{2,40} (?:to attend|for))",
        {
            "will attend the [8th East Asia Summit]": "attendee",
            "to participate in the [28th and 29th ASEAN Summits]": "attendee",
            "Remarks at the [ASEAN Summit]": "attendee",
            "welcomed the [ASEAN Summit]": None,
        },
    ),
    _before(
        "attends.chairing",
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

BESIDE = (
    _before(
        "beside.also",
        True,
        r"also (?:attend(?:s|ed|ing)?|participat(?:e|es|ed|ing) in|(?:takes?|took|taking) part in|"
        r"join(?:s|ed|ing)?|address(?:es|ed|ing)?|chair(?:s|ed)?|co-chair(?:s|ed)?)",
        {
            "He will also attend the [ASEAN-G7 Justice Ministers Interface]": True,
            "He will attend the [ASEAN Summit]": None,
        },
    ),
)

REPORT = (
    _before(
        "report.opening",
        "opening",
        r"(?:opening (?:ceremony|session|plenary|day)?\s?(?:of|at)|opened|opens|opening|"
        r"declared open|inaugurated)",
        {
            "at the opening ceremony of the [ASEAN Summit]": "opening",
            "opened the [36th ASEAN Summit]": "opening",
            "closed the [36th ASEAN Summit]": None,
        },
    ),
    _before(
        "report.closing",
        "closing",
        r"(?:clos(?:e|ed|es|ing)(?: (?:ceremony|session))?(?: of| at)?|wrapp(?:ed|ing) up|"
        r"conclusion of|conclud(?:ed|es)|at the end of|end of)",
        {
            "at the closing ceremony of the [ASEAN Summit]": "closing",
            "concluded the [AMM] in Hanoi": "closing",
            "opened the [36th ASEAN Summit]": None,
        },
    ),
    _before(
        "report.speech",
        "speech",
        r"(?:(?:opening |closing |welcome |welcoming )?remarks|speech|address|intervention|"
        r"statement)(?:\sby\s[^,;:]{3,60})? (?:at|to)",
        {
            "Opening remarks at the [ASEAN-Australia Special Summit]": "speech",
            "Remarks by President Biden at the [U.S.-ASEAN Summit]": "speech",
            "Statement on the [ASEAN Summit]": None,
        },
    ),
    _before(
        "report.statement",
        "statement",
        r"(?:statement|declaration|communique|communiqué|press release)"
        r"(?:\s(?:issued|adopted|released))? (?:of|following|after|from)",
        {
            "Chairman's Statement of the [30th ASEAN Summit]": "statement",
            "the joint statement issued following the [ASEAN Ministerial meeting]": "statement",
            "statements on [ASEAN Summit]": None,
        },
    ),
    _after(
        "report.opens",
        "opening",
        r"(?:was\s|were\s|has\s|officially\s|formally\s)*(?:open(?:s|ed)?|kick(?:s|ed) off|begins?|"
        r"began|start(?:s|ed)?|got under ?way|gets under ?way)",
        {
            "The [46th ASEAN Summit] officially opened in Kuala Lumpur": "opening",
            "[ASEAN Summit] kicks off": "opening",
            "[ASEAN Summit] ends": None,
        },
    ),
    _after(
        "report.closes",
        "closing",
        r"(?:was\s|were\s|has\s|have\s|officially\s)*(?:clos(?:es|ed)|wrap(?:s|ped) up|"
        r"conclud(?:es|ed)|end(?:s|ed)|came to (?:a close|an end))",
        {
            "The [East Asia Summit] concluded in Hanoi": "closing",
            "[ASEAN Summit] opens": None,
        },
    ),
    _after(
        "report.held",
        "held",
        r"(?:was\s|were\s|has\s|have\s|been\s|being\s|is\s|are\s|will\s|be\s|successfully\s)*(?:held|"
        r"t(?:a|oo)kes? place|took place|taking place|conven(?:ed|es|ing)|met|meets|adopted|"
        r"discussed|agreed|reviewed|issued|chaired|attended|hosted|opened)",
        {
            "The [ASEAN SOM] was held via videoconference": "held",
            "the [ASEAN Summit] will be held in Hanoi": "held",
            "[ASEAN Summit]: what to expect": None,
        },
    ),
)

STATUS = (
    _before(
        "status.will",
        "upcoming",
        r"(?:will|set to|scheduled to|is to|are to|due to|expected to|plans? to|upcoming|"
        r"forthcoming|looks? forward to|going to|ready for|prepares for|will be going to)"
        r"(?:\s[^\s,;:.]{1,15}){0,9}?",
        {
            "I will attend the [8th East Asia Summit]": "upcoming",
            "the upcoming [ASEAN Summit]": "upcoming",
            "I attended the [8th East Asia Summit]": None,
        },
    ),
    _after(
        "status.to-be-held",
        "upcoming",
        r"(?:will|is scheduled|are scheduled|scheduled|is slated|slated|is set|are set|set to|"
        r"to be held|is expected|are expected|is due|due to)",
        {
            "The [36th ASEAN Summit] is scheduled for late June": "upcoming",
            "The [meeting] will be held in Kuala Lumpur": "upcoming",
            "The [36th ASEAN Summit] was held": None,
        },
    ),
    _after(
        "status.ongoing",
        "ongoing",
        r"(?:is|are) (?:being held|taking place|under ?way|currently|meeting)",
        {"The [AMM] is being held in Manila": "ongoing", "The [AMM] was held": None},
    ),
    _after(
        "status.postponed",
        "postponed",
        r"(?:was|were|has been|have been|is|to be|will be|been) (?:postponed|delayed|pushed back|"
        r"rescheduled|put off)",
        {
            "The [ASEAN-US Special Summit] has been postponed": "postponed",
            "The [AMM], which was due to open on Monday, was put off": "postponed",
            "The [AMM] was held": None,
        },
    ),
    _after(
        "status.cancelled",
        "cancelled",
        r"(?:was|were|has been|have been|is|been) (?:cancell?ed|called off|scrapped)",
        {"The [ASEAN Summit] was called off": "cancelled", "The [AMM] was held": None},
    ),
    _before(
        "status.proposed",
        "proposed",
        r"(?:propos(?:e|ed|es|ing|al)|suggest(?:ed|s|ion)?|call(?:ed|s|ing)? for|"
        r"consider(?:ed|ing)?|discuss(?:ed|ing)?|exchanged views on)(?:\s(?:to|of|the|on))?"
        r"\s(?:conven(?:e|ing)|holding|hold|organi[sz](?:e|ing)|host|hosting)",
        {
            "ministers discussed convening an [ASEAN leaders' meeting]": "proposed",
            "the idea of the [ASEAN Summit]": None,
        },
    ),
    _after(
        "status.was-held",
        "held",
        r"(?:was|were|has been|have been|had been|concluded|ended|wrapped up|took place)",
        {"The [AMM] was held in Manila": "held", "The [AMM] will be held": None},
    ),
)

AROUND = (*BACKGROUND, *ATTENDS, *BESIDE, *REPORT, *STATUS)
