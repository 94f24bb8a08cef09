"""Loads at its import all that a desk needs, for the process that workers are forked from.

Nobody else imports it. So workers start within milliseconds, and what all of them have is in memory
once. No thread is started here: it would not survive the fork.
"""

from __future__ import annotations

from scrapy.utils.project import get_project_settings

from crawler.desk import Desk, read_tools

_settings = get_project_settings()
Desk(read_tools(_settings), _settings.getfloat("READ_SECONDS")).warm_up()
