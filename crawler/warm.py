"""Loads at its import all that a desk needs, for the process that workers are forked from.

Nobody else imports it. So workers start within milliseconds, and what all of them have is in memory
once. The one thread is over before the first fork: it would not survive it.
"""

from __future__ import annotations

import gc
import sys
from threading import Thread

from scrapy.utils.misc import load_object
from scrapy.utils.project import get_project_settings

from crawler.language import load_identifier

_SWITCHED = sys.getswitchinterval()
_SWITCHING = 0.0002
"""Seconds. The thread needs the interpreter seldom and for moments, but has to be given it."""

# Nothing of what is loaded goes again, and to look for what may go took a quarter of the time.
gc.disable()
_unpacking = Thread(target=load_identifier)
"""On another core, while the rest is loaded."""
sys.setswitchinterval(_SWITCHING)
_unpacking.start()
_settings = get_project_settings()
# By name: to import it takes long, and the thread is to work meanwhile.
_read_tools, _desk = map(load_object, ("crawler.desk.read_tools", "crawler.desk.Desk"))
_desk(_read_tools(_settings), _settings.getfloat("READ_SECONDS")).warm_up()
_unpacking.join()
sys.setswitchinterval(_SWITCHED)
gc.enable()
