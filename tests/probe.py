"""A crawl of given addresses that prints how each one ended: `python -m tests.probe JSON`.

JSON: `urls` and `settings`. One JSON line for each outcome, the last one with the stats and with
what was asked of the network.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

_CALLS: list[str] = []


class Probe(Spider):
    name = "probe"

    def __init__(self, urls: list[str], print_outcome: Any, **kwargs: Any):
        super().__init__(**kwargs)
        self.urls = urls
        self.tell = print_outcome

    async def start(self):
        for url in self.urls:
            yield Request(url, self.parse, errback=self.fail, dont_filter=True)

    def parse(self, response):
        meta = response.request.meta
        archive = meta.get("archive")
        self.tell(
            url=response.url,
            status=response.status,
            body=response.body[:2000].decode("latin-1"),
            length=len(response.body),
            headers={
                name.decode().lower(): [value.decode("latin-1") for value in values]
                for name, values in response.headers.items()
            },
            ip=str(response.ip_address),
            protocol=response.protocol,
            kind=type(response).__name__,
            fetched=meta["fetched"].isoformat(),
            archive=[archive.file, archive.offset] if archive else None,
        )

    def fail(self, failure):
        self.tell(
            url=failure.request.url,
            failed=type(failure.value).__name__,
            message=failure.getErrorMessage(),
        )


def watch_network(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: what the process asks of the network, socket pairs of its own aside."""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        _CALLS.append(f"{event} {arguments[-1] if event == 'socket.connect' else arguments[0]}")


def print_outcome(**outcome: Any) -> None:
    print(json.dumps(outcome), flush=True)


def main() -> None:
    task = json.loads(sys.argv[1])
    sys.addaudithook(watch_network)
    settings = {
        "ADDONS": {"crawler.addon.SafeCrawl": 100},
        "HTTPERROR_ALLOW_ALL": True,
        "LOG_LEVEL": "INFO",
    }
    process = AsyncCrawlerProcess(settings | task["settings"])
    crawler = process.create_crawler(Probe)
    process.crawl(crawler, urls=task["urls"], print_outcome=print_outcome)
    process.start()
    print_outcome(stats=crawler.stats.get_stats() | {"start_time": None, "finish_time": None},
                  calls=_CALLS)  # fmt: skip


if __name__ == "__main__":
    main()
