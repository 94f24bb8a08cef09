"""What English says next to a meeting that opens, was held, lies ahead or is put off."""

from __future__ import annotations

from pipelines.meetings.languages.english.around import after_name, before_name, next_to_name

REPORT = (
    before_name(
        "report.opening",
        "declared inaugurated opened opening opens kick kicked kicks kicking",
        "opening",
        r"(?:opening (?:ceremon(?:y|ies)|sessions?|plenary|day)?\s?(?:of|at)|opened|opens|"
        r"opening|declared open|inaugurated|kick(?:s|ed|ing) off)",
        {
            "at the opening ceremony of the [ASEAN Summit]": "opening",
            "led the opening ceremonies of the [50th AMM]": "opening",
            "ministers kicked off the [49th AEM]": "opening",
            "opened the [36th ASEAN Summit]": "opening",
            "closed the [36th ASEAN Summit]": None,
        },
    ),
    before_name(
        "report.closing",
        "at close closed closes closing concluded concludes conclusion end wrapped wrapping",
        "closing",
        r"(?:clos(?:e|ed|es|ing)(?: (?:ceremony|session))?(?: of| at)?|wrapp(?:ed|ing) up|"
        r"conclusion of|conclud(?:ed|es)|at the end of|end of)",
        {
            "at the closing ceremony of the [ASEAN Summit]": "closing",
            "concluded the [AMM] in Hanoi": "closing",
            "opened the [36th ASEAN Summit]": None,
        },
    ),
    before_name(
        "report.speech",
        "address closing intervention opening remarks speech statement welcome welcoming",
        "speech",
        r"(?:(?:opening |closing |welcome |welcoming )?remarks|speech|address|intervention|"
        r"statement)(?:\sby\s[^,;:]{3,60})? (?:at|to)",
        {
            "Opening remarks at the [ASEAN-Australia Special Summit]": "speech",
            "Remarks by President Biden at the [U.S.-ASEAN Summit]": "speech",
            "Statement on the [ASEAN Summit]": None,
        },
    ),
    before_name(
        "report.statement",
        "communique communiqué declaration press statement",
        "statement",
        r"(?:statement|declaration|communique|communiqué|press release)"
        r"(?:\s(?:issued|adopted|released))? (?:of|following|after|from)",
        {
            "Chairman's Statement of the [30th ASEAN Summit]": "statement",
            "the joint statement issued following the [ASEAN Ministerial meeting]": "statement",
            "statements on [ASEAN Summit]": None,
        },
    ),
    before_name(
        "report.gathered",
        "are arrive arrived arrives arriving assemble assembled assembling be convene convened "
        "convenes convening converge converged converges converging gather gathered gathering "
        "gathers is meet meets met were",
        "held",
        r"(?:(?:gather(?:s|ed|ing)?|converg(?:e|es|ed|ing)|conven(?:e|es|ed|ing)|"
        r"assembl(?:e|ed|ing))(?:\s(?!for\s|at\s)[^\s,;:.]{1,20}){0,6}?\s(?:for|at)|"
        r"(?:arriv(?:e|es|ed|ing)|met|meets?|(?:are|is|were|be) meeting)"
        r"(?:\s(?!for\s)[^\s,;:.]{1,20}){0,6}?\sfor)",
        {
            "the leaders, who have gathered for the [29th ASEAN Summit]": "held",
            "leaders have started arriving for the [31st ASEAN Summit]": "held",
            "ministers met on Friday for the [10th AFMGM]": "held",
            "gathered on 21 January in Brussels at the [22nd EU-ASEAN Ministerial Meeting]": "held",
            "met his counterpart at the [ASEAN Summit]": None,
        },
    ),
    before_name(
        "report.after-a",
        "after following",
        "held",
        r"(?:after|following) an?",
        {
            "said after a [meeting between Chinese and ASEAN officials]": "held",
            "said after the [ASEAN Summit]": None,
        },
    ),
    before_name(
        "report.agreed",
        "leaders ministers chiefs countries sides they",
        "held",
        r"(?<!\bthat )(?<!\bthat the )(?<!\bas )(?<!\bas the )"
        r"(?:leaders|ministers|chiefs|countries|sides|they)(?:,?\s(?:on\s)?[A-Z][a-z]+day|\shave|\salso)?,?\s(?:agreed|pledged|vowed|"
        r"adopted|endorsed|signed|approved|decided|discussed)\b[^.;,]{0,40}? (?:at|during)",
        {
            "Southeast Asian leaders agreed at the [Japan-ASEAN summit]": "held",
            "the plan that leaders agreed at the [37th ASEAN Summit]": None,
        },
    ),
    next_to_name(
        "report.speech-after",
        "address intervention remarks speech statement",
        "speech",
        r"[-–—:]\s(?:opening |closing )?(?:remarks|speech|statement|intervention|address)",
        {"[East Asia Summit] - Remarks": "speech", "[East Asia Summit] statement": None},
    ),
    after_name(
        "report.opens",
        "open opens opened kick kicks kicked begin begins began start starts started got gets",
        "opening",
        r"(?:was\s|were\s|has\s|officially\s|formally\s)*(?:open(?:s|ed)?|kick(?:s|ed) off|begins?|"
        r"began|start(?:s|ed)?|got under ?way|gets under ?way)",
        {
            "The [46th ASEAN Summit] officially opened in Kuala Lumpur": "opening",
            "[ASEAN Summit] kicks off": "opening",
            "[ASEAN Summit] ends": None,
        },
    ),
    after_name(
        "report.closes",
        "closes closed wraps wrapped concludes concluded ends ended came",
        "closing",
        r"(?:was\s|were\s|has\s|have\s|officially\s)*(?:clos(?:es|ed)|wrap(?:s|ped) up|"
        r"conclud(?:es|ed)|end(?:s|ed)|came to (?:a close|an end))",
        {
            "The [East Asia Summit] concluded in Hanoi": "closing",
            "[ASEAN Summit] opens": None,
        },
    ),
    after_name(
        "report.held",
        "held take takes took taking convened convenes convening met meets adopted "
        "discussed agreed reviewed issued chaired attended hosted opened endorsed approved "
        "launched reaffirmed welcomed condemned organised organized",
        "held",
        r"(?:was\s|were\s|has\s|have\s|been\s|being\s|is\s|are\s|will\s|be\s|successfully\s)*(?:held|"
        r"t(?:a|oo)kes? place|took place|taking place|conven(?:ed|es|ing)|met|meets|adopted|"
        r"discussed|agreed|reviewed|issued|chaired|attended|hosted|opened|endorsed|approved|"
        r"launched|reaffirmed|welcomed|condemned|organi[sz]ed (?:its|their|the|a))",
        {
            "The [ASEAN SOM] was held via videoconference": "held",
            "the [ASEAN Summit] will be held in Hanoi": "held",
            "The [CPR] has organised its first meeting": "held",
            "[ASEAN Summit]: what to expect": None,
        },
    ),
)

STATUS = (
    before_name(
        "status.will",
        "are due expected forthcoming going is look looks plan plans prepares ready "
        "scheduled set upcoming will",
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
    after_name(
        "status.to-be-held",
        "will scheduled slated set held expected due",
        "upcoming",
        r"(?:will(?! (?:also )?(?:continue|strive|remain|serve)\b)|"
        r"is scheduled|are scheduled|scheduled|is slated|slated|is set|are set|set to|"
        r"to be held|is expected|are expected|is due|due to)"
        r"(?![^.;]{0,80}\b(?:postponed|put off|called off|cancell?ed|delayed|scrapped)\b)",
        {
            "The [36th ASEAN Summit] is scheduled for late June": "upcoming",
            "The [meeting] will be held in Kuala Lumpur": "upcoming",
            "The [36th ASEAN Summit] was held": None,
            "The [CPR] will continue to advance its work": None,
            "The [AMM], scheduled for 14 March, has been postponed": None,
        },
    ),
    after_name(
        "status.ongoing",
        "is are",
        "ongoing",
        r"(?:is|are) (?:being held|taking place|under ?way|currently|meeting)",
        {"The [AMM] is being held in Manila": "ongoing", "The [AMM] was held": None},
    ),
    after_name(
        "status.postponed",
        "postponed delayed pushed rescheduled put",
        "postponed",
        r"(?:was|were|has been|have been|is|to be|will be|been) (?:postponed|delayed|pushed back|"
        r"rescheduled|put off)",
        {
            "The [ASEAN-US Special Summit] has been postponed": "postponed",
            "The [AMM], which was due to open on Monday, was put off": "postponed",
            "The [AMM], scheduled for 14 March, has been postponed": "postponed",
            "The [AMM] was held": None,
        },
    ),
    before_name(
        "status.postpones",
        "delay delayed delays postpone postponed postponement postpones postponing put puts "
        "putting",
        "postponed",
        r"(?:postpon(?:e|ed|es|ing)|delay(?:s|ed)?|put(?:s|ting)? off|postponement of)",
        {
            "The host decided to postpone the [ASEAN Summit]": "postponed",
            "The host decided to hold the [ASEAN Summit]": None,
        },
    ),
    before_name(
        "status.cancels",
        "call called calling calls cancel canceled cancelled cancelling cancels cancellation",
        "cancelled",
        r"(?:call(?:s|ed|ing)? off|cancel(?:s|l?ed|ling)?|cancellation of)",
        {
            "Protesters forced Thailand to call off the [ASEAN Summit]": "cancelled",
            "Thailand called for the [ASEAN Summit]": None,
        },
    ),
    after_name(
        "status.cancelled",
        "cancelled canceled called scrapped",
        "cancelled",
        r"(?:was|were|has been|have been|is|been) (?:cancell?ed|called off|scrapped)",
        {"The [ASEAN Summit] was called off": "cancelled", "The [AMM] was held": None},
    ),
    before_name(
        "status.proposed",
        "call called calling calls consider considered considering discuss discussed "
        "discussing exchanged proposal propose proposed proposes proposing suggest "
        "suggested suggestion suggests",
        "proposed",
        r"(?:propos(?:e|ed|es|ing|al)|suggest(?:ed|s|ion)?|call(?:ed|s|ing)? for|"
        r"consider(?:ed|ing)?|discuss(?:ed|ing)?|exchanged views on)(?:\s(?:to|of|the|on))?"
        r"\s(?:conven(?:e|ing)|holding|hold|organi[sz](?:e|ing)|host|hosting)",
        {
            "ministers discussed convening an [ASEAN leaders' meeting]": "proposed",
            "the idea of the [ASEAN Summit]": None,
        },
    ),
    after_name(
        "status.was-held",
        "was were has have had concluded ended wrapped took",
        "held",
        r"(?:was|were|has been|have been|had been|concluded|ended|wrapped up|took place)",
        {"The [AMM] was held in Manila": "held", "The [AMM] will be held": None},
    ),
)

REPORTS = (*REPORT, *STATUS)
