"""Loads at its import all that a crawl will need, for the process that crawls are forked from.

Nobody else imports it. No reactor is installed and no thread is started here: both would not
survive the fork.
"""

from __future__ import annotations

from datetime import UTC, datetime

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.misc import load_object, walk_modules_iter
from scrapy.utils.project import get_project_settings

from crawler.addon import SafeCrawl
from crawler.page import Page
from crawler.read import read_article

_COMPONENTS = (
    "ITEM_PIPELINES",
    "DOWNLOADER_MIDDLEWARES",
    "SPIDER_MIDDLEWARES",
    "EXTENSIONS",
    "DOWNLOAD_HANDLERS",
)
_PAGES = (
    "Sáng 12/3, tại Hà Nội, Hội nghị Quan chức Cao cấp ASEAN khai mạc với sự tham dự của các nước.",
    "The 57th ASEAN Economic Ministers' Meeting opened in Kuala Lumpur on Tuesday, officials said.",
)


def warm_up() -> None:
    """Load commands, spiders and components; read a page, for what is loaded at its first use."""
    settings = get_project_settings()
    for commands in ("scrapy.commands", settings["COMMANDS_MODULE"]):
        list(walk_modules_iter(commands))
    get_spider_loader(settings)
    SafeCrawl().update_settings(settings)
    load_components(settings)
    find_meetings = load_object(settings["FIND_MEETINGS"])
    for text in _PAGES:
        body = f"<html><body><h1>ASEAN</h1><article><p>{text * 3}</p></article></body></html>"
        page = Page(url="https://warm.example/1", body=body.encode(), fetched=datetime.now(UTC))
        if article := read_article(page, None):
            find_meetings(article)


def load_components(settings: BaseSettings) -> None:
    """Load what `settings` name, Scrapy's own defaults included."""
    for name in _COMPONENTS:
        chosen = settings.getdict(f"{name}_BASE") | settings.getdict(name)
        for path, place in chosen.items():
            component = place if name == "DOWNLOAD_HANDLERS" else path
            if place is not None:
                load_object(component)


warm_up()
