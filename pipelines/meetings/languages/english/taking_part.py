"""The part that an English sentence gives a person in a meeting: head, chair, speaker or none."""

from __future__ import annotations

import re

from crawler.items import Function
from pipelines.meetings.language import Named
from pipelines.meetings.sentences import Sentence

HONORIFIC = (
    r"(?:H\.?\s?E\.?|His Excellency|Her Excellency|His Majesty|Her Majesty|"
    r"(?:[Tt]he )?(?:Right )?Honou?rable|Hon\.?|"
    r"Mr\.?|Mrs\.?|Ms\.?|Mdm\.?|Madam|Dr\.?|Prof\.?|Professor|Tan Sri|Tun|Dato['’]?|Datuk|Datin|"
    r"Paduka|Pehin|Seri|Sri|Haji|Hajah|Samdech|Sir|Dame|Daw|U|YB|Yb|YAB|Gen\.?|General|Sultan|"
    r"Shri|Smt\.?|Datu|Lailaraja|Major|Brigadier|Lieutenant|\(Rtd\.?\)|\(Ret\.?\)|\(retired\)|"
    r"Tengku|Pengiran|Awang|Setia|Utama|Amar|Diraja|Khun|Ir\.?|Drs\.?|Atty\.?|Engr\.?)"
)
_HEADS = frozenset(
    "led leads leading lead heads headed heading head represent represents represented "
    "representing".split()
)
"""One of these stands wherever somebody is said to be the head; most sentences have none."""
_LEADS = re.compile(
    r",?\s(?:[^\s.;]{1,15}\s){0,8}?(?:led|leads|leading|will lead|heads|headed|heading)\s"
    r"(?:[^\s.;]{1,15}\s){0,6}?(?:delegation|team)\b|"
    r",?\s(?:will\s|to\s)?(?:represent(?:s|ed|ing)?\s(?:[A-Z]|the\s[A-Z]|(?:his|her|the)\scountry)|"
    r"[^.;]{0,200}?\sas\s[A-Z][\w\s]{2,20}['’]s?\s[Hh]ead\sof\s[Dd]elegation)"
)
_LED_BY = re.compile(
    rf"(?:(?:\bdelegations?|\bteam)\b[^.;]{{0,60}}?(?<!\w)(?:led|headed)|represented)\sby\s(?:the\s)?"
    rf"(?:{HONORIFIC}\s){{0,4}}\Z"
)
_PRESIDES = frozenset(
    "chair chairs chaired chairing preside presides presided presiding chairmanship "
    "moderated".split()
)
"""One of these stands wherever somebody is said to be in the chair."""
_CHAIRS = re.compile(
    r"(?:,[^.;,]{0,60})?,?\s(?:who\s)?(?:also\s|is\s|was\s|has\s|had\s)?"
    r"(?:will\s(?:co-)?(?:chair|preside over)|(?:co-)?chair(?:s|ed|ing)|presid(?:es|ed|ing) over)\b"
)
_CHAIRED_BY = re.compile(
    rf"(?:(?:(?<!vice-)chaired|presided over|moderated)\sby|under the chair(?:manship)? of)"
    rf"\s(?:the\s)?(?:{HONORIFIC}\s){{0,4}}\Z",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r",?\s(?:also\s|has\s)?(?:said|told|stressed|noted|affirmed|emphasi[sz]ed|called|urged|stated|"
    r"highlighted|proposed|suggested|reaffirmed|underlined|welcomed|added|warned|shared)\b"
)
_ATTENDED = re.compile(
    r"\b(?:attended|attending|took part|taking part|participated|participating|in attendance|"
    r"(?:was|were|is|are) (?:also )?present|present (?:was|were)|expected|due|joined)\b"
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
_RECEIVED = re.compile(
    r"\b(?:welcomed|received|greeted|met at the airport|seen off)(?: at the airport| there)? by\b"
)
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
        or _CHAIRED_BY.search(text, max(low, start - 45), start)
    ):
        return "chair"
    return "speaker" if _SPEAKS.match(text, end, sentence.end) else None


def takes_part(named: Named, sentence: Sentence, *, met_at: bool) -> bool:
    """False for who speaks for somebody, and for who is met apart from a meeting.

    `met_at`: the sentence names a meeting.
    """
    text, start = sentence.whole, sentence.start
    if named.title and _SPEAKS_FOR.search(text, *named.title):
        return False
    apart = not _APART.isdisjoint(sentence.keys) and _MET_APART.search(text, start, named.name[0])
    if met_at or named.short:
        return not (apart and _MARGINS.search(text, start, sentence.end))
    if apart or _RECEIVED.search(text, start, named.name[0]):
        return False
    if named.function is not None or sentence.number <= _LEAD:
        return True
    return _ATTENDED.search(text, start, sentence.end) is not None
