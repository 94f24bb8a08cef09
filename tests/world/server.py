"""The loopback world: a proxy on 127.0.0.1 behind which every host name is ours.

    with World(folder) as world:
        world.add("https://www.vietnamplus.vn/rss/home.rss", Answer(body="<rss/>"))
        run_scrapy("runall", "vietnamplus", **world.environment)

A crawl that is told of it by the environment asks it for everything: no name is looked up, nothing
leaves the machine. Certificates are verified: the world has an authority of its own.
"""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.news_site import Handler, NewsSite

_ENOUGH = timedelta(days=2)


class World(NewsSite):
    """A news site whose paths are whole addresses; hosts in `dead` do not answer."""

    def __init__(self, folder: Path, hosts: set[str], *, dead: frozenset[str] = frozenset()):
        super().__init__(handler=Gate)
        self.dead = dead
        self.authority = folder / "world.pem"
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(write_certificate(self.authority, hosts))

    @property
    def environment(self) -> dict[str, str]:
        """What leads a crawl here."""
        proxy = self.url("/")
        return {"http_proxy": proxy, "https_proxy": proxy, "SSL_CERT_FILE": str(self.authority)}

    def asked(self, host: str = "") -> list[str]:
        """The addresses of `host`, or of all, that were asked for, robots.txt aside."""
        return [url for url in self.paths() if host in url and not url.endswith("/robots.txt")]


class Gate(Handler):
    """Answers a proxy's clients itself: CONNECT by TLS in the name of the host."""

    origin = ""

    def do_CONNECT(self) -> None:
        host = self.path.rpartition(":")[0]
        world = self.server.site
        assert isinstance(world, World)
        if host in world.dead:
            self.close_connection = True
            return
        self.send_response_only(200)
        self.end_headers()
        self.connection = world.context.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)
        self.origin = f"https://{host}"

    def finish(self) -> None:
        super().finish()
        self.connection.close()  # what was wrapped is no longer the server's to close

    def do_GET(self) -> None:
        self.path = self.origin + self.path
        super().do_GET()


def write_certificate(path: Path, hosts: set[str]) -> Path:
    """A key and a certificate for `hosts` that is its own authority, written to `path`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "the loopback world")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _ENOUGH)
        .not_valid_after(now + _ENOUGH)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(map(x509.DNSName, sorted(hosts))), False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path
