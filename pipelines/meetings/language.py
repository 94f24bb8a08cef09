"""What a language must offer so that the finder can read meetings in it: data and rules, no logic.

A language is a folder in `pipelines/meetings/languages/` (`vietnamese`, `english`, `chinese`) whose
`language.py` holds a `LANGUAGE`; the finder discovers it there, there is no list to edit.

**Names of meetings** are not matched as fixed strings. A name is a run of words of the lexicon
(kind `word`), countries, abbreviations (kind `series`) and ordinals; its words say `kind`,
`sector`, `frame` and `modifier`, which the series table (`catalogue/series.toml`) turns into a
series, in whatever order they stand (`naming.py`). Press variants are variants of words, not of
names. The code of a word is one or more `attribute:value`, so that one word may say two things:

    "hội nghị"            head:meeting             # "meeting", "conference": says nothing more
    "lễ khai mạc"         head:session             # a part of a meeting
    "thượng đỉnh"         kind:summit
    "ngoại trưởng"        kind:ministers sector:foreign
    "asean"               frame:ASEAN
    "đặc biệt"            modifier:special
    "các", "của", "nước"  of:                      # filler inside a name
    "và", "cùng"          and:                     # joins parts: `ASEAN và ASEAN+3`
    "họp", "nhóm họp"     meet:                    # makes a meeting of who stands before it
    "trưởng som"          stop:                    # looks like a name and is none

The values are those of the series table; the kinds in `part.HEADS` say by themselves that a
meeting is meant (`Thượng đỉnh ASEAN`), the others need a head or a verb (`các ngoại trưởng ASEAN`
are people).

**Rules** of `around` look at the words before or after a meeting's name; in their examples the name
stands in brackets: `trong khuôn khổ [Hội nghị X]`. Their fields: `background` (the meeting is not
what the sentence reports), `report` (value: a `Report`), `status` (a `Status`), `attends` (somebody
takes part: value `head` or `attendee`), `beside` (reported along with the main meeting; value
`same-day` where the words say that it was on the day told of before), `none` (the name means a body
or its people, no meeting), `speaks` (somebody says at it what the article
tells), `year` (`next` or `last`: that of another year).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from crawler.items import Function
from pipelines.meetings.around import AroundBook
from pipelines.meetings.lexicon import Hits, Lexicon
from pipelines.meetings.rulebook import RuleBook
from pipelines.meetings.sentences import Sentence, read_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person as one sentence names him or her; all spans are offsets in the source."""

    name: tuple[int, int]
    title: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    country: str | None = None
    function: Function | None = None
    acting: bool = False
    jointly: bool = False
    """True for one of two in the chair: `co-chaired`."""
    short: bool = False
    """True: a part of the name only (`ông Dũng`, `Mr Lee`), to be joined to a full one."""
    away: bool = False
    """True: met elsewhere than at the meeting (`held talks with`), which holds for what follows."""
    surname: bool = False
    """True for a part of the name that is enough where no sentence gives more: `Mr Lee said`."""
    rule: str


@dataclass(frozen=True, slots=True)
class ChairSaid:
    """Who chairs ASEAN (or the ARF), as one sentence says it: the value of rules on `chair`."""

    country: str
    year: int | None
    """None where the sentence does not say it: the year of the article then."""
    body: str


AT_PLACE = "at-place"
"""What a rule on `host` reads in words that say only that the hosts are those of the place."""
NEVER = re.compile(r"\0(?!)")
"""Matches nothing, for a language without such words; a letter is quicker to miss than nothing."""
KNOWN_ALONE = frozenset({"AIPA", "ADMM", "ADMM-PLUS", "AMMTC", "ASEANAPOL"})
"""Series whose abbreviations nobody else has: they mean ASEAN where no text names it."""
ReadPeople = Callable[[Sentence, Hits], list[Named]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All that the finder knows of one language."""

    code: str
    """ISO 639-1."""
    lexicon: Lexicon
    """Names of the catalogue in this language and the language's own words."""
    head_first: bool
    """True where a name opens with its head (`Hội nghị ...`), False where the head ends it."""
    ordinals: RuleBook
    """Ordinals inside a name, matched in place; value: `list[int]`."""
    dates: RuleBook
    """Value: `said.Said` or `said.Relative`; of two that overlap the longer wins."""
    place_cue: re.Pattern[str]
    """Ends in `\\Z`; matches what stands right before a place: `tại thành phố`, `in`. Its group
    `elsewhere` takes part where the place is that of somebody's office: `Đại sứ tại`."""
    place_sign: re.Pattern[str]
    """What stands in every match of `place_cue` and is quick to find."""
    place_opens: frozenset[str] = frozenset()
    """Lower-case words one of which begins every match of `place_cue`, unless a bracket does.
    Empty: a match may begin with any."""
    unlisted_city: re.Pattern[str]
    """Ends in `\\Z` right before a country; group `city` is the name of a city before it, which
    a comma follows."""
    no_date_of_meeting: re.Pattern[str] = NEVER
    """Searched from the end of a date to the name of a meeting after it: `12/11 tới Manila để dự`
    dates the journey. Its match at the very start may be the end of the sentence's news: `hôm nay
    đưa tin`."""
    said: re.Pattern[str] = NEVER
    """Ends in `\\Z` before a date that is when somebody said it: `the ministry announced on`."""
    no_report: re.Pattern[str] = NEVER
    """What the title of an article has that reports no meeting: an answer in parliament."""
    till: re.Pattern[str] = NEVER
    """Ends in `\\Z` before the day on which something ends: `through`."""
    other_year: re.Pattern[str] = NEVER
    """What says that a sentence without a name is on a meeting of another year."""
    told: re.Pattern[str] = NEVER
    """Ends in `\\Z` before those of ASEAN whom somebody meets: `Mr Kerr told [ASEAN leaders]`. Its
    group `with` takes part where a country does: `Japan postponed talks with [ASEAN leaders]`."""
    joint: re.Pattern[str] = NEVER
    """Stands between those of ASEAN and a partner's office holder who meet: `[ASEAN leaders] and`,
    on whichever side of it they are named."""
    chaired_self: re.Pattern[str] = NEVER
    """What says that the speaker told of before was in the chair: `he said after chairing`."""
    house: re.Pattern[str] = NEVER
    """What stands between a city in the name of a house and the city where the house is."""
    between: re.Pattern[str] = NEVER
    """What a name has in it that goes on to say whom those of ASEAN meet: `talks between`."""
    here: re.Pattern[str] = NEVER
    """What says that something takes place where the article was written: its dateline. Its group
    `state` names the country of which it is the capital: `in the Thai capital`."""
    met_with: re.Pattern[str] = NEVER
    """Ends in `\\Z` before ASEAN in a name, where ASEAN is whom somebody meets: `summit with`."""
    begun: re.Pattern[str] = NEVER
    """What says that the day of a sentence is the first of its meeting: `opened`."""
    over: re.Pattern[str] = NEVER
    """What says that it is the last: `concluded`."""
    spoken: re.Pattern[str] = NEVER
    """What a speech says to those who hear it, and no report does: `Mr Chairman`."""
    around: AroundBook
    sentences: RuleBook
    """Rules on whole sentences, by field: `format`, `venue` (its group `venue`), `ends` (value:
    `Said`, `Relative` or `Length`), `host`, `chair` (value: `ChairSaid`), `theme` (its groups
    `theme` and `english`), `chaired_by`, `outcome`, `participants`, `money`."""
    read_people: ReadPeople
    host_by_place: bool
    """True where the press names the host by the place alone: `tại Nha Trang`."""
    frame_signs: tuple[tuple[str, ...], ...] = field(init=False)
    """Lower-case words that ASEAN's name and those of its forums are made of, the longest first;
    without names that have all words of another in them."""

    def __post_init__(self) -> None:
        """Gather what the names of frames have in them."""
        names = (one.name for one in self.lexicon.entries if is_frame(one.code))
        signs = dict.fromkeys(frozenset(read_words(name).keys) for name in names)
        shortest: list[frozenset[str]] = []
        for one in sorted(signs, key=lambda words: sum(map(len, words))):
            if not any(_stands_in(other, one) for other in shortest):
                shortest.append(one)
        frames = tuple(
            tuple(sorted(words, key=lambda word: (-len(word), word))) for words in shortest
        )
        object.__setattr__(self, "frame_signs", frames)


def _stands_in(words: Iterable[str], others: Iterable[str]) -> bool:
    """True where each of `words` is one of `others` or a part of one."""
    return all(any(word in other for other in others) for word in words)


def is_frame(code: str) -> bool:
    """True for words that name who meets as a whole: ASEAN, a forum; for few abbreviations."""
    return code in KNOWN_ALONE or ("frame:" in code and not code.startswith("head:"))
