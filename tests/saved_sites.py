"""The sites, and the saved pages that show whether what is said of them is true."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path

from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from crawler.charset import decode_body
from crawler.page import Page
from crawler.read import Reading, read_page
from crawler.site import Site
from crawler.sites import find_site, load_sites
from crawler.tree import css, parse_page
from tests.shared import SHARED

OURS = Path(__file__).parent / "pages"
REAL = (SHARED / "pages", SHARED / "seeds" / "pages", SHARED / "extraction" / "pages")
PROJECT = get_project_settings()
SITES = load_sites(PROJECT)
SPIDERS = get_spider_loader(PROJECT)


@cache
def saved_pages(folder: Path) -> tuple[tuple[Path, Site | None], ...]:
    """The saved pages below `folder` with their sites."""
    files = sorted(folder.rglob("*.html"))
    return tuple((file, find_site(read_sidecar(file)["url"], SITES)) for file in files)


def read_sidecar(file: Path) -> dict[str, str]:
    return json.loads(file.with_suffix(".json").read_text("utf-8"))


@cache
def matched(folder: Path) -> dict[str, set[str]]:
    """Site -> `field: selector` of all its selectors that a page below `folder` matches."""
    found: dict[str, set[str]] = defaultdict(set)
    for file, site in saved_pages(folder):
        if site is None:
            continue
        root = parse_page(decode_body(file.read_bytes()))
        found[site.name] |= {
            f"{field}: {selector}"
            for field, selectors in asdict(site.selectors).items()
            for selector in selectors
            if css(selector)(root)
        }
    return found


def read_saved(file: Path, site: Site) -> Reading:
    sidecar = read_sidecar(file)
    fetched = datetime.fromisoformat(sidecar["fetched"])
    return read_page(Page(url=sidecar["url"], body=file.read_bytes(), fetched=fetched), site)


def all_selectors(site: Site) -> set[str]:
    return {f"{field}: {s}" for field, ss in asdict(site.selectors).items() for s in ss}
