"""What a name says of one meeting: who meets, in which frame, on what, which time."""

from __future__ import annotations

from dataclasses import dataclass

HEADS = frozenset(
    {"summit", "pmc", "talks", "preparatory", "dialogue", "jcc", "forum", "leaders-meeting"}
)
"""Kinds that say by themselves that a meeting is meant, not the people who meet."""
BETWEEN_BOTH = frozenset({"doc", "coc"})
"""Sectors whose series are always those of ASEAN and China."""
OWN_MEETINGS = {"EAS": "summit", "ARF": "ministers"}
"""Frames that are meetings by themselves, with who meets where the name does not say it."""


@dataclass(slots=True)
class Part:
    """What a name says of one meeting; a name may join several: `ASEAN và ASEAN+3`."""

    kind: str | None = None
    sector: str | None = None
    frame: str | None = None
    modifier: str | None = None
    implied: bool = False
    """True where the sentence, not the name, says that it is ASEAN's."""
    head: bool = False
    met: bool = False
    """True where a verb says that they meet: `Ngoại trưởng ASEAN họp`."""
    partners: tuple[str, ...] = ()
    with_asean: bool = False
    """True where ASEAN is whom somebody meets: `a summit with ASEAN`."""
    abbreviation: str | None = None
    short: bool = False
    """True for a frame's abbreviation that is its meeting too, and lends nothing: `EAS`."""
    ordinals: tuple[int, ...] = ()
    ordinal_span: tuple[int, int] | None = None
    start: int = -1
    name_start: int = -1
    """Where it starts without the part of the meeting before it: `lễ khai mạc Hội nghị ...`."""
    end: int = -1
    noun_end: int = -1
    """Where it ends without a verb behind a noun: `Hội nghị Cấp cao ASEAN họp`."""

    @property
    def says_who(self) -> bool:
        """True where it says who meets."""
        return self.kind is not None or self.abbreviation is not None

    @property
    def only_partners(self) -> bool:
        """True where it is a country so far, which may belong to the words before the name."""
        return bool(self.partners) and not (self.says_who or self.frame or self.head)

    @property
    def complete(self) -> bool:
        """True where it says who meets, and in which frame."""
        if self.frame in OWN_MEETINGS:
            return self.says_who or self.head or bool(self.ordinals)
        whose = self.frame is not None or (self.sector in BETWEEN_BOTH and self.kind != "talks")
        return self.abbreviation is not None or (self.kind is not None and whose)

    @property
    def vague(self) -> bool:
        """True where it says that ASEAN meets a partner, not at which level: `họp ASEAN - Mỹ`."""
        return (
            (self.head or self.met)
            and self.kind is None
            and bool(self.partners)
            and self.frame == "ASEAN"
        )

    @property
    def headed(self) -> bool:
        """True where a word says that it is a meeting."""
        named = self.head or self.met or self.abbreviation is not None
        return named or self.kind in HEADS
