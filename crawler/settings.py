"""Wiring: the steps that an article passes, in order, and where things are kept.

Whatever a crawl must not do (hurry, follow redirects inwards, read without end) is in
`crawler.addon`; this file names what is ours to choose. Each setting can be changed with
`-s NAME=VALUE`; `STORE`, `ARCHIVE` and `CONTACT` also with an environment variable of their name.
"""

import os

BOT_NAME = "asean-meetings"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "pipelines.commands"

ADDONS = {"crawler.addon.SafeCrawl": 100}

ITEM_PIPELINES = {
    "pipelines.repeated.RepeatedLines": 100,
    "pipelines.meetings.step.FindMeetings": 500,
    "pipelines.store.step.StorePipeline": 900,
}
STORE_JUDGE = "pipelines.duplicates.judge.CopyJudge"
"""What tells copies and new versions from new texts, inside the store's transaction."""
COPIES_LOOK_BACK_DAYS = 90
"""Days around an article within which near copies of it are looked for."""

DOWNLOADER_MIDDLEWARES = {
    "pipelines.store.revisits.RevisitMiddleware": 540,
}
SPIDER_MIDDLEWARES = {
    "pipelines.store.revisits.ValidatorMiddleware": 500,
}
EXTENSIONS = {
    "crawler.progress.Progress": 100,
    "crawler.health.watch.Watch": 200,
    "crawler.runs.stats_file.StatsFile": 900,
}

CONTACT = os.environ.get("CONTACT")
"""Address where the sites can reach those who crawl; it goes into the User-Agent."""

ARCHIVE = os.environ.get("ARCHIVE")
"""Folder of the WARC files of a live crawl; nothing is recorded without it."""

FIND_MEETINGS = "pipelines.meetings.find.find_meetings"
"""What `scrapy read` shows the meetings with; the step does the same."""

SKETCH = "pipelines.store.keys.sketch_kept"
"""What the workers of a replay sketch articles with, as the judge of copies would."""

STORE = os.environ.get("STORE", "var/store.sqlite")
"""SQLite file or `postgresql://` address."""

REPEATED_LINES = "var/lines"
"""Folder of the lines seen on several articles of a site, from crawl to crawl; not of a replay."""

HEALTH = "var/health"
"""Folder of the figures of each site's crawls."""

RUNS = "var/runs"
"""Folder of the last run's logs, stats and summary, and of the lock of `scrapy runall`."""

METRICS = "var/metrics.prom"
"""What the last run did, for Prometheus' textfile collector."""

RUN_PARALLEL = 4
"""Sites that `scrapy runall` crawls at once."""

RUN_SECONDS = 3600
"""The longest that `scrapy runall` lets one site take."""

LEASE_SECONDS = 60
"""How long a dead machine keeps a site from the others that crawl into one PostgreSQL."""

RELEVANCE = True
"""Fetch only what speaks of meetings of ASEAN in its address or headline; False fetches all."""
RELEVANCE_WORDS = ""
"""File with other words, of the form of `crawler/discovery/relevance.toml`."""

READ_SECONDS = 5.0
"""The longest that the reading of one page may take."""

WORKERS = None
"""Processes that a replay reads in; None: one a core, and none for an input of a few megabytes."""

WORKER_MEMORY_MB = 2048
"""The most that one of them may take; a page that needs more ends its process and is named."""

LOG_LEVEL = "INFO"
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
