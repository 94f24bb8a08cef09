"""What English says right before a place where something is held."""

from __future__ import annotations

import re

from pipelines.meetings.languages.english.offices import STATE

PLACE_CUE = re.compile(
    r"(?P<elsewhere>\b(?:[Aa]mbassador|[Rr]epresentative|[Ee]mbassy|[Mm]ission|[Cc]onsulate|"
    r"[Ii]nvest(?:s|ed|ing|ments?|ors?)?|[Ss]ituation|[Cc]risis|[Cc]onflict|[Cc]oup|[Vv]iolence|[Ww]ar|[Dd]evelopments|"
    r"[Ee]lections?|[Cc]hair(?:manship)?|[Bb]orn|[Ee]ducated|[Bb]ased|(?:[Bb]efore|[Aa]fter)\s[a-z]+ing|"
    r"[Tt]hen\s(?:travel|fly|go|head|proceed|continue)s?)\s(?:[a-z]{2,12}\s)?)?"
    r"(?<!\w)(?:(?:in|at|In|At|hosted by|here in)\s"
    r"(?:the\s|an?\s)?(?:(?!the\s)[a-z][a-z\-’']{2,20}\s){0,3}|(?:to|(?:left|leaves?|leaving|"
    r"departs?|departed|departing|bound|headed|heading)\sfor)\s(?:the\s)?(?:(?:nearby|neighbou?ring|"
    r"sunny|southern|northern|central|eastern|western|coastal)\s){0,2})"
    r"(?:(?:[A-Z][a-z]+(?:['’]s)?\s)?(?:[Cc]apital|[Cc]ity|[Tt]own|[Ii]sland|[Pp]rovince|[Rr]esort)(?:\s[Cc]ity)?(?:\sof)?,?\s)?"
    r"(?:(?:[A-Z][\w’'\-]+\s){1,6}(?:Cent(?:re|er)|Hotel|Palace|Hall|Building|Resort|Ballroom|"
    r"Expo|House|Complex),\s|[A-Z]{3,6},\s){0,2}\Z"
)
PLACE_OPENS = frozenset(
    "ambassador representative embassy mission consulate invest invests invested investing "
    "investment investments investor investors situation crisis conflict coup violence war "
    "developments election elections chair chairmanship born educated based before after then in "
    "at hosted here to left leave leaves leaving depart departs departed departing bound headed "
    "heading".split()
)
PLACE_SIGN = re.compile(r"(?:in|In|at|At|to|by|for)\s")
UNLISTED_CITY = re.compile(
    r"(?P<city>[A-Z][a-z][\w’'\-]*(?:\s[A-Z][a-z][\w’'\-]*){0,2}),\s(?:[A-Z][\w’'\-]+(?:\s[A-Z][\w’'\-]+)?,"
    r"\s)?(?:the\s)?\Z"
)
HOUSE = re.compile(
    r"\s(?:[A-Z][\w’'\-]*\s){0,5}(?:Cent(?:re|er)|Hotel|Resort|Expo|Hall|Palace|Airport|Complex|"
    r"University|Arena|hotel|resort),?\s(?:in|of|at)\s(?:the\s(?:[a-z]+\s){0,3}(?:city|town|capital)\sof\s)?"
)
HERE = re.compile(
    r"(?<=\s)here(?! (?:is|are|to|we|and|with)\b)(?!\w|[’'])|"
    rf"\bin (?:(?:the national|this|the|the (?P<state>{STATE})) capital|"
    r"this (?:[a-z]+ ){0,3}(?:city|town|resort|island))\b(?! of| city of|’|'|,? [A-Z])"
)
CHAIRED_SELF = re.compile(
    r"\b(?:[Hh]e|[Ss]he) (?:said|told|added|announced|noted|stressed)\b[^.;\n]{0,60}? after "
    r"(?:co-)?(?:chairing|presiding over)\b"
)
SAID = re.compile(
    r"\b(?:arriv(?:ed|es)|to arrive|left|leaves|flew|flies|depart(?:ed|s)|landed|touched down|"
    r"returned)\b"
    r"(?:(?!\b(?:which|who|where|that|begin\w*|open\w*|held)\b)[^.;:]){2,70}?\s(?:on\s)?(?:[A-Z][a-z]+day(?:\s[a-z]+)?,\s)?\Z|"
    r"\b(?:keeping with|line with|under|based on|according to) (?:the|an?) (?:[\w\-]{1,15} ){0,3}"
    r"(?:statement|agreement|declaration|pact|deal) (?:signed|adopted|issued|reached) (?:on )?\Z|"
    r"\bspeaking (?:at|to|in)\b"
    r"(?:(?!\b(?:[Ss]ummit|[Mm]eeting|[Ff]orum|[Cc]onference|A(?:SEAN|sean))\b)[^.;:]){0,70}?\s(?:on\s)?\Z|"
    r"\b(?:said|says|announced|told (?:[a-z]{2,12}|[A-Z]{2,8})|confirmed|reported|quoted|noted|"
    r"stated|remarked|explained|added|informed)"
    r"(?:,? (?:at|in|during|from) [^.;,]{0,40}(?:office|[Mm]inistry|conference|briefing|"
    r"interview|[Pp]alace|airport|statement|release))?(?: here)?(?: late| early)?(?: on)?\s\Z"
)
TILL = re.compile(
    r"\b(?:until|till|through|(?:ends|closes|concludes|(?:will|to) (?:end|close|conclude|wrap up)|"
    r"[Ss]ummits (?:end|close|conclude)) on)\s\Z"
)
SPOKEN = re.compile(
    r"\b(?:Excellenc(?:y|ies)|Majest(?:y|ies)|[Ll]adies and [Gg]entlemen|[Dd]istinguished|"
    r"(?:Mr\.?|Madam) (?:Chair(?:man|person)?|President|Prime Minister|Secretary[- ]General))\b,?|"
    r"\b[Tt]hank you\b"
)
NO_REPORT = re.compile(
    r"\b(?:(?:[Ww]ritten|[Oo]ral) (?:[Rr]eply|[Aa]nswer)|[Pp]arliamentary [Qq]uestion|"
    r"[Ss]econd [Rr]eading|[Cc]ommittee of [Ss]upply)\b"
)
OTHER_YEAR = re.compile(
    r" (?:year(?:(?<=\b[Nn]ext year)|(?<=\b[Ll]ast year)|(?<=\b[Pp]revious year))['’]s\s"
    r"(?:\w+\s){0,2}?(?:summit|meeting)|"
    r"edition(?:(?<=\b[Nn]ext edition)|(?<=\b[Ll]ast edition)|(?<=\b[Pp]revious edition)))"
)
"""Begins with the word that is the same in all: every sentence without a name is searched."""
TOLD = re.compile(
    r"\b(?:told|address(?:ed|es)|briefed|assured|(?:met|meets?|hosts?|hosted)(?: with)?|and|"
    r"(?P<with>(?:summit|talks|meeting) with))"
    r"\s(?:the\s|all\s|fellow\s|other\s)?\Z"
)
MET_WITH = re.compile(r"\bwith\s(?:the\s)?(?:[\w-]{2,12}-(?:member|nation|country|strong)\s)?\Z")
NO_DATE_OF_MEETING = re.compile(
    r"(?:(?<=today)|(?<=yesterday)|(?<=tomorrow)|(?<=day)|(?<=morning)|(?<=noon)|(?<=evening)|"
    r"(?<=night))(?: morning| afternoon| evening| night)?"
    r"(?: from [A-Z][a-z]+)?,? (?:to (?:attend|participate in|take part in|join|represent)"
    r"|after (?:attending|participating in|taking part in|joining))\b"
    r"|(?:(?<=day)|(?<=\d)) (?:abruptly |again )?(?:postponed|called off|cancell?ed|delayed|"
    r"put off|scrapped)\b"
    r"|(?<=\d) (?:state |official |working )?(?:visit|trip|tour|stay)\b"
    r"|(?<=\d)\)?,? after (?:attending|participating in|taking part in|joining)\b"
)
