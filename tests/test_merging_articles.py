"""From the papers' sentences to the meeting: what is read in many articles merges as it should."""

import random
import tomllib

import pytest

from crawler.items import SCHEMA, Article
from pipelines.meetings.find import find_meetings
from pipelines.merging.reports import read_reports
from tests.merging.made import TABLE_FOLDER, merge_all, score

MEETINGS = tomllib.loads((TABLE_FOLDER / "articles.toml").read_text("utf-8"))["meeting"]


def read_article(row):
    """The article of a row, with the meetings that are found in it."""
    article = Article(
        schema=SCHEMA,
        url=row["url"],
        fetched_url=row["url"],
        site=row["url"].split("/")[2].split(".")[0],
        language=row["lang"],
        title=row["title"],
        sapo=None,
        text=row["text"],
        published=row["on"],
        duplicate_of=row.get("copy"),
    )
    article.meetings = find_meetings(article)
    return article


ARTICLES = {row["url"]: read_article(row) for one in MEETINGS for row in one["articles"]}
LABELS = {row["url"]: one["id"] for one in MEETINGS for row in one["articles"]}
REPORTS = [report for article in ARTICLES.values() for report in read_reports(article)]
MAIN = {report.key: LABELS[report.article] for report in REPORTS if report.meeting.main}
"""What an article reports on is of its meeting; what else it mentions may be of any."""


def told(clusters):
    """The clusters of what is reported."""
    return [[report for report in cluster if report.key in MAIN] for cluster in clusters]


def test_the_set_is_large_and_mixed():
    assert len(ARTICLES) >= 60
    assert len(MEETINGS) >= 15
    assert {article.language for article in ARTICLES.values()} == {"vi", "en", "zh"}
    assert len({article.site for article in ARTICLES.values()}) >= 12
    assert len({key[0] for key in MAIN}) >= 0.95 * len(ARTICLES)


def test_articles_merge_into_the_meetings_that_they_report():
    precision, recall = score(MAIN, told(merge_all(REPORTS)))
    assert precision >= 0.98
    assert recall >= 0.95


@pytest.mark.parametrize("seed", range(5))
def test_in_any_order(seed):
    shuffled = random.Random(seed).sample(REPORTS, len(REPORTS))
    found = {frozenset(one.key for one in cluster) for cluster in merge_all(shuffled)}
    assert found == {frozenset(one.key for one in cluster) for cluster in merge_all(REPORTS)}
