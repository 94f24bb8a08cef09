"""Pages that stand in front of an article: challenges, paywall stubs, encrypted bodies.

They are not articles and must never be stored as such; the words of the refusal say which it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.metadata import Metadata
from crawler.tree import Unreadable

_LONGEST_CHALLENGE = 500
"""Characters of text; protected sites have the same scripts on their articles."""
_CHALLENGES = (
    (
        "Cloudflare",
        ("just a moment", "attention required", "cf-chl", "cf_chl"),
        r"<title>(?:Just a moment\.\.\.|Attention Required! \| Cloudflare)|\bcf[-_]chl[-_]",
    ),
    (
        "Sucuri",
        ("you are being redirected", "sucuri"),
        r"<title>(?:You are being redirected\.\.\.|Sucuri WebSite Firewall)|sucuri_cloudproxy_js",
    ),
    (
        "Imperva",
        ("_incapsula_resource", "pardon our interruption"),
        r"_Incapsula_Resource|Pardon Our Interruption",
    ),
    (
        "DataDome",
        ("captcha-delivery.com",),
        r"geo\.captcha-delivery\.com|ct\.captcha-delivery\.com",
    ),
    ("PerimeterX", ("px-captcha", "_pxappid"), r"px-captcha|_pxAppId"),
    (
        "Akamai",
        ("access denied",),
        r"<title>Access Denied</title>.{1,400}Reference&#32;&#35;",
    ),
)
_RULES = tuple(
    (name, tuple(map(str.encode, signs)), re.compile(pattern, re.I | re.S))
    for name, signs, pattern in _CHALLENGES
)
"""Whose it is, what stands in it in lower case (quick to look for), and its pattern."""
_COOKIE_SCRIPT = re.compile(
    r"document\.cookie\s*=[^<]{1,400}(?:window\.)?location\.(?:reload\(|href\s*=|replace\()", re.I
)
_LONGEST_SCRIPT = 4_000
"""Characters of a page that sets a cookie and reloads; articles do that too, in passing."""
_SHORTEST_OPEN = 200
_SHORTEST_OPEN_IDEOGRAPHS = 80
_IDEOGRAPH = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_CIPHER = re.compile(r"[A-Za-z0-9+/=_-]{300,}")


class Blocked(Unreadable):
    """The site answered with a challenge in place of the page."""


def check_challenge(html: str, text: str, headers: Mapping[str, str]) -> None:
    """Let a page pass that is no challenge; the arguments are those of `name_challenge`.

    Raises:
        Blocked: it is one.
    """
    if name := name_challenge(html, text, headers):
        raise Blocked(f"blocked: {name} challenge")


def name_challenge(html: str, text: str, headers: Mapping[str, str]) -> str | None:
    """Whose challenge a page is; None for a page that is none.

    Args:
        html: the page.
        text: what was read from it as an article's text.
        headers: of the response, names in lower case.
    """
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return "Cloudflare"
    if len(text) > _LONGEST_CHALLENGE:
        return None
    if len(html) <= _LONGEST_SCRIPT and _COOKIE_SCRIPT.search(html):
        return "JavaScript cookie"
    lowered = html.encode("utf-8", "ignore").lower()  # a tenth of what all letters cost
    likely = (rule for rule in _RULES if any(sign in lowered for sign in rule[1]))
    return next((name for name, _, pattern in likely if pattern.search(html)), None)


def check_open(metadata: Metadata, text: str) -> None:
    """Let a text pass that can be read.

    Raises:
        Unreadable: the page shows the stub of a paid article, or an encrypted body.
    """
    if any(_CIPHER.fullmatch(line) for line in text.split("\n")):
        raise Unreadable("not readable: the body is encrypted")
    if len(text) >= _SHORTEST_OPEN:
        return
    shortest = _SHORTEST_OPEN_IDEOGRAPHS if _IDEOGRAPH.search(text) else _SHORTEST_OPEN
    if len(text) < shortest and any(
        _is_paid(node.get("isAccessibleForFree")) for node in metadata.articles
    ):
        raise Unreadable(f"not readable: behind a paywall, {len(text)} characters shown")


def _is_paid(stated: object) -> bool:
    return str(stated).lower() == "false"
