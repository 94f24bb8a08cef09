"""A crawl of the loopback site into a store: `url` of a list of links, and `settings`."""

import warnings

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

from tests.store.made import make_article

SETTINGS = {
    "ITEM_PIPELINES": {"pipelines.store.step.StorePipeline": 900},
    "DOWNLOADER_MIDDLEWARES": {
        "pipelines.store.revisits.RevisitMiddleware": 540,
        "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    },
    "SPIDER_MIDDLEWARES": {"pipelines.store.revisits.ValidatorMiddleware": 900},
    "STORE_JUDGE": "tests.store.judge.ExactJudge",
    "RETRY_TIMES": 1,
    "ROBOTSTXT_OBEY": False,
    "EXTENSIONS": {
        "scrapy.extensions.telnet.TelnetConsole": None,
        "scrapy.extensions.remote_control.RemoteControl": None,
    },
    "LOG_LEVEL": "INFO",
    "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
}


class Paper(Spider):
    """Follows every link of one page and takes each page behind one for an article."""

    name = "paper"

    async def start(self):
        yield Request(self.list_url, self.parse)

    def parse(self, response):
        for link in response.css("a::attr(href)").getall():
            yield response.follow(link, self.parse_article)

    def parse_article(self, response):
        number = int(response.url.rpartition("-")[2].removesuffix(".html"))
        text = "\n".join(response.css("p::text").getall())
        canonical = f"https://paper.example/tin-{number}.html"
        yield make_article(number, url=canonical, fetched_url=response.url, text=text)


def crawl(task):
    """The stats of one crawl."""
    process = AsyncCrawlerProcess(SETTINGS | task["settings"])
    crawler = process.create_crawler(Paper)
    process.crawl(crawler, list_url=task["url"])
    process.start()
    return crawler.stats.get_stats()


def report_crawl(task, report):
    """`crawl` in a process of its own: the stats go through the connection `report`."""
    warnings.filterwarnings("error", module="pipelines")
    stats = crawl(task)
    report.send({name: value for name, value in stats.items() if isinstance(value, int | str)})
