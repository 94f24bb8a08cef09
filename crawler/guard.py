"""No request leaves for an address that is not public, however it is spelt or redirected to.

Two locks: `Guard` looks at the host of every request, redirects and robots.txt included, before
anything is done for it; `PublicResolver` looks at what a name resolves to, at the moment of the
connection. Setting: `GUARD_ALLOW`, hosts that are let through (a test server, a local proxy).
"""

from __future__ import annotations

import logging
import re
import socket
import unicodedata
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

_LOG = logging.getLogger(__name__)
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}\.?", re.I)
_NAT64 = int(IPv6Address("64:ff9b::")) >> 32
_PRIVATE_NAMES = ("localhost", "local", "internal", "home.arpa")


class NotPublic(IgnoreRequest):
    """The request would go to an address that is not public."""


class Guard:
    """Downloader middleware: drops requests whose host is not public as it is written."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._allowed = read_allowed(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Guard:
        """The guard with the crawl's settings."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Let a public host pass.

        Raises:
            NotPublic: it is none.
        """
        host = urlparse_cached(request).hostname or ""
        if host in self._allowed or is_public(host):
            return
        self._crawler.stats.inc_value("guard/refused")
        _LOG.warning("Refused, not a public address: %s", request.url)
        raise NotPublic(f"not a public address: {host}")


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver, for which a name with a private address is a name without address."""

    def __init__(
        self, reactor: ReactorBase, cache_size: int, timeout: float, allowed: frozenset[str]
    ):
        super().__init__(reactor, cache_size, timeout)
        self._allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> PublicResolver:
        """The resolver with the process's settings."""
        settings = crawler.settings
        size = settings.getint("DNSCACHE_SIZE") if settings.getbool("DNSCACHE_ENABLED") else 0
        return cls(reactor, size, settings.getfloat("DNS_TIMEOUT"), read_allowed(crawler))

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:
        """The address of `name`; a `DNSLookupError` where it is not public."""
        found = super().getHostByName(name, timeout)
        return found if name in self._allowed else found.addCallback(self._check, name)

    def _check(self, address: str, name: str) -> str:
        if is_public(address):
            return address
        _LOG.warning("Refused, not a public address: %s is %s", name, address)
        raise DNSLookupError(f"{name} is {address}, not a public address")


def read_allowed(crawler: Crawler) -> frozenset[str]:
    """The hosts of `GUARD_ALLOW`, as they stand in addresses."""
    return frozenset(host.lower() for host in crawler.settings.getlist("GUARD_ALLOW"))


def is_public(host: str) -> bool:
    """Whether `host` is a name, or an address that everybody on the internet can reach."""
    address = read_literal(host)
    if address is None:
        return bool(host) and not is_private_name(host)
    return is_global(address)


def is_private_name(host: str) -> bool:
    """Whether the name belongs to this machine or its network (RFC 6761, 6762, 8375, 9476)."""
    host = unicodedata.normalize("NFKC", host).lower().rstrip(".")
    return any(host == name or host.endswith(f".{name}") for name in _PRIVATE_NAMES)


def read_literal(host: str) -> IPv4Address | IPv6Address | None:
    """The IP address that `host` spells: dotted, short, decimal, octal, hex, wide digits, IPv6."""
    host = unicodedata.normalize("NFKC", host).replace("。", ".").strip("[]")
    if ":" in host:
        return _read_sixth(host)
    if not _NUMBERS.fullmatch(host):
        return None
    try:
        return IPv4Address(socket.inet_aton(host.rstrip(".")))
    except OSError:
        return None


def is_global(address: IPv4Address | IPv6Address) -> bool:
    """Whether the address, or the IPv4 address inside it, is public unicast."""
    if isinstance(address, IPv6Address) and (inner := find_inner(address)) is not None:
        return is_global(inner)
    return address.is_global and not address.is_multicast


def find_inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to: mapped, compatible, 6to4, Teredo, NAT64."""
    number = int(address)
    if number >> 32 in (0, _NAT64):
        return IPv4Address(number & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo


def _read_sixth(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        return None
