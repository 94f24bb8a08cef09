"""The meeting finder: articles a second on one core, and how time grows with length.

usage: python -m benchmarks.meetings [PAGES]

Reads the saved pages below PAGES (by default `../shared/meetings/pages`), makes articles of about
2,600 characters of them and finds their meetings. Prints articles a second of processor time, and
the ratio of the time of an article sixteen times as long to sixteen times the time of one: 1 is
linear growth.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from crawler.archive.saved import read_pages
from crawler.items import Article
from crawler.page import Page
from crawler.read import read_article
from pipelines.meetings.find import find_meetings

SIZE = 2_600
ROUNDS = 7
LONGER = 16
PAGES = Path(__file__).parents[2] / "shared" / "meetings" / "pages"


def read_articles(pages: Path) -> list[Article]:
    """The articles below `pages`, short ones with text of their kind up to the usual length."""
    read = (read_article(page, None) for page in read_pages([pages]) if isinstance(page, Page))
    articles = [article for article in read if article is not None]
    return [replace(one, text=lengthen(one, articles)) for one in articles]


def lengthen(article: Article, articles: Sequence[Article]) -> str:
    """The article's own text and, where it is short, texts of others in its language."""
    text = article.text
    for other in articles:
        if len(text) >= SIZE:
            break
        if other.language == article.language and other is not article:
            text += "\n" + other.text
    return text[:SIZE]


def spend(articles: Sequence[Article]) -> float:
    """Least processor time of a few rounds over all articles, in seconds."""
    return min(time_round(articles) for _ in range(ROUNDS))


def time_round(articles: Sequence[Article]) -> float:
    start = time.process_time()
    for article in articles:
        find_meetings(article)
    return time.process_time() - start


def main() -> None:
    articles = read_articles(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
    if not articles:
        raise SystemExit("no saved pages there")
    time_round(articles)
    for language in sorted({str(one.language) for one in articles}):
        own = [one for one in articles if one.language == language]
        size = sum(len(one.text) for one in own) / len(own)
        rate = len(own) / spend(own)
        print(f"{language}: {len(own):4} articles of {size:5.0f} characters: {rate:5.0f} a second")
    rate = len(articles) / spend(articles)
    print(f"all: {len(articles):3} articles: {rate:.0f} a second")
    some = articles[:20]
    long = [replace(one, text="\n".join([one.text] * LONGER)) for one in some]
    ratio = spend(long) / (LONGER * spend(some))
    print(f"{LONGER} times as long: {ratio:.2f} times the time of {LONGER} short ones")


if __name__ == "__main__":
    main()
