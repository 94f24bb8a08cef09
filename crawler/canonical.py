"""One address for one article: cleaned addresses, article ids, and the key of an article."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from crawler.site import Site

_TRACKING = re.compile(
    r"utm_\w+|vn_(?:source|campaign|medium|term)|itm_\w+|gaa_\w+|mc_[ce]id|_ga|_gl|gidzl|zarsrc"
    r"|(?:fb|g|d|y|tw|tt)clid|msclkid|gclsrc|[gw]braid|igsh(?:id)?|fb_(?:action_ids|comment_id|source)",
    re.IGNORECASE,
)
_CLEAN = re.compile(r"(?!.*/\.)https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+/[A-Za-z0-9/._-]*")
"""Most addresses: nothing in them has a second form, so the rest need not be done."""
_HOST = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*)/")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=1024)
def clean_url(url: str) -> str:
    """`url` without what does not choose the page.

    Dropped are the fragment, tracking parameters, default port, user and password, and the root
    dot of the host; host and escapes get one form, parameters one order. Scheme, `www.` and a
    trailing slash stay: servers may tell them apart. An address that is none comes back trimmed.
    """
    if is_clean(url):
        return url
    try:
        parts = urlsplit(url.strip())
        host = _plain_host(parts)
        query = _own(parts.query)
        plain = SplitResult(parts.scheme.lower(), host, parts.path or "/", query, "")
        return canonicalize_url(urlunsplit(plain), keep_blank_values=True) if host else url.strip()
    except ValueError:
        return url.strip()


def is_clean(url: str) -> bool:
    """True for an absolute address that is written in its one form: nothing in it has a second."""
    return _CLEAN.fullmatch(url) is not None


def read_host(url: str) -> str:
    """The host of `url` in lower case, without user and port; empty where there is none.

    Raises:
        ValueError: `url` is no address.
    """
    found = _HOST.match(url)
    return found[1] if found else urlsplit(url).hostname or ""


def canonical_url(url: str, site: Site | None) -> str:
    """`clean_url`, and the mobile, AMP and print forms of `site` rewritten to the plain one."""
    url = clean_url(url)
    for pattern, plain in site.folds if site else ():
        url = re.sub(pattern, plain, url)
    return url


def article_id(url: str, site: Site) -> tuple[str, str] | None:
    """`(language of the edition, id)` of the article at `url`; None where there is none."""
    place = _place(url)
    language = site.editions.get(re.split(r"[:/?]", place, maxsplit=1)[0])
    if language is None:
        return None
    for pattern in site.addresses:
        if found := _compiled(pattern).search(place):
            return language, found["id"]
    return None


def is_article(url: str, site: Site) -> bool:
    """True where `url` is the address of an article of `site`, in any of its forms."""
    return article_id(url, site) is not None


def article_key(url: str, site: Site | None) -> str:
    """What all addresses of one article have in common and no other article has.

    `site:language:id` where the site's addresses carry an id, else the cleaned address
    without scheme, `www.` and trailing slash.
    """
    found = article_id(url, site) if site else None
    if site and found:
        return ":".join((site.name, *found))
    return _place(url).rstrip("/")


def _place(url: str) -> str:
    """`host/path?query` of `url`, cleaned: what the address patterns of a site are searched in."""
    return re.sub(r"^https?://(?:www\.)?", "", clean_url(url))


def _own(query: str) -> str:
    """`query` without the parameters that only tell where a reader came from."""
    pairs = (pair for pair in query.split("&") if pair)
    return "&".join(pair for pair in pairs if not _TRACKING.fullmatch(pair.partition("=")[0]))


def _plain_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    if parts.port and parts.port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        return f"{host}:{parts.port}"
    return host


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
