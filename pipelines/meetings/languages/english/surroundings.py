"""What English says next to a meeting that is background, or that somebody attends."""

from __future__ import annotations

import re

from pipelines.meetings.languages.english.around import before_name, next_to_name

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)

_IS_NEWS = re.compile(
    r"\b(?:was|were|came|(?:has|have) been|is|are being)\s\Z|"
    r"(?<!\b(?:as|by)\s)(?<!\bthat\s)(?<!\bwhich\s)(?<!\b(?:as|by)\sthe\s)(?<!\bthat\sthe\s)"
    r"(?<!\bwhich\sthe\s)\b(?:(?:Southeast Asian|ASEAN|Asean|foreign|economic|finance)\s)?"
    r"(?:leaders|ministers|chiefs|countries|sides|[Tt]hey)"
    r"(?:,?\s(?:on\s)?[A-Z][a-z]+day|\shave|\stoday|\syesterday|\salso)?,?\s\Z"
)
"""Before `agreed at`, `made during`: what shows that this is told, not the plan agreed there."""
_SPOKE = re.compile(
    r"\b(?:(?:was|were|came|been) (?:made|announced|adopted|agreed|approved|detailed|discussed|"
    r"endorsed|issued|raised|reached|released|signed|unveiled)|made (?:the|his|her|an?) \w+|agreed|"
    r"voiced?|express(?:ed|es)?|discuss(?:ed)?|spoke|"
    r"pledged|vowed|offered|exchanged|called|calls|urged|urges|stressed|raised|proposed|reiterated|reaffirmed|emphasi[sz]ed|"
    r"highlighted|delivered|delivering|addressed|intervention|remarks|speech|statement)\b"
)


def _read_during(match: re.Match[str]) -> bool | None:
    """None after words that somebody says at a meeting: `urged restraint during the summit`."""
    before = max(0, match.start() - 120), match.start()
    return None if _SPOKE.search(match.string, *before) else True


def _read_results(match: re.Match[str]) -> bool | None:
    """None where they are the news: `the pledge was made at`, `leaders agreed at the meeting`."""
    before = max(0, match.start() - 60), match.start()
    return None if _IS_NEWS.search(match.string, *before) else True


BACKGROUND = (
    before_name(
        "background.during",
        "during",
        _read_during,
        r"during",
        {
            "roads will be closed during the [ASEAN Summit]": True,
            "urged restraint at sea during the [ASEAN-China Summit]": None,
            "The pledge was made during the [24th AFMGM+3]": None,
        },
    ),
    before_name(
        "background.absent",
        "absent boycott boycotted miss missed misses missing not skip skipped skipping skips t "
        "unable",
        True,
        r"(?:(?:not|t)(?: be)? (?:attend(?:ing)?|participat(?:e|ing) in|tak(?:e|ing) part in|"
        r"join(?:ing)?|travel to)|skip(?:s|ped|ping)?|miss(?:es|ed|ing)?|unable to attend|"
        r"absent from|boycott(?:ed)?)",
        {
            "I will not attend the [ASEAN Summit]": True,
            "The president will skip this year's [East Asia Summit]": True,
            "I will attend the [ASEAN Summit]": None,
        },
    ),
    before_name(
        "background.frame",
        "after ahead alongside as before besides followed following follows in including "
        "on preceded precedes preceding "
        "prior since such within",
        True,
        r"(?:on the (?:sidelines|margins|fringes) of|within the framework of|as part of|"
        r"in conjunction with|ahead of|prior to|before|in the run-up to|following|after|"
        r"since|alongside|in addition to|besides|such as|including|follow(?:ed|s)(?: on from)?|"
        r"preced(?:ed|es|ing)|"
        r"on the occasion of (?:his|her|their|the)\s[^.,;]{0,40}?"
        r"(?:attendance|participation)(?: at| in)?)",
        {
            "met on the sidelines of the [ASEAN Summit]": True,
            "Following the [AMAF meeting], ministers of China": True,
            "ahead of this [ASEAN Summit]": True,
            "gather in the capital ahead of Monday's [ASEAN Regional Forum]": True,
            "The talks followed the [ASEAN Summit]": True,
            "was followed by the [ASEAN Summit]": None,
            "on the occasion of his attendance at the [AMM]": True,
            "will attend the [ASEAN Summit]": None,
        },
    ),
    before_name(
        "background.preparing",
        "agenda documents draft groundwork pave paving preparation preparations preparatory "
        "prepare prepared prepares preparing program programme roadmap submission submit "
        "submitted",
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
    before_name(
        "background.results",
        "adopted agreed agreement agreements announced builds commitment commitments "
        "conclusion conclusions decision decisions expansion hosting initiative initiatives "
        "launched made outcome outcomes reached result results role signed strengthening "
        "success",
        _read_results,
        r"(?:outcomes?|results?|success|decisions?|agreements?|conclusions?|commitments?|"
        r"initiatives?|announced|adopted|signed|agreed|launched|reached|made|hosting|expansion|"
        r"strengthening|role|builds on [^,;.]{3,40} participation)"
        r"(?:\s(?:reached|made|adopted|announced|by\sleaders|upon)){0,2}"
        rf"\s(?:of|at|from|in|during)(?:\s(?:the\s)?(?:last\syear['’]s|{_MONTH}(?:\s\d{{4}})?)){{0,2}}",
        {
            "to implement the outcomes of the [37th ASEAN Summit]": True,
            "the consensus reached at the [ASEAN Leaders' Meeting]": True,
            "A consensus was reached at the [ASEAN Leaders' Meeting]": None,
            "the plan that leaders agreed at the [37th ASEAN Summit]": True,
            "Southeast Asian leaders on Friday agreed at the [37th ASEAN Summit]": None,
            "their successful hosting of the [East Asia Summit]": True,
            "Statement at the special [ASEAN Leaders' Meeting]": None,
            "was speaking at the [ASEAN Summit]": None,
        },
    ),
    before_name(
        "background.wanted",
        "appeal appealed appealing appeals ask asked asking asks call called "
        "calling calls idea lobby lobbying possibility press "
        "pressed presses pressing proposal proposed proposes proposing push pushed "
        "pushes pushing request requested requesting requests suggested suggesting "
        "suggests",
        True,
        r"(?:press|push|call|ask|appeal|lobby)(?:ed|es|s|ing)? for|request(?:ed|s|ing)?|idea of|"
        r"propos(?:ed|es|ing|al for|al of)|possibility of|suggest(?:ed|s|ing)",
        {
            "to press for a [special ASEAN foreign ministers' meeting]": True,
            "pressed on at the [ASEAN foreign ministers' meeting]": None,
        },
    ),
    before_name(
        "background.past",
        "april august december earlier february january july june last march may next "
        "november october previous recent recently september the",
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
        "last",
        "last",
        r"last year['’]s",
        {"at last year's [ASEAN Summit]": "last", "the last [ASEAN Summit]": None},
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
        "architecture auspices commitment commitments decisions mechanism mechanisms members "
        "membership recommendations report reports representatives through under",
        True,
        r"(?:through|commitments? to|representatives (?:of|from)|under the auspices of|auspices of|"
        r"decisions of|recommendations (?:to|of)|reports? to|members(?:hip)? (?:of|in)|"
        r"architecture of|mechanisms? (?:such as|like|including))",
        {
            "implement agreements and decisions of the [ASEAN Summit]": True,
            "cooperation through the [ADMM-Plus]": True,
            "reaffirmed their commitment to the [EAS]": True,
            "met with representatives of the [ASEAN Inter-Parliamentary Assembly]": True,
            "decisions at the [ASEAN Summit]": None,
        },
    ),
    next_to_name(
        "none.frame",
        "framework process mechanism architecture member members partners",
        True,
        r"(?:framework|process|mechanism|architecture|member countries|members|partners)",
        {
            "the [ADMM-Plus] framework": True,
            "the [ADMM-Plus] in Jakarta": None,
            "the [ASEAN Summit] adopted a framework": None,
        },
    ),
)

SURROUNDINGS = (*BACKGROUND, *ATTENDS, *SPEAKS, *YEAR, *BESIDE, *NO_MEETING)
