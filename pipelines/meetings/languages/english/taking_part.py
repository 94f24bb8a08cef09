"""The part that an English sentence gives a person in a meeting: head, chair, speaker or none."""

from __future__ import annotations

import re

from crawler.items import Function
from pipelines.meetings.language import Named
from pipelines.meetings.languages.english.offices import FORMAL, STATE, STATES
from pipelines.meetings.sentences import Sentence

STYLE = (
    r"(?:H\.?\s?E\.?|(?:His|Her) (?:Excellency|Majesty|Royal Highness)|HRH|"
    r"(?:[Tt]he )?(?:Right )?Honou?rable|Hon\.?|"
    r"Mr\.?|Mrs\.?|Ms\.?|Mdm\.?|Madam|Dr\.?|Doctor|Prof\.?|Professor|"
    r"(?:Tan|Toh Puan|Dato['’]?|Datuk|Datin) (?:Seri|Sri)|Tan Sri|Tun|Dato['’]?|Datuk|Datin|"
    r"Yang (?:Amat )?(?:Berhormat|Mulia|Dimuliakan)|Yang Teramat Mulia|"
    r"Paduka|Pehin|Seri|Haji|Hajah|Hj|Hjh|Sir|Dame|Daw|U|YB|Yb|YAB|"
    r"Samdech|Akka|Moha|Sena|Padei|Techo|Kralahor?m|Bovorthipadi|Sultan|"
    r"Police|Pol\.?|Gen\.?|General|Col\.?|Colonel|Adm\.?|Admiral|Rear|Lt\.?[- ]Gen\.?|"
    r"Maj\.?[- ]Gen\.?|Brig\.?[- ]Gen\.?|BG|Major|Brigadier|Lieutenant|Commodore|Marshal|"
    r"Air Chief|\((?:NS|R|Rtd\.?|Ret\.?|Retd\.?|retired)\)|"
    r"Shri|Smt\.?|Datu|Lailaraja|Tengku|Pengiran|Awang|Dayang|Setia|Utama|Amar|Diraja|Khun|"
    r"Ir\.?|Drs\.?|Atty\.?|Engr\.?)"
)
HONORIFIC = rf"(?:H\.\s?E\.(?=[A-Z][a-z])|{STYLE}\s)"
"""A style or rank before a name, with the space after it, if there is one."""
_HEADS = frozenset(
    "delegation led leads leading lead heads headed heading head represent represents represented "
    "representing".split()
)
"""One of these stands wherever somebody is said to be the head; most sentences have none."""
_LEADS = re.compile(
    r",?\s(?:[^\s.;]{1,15}\s){0,8}?(?:led|leads|leading|will lead|heads|headed|heading)\s"
    r"(?:[^\s.;]{1,15}\s){0,6}?(?:delegation|team)\b|"
    r",?\s(?:will\s|to\s|is\s|was\s)?(?:represent(?:s|ed|ing)?\s"
    r"(?:[A-Z]|the\s[A-Z]|(?:his|her|the)\scountry)|"
    r"[^.;]{0,200}?\sas\s[A-Z][\w\s]{2,20}['’]s?\s[Hh]ead\sof\s[Dd]elegation)|"
    r"\sand\s(?:an?|his|her|the)\s(?:[\w\-]+\s){0,3}delegation\b|"
    r",\s(?:the\s|who\sis\s|also\s){0,3}(?:[Aa]cting\s)?[Hh]ead\sof\s[^.;,]{0,60}?\s[Dd]elegation\b"
)
_LED_BY = re.compile(
    rf"(?:(?:\bdelegations?|\bteam)\b[^.;]{{0,60}}?(?<!\w)(?:led|headed)|represented)\sby\s(?:the\s)?"
    rf"(?:{HONORIFIC}){{0,12}}\Z"
)
_SENT_BY = re.compile(
    rf"(?<!\w)(?P<state>{STATE})(?:['’]s?)?,?\s(?:(?:high-level|ministerial|official|government|[A-Z]\w+)"
    r"\s){0,2}(?:(?:which\s)?(?:was\s|is\s|were\s|will be\s)?|"
    r"(?:delegations?|team)\s(?:[^\s,.;]{1,15}\s){0,4}?)"
    rf"(?:led|headed|represented)\sby\s(?:the\s)?(?:{HONORIFIC}){{0,12}}\Z|"
    rf"\bdelegation\s(?:of|from)\s{FORMAL}(?P<of>{STATE}),?\s(?:(?:was|is|will be)\s)?"
    rf"(?:led|headed)\sby\s(?:the\s)?(?:{HONORIFIC}){{0,12}}\Z"
)
_JOINT = re.compile(
    r"(?:\s(?:of|for)\s[^,.;]{2,40}?)?,?\s(?:and|together with|along with|alongside)\s"
    r"(?:(?:his|her|the)\s)?(?:[^,.;]{2,40},?\s)?"
    rf"(?:{HONORIFIC}){{0,12}}"
)
_PRESIDES = frozenset(
    "chair chairs chaired chairing chairman chairperson chairwoman chairmanship preside presides "
    "presided presiding moderated".split()
)
"""One of these stands wherever somebody is said to be in the chair."""
_GATHERING = (
    r"(?:[\w’'\-]+\s){0,5}?(?:[Mm]eetings?|[Ss]ummits?|[Rr]etreat|[Cc]onference|[Tt]alks|[Ss]ession|"
    r"[Aa]ssembly|[Ff]orum|ASED|AMM|AEM|ADMM|AMAF|ARF|AIPA)(?![\w-])"
)
_CHAIR = r"[Cc]hair(?:man|person|woman)?"
_CHAIRS = re.compile(
    r"(?:,[^.;,]{0,60})?,?\s(?:who\s)?(?:also\s|is\s|was\s|has\s|had\s|jointly\s){0,2}"
    r"(?:will\s(?:also\s)?(?:co-)?(?:chair|preside over)|(?:co-)?chair(?:s|ed|ing)|"
    r"presid(?:es|ed|ing) over)\b|"
    r"\s(?:[^\s,.;]{1,15}\s){1,4}(?:after|while|when|before)\s"
    r"(?:(?:co-)?chairing|presiding over)\b|"
    r",?\s(?:and\s|who\s(?:is|was)\s(?:also\s)?|in\s(?:his|her)\scapacity\sas\s|as\s)?(?:the\s)?"
    rf"(?:{_CHAIR}\sof\s(?:the\s)?{_GATHERING}|"
    rf"{_CHAIR}\sof\s(?:the\s)?(?:ASEAN|Asean|bloc|grouping)(?!\w|\s[A-Z])|"
    rf"(?<=capacity\sas\s){_CHAIR}\b|(?:acting|acted|serving)\sas\s(?:the\s)?{_CHAIR}\b|"
    rf"(?<=capacity\sas\sthe\s){_CHAIR}\b|"
    rf"(?:(?:this\syear['’]s|current|rotating)\s){{0,2}}(?:ASEAN|Asean)(?:['’]s)?\s{_CHAIR}\b)"
)
_CHAIRED_BY = re.compile(
    rf"(?:(?:(?:(?<!vice-)chaired|presided(?:\sover)?|moderated)\sby|"
    r"under the chair(?:manship)? of)"
    r"\s(?:the\s)?|\bco-chair(?:ed|s|ing)?\s(?:[^.;]|(?<=[A-Z])\.){1,100}?\s"
    r"(?:with|alongside)\s(?:(?:his|her|the)\s)?|"
    rf"\b{_CHAIR}\sof\s(?:the\s)?{_GATHERING}(?:,|\sand)?\s|\bcurrent\s{_CHAIR}\sis\s)"
    rf"(?:{HONORIFIC}){{0,12}}\Z",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:,\s(?:in|at|during|speaking|addressing|delivering)\s[^.;,]{2,60},)?,?\s(?:(?:also|has|then|later|both)\s){0,2}"
    r"(?:said|says|told|stressed|noted|affirmed|emphasi[sz]ed|called|urged|stated|"
    r"highlighted|proposed|suggested|reaffirmed|underlined|underscored|welcomed|added|warned|shared|"
    r"announced|explained|expressed|voiced|pointed out|reiterated|declared|outlined|thanked|"
    r"pledged|vowed|acknowledged|remarked|spoke|defended|hailed|lauded|praised|delivered|opened|addressed)\b"
)
_SAID_BY = re.compile(rf"(?<=[,”\"’.?!]\s)(?:said|says)\s(?:{HONORIFIC}){{0,12}}\Z")
_ATTENDED = re.compile(
    r"\b(?:attended|attending|took part|taking part|participated|participating|in attendance|"
    r"(?:was|were|is|are) (?:also )?present|present (?:was|were)|expected|due|joined|attendees|"
    r"delegation (?:also )?(?:includ|compris|consist)\w+|"
    r"participants|arriv(?:ed|ing)|accompan(?:ied|ying)|brought together|gathered|"
    r"among (?:them|those)|(?:is|was|be) represented)\b"
    r"(?!\s(?:the|a|an)\s(?:[a-z]+\s){0,2}(?:ceremony|dinner|lunch\w*|gala|exhibition|funeral|wedding|concert))"
)
_APART = frozenset(
    "call calls called calling meet meeting meetings met talks bilateral response reply "
    "telephone".split()
)
"""One of these stands wherever `_MET_APART` matches."""
_MET_APART = re.compile(
    r"\b(?:call(?:s|ed|ing)? on|meet(?:ing)? (?:separately )?with|met (?:separately )?with|"
    r"\bmet (?!in\b|on\b|at\b|for\b|virtually|online|to\b|here\b|face)|meet (?:his|her)\b|"
    r"also meet|talks with|meetings? with|bilateral|in response to|written reply|telephone)\b",
    re.IGNORECASE,
)
_BILATERAL = re.compile(
    r"\bbilateral (?:meetings?|talks|discussions?) with\s"
    r"(?:(?!\b(?:at|attend\w*|after|before)\b)[^.;]){0,120}\Z"
)
_RECEIVED = re.compile(
    r"\b(?:welcomed|received|greeted|met at the airport|seen off)(?: at the airport| there)? by\b"
)
_AWAY = frozenset(
    "absent excluded barred invited attend attending join present skipped skips sent representing "
    "represents represented "
    "fill fills filled filling standing stands stood behalf instead place replacing replaces "
    "replaced succeeded".split()
)
"""One of these stands wherever `_ABSENT` or `_STOOD_FOR` matches."""
_ABSENT = re.compile(
    r"(?:,[^.;,]{0,60},|\sand\s[^.;,]{2,40}?)?\s(?:(?:is|was|were|are|will be)\s)?(?:absent|"
    r"excluded|"
    r"barred|not\s(?:(?:be|been)\s)?(?:invited|present|attending|there)\b)|"
    r"\s(?:will|did|would|could|does)\s(?:not|n['’]t)\s(?:be\s)?(?:physically\s)?"
    r"(?:attend|come|join|present|participat)|(?:\sand\s[^.;,]{2,60}?)?\s(?:skipped|skips|"
    r"sent\s(?:his|her|their|an?)\b)"
)
_OWNER = re.compile(
    r"['’]s?\s(?!(?:[\w’'\-]+\s){0,2}(?:speech|remarks|address|statement|welcome|attendance|participation|"
    r"presence|delegation|proposal|call|arrival|chairmanship|comments|opening|intervention|invitation|"
    r"visit|trip|meetings?|talks|debut)\b)[a-z]"
)
"""What belongs to somebody is told of, not he himself: `President Biden's adviser attended`."""
_STATE_LAST = re.compile(rf"(?<!\w)(?:{STATE})(?:['’]s?)?\s\Z")
_STOOD_FOR = re.compile(
    r"\b(?:represent(?:ing|s|ed)|on behalf of|in place of|instead of|replac(?:ing|es|ed)|"
    r"fill(?:s|ed|ing)? in for|st(?:anding|ands|ood) in for|succeeded)\s"
    rf"(?:(?:the|his|her)\s)?(?:{HONORIFIC}){{0,12}}\Z"
)
"""Who is represented by somebody else is not there."""
_MARGINS = re.compile(r"\b(?:sidelines?|margins|fringes)\b")
_SPEAKS_FOR = re.compile(r"spokes|press secretary", re.IGNORECASE)
_LEAD = 2
"""Sentences, title included, that introduce who the article is about."""


def read_function(sentence: Sentence, start: int, end: int) -> Function | None:
    """What somebody does whose name and office stand from `start` to `end`."""
    text, low, keys = sentence.whole, sentence.start, sentence.keys
    if not _HEADS.isdisjoint(keys) and (
        _LEADS.match(text, end, sentence.end)
        or ("by" in keys and _LED_BY.search(text, max(low, start - 120), start))
    ):
        return "head"
    if not _PRESIDES.isdisjoint(keys) and (
        _CHAIRS.match(text, end, sentence.end)
        or _CHAIRED_BY.search(text, max(low, start - 150), start)
    ):
        return "chair"
    said = "said" in keys and _SAID_BY.search(text, max(low - 2, start - 60), start)
    return "speaker" if said or _SPEAKS.match(text, end, sentence.end) else None


def read_sender(sentence: Sentence, start: int) -> str | None:
    """The country that sends the delegation whose head stands at `start`."""
    if "by" not in sentence.keys:
        return None
    match = _SENT_BY.search(sentence.whole, max(sentence.start, start - 200), start)
    return None if match is None else STATES[match["state"] or match["of"]]


def are_joint(between: str) -> bool:
    """True for the words between two who do one thing: `A [and his Thai counterpart ]B`."""
    return _JOINT.fullmatch(between) is not None


def takes_part(named: Named, sentence: Sentence, *, met_at: bool) -> bool:
    """False for who speaks for somebody, and for who is met apart from a meeting.

    `met_at`: the sentence names a meeting.
    """
    text, start = sentence.whole, sentence.start
    if named.title and _SPEAKS_FOR.search(text, *named.title):
        return False
    if _OWNER.match(text, named.name[1], sentence.end):
        return False
    if not _AWAY.isdisjoint(sentence.keys) and _is_away(named, sentence):
        return False
    apart = not _APART.isdisjoint(sentence.keys) and _MET_APART.search(text, start, named.name[0])
    if met_at or named.short:
        low = max(start, named.name[0] - 160)
        return not apart or not (
            _MARGINS.search(text, start, sentence.end)
            or _BILATERAL.search(text, low, named.name[0])
        )
    if apart or _RECEIVED.search(text, start, named.name[0]):
        return False
    if named.function is not None or sentence.number <= _LEAD:
        return True
    return _ATTENDED.search(text, start, sentence.end) is not None


def _is_away(named: Named, sentence: Sentence) -> bool:
    """True for who is said to be absent, or to be represented by somebody else."""
    text, start, end = sentence.whole, named.name[0], named.name[1]
    if named.title is not None:
        start, end = min(start, named.title[0]), max(end, named.title[1])
    state = _STATE_LAST.search(text, max(sentence.start, start - 60), start)
    start = state.start() if state else start
    return (
        _ABSENT.match(text, end, sentence.end) is not None
        or _STOOD_FOR.search(text, max(sentence.start, start - 60), start) is not None
    )
