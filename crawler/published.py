"""The publication time of a page: which of its statements to trust, and how exact it is.

Order of trust: JSON-LD, `article:published_time`, other meta tags that name a publication, the
site's own date line, the first `time` element, what stands beside the headline of a page of an
unknown site, the address. Among statements of the same day the
most exact wins. Never the page's clock (`pagegen`, a date in the header) and never the first date
of the running text: that is the meeting's. Only where nothing is stated does htmldate look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement

from crawler.metadata import Metadata
from crawler.times import Moment, day_of, read_time
from crawler.tree import is_inside

Statement = tuple[str, Moment]
"""Where the page says it, and what it says."""

_PUBLISHED = (
    "article:published_time",
    "article:published:time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "publish_date",
    "pubdate",
    "pub_date",
    "lead:published_at",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "content:publishdate",
    "date.available",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "prism.publicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "published",
    "date",
)
_MODIFIED = ("article:modified_time", "article:modified:time", "datemodified", "og:updated_time")
_STAMP = re.compile(r"(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])([0-5]\d{5,10})?(?!\d)")
_PATH = re.compile(r"/(20[0-3]\d)/(0?[1-9]|1[0-2])/([0-2]?\d|3[01])(?:/|$)")
_ASIDE = ("aside", "footer", "nav", "blockquote")
"""What stands in them is of another text: a post that is quoted has a time of its own."""
_AHEAD = timedelta(days=1)
_MOST_EXACT = 2


def read_published(
    root: HtmlElement,
    metadata: Metadata,
    *,
    printed: Iterable[str],
    url: str,
    zone: tzinfo | None,
    fetched: datetime,
    beside: Iterable[str] = (),
) -> Statement | None:
    """The publication time and the statement that it was read from.

    Args:
        root: the page.
        metadata: its statements about itself.
        printed: texts of the site's own date elements, best first.
        url: the address, whose date is a last resort.
        zone: of times that carry no offset.
        fetched: a later time than this is somebody's mistake.
        beside: texts beside the headline of a page whose site is unknown.
    """
    texts = list(printed)
    latest = (fetched + _AHEAD).date()
    stated = _stated(_texts(root, metadata, texts), zone)
    shown = _stated((("printed", text) for text in beside), zone)
    best = (
        _choose_best(stated, latest)
        or _choose_best(shown, latest)
        or _choose_best(_in_address(url), latest)
    )
    if best is None:
        return _guessed(root, fetched)
    return best[0], _correct_offset(best[1], texts, zone, latest)


def _choose_best(statements: Iterable[Statement], latest: date) -> Statement | None:
    """The most exact statement of the first one's day; those behind a full time stay unread."""
    best: Statement | None = None
    for statement in statements:
        if day_of(statement[1]) > latest:
            continue
        if best is None or (
            day_of(statement[1]) == day_of(best[1])
            and _exactness(statement[1]) > _exactness(best[1])
        ):
            best = statement
        if _exactness(best[1]) == _MOST_EXACT:
            break
    return best


def read_modified(metadata: Metadata, zone: tzinfo | None) -> Moment | None:
    """The time of the last change, as JSON-LD or a meta tag states it."""
    stated = [*_ld_times(metadata, "dateModified"), *(metadata.meta(name) for name in _MODIFIED)]
    return next(filter(None, (read_time(text, zone) for text in stated if text)), None)


def _stated(sources: Iterable[tuple[str, str]], zone: tzinfo | None) -> Iterator[Statement]:
    for source, text in sources:
        if moment := read_time(text, zone):
            yield source, moment


def _texts(
    root: HtmlElement, metadata: Metadata, printed: Iterable[str]
) -> Iterator[tuple[str, str]]:
    yield from (("json-ld", text) for text in _ld_times(metadata, "datePublished"))
    named = filter(metadata.metas.__contains__, _PUBLISHED)
    yield from ((f"meta:{name}", text) for name in named if (text := metadata.meta(name)))
    yield from (("selector", text) for text in printed)
    yield from islice((("time", text) for text in _times(root)), 1)


def _times(root: HtmlElement) -> Iterator[str]:
    for element in root.iterdescendants("time"):
        stated = element.get("datetime")
        if stated is not None and not is_inside(element, *_ASIDE):
            yield stated


def _ld_times(metadata: Metadata, key: str) -> Iterator[str]:
    for node in metadata.articles:
        value: Any = node.get(key)
        if isinstance(value, str | int):
            yield str(value)


def _in_address(url: str) -> Iterator[Statement]:
    for pattern in (_PATH, _STAMP):
        for match in pattern.finditer(url):
            try:
                yield "url", date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue


def _exactness(moment: Moment) -> int:
    """`_MOST_EXACT` for a time with its offset, 1 for a time, 0 for a day."""
    if not isinstance(moment, datetime):
        return 0
    return 1 + (moment.tzinfo is not None)


def _correct_offset(
    moment: Moment, texts: Iterable[str], zone: tzinfo | None, latest: date
) -> Moment:
    """`moment` with the offset of the time printed in `texts`, where both show the same clock.

    Readers see the printed one: vnexpress.net of 2018 prints 12:40 (GMT+7), its JSON-LD and meta
    tags say 12:40:25+08:00.
    """
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return moment
    for printed in (read_time(text, zone) for text in texts):
        if isinstance(printed, datetime) and printed.tzinfo and printed.date() <= latest:
            local = moment.replace(tzinfo=printed.tzinfo)
            if local.replace(second=0, microsecond=0) == printed.replace(second=0, microsecond=0):
                return local
    return moment


def _guessed(root: HtmlElement, fetched: datetime) -> Statement | None:
    limit = fetched.astimezone(UTC).replace(tzinfo=None) + _AHEAD
    found = find_date(deepcopy(root), original_date=True, extensive_search=False, max_date=limit)
    return ("htmldate", date.fromisoformat(found)) if found else None
