"""Loads at its import all that a crawl will need, for the process that crawls are forked from.

Nobody else imports it. No reactor is installed and no thread is started here: both would not
survive the fork.
"""

from __future__ import annotations

import gc

from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object, walk_modules_iter
from scrapy.utils.project import get_project_settings

from crawler.addon import SafeCrawl
from crawler.desk import Desk, read_tools

_COMPONENTS = (
    "ITEM_PIPELINES",
    "DOWNLOADER_MIDDLEWARES",
    "SPIDER_MIDDLEWARES",
    "EXTENSIONS",
    "DOWNLOAD_HANDLERS",
)


def warm_up() -> None:
    """Load commands, spiders and components, and what is loaded at its first use."""
    settings = get_project_settings()
    for commands in ("scrapy.commands", settings["COMMANDS_MODULE"]):
        list(walk_modules_iter(commands))
    SafeCrawl().update_settings(settings)
    load_components(settings)
    Desk(read_tools(settings), settings.getfloat("READ_SECONDS")).warm_up()


def load_components(settings: BaseSettings) -> None:
    """Load what `settings` name, Scrapy's own defaults included."""
    for name in _COMPONENTS:
        chosen = settings.getdict(f"{name}_BASE") | settings.getdict(name)
        for path, place in chosen.items():
            component = place if name == "DOWNLOAD_HANDLERS" else path
            if place is not None:
                load_object(component)


gc.disable()  # as crawler.warm does, for the same reason
warm_up()
gc.enable()
