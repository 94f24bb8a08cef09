"""What English says next to a meeting that is only the background of the news."""

from __future__ import annotations

import re

from pipelines.meetings.languages.english.around import before_name

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
_IS_TOLD = re.compile(
    r"(?:(?!\b(?:last|previous)\b)[^.;:\n]){4,110}?,?\s(?:which|that)\s(?:has\s|have\s)?"
    r"(?:(?:was|were|been)\s)?(?:held|took place|conven|conclud|end(?:s|ed)\b|clos|wrap|open|"
    r"kick|beg[au]n\b|start)"
)
"""After `adopted at the`: the name of the meeting, and that it was held."""
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
    """None where they are the news: `the pledge was made at`, `leaders agreed at the meeting`.

    So they are where the meeting is told of: `a statement adopted at the AMM, which ended today`.
    """
    before = max(0, match.start() - 60), match.start()
    if _IS_NEWS.search(match.string, *before) or _IS_TOLD.match(match.string, match.end()):
        return None
    return True


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
        r"in conjunction with|ahead of|prior to|before|in the run-up to|"
        r"(?:following|after)(?! an? )|since|alongside|in addition to|besides|such as|including|"
        r"follow(?:ed|s)(?: on from)?|"
        r"preced(?:ed|es|ing)|"
        r"on the occasion of (?:his|her|their|the)\s[^.,;]{0,40}?"
        r"(?:attendance|participation)(?: at| in)?)",
        {
            "met on the sidelines of the [ASEAN Summit]": True,
            "Following the [AMAF meeting], ministers of China": True,
            "ahead of this [ASEAN Summit]": True,
            "gather in the capital ahead of Monday's [ASEAN Regional Forum]": True,
            "The talks followed the [ASEAN Summit]": True,
            "said after a [meeting of ASEAN ministers]": None,
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
        r"(?:outcomes?|results?|success|decisions?|agreements?|conclusions|commitments?|"
        r"initiatives?|announced|adopted|signed|agreed|launched|reached|made|hosting|expansion|"
        r"strengthening|role|builds on [^,;.]{3,40} participation)"
        r"(?:\s(?:reached|made|adopted|announced|by\sleaders|upon)){0,2}"
        rf"\s(?:of|at|from|in|during)(?:\s(?:the\s)?(?:last\syear['’]s|{_MONTH}(?:\s\d{{4}})?)){{0,2}}",
        {
            "to implement the outcomes of the [37th ASEAN Summit]": True,
            "the consensus reached at the [ASEAN Leaders' Meeting]": True,
            "in a text adopted at the [AHMM], which ended in Hanoi today": None,
            "at the conclusion of the [AMM]": None,
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
