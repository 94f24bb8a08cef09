"""What a language must offer so that the finder can read meetings in it: data and rules, no logic.

A language is a module or folder in `pipelines/meetings/languages/` (`vietnamese`, `english`,
`chinese`) that holds a `LANGUAGE`; the finder discovers it there, there is no list to edit.

**Names of meetings** are not matched as fixed strings. A name is a run of *units* (entries of kind
`unit` in the lexicon), countries, ordinals and fillers; the units of a catalogue name make its key,
in any order, and a phrase of the text whose units make the same key is that series
(`naming.py`). So the catalogue needs one name per series and language; press variants come from
the words of the language, each of which names its unit:

    [unit]
    meeting = ["hội nghị", "cuộc họp", "phiên họp"]       # "meeting", "conference"; not in the key
    summit = ["cấp cao", "thượng đỉnh", "lãnh đạo"]       # "summit", "leaders"
    foreign = ["bộ trưởng ngoại giao", "ngoại trưởng"]    # "foreign ministers"
    asean = ["asean", "hiệp hội các quốc gia đông nam á"]
    of = ["các", "của", "nước"]                           # filler: inside a name, says nothing
    and = ["và", "cùng"]

Four units have a meaning of their own: `meeting` (the head, not in the key), `of` (filler),
`and` (joins parts: `ASEAN và ASEAN+3`), `meet` (a verb that makes a meeting of who stands before
it: `Ngoại trưởng ASEAN họp`). The names of all other units are free, but the same in all languages
where they mean the same: summit foreign officials defence economic finance ... asean plus-three
east-asia arf mekong rcep special retreat informal commemorative post-ministerial.

**Rules** of `around` look at the words before or after a meeting's name; in their examples the name
stands in brackets: `trong khuôn khổ [Hội nghị X]`. Their fields: `background` (the meeting is not
what the sentence reports), `report` (value: a `Report`), `status` (a `Status`), `attends` (somebody
takes part: value `head` or `attendee`), `speaks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from crawler.items import Function
from pipelines.meetings.lexicon import Hit, Lexicon
from pipelines.meetings.rule import Rule
from pipelines.meetings.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person as one sentence names him or her; all spans are offsets in the source."""

    name: tuple[int, int]
    title: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    country: str | None = None
    function: Function | None = None
    acting: bool = False
    short: bool = False
    """True: a part of the name only (`ông Dũng`, `Mr Lee`), to be joined to a full one."""
    rule: str


ReadPeople = Callable[[Sentence, Sequence[Hit]], list[Named]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A rule on the words next to a meeting's name."""

    rule: Rule
    """Its pattern ends in `\\Z` where `side` is `before`; where `after` it is matched in place."""
    side: Literal["before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All that the finder knows of one language."""

    code: str
    """ISO 639-1."""
    lexicon: Lexicon
    """Names of the catalogue in this language and the language's own words."""
    head_first: bool
    """True where a name opens with its head (`Hội nghị ...`), False where the head ends it."""
    ordinals: tuple[Rule, ...]
    """Ordinals inside a name, matched in place; value: `list[int]`."""
    dates: tuple[Rule, ...]
    """Value: `said.Said` or `said.Relative`; of two that overlap the longer wins, then the earlier."""
    place_cue: re.Pattern[str]
    """Ends in `\\Z`; matches what stands right before a place: `tại thành phố`, `in`."""
    around: tuple[Around, ...]
    sentences: tuple[Rule, ...]
    """Rules on whole sentences, by field: `format`, `venue`, `host`, `chair`, `chair.past`,
    `theme`, `theme_english`, `chaired_by`, `outcome`, `participants`, `money`."""
    read_people: ReadPeople
    host_by_place: bool
    """True where the press names the host by the place alone: `tại Nha Trang`."""
