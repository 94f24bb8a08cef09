"""Loads at its import all that a desk needs, for the process that workers are forked from.

Nobody else imports it. So workers start within milliseconds, and what all of them have is in memory
once. The one thread is over before the first fork: it would not survive it.
"""

from __future__ import annotations

from threading import Thread

from scrapy.utils.project import get_project_settings

from crawler.desk import Desk, read_tools
from crawler.language import load_identifier

_unpacking = Thread(target=load_identifier)
"""It needs the interpreter for little of its time, so another core can do it meanwhile."""
_unpacking.start()
_settings = get_project_settings()
Desk(read_tools(_settings), _settings.getfloat("READ_SECONDS")).warm_up()
_unpacking.join()
