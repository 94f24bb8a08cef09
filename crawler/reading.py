"""Reading one parsed page field by field: the site's selectors first, generic rules behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from functools import lru_cache
from itertools import filterfalse
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from crawler import credits, headline
from crawler.address import read_address, site_name
from crawler.authors import read_authors
from crawler.barriers import check_open
from crawler.body import extract_lines
from crawler.captions import read_captions
from crawler.container import find_container, measure_prose, weigh
from crawler.initials import join_initials
from crawler.items import SCHEMA, Article, Caption
from crawler.language import find_language
from crawler.lines import Text, tidy
from crawler.marks import Marks
from crawler.metadata import Metadata, read_metadata
from crawler.page import Page
from crawler.printed import read_bylines, read_stamps
from crawler.prune import (
    holds_no_text,
    prune_cards,
    prune_figures,
    prune_links,
    prune_marked,
    prune_tags,
)
from crawler.published import Statement, read_modified, read_published
from crawler.site import Selectors, Site
from crawler.text import clean_line
from crawler.trace import Finder, Trace
from crawler.tree import Unreadable, inline_text, remove, text_of

_LEAST_SHARE = 0.4
"""A site's container that holds a smaller share of the page's prose is not trusted."""
_ENOUGH_PROSE = 600
"""Characters of prose; a site's container that holds them is trusted whatever stands around it."""
_LEAST_TEXT = 40
"""Characters; a page with less is no article."""


@dataclass(frozen=True, slots=True)
class Source:
    """One page while it is read."""

    page: Page
    site: Site | None
    root: HtmlElement
    metadata: Metadata
    finder: Finder
    trace: Trace

    @property
    def zone(self) -> tzinfo | None:
        """Of times that carry no offset."""
        return read_zone(self.site.zone) if self.site else None

    @property
    def papers(self) -> tuple[str, ...]:
        """Names of the paper."""
        return self.site.paper if self.site else ()


@lru_cache(maxsize=256)
def read_zone(name: str) -> ZoneInfo:
    """The zone of this name; `ZoneInfo` itself remembers eight of them."""
    return ZoneInfo(name)


def read_tree(page: Page, site: Site | None, root: HtmlElement, trace: Trace) -> Article:
    """The article of the page under `root`, which is taken apart.

    Raises:
        Unreadable: no text that could be an article is on the page.
    """
    selectors = site.selectors if site else Selectors()
    marks = Marks(root, selectors)
    if site is None or marks.has_initials:
        join_initials(root)
    finder = Finder(marks, selectors, trace)
    source = Source(page, site, root, read_metadata(root), finder, trace)
    finder.remove(finder.union("prune"), "site.prune")
    article = _read_head(source)
    text = _read_text(source, article)
    tidy(text, trace, papers=source.papers)
    _fill(article, text, source)
    return article


def _read_head(source: Source) -> Article:
    """Everything but the text: title, times, section, tags."""
    page, metadata = source.page, source.metadata
    title = _read_title(source)
    published = _read_published(source, title)
    return Article(
        schema=SCHEMA,
        url=read_address(page.url, metadata.links.get("canonical"), source.site),
        fetched_url=page.url,
        site=source.site.name if source.site else site_name(page.url),
        language=None,
        title=title,
        sapo=None,
        text="",
        published=published[1] if published else None,
        published_from=published[0] if published else None,
        modified=read_modified(metadata, source.zone),
        section=headline.read_section(metadata, map(text_of, source.finder.first("section")[-1:])),
        tags=headline.read_tags(metadata, map(text_of, source.finder.first("tags"))),
        fetched=page.fetched.replace(microsecond=0),
        archive=page.archive,
    )


def _read_title(source: Source) -> str | None:
    printed = (inline_text(element) for element in source.finder.first("title"))
    return next(filter(None, printed), None) or headline.read_title(source.root, source.metadata)


def _read_published(source: Source, title: str | None) -> Statement | None:
    printed = [
        element.get("datetime") or element.get("content") or text_of(element)
        for element in source.finder.first("published")
    ]
    return read_published(
        source.root,
        source.metadata,
        printed=printed,
        url=source.page.url,
        zone=source.zone,
        fetched=source.page.fetched,
        beside=() if source.site else read_stamps(source.root, title),
    )


def _read_text(source: Source, article: Article) -> Text:
    """The text as it stands on the page; bylines, credits and captions leave the tree first."""
    authors = _take_authors(source, article.title)
    credit = _take(source, "agency")
    stamp = _take(source, "dateline")
    captions = _take_captions(source, article.title)  # first: one may be marked "lead photo"
    sapo = _take_sapo(source, article.title)
    return Text(
        title=article.title,
        sapo=sapo,
        lines=_read_lines(source),
        authors=authors,
        captions=captions,
        agency=credits.find_agency(credit),
        dateline=next(iter(stamp), None),
    )


def _fill(article: Article, text: Text, source: Source) -> None:
    body = text.body
    check_open(source.metadata, body)
    if len(body) + len(text.sapo or "") < _LEAST_TEXT:
        raise Unreadable("no text of an article on the page")
    article.sapo, article.text = text.sapo, body
    article.authors, article.captions = text.authors, text.captions
    article.agency, article.dateline = text.agency, text.dateline
    stated = source.root.get("lang") or source.metadata.meta("og:locale")
    article.language = find_language(f"{text.sapo or ''} {body}", stated=stated)


def _take_authors(source: Source, title: str | None) -> list[str]:
    elements = source.finder.first("authors")
    printed = [inline_text(element) for element in elements]
    names = read_authors(
        source.root,
        source.metadata,
        url=source.page.url,
        printed=printed,
        papers=source.papers,
        beside=() if source.site else read_bylines(source.root, title),
    )
    source.finder.remove(elements, "site.byline")
    return names


def _take(source: Source, name: str) -> list[str]:
    elements = source.finder.first(name)
    texts = [text_of(element) for element in elements]
    source.finder.remove(elements, f"site.{name}")
    return texts


def _take_sapo(source: Source, title: str | None) -> str | None:
    element = next(iter(source.finder.first("sapo")), None)
    if element is None:
        element = headline.read_lead(source.root, source.metadata, title)
    if element is None:
        return None
    sapo = clean_line(inline_text(element))
    remove(element)
    return sapo or None


def _take_captions(source: Source, title: str | None) -> list[Caption]:
    elements = source.finder.union("captions")
    if not elements and source.site is None:
        elements = list(source.root.iter("figure"))
    captions = read_captions(elements, title=title, base=source.page.url)
    source.finder.remove(elements, "caption")
    return captions


def _read_lines(source: Source) -> list[str]:
    body = source.root.find("body")
    containers = _site_containers(source, body)
    source.trace.by_site = bool(containers)
    if not containers:
        cut = source.trace.cut_element
        prune_figures(body, cut)
        prune_cards(body, weigh(body), cut)
        prune_links(body, cut)
        prune_marked(body, weigh(body), cut)
        containers = [find_container(body)]
    return extract_lines(containers, precise=source.trace.by_site)


def _site_containers(source: Source, body: HtmlElement) -> list[HtmlElement]:
    """Those of the site, pruned; none, and all of `body` pruned, where they are not trusted."""
    found = list(filterfalse(holds_no_text, source.finder.union("body")))
    for element in found:
        prune_tags(element)
    inside = measure_prose(found, enough=_ENOUGH_PROSE)
    if inside >= _ENOUGH_PROSE:
        return found
    prune_tags(body)
    if found and inside >= _LEAST_SHARE * measure_prose([body]):
        return found
    source.trace.hits.pop("body", None)
    return []
