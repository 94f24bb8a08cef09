"""Pages of the loopback world: the saved ones, and others in their markup with texts of our own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from lxml import html

from crawler.site import Site
from tests.programs import ROOT
from tests.world.stories import Text

PAGES = ROOT / "tests" / "pages"


@dataclass(frozen=True)
class Saved:
    """A page of `tests/pages`."""

    source: str
    gold: dict[str, Any]

    @property
    def url(self) -> str:
        """Its address as the site writes it."""
        return str(self.gold["url"])


@cache
def read_saved(site: str, slug: str) -> Saved:
    """The saved page `slug` of `site`."""
    path: Path = PAGES / site / f"{slug}.html"
    known = json.loads(path.with_suffix(".json").read_bytes())
    return Saved(path.read_text("utf-8"), known["gold"])


def write_page(saved: Saved, site: Site, text: Text, url: str) -> str:
    """The page of `saved` with another address, headline and text, without its pictures."""
    page = html.document_fromstring(saved.source)
    for selector in site.selectors.captions:
        for picture in page.cssselect(selector):
            picture.drop_tree()
    put_text(page, saved, text)
    source = html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")
    stated = {saved.url: url, saved.gold["title"]: text.title}
    if saved.gold["sapo"]:
        stated[saved.gold["sapo"]] = text.paragraphs[0]
    for old, new in stated.items():
        source = replace_written(source, old, new)
    return source


def replace_written(source: str, old: str, new: str) -> str:
    """`old` in every way that a page writes it: plain, escaped, in JSON."""
    for write in (str, escape, lambda text: json.dumps(text)[1:-1]):
        source = source.replace(write(old), write(new))
    return source


def put_text(page: html.HtmlElement, saved: Saved, text: Text) -> None:
    """The paragraphs of `text` in the places of those of `saved`; what is left over goes."""
    places = [find_place(page, old) for old in _paragraphs(saved)]
    left = [place for place in places if place is not None]
    for place, paragraph in zip(left, text.paragraphs, strict=False):
        clear(place, paragraph)
    for place in left[len(text.paragraphs) :]:
        place.drop_tree()
    for paragraph in reversed(text.paragraphs[len(left) :]):
        added = html.Element("p")
        added.text = paragraph
        left[-1].addnext(added)


def find_place(page: html.HtmlElement, old: str) -> html.HtmlElement | None:
    """The innermost element of the body that says `old`."""
    holding = [e for e in page.body.iter() if isinstance(e.tag, str) and old in said(e)]
    return holding[-1] if holding else None


def said(element: html.HtmlElement) -> str:
    return (
        " ".join(element.text_content().split()) if element.tag not in ("script", "style") else ""
    )


def clear(place: html.HtmlElement, paragraph: str) -> None:
    for child in list(place):
        place.remove(child)
    place.text = paragraph


def _paragraphs(saved: Saved) -> list[str]:
    return [text for text in (saved.gold["sapo"], *saved.gold["text"]) if text]
