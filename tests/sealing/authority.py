"""Act as an authority that certifies signers, and as one that gives timestamps, on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.sign.timestamps import DummyTimeStamper

from auditor.sealing.certificate import Certificate, Key, certificate, key

PASSPHRASE = b"correct horse"
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
YEARS = timedelta(days=3650)
SIGNING = ("digital_signature", "content_commitment")
_USES = (
    *SIGNING,
    *("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"),
    *("key_cert_sign", "crl_sign"),
)


def _usage(*names: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{each: each in names for each in _USES})


@cache
def _secret(who: str) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@cache
def _root(name: str) -> x509.Certificate:
    ca = (x509.BasicConstraints(ca=True, path_length=None), True)
    return _built(name, name, _secret(name), _secret(name), NOW - YEARS, NOW + YEARS,
                  (ca, (_usage("key_cert_sign", "crl_sign"), True)))  # fmt: skip


def _built(name, issuer, own, issuing, begins, ends, extensions):
    def named(text):
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    made = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(issuer))
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
    )
    for extension, critical in extensions:
        made = made.add_extension(extension, critical)
    return made.sign(issuing, hashes.SHA256())


def root(name: str = "Public Audit Root") -> Certificate:
    """Return the certificate of an authority."""
    return certificate(_root(name).public_bytes(Encoding.DER))


def p12(
    name: str = "Ann Officer",
    *,
    by: str = "Public Audit Root",
    begins: datetime = NOW - timedelta(days=30),
    ends: datetime = NOW + timedelta(days=300),
    uses: tuple[str, ...] | None = SIGNING,
    purposes: tuple[str, ...] = (),
) -> bytes:
    """Return a key that an authority certified, with its passphrase, as PKCS#12."""
    extensions = [(_usage(*uses), True)] if uses is not None else []
    if purposes:
        listed = x509.ExtendedKeyUsage([x509.ObjectIdentifier(each) for each in purposes])
        extensions.append((listed, False))
    own = ec.generate_private_key(ec.SECP256R1())
    made = _built(name, by, own, _secret(by), begins, ends, extensions)
    locked = BestAvailableEncryption(PASSPHRASE)
    return pkcs12.serialize_key_and_certificates(b"key", own, made, [_root(by)], locked)


def signer(name: str = "Ann Officer", **how: object) -> Key:
    """Return a key that an authority certified."""
    return key(p12(name, **how), PASSPHRASE, "key.p12")


@cache
def stamper() -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    secret = rsa.generate_private_key(65537, 2048)
    purpose = (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True)
    name = "Public Audit Root"
    made = _built("Time of Day", name, secret, _secret(name), NOW - YEARS, NOW + YEARS, [purpose])
    return secret, made


class Answering:
    """What a timestamp authority answers: a timestamp of a time, or something else."""

    def __init__(self, at: datetime = NOW) -> None:
        secret, made = stamper()
        raw = secret.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        (own,) = load_certs_from_pemder_data(made.public_bytes(Encoding.DER))
        secret = load_private_key_from_pemder_data(raw, passphrase=None)
        self.stamper = DummyTimeStamper(own, secret, fixed_dt=at)

    def __call__(self, request: bytes) -> bytes:
        from asn1crypto import tsp

        return self.stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump()


@contextmanager
def timestamps(answer=None) -> Iterator[str]:
    """Give timestamps at an address on this machine for as long as it takes."""
    answer = answer or Answering()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            raw = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
