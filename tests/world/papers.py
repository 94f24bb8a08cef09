"""Sites of the loopback world: where each lies is told by the environment."""

from __future__ import annotations

import os
from dataclasses import replace

from crawler.site import Discovery, Section, Site
from crawler.spider import NewsSpider
from tests.tin import describe_site


def describe(name: str) -> Site:
    """The facts of a paper that lies at the address in `NAME_BASE`."""
    base = os.environ.get(f"{name.upper()}_BASE", "http://127.0.0.1:9")
    sections = (Section(url=f"{base}/asean.html", cards="article.story", next="a.next"),)
    found = Discovery(sections=sections, feeds=(f"{base}/rss/asean.rss",))
    return replace(describe_site(base), name=name, discovery=found)


class AlphaSpider(NewsSpider):
    name = "alpha"
    site = describe(name)


class BetaSpider(NewsSpider):
    name = "beta"
    site = describe(name)
