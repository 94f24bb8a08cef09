"""Articles of the loopback world that are none, or hardly: what hostile and broken servers send."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from crawler.site import Site
from tests.news_site import Answer
from tests.world.faults import Fault
from tests.world.publish import Story
from tests.world.saved import read_saved, write_page
from tests.world.server import World
from tests.world.stories import ENGLISH

SITE = "bernama"
ELSEWHERE = "https://elsewhere.example/asean-summit.html"
PRIVATE = (
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://①②⑦.0.0.1/wide",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://localhost/",
    "http://metadata.internal/",
)
_FIRST = 2488301
_LARGE = 20 << 20
"""Bytes, more than one page may have."""
_NAMES = (
    "The delegation of Timor-Leste was led by Xanana Gusmão, Vietnam's by Nguyễn Văn Ân, who said:"
    " “Các Bộ trưởng nhất trí giữ vững đoàn kết, đồng thuận và vai trò trung tâm của ASEAN, sớm"
    " hoàn tất Bộ quy tắc ứng xử và đẩy nhanh việc kết nạp những thành viên mới.”"
)
_SUCURI = (
    "<title>You are being redirected...</title><noscript>Javascript is required.</noscript>"
    "<script>var s={},u,c,U,r,i,l=0,a,e=eval,sucuri_cloudproxy_js='';e(r);</script>"
)
_COOKIE = (
    '<html><body><script>document.cookie="D1N=4d5b;path=/";window.location.reload(true);</script>'
    "</body></html>"
)
_CLOUDFLARE = (
    "<!DOCTYPE html><title>Just a moment...</title><div id='cf-chl-widget'></div>"
    "<p>Checking your browser before you may see the ASEAN Summit.</p>"
)


@dataclass(frozen=True)
class Odd:
    """An article that is odd, and how."""

    name: str
    what: str
    answers: Callable[[str], tuple[Answer, ...]]
    """Of a whole article, its source: what each of its pages answers."""


def write_odd() -> tuple[Odd, ...]:
    """All of them."""
    return (
        Odd("redirect to another host", "a page leads to another paper's", _lead(ELSEWHERE)),
        Odd("redirect to a private address", "ten spellings, one page each", _lead(*PRIVATE)),
        Odd("decompression bomb", "20 MiB of zeros in 20 KB of gzip", _explode),
        Odd("endless page", "chunks that do not end", _stream),
        Odd("slow drip", "a byte every half second", _drip),
        Odd("challenge: Cloudflare", "403 with a script in its place", _challenge),
        Odd("challenge: Sucuri", "200 with a script in its place", _show(_SUCURI)),
        Odd("challenge: JS cookie", "200 that sets a cookie and reloads", _show(_COOKIE)),
        Odd("paywall stub", "one sentence of a paid article", _sell),
        Odd("encrypted body", "the text as one long cipher", _encrypt),
        Odd("broken charset", "UTF-8 called Latin-1, two bytes wrong", _garble),
        Odd("HTML cut in half", "the page ends inside its last paragraph", _cut),
        Odd("connection cut in half", "fewer bytes come than were promised", _hang_up),
    )


def list_odd(odd: tuple[Odd, ...]) -> tuple[Story, ...]:
    """The links to them, each article's pages in a row."""
    numbers = (len(one.answers("")) for one in odd)
    titles = [one.name for one, number in zip(odd, numbers, strict=True) for _ in range(number)]
    return tuple(
        Story(
            f"https://www.bernama.com/en/general/news.php?id={_FIRST + number}",
            f"ASEAN ministers and the {title}, part {number}",
        )
        for number, title in enumerate(titles)
    )


def plant_odd(world: World, site: Site) -> Iterator[Fault]:
    """Publish them."""
    odd = write_odd()
    stories = iter(list_odd(odd))
    saved = read_saved(SITE, "amm-retreat-langkawi-2025-01")
    text = replace(ENGLISH[0], paragraphs=(*ENGLISH[0].paragraphs, _NAMES))
    for one in odd:
        pages = []
        for number in range(len(one.answers(""))):
            story = next(stories)
            whole = write_page(saved, site, replace(text, title=story.title), story.url)
            world.add(story.url, one.answers(whole)[number])
            pages.append(story.url)
        yield Fault(one.name, SITE, one.what, pages=tuple(pages))
    world.add(ELSEWHERE, Answer(body=write_page(saved, site, text, ELSEWHERE)))


def _lead(*addresses: str) -> Callable[[str], tuple[Answer, ...]]:
    answers = tuple(Answer(302, headers={"Location": spell(address)}) for address in addresses)
    return lambda _: answers


def spell(address: str) -> str:
    """UTF-8 as headers carry it."""
    return address.encode().decode("latin-1")


def _explode(_: str) -> tuple[Answer, ...]:
    body = gzip.compress(bytes(_LARGE), mtime=0)
    return (Answer(body=body, headers={"Content-Encoding": "gzip"}),)


def _stream(page: str) -> tuple[Answer, ...]:
    return (Answer(body=page * 30, endless=True),)


def _drip(page: str) -> tuple[Answer, ...]:
    return (Answer(body=page, drip=0.5),)


def _show(page: str) -> Callable[[str], tuple[Answer, ...]]:
    return lambda _: (Answer(body=page),)


def _challenge(_: str) -> tuple[Answer, ...]:
    return (Answer(403, _CLOUDFLARE, headers={"cf-mitigated": "challenge"}),)


def _sell(_: str) -> tuple[Answer, ...]:
    paid = '{"@type": "NewsArticle", "isAccessibleForFree": false}'
    stub = "<p>Ministers of ASEAN met on Tuesday and spoke at length.</p><p>Subscribe to go on.</p>"
    head = f'<script type="application/ld+json">{paid}</script>'
    return (Answer(body=f"<html><head>{head}</head><body>{stub}</body></html>"),)


def _encrypt(_: str) -> tuple[Answer, ...]:
    cipher = base64.b64encode(Random(5).randbytes(900)).decode()
    body = f"<h1>ASEAN</h1><article><p>{cipher}</p></article>"
    return (Answer(body=f"<html><body>{body}</body></html>"),)


def _garble(page: str) -> tuple[Answer, ...]:
    body = page.encode().replace(b"Gusm\xc3\xa3o", b"Gusm\xe3o").replace(b"opened", b"op\xffened")
    return (Answer(body=body, kind="text/html; charset=iso-8859-1"),)


def _cut(page: str) -> tuple[Answer, ...]:
    return (Answer(body=page[: page.find(_NAMES) + 40]),)


def _hang_up(page: str) -> tuple[Answer, ...]:
    return (Answer(body=page[: len(page) // 2], length=len(page.encode())),)
