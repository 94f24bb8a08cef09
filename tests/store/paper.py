"""The paper that `tests.store.crawl` crawls, on the loopback site."""

from tests.news_site import Answer

COUNT = 12


def publish(site, count=COUNT, **special):
    """A list of `count` articles; `special` answers by `tin_<number>`."""
    links = "".join(f'<a href="/tin-{number}.html">{number}</a>' for number in range(count))
    site.add("/", Answer(body=links, cached=True))
    for number in range(count):
        body = f"<p>Hội nghị SOM ASEAN lần thứ {number} khai mạc.</p><p>Tin số {number}.</p>"
        answer = special.get(f"tin_{number}") or (Answer(body=body, cached=True),)
        site.add(f"/tin-{number}.html", *answer)
