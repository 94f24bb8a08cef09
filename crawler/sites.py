"""The sites that have a spider, found by their folder, and the one that an address belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from crawler.site import Site


def load_sites(settings: BaseSettings) -> dict[str, Site]:
    """The facts of all sites by spider name, sorted."""
    loader = get_spider_loader(settings)
    spiders = {name: loader.load(name) for name in sorted(loader.list())}
    return {name: spider.site for name, spider in spiders.items() if hasattr(spider, "site")}


def find_site(url: str, sites: Mapping[str, Site]) -> Site | None:
    """The site that has an edition on the host of `url`; None for an unknown one."""
    host = (urlsplit(url).hostname or "").rstrip(".").removeprefix("www.")
    return next((site for site in sites.values() if host in site.editions), None)
