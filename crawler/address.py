"""The canonical address of a page, and the name of a site that nobody has described."""

from __future__ import annotations

from functools import cache
from urllib.parse import urljoin, urlsplit

from tldextract import TLDExtract

from crawler.canonical import article_id, canonical_url, read_host
from crawler.site import Site


def read_address(url: str, stated: str | None, site: Site | None) -> str:
    """The canonical address of the page fetched from `url`, cleaned.

    Args:
        url: the address that was fetched.
        stated: the page's own `link[rel=canonical]`; trusted where it stays on the site and,
            for a known site, names an article (not the front page).
        site: the facts of the site, None where it is unknown.
    """
    if not stated:
        return canonical_url(url, site)
    try:
        candidate = urljoin(url, stated) if stated != url else url
        if candidate == url:
            return canonical_url(url, site)
        trusted = site_name(candidate) == site_name(url) and _same_article(candidate, url, site)
        return canonical_url(candidate if trusted else url, site)
    except ValueError:
        return canonical_url(url, site)


def site_name(url: str) -> str:
    """The registrable domain of `url`, its host where there is none: `baoquocte.vn`."""
    host = read_host(url).rstrip(".")
    found = _domains()(host)
    return found.top_domain_under_public_suffix or host


def _same_article(candidate: str, url: str, site: Site | None) -> bool:
    if site is None:
        return urlsplit(candidate).path not in {"", "/"} or urlsplit(url).path in {"", "/"}
    return article_id(candidate, site) is not None


@cache
def _domains() -> TLDExtract:
    """The public suffix list that tldextract ships: no network, no cache on disk."""
    return TLDExtract(suffix_list_urls=(), cache_dir=None)
