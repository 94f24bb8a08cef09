"""Section pages: cards with links, and the way to the next page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from parsel import Selector
from scrapy.http import TextResponse
from scrapy.utils.response import get_base_url

from crawler.discovery.link import Link, Links, complete
from crawler.discovery.xml import read_day
from crawler.site import Section

_PRINTED = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")


def read_section(response: TextResponse, section: Section) -> Links:
    """The links of the cards on a section page; each address once, with its longest title."""
    links: dict[str, Link] = {}
    base = get_base_url(response)
    for card in response.css(section.cards):
        day = _read_card_day(card, section.time)
        for anchor in card.css("a[href]"):
            if url := complete(anchor.attrib["href"], base=base):
                known = links.setdefault(url, Link(url, day))
                title = max(known.title, _read_title(anchor), key=len)
                links[url] = replace(known, title=title)
    return Links(tuple(links.values()), None if links else "no links")


def next_page(response: TextResponse, section: Section, *, page: int) -> str | None:
    """The address of page `page` of the section, None where there is no way to it."""
    if section.next:
        href = response.css(section.next).xpath("@href").get()
        return complete(href, base=get_base_url(response)) if href else None
    if section.pages:
        return section.pages.format(url=section.url, page=page, offset=(page - 1) * section.size)
    return None


def _read_title(anchor: Selector) -> str:
    said = " ".join(anchor.css("*::text").getall())
    return " ".join(said.split()) or anchor.attrib.get("title", "")


def _read_card_day(card: Selector, time: str | None) -> date | None:
    if time is None:
        return None
    return next(filter(None, map(_read_stated, _statements(card, time))), None)


def _statements(card: Selector, time: str) -> Iterator[str]:
    for element in card.css(time):
        yield element.attrib.get("datetime", "")
        yield " ".join(element.css("*::text").getall())


def _read_stated(text: str) -> date | None:
    if found := _PRINTED.search(text):
        day, month, year = map(int, found.groups())
        text = f"{year}-{month:02}-{day:02}"
    return read_day(text.strip())
