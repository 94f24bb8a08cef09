"""A whole newspaper for the loopback site: sections with pages, RSS, sitemaps and articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from tests.news_site import Answer, NewsSite

_PER_PAGE = 5


@dataclass(frozen=True)
class Story:
    """One article of the newspaper."""

    number: int

    @property
    def day(self) -> date:
        return date(2026, 11, 20) - timedelta(days=3 * self.number)

    @property
    def path(self) -> str:
        return f"/hoi-nghi-som-asean-lan-{self.number}-post{100000 + self.number}.html"

    @property
    def title(self) -> str:
        return f"Hội nghị SOM ASEAN lần thứ {self.number} khai mạc"


def publish_newspaper(site: NewsSite, count: int) -> list[Story]:
    """Put a newspaper of `count` articles on `site`: `/`, `/asean.html`, `/rss`, `/sitemap.xml`."""
    stories = [Story(number) for number in range(1, count + 1)]
    for story in stories:
        body = write_article(site, story)
        site.add(story.path, Answer(body=body, zipped=story.number % 2 == 0, cached=True))
    publish_sections(site, stories)
    publish_feed(site, stories[:_PER_PAGE])
    publish_sitemaps(site, stories)
    site.robots("User-agent: *\nDisallow: /quan-tri/\n")
    return stories


def publish_sections(site: NewsSite, stories: list[Story]) -> None:
    """`/asean.html`, `/asean-p2.html` ... with a link to the next page."""
    pages = [stories[at : at + _PER_PAGE] for at in range(0, len(stories), _PER_PAGE)]
    for number, page in enumerate(pages, 1):
        links = "".join(
            f'<article class="story"><h2><a href="{story.path}">{story.title}</a></h2></article>'
            for story in page
        )
        more = f'<a class="next" href="/asean-p{number + 1}.html">Trang sau</a>'
        body = f"<main>{links}{more if number < len(pages) else ''}</main>"
        address = f"/asean-p{number}.html" if number > 1 else "/asean.html"
        site.add(address, Answer(body=dress("ASEAN", body)))


def publish_feed(site: NewsSite, stories: list[Story]) -> None:
    """`/rss/asean.rss` with the newest articles."""
    items = "".join(
        f"<item><title>{story.title}</title><link>{site.url(story.path)}</link>"
        f"<pubDate>{story.day:%a, %d %b %Y} 08:30:00 +0700</pubDate></item>"
        for story in stories
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
    site.add("/rss/asean.rss", Answer(body=body, kind="application/rss+xml", cached=True))


def publish_sitemaps(site: NewsSite, stories: list[Story]) -> None:
    """`/sitemap.xml`, an index of `/sitemaps/news-YYYY-M.xml`."""
    months = []
    for month, found in groupby(stories, key=lambda story: (story.day.year, story.day.month)):
        path = f"/sitemaps/news-{month[0]}-{month[1]}.xml"
        urls = "".join(
            f"<url><loc>{site.url(story.path)}</loc><lastmod>{story.day}</lastmod></url>"
            for story in found
        )
        site.add(path, Answer(body=wrap_sitemap("urlset", urls), kind="application/xml"))
        months.append(f"<sitemap><loc>{site.url(path)}</loc></sitemap>")
    body = wrap_sitemap("sitemapindex", "".join(months))
    site.add("/sitemap.xml", Answer(body=body, kind="application/xml"))


def wrap_sitemap(root: str, entries: str) -> str:
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="{namespace}">{entries}</{root}>'


def write_article(site: NewsSite, story: Story) -> str:
    """The page of one article, with the clutter that such pages have."""
    paragraphs = "".join(
        f"<p>{text}</p>"
        for text in (
            f"Sáng {story.day:%d/%m}, tại Hà Nội, Hội nghị các Quan chức Cao cấp ASEAN (SOM ASEAN) "
            f"lần thứ {story.number} đã khai mạc theo hình thức trực tiếp với sự tham dự của các "
            "Trưởng SOM và Ban Thư ký ASEAN.",
            "Các nước trao đổi về công tác chuẩn bị cho Hội nghị Cấp cao và nhất trí rà soát "
            f"{story.number} văn kiện dự kiến được trình các Bộ trưởng thông qua.",
            "Phát biểu tại hội nghị, Trưởng SOM Việt Nam nhấn mạnh tầm quan trọng của đoàn kết, "
            "đồng thuận và vai trò trung tâm của ASEAN.",
        )
    )
    day = f"{story.day}T08:30:00+07:00"
    head = (
        f'<meta property="og:title" content="{story.title}">'
        f'<meta property="article:published_time" content="{day}">'
        f'<link rel="canonical" href="{site.url(story.path)}">'
    )
    body = (
        f'<main><article><h1 class="detail__title">{story.title}</h1>'
        f'<time class="detail__time" datetime="{day}">{story.day:%d/%m/%Y} 08:30</time>'
        '<div class="detail__summary">Các Trưởng SOM rà soát công tác chuẩn bị.</div>'
        f'<div class="detail__content">{paragraphs}</div>'
        '<div class="detail__author">Thu Hà</div></article>'
        '<aside><h3>Tin liên quan</h3><a href="/asean.html">ASEAN</a></aside></main>'
    )
    return dress(story.title, body, head=head)


def dress(title: str, body: str, *, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body><nav><a href='/'>Trang chủ</a></nav>{body}<footer>Báo Tin</footer></body>"
        "</html>"
    )
