"""Challenges, paywall stubs and encrypted bodies are told from articles."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.barriers import Blocked
from crawler.page import Page
from crawler.read import read_page
from crawler.tree import Unreadable

FETCHED = datetime(2026, 11, 22, tzinfo=UTC)
PROSE = "The senior officials reviewed the preparations for the summit and agreed on its agenda. "

PAID = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
)

CHALLENGES = {
    "Cloudflare": "<title>Just a moment...</title><body><p>Checking your browser.</p></body>",
    "Sucuri": "<title>You are being redirected...</title><script>sucuri_cloudproxy_js=''</script>",
    "JavaScript cookie": '<script>document.cookie="D1N=4; path=/";location.reload(true)</script>',
    "Imperva": '<iframe src="/_Incapsula_Resource?CWUDNSAI=9"></iframe><p>Unsuccessful.</p>',
    "DataDome": '<script src="https://ct.captcha-delivery.com/c.js"></script><p>Enable JS</p>',
    "PerimeterX": '<div id="px-captcha"></div><p>Press and hold</p>',
    "Akamai": "<title>Access Denied</title><h1>Denied</h1>No permission. Reference&#32;&#35;18",
}


def page(html: str, **headers: str) -> Page:
    body = f"<html><head>{html}</head></html>".encode()
    return Page(url="https://tin.example/a", body=body, fetched=FETCHED, headers=headers)


@pytest.mark.parametrize("name", CHALLENGES)
def test_a_challenge_is_blocked_and_never_an_article(name: str) -> None:
    with pytest.raises(Blocked, match=name):
        read_page(page(CHALLENGES[name]), None)


def test_a_header_alone_says_challenge() -> None:
    with pytest.raises(Blocked):
        read_page(page(f"<p>{PROSE * 9}</p>", **{"cf-mitigated": "challenge"}), None)


def test_an_article_behind_cloudflare_is_an_article() -> None:
    script = "<script>window._cf_chl_opt={};document.cookie='a=b';location.reload()</script>"
    shown = f"<article><h1>Open</h1><p>{PROSE * 4}</p><p>{PROSE * 3}</p></article>{script}"
    assert read_page(page(shown), None).article.text.count("agenda") == 7


def test_an_article_that_quotes_a_challenge_is_an_article() -> None:
    quoted = "The script began with document.cookie and ended the session, the police said. "
    article = read_page(
        page(f"<article><h1>Hacked</h1><p>{quoted * 5}</p></article>"), None
    ).article
    assert "document.cookie" in article.text


def test_the_stub_of_a_paid_article_is_not_readable() -> None:
    with pytest.raises(Unreadable, match="paywall"):
        read_page(page(f"{PAID}<article><h1>Paid</h1><p>{PROSE}</p></article>"), None)


def test_a_paid_article_that_is_shown_whole_is_read() -> None:
    shown = f"{PAID}<article><h1>Paid</h1><p>{PROSE * 2}</p><p>{PROSE * 3}</p></article>"
    assert read_page(page(shown), None).article.text.count("agenda") == 5


def test_an_encrypted_body_is_not_readable() -> None:
    cipher = "U2FsdGVkX1" + "9mZ3Q0c2x0" * 60
    with pytest.raises(Unreadable, match="encrypted"):
        read_page(
            page(f'<article><h1>Secret</h1><div id="dcontent"><p>{cipher}</p></div></article>'),
            None,
        )
