"""Peers whose pins collide with ours, run by an interpreter of their own; see benchmarks/peers.py.

A page a line comes in as JSON, `{"peer": ..., "url": ..., "html": ...}`; a line goes out with the
seconds of the processor that the peer took and the text that it found, `null` where it cannot
read the page. The first line out names the peers that this interpreter has. Nothing here may
import the project: its libraries are not the ones that this interpreter has.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from urllib.parse import urlsplit

Read = Callable[[str, str], "str | None"]
"""Address and HTML of a page -> its text."""


def make_news_please() -> Read:
    please = import_module("newsplease").NewsPlease

    def read(url: str, html: str) -> str | None:
        return please.from_html(html, url=url, fetch_images=False).maintext

    return read


def make_fundus() -> Read:
    """Reads the pages of publishers that fundus knows, and of these what its parsers still fit."""
    publishers = {find_host(p.domain): p for p in import_module("fundus").PublisherCollection}

    def read(url: str, html: str) -> str | None:
        publisher = publishers.get(find_host(url))
        if publisher is None:
            return None
        found = publisher.parser.latest_version().parse(html, "suppress")
        return str(found.get("body") or "") or None

    return read


def find_host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


MAKERS = {"news-please": make_news_please, "fundus": make_fundus}


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a peer prints must not stand among the answers
    warnings.simplefilter("ignore")
    logging.disable()
    peers: dict[str, Read] = {}
    for name, make in MAKERS.items():
        with contextlib.suppress(ImportError):
            peers[name] = make()
    print(json.dumps(sorted(peers)), file=answers, flush=True)
    for line in sys.stdin:
        task = json.loads(line)
        start = time.thread_time()
        try:
            text = peers[task["peer"]](task["url"], task["html"])
        except ImportError:  # newspaper4k, inside news-please, lacks the words of some languages
            text = None
        took = time.thread_time() - start
        print(json.dumps({"seconds": took, "text": text}), file=answers, flush=True)


if __name__ == "__main__":
    main()
