"""Bylines as printed: names of people (or of a wire agency), never the paper's own name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from crawler.canonical import read_host
from crawler.metadata import Metadata
from crawler.text import clean_line, is_one_of, squeeze
from crawler.tree import elements, inline_text, is_inside, plain_values, short_text

_METAS = (
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "cxenseparse:author",
    "lead:author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "content_author",
)
_LABELS = re.compile(
    r"(?:written|ditulis|được viết) (?:by|oleh|bởi)|(?:geschrieben|verfasst) von|écrit par|"
    r"escrito por|scritto da|penulis|author",
    re.I,
)
"""Labels under which Yoast's metas `twitter:label1`, `twitter:data1` name the author."""
_BYLINE_CLASSES = ("byline", "author", "autor", "auteur", "penulis", "reporter", "journalist")
_MARKED = elements("descendant::*[@class or @itemprop='author' or @rel='author']")
_CLASSES = plain_values("class")
_STATED = elements("descendant::*/@itemprop[.='author'] | descendant::*/@rel[.='author']")
_ASIDE = ("aside", "footer", "nav", "blockquote")
_BYLINE_CLASS = re.compile(rf"(?:{'|'.join(_BYLINE_CLASSES)})(?!i[sz])", re.I)
_ADDRESSES = plain_values("href", of="a")
_AUTHORS_PAGES = ("/author", "/autor", "/auteur", "/penulis", "/tac-gia")
_NAME_INSIDE = elements("descendant::*[@itemprop='name' or @rel='author']")
_LEAD_IN = re.compile(
    r"^(?:(?:written|reported|text|story)\s+by|by|von|par|por|oleh|penulis|pewarta|reporter|text|"
    r"tác giả|thực hiện|bài và ảnh|bài, ảnh|bài|tin, ảnh|tekst|foto|av|af|door|di|text)\b\s*:?\s+",
    re.I,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;|·•](?:\s(?:and|und|och|og|et|y|e|dan)\s)?|\s(?:and|und|og|och|et|y|e|i|và|dan|with|&)\s|\s[–—-]\s)\s*"
)
_AFTER = re.compile(r"\s*(?:\([^()]{0,60}\)|[|/]\s.*|@\S+)\s*$")
_AFTER_SIGN = re.compile(r"[()|/@]")
_NOT_A_NAME = re.compile(
    r"\d|^[a-z]+\.[a-z]+$|https?:|www\.|[@<>{}=?!+：]|\.(?:com|vn|net|org)\b|"
    r"[\u4e00-\u9fff](?:网|網|报|報|频道|頻道|电视台|编辑部)$",
    re.I,
)
_PICTURE = re.compile(r"(?:photo|photograph|picture|image|illustration)s? by\b", re.I)
_NO_PERSON = re.compile(
    r"^(?:admin|editor|editors|staff|redaktion|redaksi|newsroom|online|web desk|contributor|"
    r"contributors|author|authors|guest|pv|nhóm pv|tổng hợp|share|follow|none|null|undefined|"
    r"reporter|correspondent|senior reporter|about the author|more by this author|"
    r"未知|佚名|匿名|本站|本报|本报记者|本站原创|网络整理|整理|整合|编译|摄影|相关文章|name|email|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)$",
    re.I,
)
_HAN_SUFFIX = re.compile(r"[_|-]\s?([\u4e00-\u9fff]{2,12})$")
_MAX_WORDS = 7
_MAX_CHARACTERS = 60
_MAX_VISIBLE = 40


def read_authors(
    root: HtmlElement,
    metadata: Metadata,
    *,
    url: str,
    printed: Iterable[str],
    papers: Iterable[str],
    beside: Iterable[str] = (),
) -> list[str]:
    """The names of the authors, from the first source that has any.

    Sources: the texts of the site's own byline elements, JSON-LD, meta tags, then
    elements marked as a byline, links to the author's page, then bylines beside the headline.

    Args:
        root: the page.
        metadata: its statements about itself.
        url: its address, whose host names the paper.
        printed: texts of the site's byline elements.
        papers: names of the paper, which are no authors.
        beside: bylines beside the headline of a page whose site is unknown.
    """
    ours = (*papers, *_titled(root), *_papers(metadata), *read_host(url).split(".")[:-1])
    sources: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: printed,
        lambda: _ld_authors(metadata),
        lambda: _meta_authors(metadata),
        lambda: _visible(root),
        lambda: _linked(root),
        lambda: beside,
    )
    for texts in sources:
        stated = (text for text in texts() if not is_paper(text.partition(",")[0], ours))
        names = dict.fromkeys(name for text in stated for name in split_names(text))
        if kept := [name for name in names if not is_paper(name, ours)]:
            return kept
    return []


def is_paper(name: str, papers: Iterable[str]) -> bool:
    """True where `name` is one of `papers`, but for case, spaces and punctuation."""
    return is_one_of(name, _squeeze_all(tuple(papers)))


@lru_cache(maxsize=1024)
def _squeeze_all(names: tuple[str, ...]) -> frozenset[str]:
    """`names` without case, spaces and punctuation."""
    return frozenset(map(squeeze, names))


def split_names(text: str) -> list[str]:
    """The names in a byline such as `By A B and C D`; what cannot be a name is left out."""
    text = clean_line(text)
    if _PICTURE.match(text):
        return []
    text = _LEAD_IN.sub("", text)
    parts = (_LEAD_IN.sub("", part) for part in _BETWEEN.split(text))
    names = (
        (_AFTER.sub("", part) if _AFTER_SIGN.search(part) else part).strip(" .:-–*")
        for part in parts
    )
    return [name for name in names if is_name(name)]


def is_name(text: str) -> bool:
    """True for what may be the name of a person or agency in a byline."""
    if not 1 < len(text) <= _MAX_CHARACTERS or len(text.split()) > _MAX_WORDS:
        return False
    return not (_NOT_A_NAME.search(text) or _NO_PERSON.match(text)) and any(map(str.isalpha, text))


def _ld_authors(metadata: Metadata) -> Iterator[str]:
    """Names of persons; organisations are the paper itself on all sites seen."""
    for node in metadata.articles:
        author: Any = node.get("author")
        found = [
            name
            for one in (author if isinstance(author, list) else [author])
            for name in _ld_names(one)
        ]
        if found:
            yield from found
            return


def _ld_names(author: Any) -> Iterator[str]:
    if isinstance(author, str):
        yield author
    elif isinstance(author, dict) and "Organization" not in str(author.get("@type")):
        name = author.get("name")
        yield from (n for n in (name if isinstance(name, list) else [name]) if isinstance(n, str))


def _meta_authors(metadata: Metadata) -> Iterator[str]:
    for key in filter(metadata.metas.__contains__, _METAS):
        if found := [text for text in metadata.contents(key) if split_names(text)]:
            yield from found
            return
    yield from metadata.contents("twitter:misc:written by")
    for number in (1, 2):
        if _LABELS.fullmatch(metadata.meta(f"twitter:label{number}") or ""):
            yield from metadata.contents(f"twitter:data{number}")


def _visible(root: HtmlElement) -> list[str]:
    for element in islice(_bylines(root), _MAX_VISIBLE):
        named = _NAME_INSIDE(element)[:_MAX_VISIBLE] or [element]
        texts = [inline_text(name) for name in named if short_text(name, 2 * _MAX_CHARACTERS)]
        if any(map(split_names, texts)):
            return texts
    return []


def _bylines(root: HtmlElement) -> Iterable[HtmlElement]:
    """The elements marked as a byline, in page order; most pages have none."""
    if any(map(_names_byline, _CLASSES(root))) or _STATED(root):
        return filter(_is_byline, _MARKED(root))
    return ()


def _linked(root: HtmlElement) -> Iterator[str]:
    """Names behind a lead-in (`By`, `von`) that lead to the page of their author."""
    if not _leads_to_author("\n".join(_ADDRESSES(root))):  # as few pages do
        return
    linked = (link for link in root.iter("a") if _leads_to_author(link.get("href", "")))
    shown = (link for link in linked if not is_inside(link, *_ASIDE))
    for link in islice(shown, _MAX_VISIBLE):
        before = link.getprevious()
        opening = link.getparent().text if before is None else before.tail
        if _LEAD_IN.fullmatch(f"{clean_line(opening or '')} "):
            yield inline_text(link)


def _leads_to_author(addresses: str) -> bool:
    return any(map(addresses.__contains__, _AUTHORS_PAGES))


def _is_byline(element: HtmlElement) -> bool:
    return (
        _names_byline(element.get("class", ""))
        or "author" in (element.get("itemprop"), element.get("rel"))
    ) and not is_inside(element, *_ASIDE)


@lru_cache(maxsize=8192)
def _names_byline(classes: str) -> bool:
    return _BYLINE_CLASS.search(classes) is not None


def _papers(metadata: Metadata) -> Iterator[str]:
    yield from (metadata.meta(key) or "" for key in ("og:site_name", "application-name"))
    for node in metadata.articles:
        publisher = node.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        yield name if isinstance(name, str) else ""
        yield from _organisations(node.get("author"))


def _titled(root: HtmlElement) -> Iterator[str]:
    """Names of a Chinese paper: what its page's title ends with, `网易财经`, and its opening."""
    title = clean_line(root.findtext("head/title") or "")
    if suffix := _HAN_SUFFIX.search(title):
        yield from (suffix[1][:length] for length in range(2, len(suffix[1]) + 1))


def _organisations(author: Any) -> Iterator[str]:
    for one in author if isinstance(author, list) else [author]:
        if isinstance(one, dict) and "Organization" in str(one.get("@type")):
            yield str(one.get("name") or "")
