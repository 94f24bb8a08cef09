"""The judge that the settings name, and its one setting."""

from __future__ import annotations

from datetime import date

import pytest
from scrapy.settings import Settings
from scrapy.utils.misc import build_from_crawler, load_object
from scrapy.utils.test import get_crawler

from pipelines.duplicates.judge import CopyJudge
from pipelines.duplicates.memory import MemoryIndex
from tests.wire import EDITED, STORY, make_article


def _judge(**settings: object) -> CopyJudge:
    return build_from_crawler(CopyJudge, get_crawler(settings_dict=settings))


def test_the_project_names_this_judge():
    project = Settings()
    project.setmodule("crawler.settings")
    assert load_object(project["STORE_JUDGE"]) is CopyJudge


@pytest.mark.parametrize(
    ("settings", "kind"),
    [({}, "copy"), ({"COPIES_LOOK_BACK_DAYS": 7}, "new"), ({"COPIES_LOOK_BACK_DAYS": 8}, "copy")],
)
def test_the_setting_bounds_the_search_for_near_copies(settings, kind):
    judge, index = _judge(**settings), MemoryIndex()
    first = judge.sketch(make_article(STORY), "a:vi:1")
    index.add(first, judge.decide(first, index))
    later = make_article(EDITED, url="https://b.example/2", published=date(2026, 3, 20))
    assert judge.decide(judge.sketch(later, "b:vi:2"), index).kind == kind
