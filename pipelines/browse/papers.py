"""Papers: what each of them covers, and what it alone reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from scrapy.settings import BaseSettings

from crawler.sites import load_sites
from pipelines.browse.overview import Head, Overview
from pipelines.merging.record import MergedMeeting


@dataclass(slots=True)
class Paper:
    """The coverage by one paper."""

    site: str
    articles: list[Head] = field(default_factory=list)
    """All that the store has of it."""
    reported: list[MergedMeeting] = field(default_factory=list)
    """Meetings that some article of it reports on, in the order of the overview."""
    mentioned: list[MergedMeeting] = field(default_factory=list)
    """Meetings that its articles only mention."""
    alone: list[MergedMeeting] = field(default_factory=list)
    """Meetings that no text of another paper reports on."""
    first: list[MergedMeeting] = field(default_factory=list)
    """Meetings of several papers that none reported earlier, by the day of publication."""

    @property
    def copies(self) -> int:
        """Articles that repeat a text of another one."""
        return sum(head.duplicate_of is not None for head in self.articles)

    @property
    def languages(self) -> list[str]:
        """Of its articles."""
        return sorted({head.language for head in self.articles if head.language})


def name_papers(settings: BaseSettings) -> dict[str, str]:
    """What the papers call themselves, by site."""
    return {name: site.paper[0] for name, site in load_sites(settings).items() if site.paper}


def gather_papers(overview: Overview) -> dict[str, Paper]:
    """All papers that the store has an article of, by site; for `Overview.once`."""
    papers: dict[str, Paper] = {}
    for head in overview.articles.values():
        papers.setdefault(head.site, Paper(head.site)).articles.append(head)
    for meeting in overview.meetings:
        reporting = _sites(meeting, main=True)
        for site in sorted(reporting | _sites(meeting, main=False)):
            paper = papers.setdefault(site, Paper(site))
            (paper.reported if site in reporting else paper.mentioned).append(meeting)
        if len(reporting) == 1:
            papers[next(iter(reporting))].alone.append(meeting)
        elif reporting:
            for site in sorted(_earliest(meeting)):
                papers[site].first.append(meeting)
    return papers


def _sites(meeting: MergedMeeting, *, main: bool) -> set[str]:
    return {source.site for source in meeting.sources if source.main == main}


def _earliest(meeting: MergedMeeting) -> Iterable[str]:
    """The papers of the first day, unless all reported then."""
    days = {
        source.site: source.published
        for source in reversed(meeting.sources)
        if source.main and source.published
    }
    first = {site for site, day in days.items() if day == min(days.values())}
    return first if len(first) < len(_sites(meeting, main=True)) else ()
